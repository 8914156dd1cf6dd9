"""Whether a run of clauses is a construction, or a list that happens to be even."""

import re
from collections.abc import Sequence
from operator import eq

from drafter.mining.neighbours import ANSWERS, HEADS
from drafter.mining.wording import Wording

_FIGURE = re.compile(r"\d")


def holds(run: Sequence[str], stop: str, wording: Wording) -> bool:
    """Return whether clauses joined by commas are a construction."""
    if len(run) == 2:
        return pair_holds(run[0], run[1], stop, wording)
    even = _even(run)
    if not _shares(run, even) and not (even and len(run) > 3 and 4 <= len(run[0]) <= 8):
        return False
    return _distinct(run)


def pair_holds(one: str, other: str, stop: str, wording: Wording) -> bool:
    """Return whether two members are a construction: they share two words, or one if short."""
    size = len(one)
    if size != len(other):
        return _uneven_holds(one, other, stop) and _distinct((one, other))
    if stop == "、" and size < 5:
        return False
    shared = _telling(one, other, wording.nouns)
    run = one, other
    if stop == "、" and (shared < (1 if size <= 6 else 2) or _nouns(run, _same(run), wording)):
        return False
    return (shared >= 2 or (shared == 1 and size <= 8)) and _distinct(run)


def _uneven_holds(one: str, other: str, stop: str) -> bool:
    """Return whether two members of unequal length open or end alike."""
    if min(len(one), len(other)) < 2:
        return False
    if other[0] in ANSWERS and one[-2:] == other[-2:]:
        return True
    shared: int = sum(map(eq, one, other)) + sum(map(eq, one[::-1], other[::-1]))
    if one[0] == other[0] and one[0] in HEADS:
        return shared >= 2
    return shared >= 3 and stop != "、"


def _telling(one: str, other: str, nouns: frozenset[str]) -> int:
    """Return how many letters stand in the same places, words of topics apart."""
    same: list[bool] = list(map(eq, one, other))
    count: int = sum(same)
    if count < 2:
        return count
    opening = same.index(False) if False in same else len(same)
    for at in range(opening, len(same) - 1):
        if same[at] and same[at + 1] and one[at : at + 2] in nouns:
            count -= 2
    return max(count, 0)


def list_holds(run: Sequence[str], wording: Wording) -> bool:
    """Return whether three and more members joined by 、 are clauses, not a list of nouns."""
    lengths = set(map(len, run))
    size, even = min(lengths), len(lengths) == 1
    if size < 3:
        return False
    same = _same(run)
    if size == 3 and even:
        return _short_holds(run[0], same, wording) and _distinct(run)
    if not (even and len(run) > 3):
        known = size > 3 or (same[0] and run[0][0] in wording.short_heads)
        if not known or not (True in same or (not even and _tails_share(run))):
            return False
    return not _nouns(run, same, wording) and _distinct(run)


def _same(run: Sequence[str]) -> list[bool]:
    """Return at which distances from the head all members have the same letter."""
    count = len(run)
    return [column.count(column[0]) == count for column in zip(*run, strict=False)]


def _short_holds(first: str, same: Sequence[bool], wording: Wording) -> bool:
    """Return whether members of three letters share a verb or a joint (站得稳、守得牢)."""
    known = (wording.short_heads, wording.short_joints, wording.short_tails)
    letters = zip(first, same, known, strict=True)
    return any(alike and letter in words for letter, alike, words in letters)


def _nouns(run: Sequence[str], same: Sequence[bool], wording: Wording) -> bool:
    """Return whether the members are nouns, or one noun with a word before or behind it."""
    first = run[0]
    head, tail = first[:2], first[-2:]
    if same[0] and same[1]:
        return head in wording.nouns and head not in wording.verbs
    named = same[-1] and first[-1] in wording.suffixes
    if not named and True in same[:-2] and not all(member[:2] in wording.nouns for member in run):
        return False
    if sum(map(wording.noun, run)) * 2 > len(run):
        return True
    if len(first) > 4 or not (same[-1] and same[-2]):
        return False
    verbal = sum(member[:2] in wording.verbs for member in run)
    if tail in wording.nouns:
        return verbal < len(run)
    return tail not in wording.predicates and verbal * 2 < len(run)


def _distinct(run: Sequence[str]) -> bool:
    """Return whether the members differ, and are more than figures."""
    if len(set(run)) < len(run):
        return False
    return not (_FIGURE.search(run[0]) and _FIGURE.search(run[-1]))


def _even(run: Sequence[str]) -> bool:
    return len(set(map(len, run))) == 1


def _shares(run: Sequence[str], even: bool) -> bool:
    """Return whether all members have a letter at the same distance from head or tail."""
    return True in _same(run) or (not even and _tails_share(run))


def _tails_share(run: Sequence[str]) -> bool:
    """Return whether all members have a letter at the same distance from the tail."""
    return True in _same([member[::-1] for member in run])
