"""Rows found as one types: by characters, pinyin or initials, the first ones at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from drafter.locations import user_cache
from drafter.model.folding import folded
from drafter.storage.bank.sheets import Lines, Wanted, places_holding
from drafter.storage.sounds.pinyin import Pinyin, pinyin

_BREAK = "\n"
_MOST_PINYIN = 64
_KEPT = 200
"""Words of pinyin that are kept as they are looked for."""
_FIRST = 1000
"""Texts that are looked through together at first; then so many as have been looked through."""


class Index:
    """Texts in long strings, a line each, searched by words or by what pinyin stands for."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._count = len(texts)
        self._stretches: list[tuple[int, _Stretch]] = []
        at = 0
        while at < len(texts):
            end = max(2 * at, _FIRST)
            self._stretches.append((at, _Stretch(texts[at:end])))
            at = end

    def found(self, words: Sequence[Wanted]) -> Iterator[int]:
        """Yield the numbers of the texts that hold all of `words`, in their order.

        No more is looked through than is asked for.
        """
        if not words:
            return iter(range(self._count))
        return chain.from_iterable(
            (at + number for number in stretch.found(words)) for at, stretch in self._stretches
        )


class _Stretch:
    """Some of the texts, few enough to be looked through in a moment."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = folded("".join([f"{text.replace(_BREAK, '')}\n" for text in texts]))
        self._made: dict[str, bytes] = {}

    def found(self, words: Sequence[Wanted]) -> Iterable[int]:
        """Return the numbers of the texts that hold all of `words`."""
        if not all(word in self._text for word in words if isinstance(word, str)):
            return ()
        return Lines(self._text, places_holding(self._text, words, self._kept))

    def _kept(self, name: str, make: Callable[[str], bytes]) -> bytes:
        if name not in self._made:
            self._made[name] = make(self._text)
        return self._made[name]


class Words:
    """What the user typed, as the words to look for."""

    @cached_property
    def _pinyin(self) -> Pinyin:
        return pinyin(user_cache())

    @cached_property
    def _exactly(self) -> Callable[[str], Wanted]:
        return lru_cache(_KEPT)(self._pinyin.exactly)

    def warm(self) -> None:
        """Load what pinyin needs."""
        self._pinyin.characters("a")

    def wanted(self, typed: str) -> list[Wanted]:
        """Return the words in `typed`; letters are pinyin, or stand for themselves."""
        words = [folded(word) for word in typed.split()]
        return [self._exactly(w) if _may_be_pinyin(w) else w for w in words if w]

    def nearly(self, typed: str) -> list[Wanted]:
        """Return the words in `typed` but for one initial of each; none without such a word."""
        words = list(filter(None, map(folded, typed.split())))
        near = [self._pinyin.nearly(w) if _may_be_pinyin(w) else None for w in words]
        exact = self.wanted(typed)
        return [n or e for n, e in zip(near, exact, strict=True)] if any(near) else []


def _may_be_pinyin(word: str) -> bool:
    return word.isascii() and word.isalpha() and len(word) <= _MOST_PINYIN
