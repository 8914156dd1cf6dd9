"""Words in pinyin, and how they may be parted into characters."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from drafter.storage.sounds.sounds import Sounds
from drafter.storage.sounds.ways import Heard, Look, Way, Written

_LONGEST = 6
"""Letters of the longest syllable."""
_LEAST_NEAR = 3
"""Initials that a word must have before one of them may be wrong."""
_MOST = 8
"""Characters that are listened to; all are looked at."""
_FEW = 2
"""So few characters sound like too many others."""
_SMALL = 2000
"""Characters that do not take longer to write as a pattern than they save."""
_VOWELS = "aeiouv"
_HAN = "\u3400-\u9fff"


class Word:
    """Letters that stand for a stretch of Chinese characters, and all ways to part them."""

    def __init__(
        self, letters: str, characters: Callable[[str], frozenset[str]], sounds: Sounds
    ) -> None:
        """Take letters, what tells the characters of a syllable or an initial, and their sounds."""
        self._letters = letters
        self._end = len(letters)
        self._consonants = not set(letters) & set(_VOWELS)
        self._sounds = sounds
        self._characters = characters
        self._pieces: list[list[tuple[int, frozenset[str]]]] = [[] for _ in letters]
        for at in range(self._end - 1, -1, -1):
            self._pieces[at] = list(self._pieces_at(at))

    def _pieces_at(self, at: int) -> Iterator[tuple[int, frozenset[str]]]:
        """Yield where a piece of pinyin may end, the rest being pinyin too, and what says it."""
        for end in range(at + 1, min(at + _LONGEST, self._end) + 1):
            if end == self._end or self._pieces[end]:
                said = self._characters(self._letters[at:end])
                if said:
                    yield end, said

    @property
    def exact(self) -> list[Way]:
        """Return ways to find the word: in the fewest characters, in more; none without pinyin."""
        numbers = sorted(self._numbers[0])
        ways: list[Way] = []
        only = self._only(numbers[0]) if numbers and numbers[0] <= _FEW else []
        if only and (len(only) == 1 or sum(map(len, only)) <= _SMALL):
            ways.append(Written("".join(f"[{''.join(sorted(said))}]" for said in only)))
            numbers = numbers[1:]
        return [*ways, self._parted(numbers[0], numbers[-1])] if numbers else ways

    def _parted(self, least: int, most: int) -> Way:
        return self._heard(self._row(least, most), Look(self.stands, least, most))

    def _only(self, number: int) -> list[frozenset[str]]:
        """Return what each of `number` characters may be, if there is one way to part the word."""
        found: list[frozenset[str]] = []
        at = 0
        for left in range(number - 1, -1, -1):
            pieces = [(end, said) for end, said in self._pieces[at] if left in self._numbers[end]]
            if len(pieces) > 1:
                return []
            ((at, said),) = pieces
            found.append(said)
        return found

    def _heard(self, row: Sequence[str], look: Look, back: int = 0) -> Heard:
        row = row[:_MOST]
        lead = min(range(len(row)), key=lambda at: sum(map(self._number, row[at])))
        return Heard(self._sounds, row, lead, look, back)

    def _number(self, letter: str) -> int:
        return len(self._characters(letter))

    def _row(self, least: int, most: int) -> list[str]:
        """Return for the first characters what letters their readings may begin with.

        A way to part the word takes from `least` to `most` characters.
        """
        found: list[str] = []
        reached = {0}
        for number in range(1, least + 1):
            found.append("".join({self._letters[at] for at in reached}))
            reached = {
                end
                for at in reached
                for end, _ in self._pieces[at]
                if self._may_follow(end, least - number, most - number)
            }
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

    def stands(self, text: str) -> bool | None:
        """Tell whether `text` begins with the word; None if it is but the beginning of the word."""
        reached = {0}
        for character in text:
            reached = {end for at in reached for end, said in self._pieces[at] if character in said}
            if self._end in reached:
                return True
            if not reached:
                return False
        return None

    @property
    def may_be_near(self) -> bool:
        """Tell whether the letters are nothing but initials, and enough to let one be wrong."""
        return self._end >= _LEAST_NEAR and self._consonants

    @property
    def near(self) -> list[Way]:
        """Return ways to find the word as initials with one of them wrong; none for other words.

        One half of the initials is right then, and each half is looked for in turn.
        """
        if not self.may_be_near:
            return []
        half, look = self._end // 2, Look(self._is_nearly, self._end, self._end)
        left, right = self._letters[:half], self._letters[half:]
        return [self._heard(left, look), self._heard(right, look, half)]

    def _is_nearly(self, text: str) -> bool:
        """Tell whether the characters of `text` have the initials of the word, but one at most."""
        wrong = [each for each, said in zip(text, self._single, strict=False) if each not in said]
        return len(text) == self._end and (not wrong or (len(wrong) == 1 and _is_han(wrong[0])))

    @cached_property
    def _single(self) -> list[frozenset[str]]:
        return [self._characters(letter) for letter in self._letters]

    @property
    def term(self) -> list[Way]:
        """Return ways to find texts that as a whole are nearly the word, but not the word."""
        if not self.may_be_near:
            return []
        return [Written(rf"^[{_HAN}]{{{self._end}}}(?![^\n\x1f])", self._is_other)]

    def _is_other(self, text: str) -> bool:
        pairs = zip(text, self._single, strict=False)
        return self._is_nearly(text) and any(each not in said for each, said in pairs)


def _is_han(character: str) -> bool:
    return _HAN[0] <= character <= _HAN[-1]
