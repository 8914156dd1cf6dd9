"""Ways to find a word in a text: by its characters, or by how they sound."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple, Protocol

from drafter.storage.sounds import Kept, Sounds


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
        return [line.start() for line in lines if not is_word or is_word(line[1])]


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

    def places(self, text: str, kept: Kept | None = None) -> list[int]:
        """Return a place in each line of `text` that holds the word.

        The fewest characters of it mostly tell, and are the same many times: these are judged once.
        """
        judge, fewest, most = self._look
        if kept is None:
            every = range(len(text))
            return _one_a_line(text, [at for at in every if judge(text[at : at + most])])
        table, pattern = self._finding
        sounds = kept(self._sounds.name, self._sounds.of).translate(table)
        before = self._lead + self._back
        after = fewest - before
        leads = [line.start() for line in re.finditer(pattern + rb"[^\n]*+", sounds)]
        said = [text[lead - before : lead + after] for lead in leads]
        judged = {each: judge(each) for each in set(said)}
        search = re.compile(pattern).search

        def is_later(lead: int) -> bool:
            end = sounds.find(b"\n", lead)
            while found := search(sounds, lead, end):
                at = found.start() - before
                if at >= 0 and judge(text[at : at + most]):
                    return True
                lead = found.end()
            return False

        verdicts = zip(leads, map(judged.__getitem__, said), strict=True)
        return [at for at, sure in verdicts if sure or is_later(at + (sure is False))]


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
