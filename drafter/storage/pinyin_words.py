"""Words in pinyin as patterns over Chinese characters, and what finds them in a text."""

import re
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

_LONGEST = 6
"""Letters of the longest syllable."""
_MOST_CLASSES = 4
"""Characters that a pattern looks at; what is left is compared letter by letter."""
_LEAST_NEAR = 3
"""Initials that a word must have before one of them may be wrong."""
_VOWELS = "aeiouv"
_ANY = "[\u3400-\u9fff]"


class Seeker:
    """Finds the first place in a text that one of several patterns matches."""

    def __init__(
        self,
        sure: Sequence[re.Pattern[str]],
        unsure: Sequence[re.Pattern[str]] = (),
        stands: Callable[[str, int], bool] = lambda text, start: True,
    ) -> None:
        """Take patterns that tell by themselves, and such as need a second look by `stands`."""
        self._patterns = [*sure, *unsure]
        self._sure = len(sure)
        self._stands = stands
        self._text = ""
        self._next: list[re.Match[str] | None] = []

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match between `start` and `end`, as a pattern does.

        What lies ahead is kept for the next call on the same text: none is gone through twice.
        """
        if end < len(text):
            found = [self._first(number, text, start, end) for number in range(len(self._patterns))]
        else:
            found = self._ahead(text, start)
        return min((each for each in found if each), key=re.Match.start, default=None)

    def _ahead(self, text: str, start: int) -> list[re.Match[str] | None]:
        numbers = range(len(self._patterns))
        if self._text is not text:
            self._text = text
            self._next = [self._first(number, text, start, len(text)) for number in numbers]
        for number, found in enumerate(self._next):
            if found and found.start() < start:
                self._next[number] = self._first(number, text, start, len(text))
        return self._next

    def _first(self, number: int, text: str, start: int, end: int) -> re.Match[str] | None:
        found = self._patterns[number].search(text, start, end)
        while found and number >= self._sure and not self._stands(text, found.start()):
            found = self._patterns[number].search(text, found.start() + 1, end)
        return found


class Word:
    """Letters that stand for a stretch of Chinese characters."""

    def __init__(self, letters: str, characters: Callable[[str], frozenset[str]]) -> None:
        """Take letters, and what tells the characters of a syllable or an initial."""
        self._end = len(letters)
        self._consonants = not set(letters) & set(_VOWELS)
        self._single = [characters(letter) for letter in letters]
        self._pieces = [
            [
                (end, said)
                for end in range(at + 1, min(at + _LONGEST, self._end) + 1)
                if (said := characters(letters[at:end]))
            ]
            for at in range(self._end)
        ]

    @property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """Return patterns one of which matches where the word stands; `stands` makes sure of it.

        Each is a row of classes, not a choice: that is what the engine finds fast.
        """
        rows = [self._row(1, 1), self._row(2, 2), self._row(3, self._end)]
        return tuple(re.compile("".join(map(_class, row))) for row in rows if row)

    def _row(self, least: int, most: int) -> list[frozenset[str]]:
        """Return for the first characters of every way to part the word what each may be.

        A way takes from `least` to `most` characters.
        """
        depth = min(_MOST_CLASSES, least if least == most else self._end)
        found: list[frozenset[str]] = []
        reached = {0}
        for number in range(1, depth + 1):
            pieces = [
                (end, said)
                for at in reached
                for end, said in self._pieces[at]
                if self._may_follow(end, least - number, most - number)
            ]
            reached = {end for end, _ in pieces}
            found.append(frozenset().union(*(said for _, said in pieces)))
            if not reached:
                return []
            if self._end in reached:
                break
        return found

    def _may_follow(self, at: int, least: int, most: int) -> bool:
        """Tell whether the letters from `at` on may be `least` to `most` characters."""
        return any(max(least, 0) <= number <= most for number in self._numbers[at])

    @cached_property
    def _numbers(self) -> list[frozenset[int]]:
        """Return for every place in the letters how many characters may follow."""
        numbers: list[frozenset[int]] = [frozenset([0])] * (self._end + 1)
        for at in range(self._end - 1, -1, -1):
            numbers[at] = frozenset(n + 1 for end, _ in self._pieces[at] for n in numbers[end])
        return numbers

    def stands(self, text: str, start: int = 0) -> bool:
        """Tell whether a stretch of `text` that begins at `start` is the word."""
        reached = {0}
        for character in text[start : start + self._end]:
            reached = {end for at in reached for end, said in self._pieces[at] if character in said}
            if not reached or self._end in reached:
                break
        return self._end in reached

    @property
    def may_be_near(self) -> bool:
        """Tell whether the letters are nothing but initials, and enough to let one be wrong."""
        return self._end >= _LEAST_NEAR and self._consonants

    @property
    def near(self) -> tuple[re.Pattern[str], ...]:
        """Return patterns for the word as initials with one of them wrong; none for other words.

        One half of the initials is right then, and each half is looked for in turn.
        """
        if not self.may_be_near:
            return ()
        classes = list(map(_class, self._single))
        left, right = classes[: self._end // 2], classes[self._end // 2 :]
        behind = f"(?<={_but_one(left)}{_ANY * len(right)})"
        rows = ("".join(left) + _but_one(right), "".join(right) + behind)
        return tuple(map(re.compile, rows))

    def is_nearly(self, text: str, start: int = 0) -> bool:
        """Tell whether the characters from `start` on have the initials of the word but one."""
        said = text[start : start + self._end]
        return sum(map(_lacks, self._single, said)) == 1

    @property
    def term(self) -> re.Pattern[str]:
        """Return what matches a text that as a whole has as many characters as the word letters."""
        return re.compile(rf"(?m)^{_ANY}{{{self._end}}}(?=[\n\x1f])")


def _lacks(characters: frozenset[str], character: str) -> bool:
    return character not in characters


def _class(characters: Iterable[str]) -> str:
    return f"[{''.join(sorted(characters))}]"


def _but_one(classes: list[str]) -> str:
    """Return a pattern that one of `classes` need not match."""
    each = ("".join([*classes[:n], _ANY, *classes[n + 1 :]]) for n in range(len(classes)))
    return f"(?:{'|'.join(each)})"
