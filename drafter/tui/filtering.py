"""Rows found as one types: by characters, pinyin or initials, the first ones at once."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from drafter.locations import user_cache
from drafter.model.folding import folded
from drafter.storage.pinyin import Pinyin, pinyin
from drafter.storage.sheets import Wanted


class Index:
    """Texts in one long string, a line each, searched by words or by what pinyin stands for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._count = len(texts)
        folds = [folded(text).replace("\n", "") for text in texts]
        self._text = "\n".join(folds) + "\n"
        self._starts = list(accumulate((len(each) + 1 for each in folds), initial=0))
        self._made: dict[str, bytes] = {}

    def found(self, words: Sequence[Wanted]) -> Iterator[int]:
        """Yield the numbers of the texts that hold all of `words`, in their order."""
        if not words:
            return iter(range(self._count))
        first, *others = words
        numbers: Iterator[int] = (
            bisect_right(self._starts, place) - 1 for place in self._places(first)
        )
        for word in others:
            numbers = self._holding(numbers, word)
        return numbers

    def _holding(self, numbers: Iterator[int], word: Wanted) -> Iterator[int]:
        if isinstance(word, str):
            return (number for number in numbers if self._has(number, word))
        held = {bisect_right(self._starts, place) - 1 for place in self._places(word)}
        return (number for number in numbers if number in held)

    def _has(self, number: int, word: str) -> bool:
        start, end = self._starts[number : number + 2]
        return self._text.find(word, start, end) >= 0

    def _places(self, word: Wanted) -> Iterable[int]:
        """Return a place in each text that holds `word`."""
        if isinstance(word, str):
            return (m.start() for m in re.finditer(re.escape(word) + r"[^\n]*+", self._text))
        return word.places(self._text, self._kept)

    def _kept(self, name: str, make: Callable[[str], bytes]) -> bytes:
        if name not in self._made:
            self._made[name] = make(self._text)
        return self._made[name]


class Words:
    """What the user typed, as the words to look for."""

    @cached_property
    def _pinyin(self) -> Pinyin:
        return pinyin(user_cache())

    def warm(self) -> None:
        """Load what pinyin needs."""
        self._pinyin.characters("a")

    def wanted(self, typed: str) -> list[Wanted]:
        """Return the words in `typed`; letters are pinyin, or stand for themselves."""
        words = [folded(word) for word in typed.split()]
        return [self._pinyin.exactly(w) if _may_be_pinyin(w) else w for w in words if w]


def _may_be_pinyin(word: str) -> bool:
    return word.isascii() and word.isalpha()
