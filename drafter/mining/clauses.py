"""Clauses of one sentence that share a construction (平行句式), found by comparing neighbours."""

import re
from collections.abc import Iterator, Sequence
from operator import eq

from drafter.mining.holding import holds, pair_holds
from drafter.mining.neighbours import (
    ANSWERS,
    HEADS,
    LEAD_IN,
    asked,
    clean,
    leading,
    parallel,
    trailing,
)

_SEGMENT = re.compile(r"([^，、；：。]+)([，、；：。]?)")
_COMMAS = re.compile("[，；]")
_MOST = 40
"""Members of one group at the most."""
_INNER = 6
"""Shortest member that may hold clauses of its own."""

Segment = tuple[str, str]
"""A clause and the stop behind it."""


def chains(sentence: str) -> list[tuple[str, ...]]:
    """Return the groups of consecutive clauses of `sentence` that share a construction."""
    segments: list[Segment] = _SEGMENT.findall(sentence)
    if len(segments) < 2:
        return []
    found = _groups(segments)
    if len(segments) > 2:
        if "、" in sentence and "，" in sentence:
            found += _long(_COMMAS.split(sentence))
        if "；" in sentence:
            found += _long(sentence.split("；"))
    return found


def _long(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield groups of longer members, which hold shorter clauses themselves."""
    marks = [part[:1] for part in parts]
    if "“" not in marks and not any(map(eq, marks, marks[1:])):
        return
    run: list[str] = []
    for part in parts:
        likely = run and (part[:1] == run[-1][:1] or part[:4] in run[-1])
        if likely and _framed(run[-1], part):
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
    if part[0] in HEADS and part[0] == before[0] and part[-2:] == before[-2:]:
        return True
    head = part[:4]
    return 0 < before.find(head) <= LEAD_IN and "“" not in head


def _nested(run: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(run) < 2 or not any(mark in member for member in run for mark in "、，"):
        return
    first, head = run[0], run[1][:4]
    at = first.find(head) if not first.startswith(run[1][:2]) else 0
    yield tuple(clean(member) for member in (first[max(at, 0) :], *run[1:]))


def _groups(segments: Sequence[Segment]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    end = 0
    first, stop = segments[0]
    for start, (second, after) in enumerate(segments[1:]):
        size = len(second)
        if start >= end and size > 2:
            alike = size == len(first) or second[0] in first[-2 * size :] or second[0] in ANSWERS
            if alike or stop == "、" or first[-2:] == second[-2:]:
                until, members = _group(segments, start)
                if members:
                    end = until
                    found.append(members)
        first, stop = second, after
    return found


def _group(segments: Sequence[Segment], start: int) -> tuple[int, tuple[str, ...]]:
    """Return the members of the group that begins at `start`, and the index after them."""
    (first, stop), (second, _) = segments[start], segments[start + 1]
    if second[0] in ANSWERS and (question := asked(first, second)):
        return start + 2, (clean(question), clean(second))
    head = leading(first, second)
    if not head and not _blind(segments, start):
        return start, ()
    until = _end(segments, start)
    if until == start + 2:
        pair = clean(head), clean(second)
        return until, pair if pair_holds(*pair, stop) else ()
    return until, _members(head, segments, start, until)


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
        if not parallel(before, text):
            return end + bool(trailing(before, text))
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
    if len(rest) > 1 and not parallel(rest[-2], rest[-1]):
        rest[-1] = trailing(rest[-2], rest[-1])
    run = tuple(clean(text) for text in (head, *rest))
    return run if holds(run, stop) else ()
