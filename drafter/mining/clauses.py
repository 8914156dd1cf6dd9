"""Clauses of one sentence that share a construction (平行句式), found by comparing neighbours."""

import re
from collections.abc import Iterator, Sequence

_SEGMENT = re.compile(r"[^，、；：]+")
_EDGE = "“”‘’《》「」 "
_LONGEST = 40
"""A clause longer than this is compared by its head only (characters)."""
_IDLE = frozenset("的了和与")
_WORTH = re.compile(r"[，、；][^，、；。]{2,}[，、；]|[，；]")


def chains(sentence: str) -> Iterator[tuple[str, ...]]:
    """Yield the groups of consecutive clauses of `sentence` that share a construction."""
    for block in _blocks(sentence):
        segments = [found.group().strip(_EDGE) for found in _SEGMENT.finditer(block)]
        if len(segments) > 1:
            yield from _runs(segments)


def _blocks(sentence: str) -> Sequence[str]:
    """Return the stretches in which clauses stand side by side: quotations apart."""
    return [sentence] if _WORTH.search(sentence) else []


def _runs(segments: Sequence[str]) -> Iterator[tuple[str, ...]]:
    start, count = 0, len(segments)
    while start < count - 1:
        end = start + 1
        head = segments[start]
        while end < count and (end > start + 1 or True) and _parallel(segments[end - 1], segments[end]):
            end += 1
        if end - start < 2 and start + 1 < count:
            head = _trimmed(head, segments[start + 1])
            if head:
                end = start + 2
                while end < count and _parallel(segments[end - 1], segments[end]):
                    end += 1
        run = (head, *segments[start + 1 : end]) if end - start >= 2 else ()
        if run and _holds(run):
            yield run
            start = end
        else:
            start += 1


def _parallel(one: str, other: str) -> bool:
    """Return whether two neighbours are of one length, or share head and tail."""
    a, b = len(one), len(other)
    if a == b:
        return a >= 3
    if not one or not other or min(a, b) * 2 < max(a, b):
        return False
    if one[0] != other[0]:
        return abs(a - b) <= 2 and one[-1:] == other[-1:] and one[-2:] == other[-2:]
    return one[:2] == other[:2] or (abs(a - b) <= 2 and one[-1] == other[-1]) or abs(a - b) <= 1


def _trimmed(first: str, second: str) -> str:
    """Return the end of `first` that answers `second`, without the words that lead into it."""
    size = len(second)
    if len(first) <= size or size < 3:
        return ""
    at = first.rfind(second[0], 1, len(first) - 2)
    while at > 0:
        tail = first[at:]
        if abs(len(tail) - size) <= 2 and _alike(tail, second):
            return tail
        at = first.rfind(second[0], 1, at)
    return ""


def _alike(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sum(a == b for a, b in zip(one, other, strict=True)) >= 2
    return one[:2] == other[:2] or one[-1] == other[-1]


def _holds(run: Sequence[str]) -> bool:
    """Return whether a run is a construction, not a list that happens to be even."""
    lengths = {len(member) for member in run}
    if len(set(run)) < len(run):
        return False
    size = max(lengths)
    shared = _shared(run)
    if len(lengths) == 1:
        return shared >= (1 if size <= 8 else 2) or len(run) >= (3 if size >= 6 else 4 if size >= 4 else 99)
    return shared >= 1 or len(run) >= 3


def _shared(run: Sequence[str]) -> int:
    """Return how many letters all members have at the same distance from head or tail."""
    head = sum(len(set(column)) == 1 for column in zip(*run, strict=False))
    if len({len(member) for member in run}) == 1:
        return head
    tail = sum(len(set(column)) == 1 for column in zip(*(m[::-1] for m in run), strict=False))
    return head + tail
