"""Ways to find a word in a text: by its characters, or by how they sound."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple, Protocol

from drafter.storage.sounds.sounds import Kept, Sounds


class Way(Protocol):
    """Finds a word in one way."""

    def places(self, text: str, kept: Kept | None = None) -> list[int]:
        """Return a place in each line of `text` that holds the word, in the order of the lines."""
        ...


class Seeker:
    """Finds a word in one of several ways."""

    def __init__(self, ways: Sequence[Way], letters: str = "") -> None:
        """Take ways to find the word, and letters to be found as they are."""
        self._ways = ways
        self._letters = letters

    def places(self, text: str, kept: Kept | None = None) -> list[int]:
        """Return a place in each line of `text` that holds the word, in the order of the lines.

        With `kept` a long text is gone through much faster than character by character.
        """
        found = [way.places(text, kept) for way in self._ways]
        if self._letters and self._letters in text:
            found.append(Written(re.escape(self._letters)).places(text))
        return found[0] if len(found) == 1 else _one_a_line(text, sorted(chain(*found)))


class Written:
    """Finds what a pattern matches."""

    def __init__(self, pattern: str, is_word: Callable[[str], bool] | None = None) -> None:
        """Take a pattern, and what tells of a match whether it is the word, if that is not sure."""
        self._lines = re.compile(rf"({pattern})[^\n]*+", re.MULTILINE)
        self._is_word = is_word

    def places(self, text: str, kept: Kept | None = None) -> list[int]:
        """Return where the first match in each line begins, if it is the word."""
        is_word, lines = self._is_word, self._lines.finditer(text)
        found = (line for line in lines if is_word(line[1])) if is_word else lines
        return [*map(re.Match.start, found)]


class Look(NamedTuple):
    """What tells whether a text begins with a word of so many characters at least and at most.

    Of a text that is the beginning of the word, but goes no further, it tells None.
    """

    judge: Callable[[str], bool | None]
    fewest: int
    most: int


class Heard:
    """Finds a row of letters that the readings of characters begin with, and looks again."""

    def __init__(self, sounds: Sounds, row: Sequence[str], lead: int, look: Look, back: int = 0):
        """Take letters for each character, of which that at `lead` is the rarest.

        The word begins `back` characters before the row.
        """
        self._sounds = sounds
        self._row = row
        self._lead = lead
        self._look = look
        self._back = back

    @cached_property
    def _finding(self) -> tuple[bytes, bytes]:
        return self._sounds.row(self._row, self._lead)

    @cached_property
    def _search(self) -> Callable[..., re.Match[bytes] | None]:
        return re.compile(self._finding[1]).search

    def places(self, text: str, kept: Kept | None = None) -> list[int]:
        """Return a place in each line of `text` that holds the word.

        The fewest characters of it mostly tell, and are the same many times: these are judged once.
        """
        if kept is None:
            judge, _, most = self._look
            every = range(len(text))
            return _one_a_line(text, [at for at in every if judge(text[at : at + most])])
        table, pattern = self._finding
        sounds = kept(self._sounds.name, self._sounds.of).translate(table)
        leads = [*map(re.Match.start, re.finditer(pattern + rb"[^\n]*+", sounds))]
        return [*self._sure(text, sounds, leads)]

    def _sure(self, text: str, sounds: bytes, leads: Sequence[int]) -> Iterator[int]:
        """Yield those of `leads`, the first in their lines, in whose lines the word stands."""
        judge, fewest, _ = self._look
        before = self._lead + self._back
        after = fewest - before
        said = [text[lead - before : lead + after] for lead in leads]
        judged = {each: judge(each) for each in set(said)}
        for lead, sure in zip(leads, map(judged.__getitem__, said), strict=True):
            if sure or self._is_in_line(text, sounds, lead if sure is None else lead + 1):
                yield lead

    def _is_in_line(self, text: str, sounds: bytes, lead: int) -> bool:
        """Tell whether the word is found at `lead` or later in the line."""
        judge, _, most = self._look
        before = self._lead + self._back
        end = sounds.find(b"\n", lead)
        while found := self._search(sounds, lead, end if end >= 0 else len(sounds)):
            at = found.start() - before
            if at >= 0 and judge(text[at : at + most]):
                return True
            lead = found.start() + 1
        return False


def _one_a_line(text: str, places: Sequence[int]) -> list[int]:
    """Return the first of `places` in each line."""
    found: list[int] = []
    end = -1
    for place in places:
        if place > end:
            found.append(place)
            end = text.find("\n", place)
            if end < 0:
                break
    return found
