"""Groups of long members, which are parted by ； and hold shorter clauses themselves."""

from collections.abc import Iterator, Sequence

from drafter.mining.neighbours import HEADS, LEAD_IN, clean

_INNER = 6
"""Shortest member that may hold clauses of its own."""


def spans(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield groups of longer members among `parts`."""
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
    if _balanced(part):
        return False
    if part[:2] == before[:2] and (part[:3] == before[:3] or part[-1] == before[-1]):
        return True
    if part[0] in HEADS and part[0] == before[0] and part[-2:] == before[-2:]:
        return True
    if part[0] == "“" and _behind(part) and _behind(part) in before:
        return True
    if "，" in part and (_sizes(part) == _sizes(before) or _heads(part) == _heads(before)):
        return True
    head = part[:4]
    return 0 < before.find(head) <= LEAD_IN and "“" not in head


def _behind(part: str) -> str:
    """Return the mark that closes the quotation at the head of `part`, and the words after it."""
    at = part.find("”")
    return part[at : at + 3] if 0 < at <= LEAD_IN and len(part) > at + 3 else ""


def _balanced(part: str) -> bool:
    """Return whether a part is a pair of even clauses, which are members themselves."""
    one, _, other = part.partition("，")
    return len(one) == len(other)


def _sizes(part: str) -> list[int]:
    return [len(clause) for clause in part.split("，")]


def _heads(part: str) -> list[str]:
    return [clause[:1] for clause in part.split("，")]


def _nested(run: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(run) < 2 or not any("，" in member for member in run):
        return
    yield tuple(clean(member) for member in (_first(run), *run[1:]))


def _first(run: Sequence[str]) -> str:
    """Return the first member without the words that lead into it."""
    first, second = run[0], run[1]
    if first.startswith(second[:2]):
        return first
    if second[0] == "“" and (behind := _behind(second)):
        at = first.find(behind)
        return first[max(first.rfind("“", 0, max(at, 0)), 0) :]
    return first[max(first.find(second[:4]), 0) :]
