"""Texts as they sound: a byte a character, which tells what letters its readings begin with.

Bytes are gone through many times faster than characters by their thousands. Readings that few
characters have share a byte: what is found has to be looked at again in the text itself.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property

_ANY = 1
_BREAK = ord("\n")
_LEAD = 0xFF
_CODES = [code for code in range(_ANY + 1, _LEAD) if code != _BREAK]

Kept = Callable[[str, Callable[[str], bytes]], bytes]
"""Returns what a function makes of the text at hand; it is kept under a name for the next time."""


class Sounds:
    """Knows the byte of every character."""

    def __init__(self, syllables: Mapping[str, str], sets: Sequence[str], name: str) -> None:
        """Take the characters of each syllable, the sets of letters that have a byte, and a name.

        What has the same name has the same bytes.
        """
        self._syllables = syllables
        self._sets = sets
        self.name = name

    def of(self, text: str) -> bytes:
        """Return `text` as it sounds."""
        characters = memoryview(text.encode("utf-32")).cast("I")[1:]
        return bytes(map(self._table.__getitem__, characters))

    @cached_property
    def _table(self) -> bytes:
        codes = dict(zip(self._sets, _CODES, strict=False))
        table = bytearray(0x110000)
        table[_BREAK] = _BREAK
        for character, letters in _letters(self._syllables).items():
            table[ord(character)] = codes.get(letters, _ANY)
        return bytes(table)

    def row(self, letters: Sequence[str], lead: int) -> tuple[bytes, bytes]:
        """Return what finds characters whose readings begin in turn with one of these letters each.

        It is a table to rewrite the bytes by, and a pattern over what they become. A match begins
        at `lead`: whatever may stand there becomes one byte, for which the engine looks very fast.
        """
        codes = [self._codes(each) for each in letters]
        table = bytes(_LEAD if code in codes[lead] else code for code in range(256))
        classes = [_class({table[code] for code in each}) for each in codes]
        before = b"(?<=%b\xff)" % b"".join(classes[:lead]) if lead else b""
        after = b"".join(classes[lead + 1 :])
        return table, b"\xff%b%b" % (before, after)

    def _codes(self, letters: str) -> set[int]:
        pairs = zip(self._sets, _CODES, strict=False)
        return {_ANY, *(code for some, code in pairs if not set(some).isdisjoint(letters))}


def common_sets(syllables: Mapping[str, str]) -> list[str]:
    """Return the sets of letters that are those of most characters, as many as there are bytes."""
    counts = Counter(_letters(syllables).values())
    return [letters for letters, _ in counts.most_common(len(_CODES))]


def _letters(syllables: Mapping[str, str]) -> dict[str, str]:
    """Return for every character the letters that its readings begin with."""
    found: dict[str, str] = {}
    for name, said in syllables.items():
        for character in said:
            letters = found.get(character, "")
            if name[0] not in letters:
                found[character] = letters + name[0]
    return found


def _class(codes: Collection[int]) -> bytes:
    return b"[%b]" % b"".join(re.escape(bytes([code])) for code in sorted(codes))
