"""Search by pinyin: whole syllables, initials, or a mix, for any stretch of a text."""

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from drafter.errors import DrafterError
from drafter.storage.pinyin_words import Seeker, Word

_FILE = "pinyin.txt"
_VERSION = "drafter pinyin 1"
_INITIALS = ("zh", "ch", "sh")
"""Initials of two letters, beside those of one."""
_UMLAUT = {"ü": "v", "ê": "e"}


def pinyin(folder: Path | None) -> "Pinyin":
    """Return the syllables of all characters; kept in `folder`, for they take long to load."""
    kept = _kept(folder) if folder else None
    if kept is not None:
        return Pinyin(kept)
    syllables = _syllables()
    if folder:
        from drafter.storage.files import write_atomically  # only the first search has need of it

        rows = "".join(f"{name} {said}\n" for name, said in syllables.items())
        with suppress(DrafterError, OSError):  # a cache that cannot be written is none
            folder.mkdir(parents=True, exist_ok=True)
            write_atomically(folder / _FILE, f"{_VERSION}\n{rows}.\n".encode())
    return Pinyin(syllables)


def _kept(folder: Path) -> dict[str, str] | None:
    try:
        head, *rows, end = (folder / _FILE).read_text("utf-8").split("\n")[:-1]
        if head == _VERSION and end == ".":
            return dict(_pair(row) for row in rows)
    except (OSError, ValueError):  # no such file, or another's
        return None
    return None


def _pair(row: str) -> tuple[str, str]:
    name, said = row.split(" ")
    return name, said


def _syllables() -> dict[str, str]:
    """Return syllable and characters, heteronyms under each of their readings."""
    from pypinyin.pinyin_dict import pinyin_dict  # takes 0.3 s

    found: dict[str, list[str]] = {}
    for code, readings in sorted(pinyin_dict.items()):
        if code <= 0xFFFF:
            for name in dict.fromkeys(_plain(readings).split(",")):
                found.setdefault(name, []).append(chr(code))
    for name in ("lve", "nve"):
        found[name.replace("v", "u")] = found.get(name, [])
    return {name: "".join(said) for name, said in sorted(found.items())}


def _plain(readings: str) -> str:
    """Return readings without tones, ü as v."""
    from unicodedata import normalize

    spelt = readings
    for mark in "\u0304\u0301\u030c\u0300":
        spelt = normalize("NFC", normalize("NFD", spelt).replace(mark, ""))
    for letter, typed in _UMLAUT.items():
        spelt = spelt.replace(letter, typed)
    return re.sub("[^a-z,]", "", spelt)


class Pinyin:
    """Knows the characters of every syllable."""

    def __init__(self, syllables: Mapping[str, str]) -> None:
        self._syllables = syllables
        self._initials = frozenset([*(name[0] for name in syllables), *_INITIALS])

    @cache  # noqa: B019
    def characters(self, piece: str) -> frozenset[str]:
        """Return the characters that `piece` may stand for: a syllable, or an initial, or none."""
        said = [self._syllables.get(piece, "")]
        if piece in self._initials:
            said += (each for name, each in self._syllables.items() if name.startswith(piece))
        return frozenset("".join(said))

    def exactly(self, letters: str) -> Seeker:
        """Return what finds a stretch that `letters` stand for, or the letters themselves."""
        word = Word(letters.lower(), self.characters)
        plain = re.compile(re.escape(letters.lower()))
        return Seeker([plain], word.patterns, word.stands)

    def nearly(self, letters: str) -> Seeker | None:
        """Return what finds initials that differ from `letters` in one; nothing for other words."""
        near = Word(letters.lower(), self.characters).near
        return Seeker(near) if near else None

    def term(self, letters: str) -> Seeker | None:
        """Return what finds texts that as a whole are `nearly` the letters; it is soon made."""
        word = Word(letters.lower(), self.characters)
        return Seeker([], [word.term], word.is_nearly) if word.may_be_near else None
