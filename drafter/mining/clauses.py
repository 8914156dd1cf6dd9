"""Clauses of one sentence that share a construction (平行句式), found by comparing neighbours."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

_SEGMENT = re.compile(r"([^，、；：。]+)([，、；：。]?)")
_COMMAS = re.compile("[，；]")
_EDGE = " ，、；：。"
_LEAD_IN = 24
"""Characters that may lead into the first member of a group."""
_MOST = 40
"""Members of one group at the most."""
_INNER = 6
"""Shortest member that may hold clauses of its own."""
_HEADS = frozenset("给为在把以从对向让用与同是更多再不既又也要到有最看")
"""Function words whose repetition alone shows a construction."""
_ANSWERS = "又也更还亦"
_ASKS = re.compile(r"(?:既|不仅|不但|不只)(?!定|有|得|然|往|成)[^，；]{2,}$")

Segment = tuple[str, str]
"""A clause and the stop behind it."""


def chains(sentence: str) -> Iterator[tuple[str, ...]]:
    """Yield the groups of consecutive clauses of `sentence` that share a construction."""
    segments: list[Segment] = _SEGMENT.findall(sentence)
    if len(segments) < 2:
        return
    yield from _groups(segments)
    if len(segments) > 2:
        if "、" in sentence and "，" in sentence:
            yield from _long(_COMMAS.split(sentence))
        if "；" in sentence:
            yield from _long(sentence.split("；"))


def _long(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield groups of longer members, which hold shorter clauses themselves."""
    marks = [part[:1] for part in parts]
    if not any(map(eq, marks, marks[1:])) and not any("“" in mark for mark in marks):
        return
    run: list[str] = []
    for part in parts:
        if run and _framed(run[-1], part):
            run.append(part)
            continue
        yield from _nested(run)
        run = [part]
    yield from _nested(run)


def _framed(before: str, part: str) -> bool:
    """Return whether a part opens with the words that open, or stand in, the one before."""
    if len(part) < _INNER or len(before) < _INNER:
        return False
    if part[:2] == before[:2] and (part[:3] == before[:3] or part[-1] == before[-1]):
        return True
    if part[0] in _HEADS and part[0] == before[0] and part[-2:] == before[-2:]:
        return True
    head = part[:4]
    return 0 < before.find(head) <= _LEAD_IN and "“" not in head


def _nested(run: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(run) < 2 or not any(mark in member for member in run for mark in "、，"):
        return
    first, head = run[0], run[1][:4]
    at = first.find(head) if not first.startswith(run[1][:2]) else 0
    yield tuple(_clean(member) for member in (first[max(at, 0) :], *run[1:]))


def _groups(segments: Sequence[Segment]) -> Iterator[tuple[str, ...]]:
    end = 0
    for start, ((first, stop), (second, _)) in enumerate(pairwise(segments)):
        size, mark = len(second), second[0]
        if start < end or size < 3:
            continue
        alike = size == len(first) or mark in first or mark in _ANSWERS
        if not alike and stop != "、" and first[-2:] != second[-2:]:
            continue
        until, members = _group(segments, start)
        if members:
            end = until
            yield members


def _group(segments: Sequence[Segment], start: int) -> tuple[int, tuple[str, ...]]:
    """Return the members of the group that begins at `start`, and the index after them."""
    (first, stop), (second, _) = segments[start], segments[start + 1]
    if asked := _asked(first, second):
        return start + 2, (_clean(asked), _clean(second))
    head = _head(first, second, stop)
    if not head and not _blind(segments, start):
        return start, ()
    until = _end(segments, start)
    if until == start + 2 and not _pair_holds(head, second, stop):
        return start, ()
    return until, _members(head, segments, start, until)


def answering(before: str, clause: str) -> str:
    """Return the member at the end of `before` that `clause` answers word for word, or nothing."""
    member = _head(before, clause, "，")
    same = member[:2] == clause[:2] or (member[:1] == clause[0] and member[-2:] == clause[-2:])
    return member if member and same and member != clause else ""


def _head(first: str, second: str, stop: str) -> str:
    """Return the member of `first` that `second` goes on with, or nothing."""
    size = len(second)
    if size == len(first) and size >= 3:
        return first
    if size < 3 or len(first) - size > _LEAD_IN:
        return ""
    return first if _parallel(first, second) else _trimmed(first, second)


def _blind(segments: Sequence[Segment], start: int) -> bool:
    """Return whether a list of even members follows, which `start` can but begin."""
    if segments[start][1] != "、":
        return False
    sizes = {len(text) for text, _ in segments[start + 1 : start + 4]}
    return len(sizes) == 1


def _end(segments: Sequence[Segment], start: int) -> int:
    """Return the index after the last clause that goes on with the one after `start`."""
    end, count = start + 2, len(segments)
    stop = segments[start][1]
    count = min(count, start + _MOST)
    while end < count and (segments[end - 1][1] == stop or _even(segments, start, end)):
        before, text = segments[end - 1][0], segments[end][0]
        if not _parallel(before, text):
            return end + bool(_cut(before, text))
        end += 1
    return end


def _even(segments: Sequence[Segment], start: int, end: int) -> bool:
    """Return whether the clause at `end` is as long as those before it, whatever parts them."""
    size = len(segments[end][0])
    before = segments[start + 1 : end]
    if not 4 <= size <= 6 or segments[end - 1][1] not in "，、":
        return False
    return all(len(text) == size for text, _ in before)


def _members(head: str, segments: Sequence[Segment], start: int, end: int) -> tuple[str, ...]:
    """Return the members of a group that begins at `start`, or nothing when it is none."""
    stop, second = segments[start][1], segments[start + 1][0]
    if not head and end - start > 3:
        head = segments[start][0][-len(second) :]
    if not head:
        return ()
    rest = [text for text, _ in segments[start + 1 : end]]
    if len(rest) > 1 and not _parallel(rest[-2], rest[-1]):
        rest[-1] = _cut(rest[-2], rest[-1])
    run = tuple(_clean(text) for text in (head, *rest))
    return run if _holds(run, stop) else ()


def _asked(first: str, second: str) -> str:
    """Return the member of `first` that a 又, 也, 更 in `second` answers."""
    if second[0] not in _ANSWERS:
        return ""
    found = _ASKS.search(first)
    return found.group() if found else ""


def _parallel(one: str, other: str) -> bool:
    """Return whether two neighbours are of one length, or share a frame."""
    a, b = len(one), len(other)
    if a == b:
        return a >= 3
    small, large = (a, b) if a < b else (b, a)
    if small < 3 or small * 2 < large:
        return False
    if one[0] == other[0]:
        return one[0] in _HEADS or one[:2] == other[:2] or one[-1] == other[-1]
    return large - small <= 2 and one[-2:] == other[-2:]


def _trimmed(first: str, second: str) -> str:
    """Return the end of `first` that answers `second`, without the words that lead into it."""
    size = len(second)
    if (quote := first.rfind("“")) > 0 and "”" not in first[quote:]:
        return first[quote:] if abs(len(first) - quote - size) <= 2 else ""
    extra = len(first) - size
    if size < 3 or not 0 < extra <= _LEAD_IN:
        return ""
    at = first.rfind(second[0], 1, -2)
    while at > 0:
        tail = first[at:]
        if _parallel(tail, second):
            return tail
        at = first.rfind(second[0], 1, at)
    tail = first[-size:]
    return tail if sum(map(eq, tail, second)) >= (1 if size < 6 else 2) else ""


def _cut(before: str, last: str) -> str:
    """Return the head of `last` that goes on with `before`, without the words that lead out."""
    size = len(before)
    if len(last) <= size or size < 4:
        return ""
    head = last[:size]
    if last[size] == "的":
        return head
    return head if sum(map(eq, head, before)) >= 1 else ""


def _clean(member: str) -> str:
    """Return `member` without a quotation mark that has lost its partner."""
    if "“" not in member and "”" not in member:
        return member
    if member.count("“") > member.count("”"):
        member = member.replace("“", "", 1)
    elif member.count("”") > member.count("“"):
        member = member[::-1].replace("”", "", 1)[::-1]
    return member.strip(_EDGE)


def _holds(run: Sequence[str], stop: str) -> bool:
    """Return whether a run is a construction, not a list that happens to be even."""
    count = len(run)
    if len(set(run)) < count:
        return False
    if count == 2:
        return _pair_holds(run[0], run[1], stop)
    lengths = list(map(len, run))
    size, even = min(lengths), min(lengths) == max(lengths)
    shared = _shared(run, even)
    if stop == "、":
        return _list_holds(count, size, even, shared) and not _nouns(run, size)
    return shared >= 1 or (even and size >= (6 if count == 3 else 4))


def _pair_holds(one: str, other: str, stop: str) -> bool:
    """Return whether two members are a construction: they share two words, or one if short."""
    if not one or one == other:
        return False
    size, even = len(one), len(one) == len(other)
    shared = sum(map(eq, one, other))
    if not even:
        shared += sum(map(eq, one[::-1], other[::-1]))
    if stop == "、":
        return min(size, len(other)) >= 5 and shared >= 2
    return shared >= 2 or (shared == 1 and even and size <= 8)


def _nouns(run: Sequence[str], size: int) -> bool:
    """Return whether short members end in one noun (政治纪律、组织纪律): a list, no clauses."""
    tails = {member[-1] for member in run}
    return size <= 4 and len(tails) == 1 and len({member[0] for member in run}) == len(run)


def _list_holds(count: int, size: int, even: bool, shared: int) -> bool:
    """Return whether members joined by 、 are clauses rather than a list of nouns."""
    if count == 3:
        return (size >= 4 and shared >= 1) or (even and size >= 6)
    return (size >= 4 and even) or shared >= 1


def _shared(run: Sequence[str], even: bool) -> int:
    """Return how many letters all members have at the same distance from head or tail."""
    head = sum(len(set(column)) == 1 for column in zip(*run, strict=False))
    if even:
        return head
    tail = sum(len(set(column)) == 1 for column in zip(*(m[::-1] for m in run), strict=False))
    return head + tail
