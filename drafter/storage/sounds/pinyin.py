"""Search by pinyin: whole syllables, initials, or a mix, for any stretch of a text."""

import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from zlib import crc32

from drafter.errors import DrafterError
from drafter.storage.sounds.sounds import Sounds, common_sets
from drafter.storage.sounds.ways import Seeker
from drafter.storage.sounds.words import Word

_FILE = "pinyin.txt"
_VERSION = "drafter pinyin 2"
_INITIALS = ("zh", "ch", "sh")
"""Initials of two letters, beside those of one."""
_UMLAUT = {"ü": "v", "ê": "e"}


def pinyin(folder: Path | None) -> "Pinyin":
    """Return the syllables of all characters; kept in `folder`, for they take long to load."""
    kept = _kept(folder) if folder else None
    if kept is not None:
        return kept
    syllables = _syllables()
    rows = "".join(f"{name} {said}\n" for name, said in syllables.items())
    text = f"{_VERSION}\n{' '.join(common_sets(syllables))}\n{rows}.\n"
    if folder:
        from drafter.storage.files import write_atomically  # only the first search has need of it

        with suppress(DrafterError, OSError):  # a cache that cannot be written is none
            folder.mkdir(parents=True, exist_ok=True)
            write_atomically(folder / _FILE, text.encode())
    return _read(text)


def _kept(folder: Path) -> "Pinyin | None":
    try:
        return _read((folder / _FILE).read_text("utf-8"))
    except (OSError, ValueError):  # no such file, or another's
        return None


def _read(text: str) -> "Pinyin":
    head, sets, *rows, end, rest = text.split("\n")
    if (head, end, rest) != (_VERSION, ".", ""):
        raise ValueError("not as it was written")
    syllables = dict(_pair(row) for row in rows)
    return Pinyin(syllables, Sounds(syllables, sets.split(), f"{crc32(text.encode()):08x}"))


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

    def __init__(self, syllables: Mapping[str, str], sounds: Sounds) -> None:
        self._syllables = syllables
        self._sounds = sounds
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
        return Seeker(self._word(letters).exact, letters.lower())

    def nearly(self, letters: str) -> Seeker | None:
        """Return what finds initials that differ from `letters` in one; nothing for other words."""
        near = self._word(letters).near
        return Seeker(near) if near else None

    def term(self, letters: str) -> Seeker | None:
        """Return what finds texts that as a whole are `nearly` the letters; it is soon made."""
        term = self._word(letters).term
        return Seeker(term) if term else None

    def _word(self, letters: str) -> Word:
        return Word(letters.lower(), self.characters, self._sounds)
