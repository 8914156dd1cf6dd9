"""How like two headings are: the same frame, the same number of clauses, equal length."""

from collections.abc import Sequence
from enum import IntEnum
from operator import eq

from drafter.mining.sentences import bare

_COMMON = frozenset("，、的了是不在要和与就也都有个一")


_FUNCTION = frozenset("在上下中把为以于从到对向用既更又要让")


class Likeness(IntEnum):
    """How sure it is that two texts are siblings."""

    NONE = 0
    LENGTH = 1
    """Equal length clause by clause, nothing else."""
    ECHO = 2
    """Equal length, give or take one, and some words in common."""
    KIND = 3
    """Equal length or the same opening, and the same class of opening word."""
    FRAME = 4
    """A frame in common: the same words in the same places."""


NONE, LENGTH, ECHO, KIND, FRAME = Likeness
"""The members by themselves, which are found faster than through their class."""


class Shape:
    """A text prepared for comparing: clauses, lengths, letters, class of its first word."""

    __slots__ = ("_letters", "clauses", "lengths", "size", "text", "verbal")

    def __init__(self, text: str, verbs: frozenset[str]) -> None:
        text = self.text = bare(text)
        self.clauses = text.split("，")
        self.lengths = list(map(len, self.clauses))
        self.size = len(text) - len(self.clauses) + 1
        self._letters: frozenset[str] | None = None
        self.verbal = text[:2] in verbs or text[:1] in verbs

    @property
    def letters(self) -> frozenset[str]:
        """Return the letters, the commonest apart; worked out when first asked for."""
        if self._letters is None:
            self._letters = frozenset(self.text) - _COMMON
        return self._letters

    @property
    def skeleton(self) -> str:
        """Return the function words, in their order."""
        return "".join(filter(_FUNCTION.__contains__, self.text))

    @property
    def grams(self) -> frozenset[str]:
        """Return the runs of four letters."""
        return frozenset(self.text[at : at + 4] for at in range(len(self.text) - 3))


def likeness(one: Shape, other: Shape) -> Likeness:
    """Return how like two shapes are."""
    if len(one.clauses) != len(other.clauses):
        return NONE
    small, large = (one.size, other.size) if one.size < other.size else (other.size, one.size)
    ratio = small / large if small else 0.0  # nothing may be left of a text of marks
    if ratio < 0.4:
        return NONE
    close = one.lengths == other.lengths or _close(one.lengths, other.lengths)
    verbal = one.verbal and other.verbal
    if not (close or verbal) and (ratio <= 0.5 or not _common(one.clauses[0], other.clauses[0])):
        return NONE
    common = list(map(_common, one.clauses, other.clauses))
    if ratio > 0.5 and common[0] and _framed(one, other, sum(common), ratio, close):
        return FRAME
    if verbal and (close or _kindred(one, other, common, ratio)):
        return KIND
    return _echo(one, other, sum(common)) if close else NONE


def _echo(one: Shape, other: Shape, common: int) -> Likeness:
    """Return how like two shapes are whose clauses are of one length, or nearly."""
    even = one.lengths == other.lengths
    if (even and common >= 3) or _overlap(one, other) >= 0.3:
        return ECHO
    return LENGTH if even else NONE


def _framed(one: Shape, other: Shape, common: int, ratio: float, close: bool) -> bool:
    """Return whether two texts share enough words in the same places to be one frame."""
    verbal = one.verbal and other.verbal
    if ratio > 0.6 and common >= 4:
        return True
    if ratio > 0.6 and verbal and _within(*sorted((one.skeleton, other.skeleton), key=len)):
        return True
    if close and common >= (2 if verbal else 3):
        return True
    return common >= 3 and _overlap(one, other) >= 0.3


def _kindred(one: Shape, other: Shape, common: Sequence[int], ratio: float) -> bool:
    """Return whether two texts of unequal length open alike or share most of their words."""
    if ratio > 0.8 and (max(common[1:], default=0) >= 2 or _overlap(one, other) >= 0.5):
        return True
    if ratio > 0.7 and one.grams & other.grams:
        return True
    same_head = one.lengths[0] == other.lengths[0] and common[0] >= 2 and len(common) > 1
    return ratio > 0.6 and (one.text[:2] == other.text[:2] or same_head)


def _overlap(one: Shape, other: Shape) -> float:
    """Return how many of the letters of one text, the commonest apart, stand in the other."""
    return len(one.letters & other.letters) / (min(len(one.letters), len(other.letters)) or 1)


def _within(short: str, long: str) -> bool:
    """Return whether the function words of one text stand in another in the same order."""
    rest = iter(long)
    return len(short) >= 2 and long[0] == short[0] and all(letter in rest for letter in short)


def _close(one: Sequence[int], other: Sequence[int]) -> bool:
    for a, b in zip(one, other, strict=True):  # noqa: SIM110 - much faster than a generator
        if abs(a - b) > (1 if a < 8 and b < 8 else 2):
            return False
    return True


def _common(one: str, other: str) -> int:
    """Return how many letters two clauses have in common in the same places."""
    if len(one) == len(other):
        return sum(map(eq, one, other))
    head = _head(one, other) if one[:1] == other[:1] else 0
    return head + _head(one[::-1], other[::-1]) if one[-1:] == other[-1:] else head


def _head(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
