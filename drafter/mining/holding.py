"""Whether a run of clauses is a construction, or a list that happens to be even."""

from collections.abc import Sequence
from operator import eq


def holds(run: Sequence[str], stop: str) -> bool:
    """Return whether a run is a construction, not a list that happens to be even."""
    count = len(run)
    if len(set(run)) < count:
        return False
    if count == 2:
        return pair_holds(run[0], run[1], stop)
    lengths = list(map(len, run))
    size, even = min(lengths), min(lengths) == max(lengths)
    shared = _shared(run, even)
    if stop == "、":
        return _list_holds(count, size, even, shared) and not _nouns(run, size)
    return shared >= 1 or (even and size >= (6 if count == 3 else 4))


def pair_holds(one: str, other: str, stop: str) -> bool:
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
