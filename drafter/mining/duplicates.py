"""Phrases that are almost the same: a comma, a width, one or two characters apart."""

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from drafter.model.phrase import Entry, Phrase
from drafter.model.slots import slot_names

_SLOT = re.compile(r"\{\{.*?\}\}")
_WIDE = re.compile("[\uff10-\uff5a]")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B)}
_ASIDE = re.compile(r"[^\w\ue000]+|_+")
"""Punctuation and blanks; what stands for a slot is kept."""
_TELLING = re.compile(r"[\d〇零一二三四五六七八九十百千万亿两几半不没无非未勿\ue000]")
"""Numerals, negations and slots: a difference in one of them is a difference in what is said."""


class Likeness(NamedTuple):
    """What of an entry is compared."""

    group: tuple[str, ...]
    """Only entries that have all of this in common may be alike."""
    texts: tuple[str, ...]
    """Its text, or that of each member, without punctuation."""


def likeness(entry: Entry) -> Likeness:
    """Return what of `entry` is compared."""
    single = isinstance(entry, Phrase)
    said = (entry.text,) if isinstance(entry, Phrase) else [each.text for each in entry.members]
    texts = tuple(map(_folded, said))
    telling = ("".join(_TELLING.findall(text)) for text in texts)
    slots = (name for text in said for name in slot_names(text))
    own = (entry.type, entry.speaker) if isinstance(entry, Phrase) else ()
    return Likeness((entry.kind, str(single), *own, *telling, "|", *slots), texts)


def allowed(length: int) -> int:
    """Return by how many characters texts may differ, the shorter of which has `length`."""
    return 0 if length < 10 else 1 if length < 20 else 2


def alike(one: Likeness, other: Likeness) -> bool:
    """Tell whether two entries say the same in almost the same words."""
    if one.group != other.group or len(one.texts) != len(other.texts):
        return False
    return bool(one.texts) and all(map(_near, one.texts, other.texts))


class Duplicates:
    """Entries in their order, among which the first that is like another is found quickly.

    A text of n segments that is edited fewer than n times has a segment left as it was: texts are
    looked up by their segments, and only what has one in common is compared.
    """

    def __init__(self) -> None:
        self._seen: list[tuple[Likeness, str]] = []
        self._heads: dict[int, int] = {}
        self._groups: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._before = array("l")
        """For each segment that was put in, the one before it with the same key, and its entry."""

    def add(self, found: Likeness, name: str) -> None:
        """Take in an entry, called `name`, behind all others."""
        number = len(self._seen)
        group = self._groups.setdefault(found.group, found.group)
        self._seen.append((Likeness(group, found.texts), name))
        for key in _kept(found):
            self._before.extend((self._heads.get(key, -1), number))
            self._heads[key] = len(self._before) - 2

    def first(self, wanted: Likeness) -> str:
        """Return the name of the first entry that is like `wanted`, or nothing."""
        head = self._heads.get
        heads = [at for key in _asked(wanted) if (at := head(key, -1)) >= 0]
        if not heads:
            return ""
        for number in sorted({number for at in heads for number in self._numbers(at)}):
            found, name = self._seen[number]
            if alike(found, wanted):
                return name
        return ""

    def _numbers(self, at: int) -> Iterator[int]:
        while at >= 0:
            yield self._before[at + 1]
            at = self._before[at]


def near_duplicates(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Yield the ids of entries that are like an earlier one, each with the id of that one."""
    earlier = Duplicates()
    for entry in entries:
        found = likeness(entry)
        if first := earlier.first(found):
            yield entry.id, first
        else:
            earlier.add(found, entry.id)


def _folded(text: str) -> str:
    plain = _SLOT.sub("\ue000", text) if "{{" in text else text
    said = _ASIDE.sub("", plain)
    if _WIDE.search(said):
        said = said.translate(_NARROW)
    return said.casefold() or text


def _near(one: str, other: str) -> bool:
    if one == other:
        return True
    most = allowed(min(len(one), len(other)))
    if not most or abs(len(one) - len(other)) > most:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(one, other, score_cutoff=most) <= most


def _kept(found: Likeness) -> Iterator[int]:
    """Yield the keys that an entry is found by: a set by its first member."""
    text, group = _first(found), hash(found.group)
    for number, (start, end) in enumerate(_segments(len(text))):
        yield hash((group, len(text), number, text[start:end]))


def _asked(wanted: Likeness) -> Iterator[int]:
    """Yield the keys that entries like `wanted` may have."""
    text, group = _first(wanted), hash(wanted.group)
    for length, number, start, end in _places(len(text)):
        yield hash((group, length, number, text[start:end]))


def _first(found: Likeness) -> str:
    return found.texts[0] if found.texts else ""


@lru_cache(maxsize=512)
def _segments(length: int) -> list[tuple[int, int]]:
    """Return the bounds of the segments of a text: one more than it may have edits."""
    count = allowed(length) + 1
    return list(pairwise(length * number // count for number in range(count + 1)))


@lru_cache(maxsize=512)
def _places(own: int) -> list[tuple[int, int, int, int]]:
    """Return length and number of each segment of texts like one of `own` length, and its bounds.

    The bounds are where it would stand in that one: edits before it may have moved it, but not
    by more than the rest of the edits can mend.
    """
    found = []
    for length in range(max(0, own - 2), own + 3):
        most, longer = allowed(min(length, own)), own - length
        shifts = [at for at in range(-most, most + 1) if abs(at) + abs(longer - at) <= most]
        for number, (start, end) in enumerate(_segments(length)):
            moved = ((start + at, end + at) for at in shifts)
            found += [(length, number, at, to) for at, to in moved if at >= 0 and to <= own]
    return found
