"""One phrase file as a search sees it: lines to look through, and the items behind them."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from drafter.storage.bank.cache import SPOILT, Cached, cached
from drafter.storage.bank.phrasebank import read_anew
from drafter.storage.bank.rows import Item, ids_of, lines_of

Kept = Callable[[str, Callable[[str], bytes]], bytes]


class Seeks(Protocol):
    """Finds the lines of a text that hold something."""

    def places(self, text: str, kept: Kept | None = None, /) -> Sequence[int]:
        """Return a place in each line of `text` that holds it, in the order of the lines.

        `kept` returns what a function makes of the text, kept under a name for the next time.
        """
        ...


Wanted = str | Seeks
"""What a line is to hold: some characters, or what is sought; both see folded text."""
_APART = 8000
"""Characters to a line; where lines are nearer, all the text is gone through as fast."""
_FEW = 24
"""So many ids are looked for one by one in less time than it takes to divide a long list."""


class Lines:
    """Lines of a text, each told by a place in it; they are numbered when it comes to that."""

    def __init__(self, text: str, places: Sequence[int]) -> None:
        self._text = text
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[int]:
        number = counted = 0
        for place in self._places:
            number, counted = number + self._text.count("\n", counted, place), place
            yield number


Numbers = list[int] | range | Lines


class _Words:
    """Words that a line is to hold, all of them."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    def places(self, text: str, kept: Kept | None = None) -> list[int]:
        """Return where the rarest word stands in lines that hold the others too."""
        first, *others = sorted(self._words, key=text.count) if self._words[1:] else self._words
        places = [each.start() for each in re.finditer(re.escape(first) + r"[^\n]*+", text)]
        for word in others:
            places = [at for at in places if text.find(word, _start(text, at), _end(text, at)) >= 0]
        return places


class Sheet:
    """The items of a phrase file, entries first, then changes; of its cache if there is one."""

    def __init__(self, path: Path, kind: str) -> None:
        self.path = path
        self.entries = 0
        """How many of the items are entries."""
        self._count = 0
        self._kind = kind
        self._text: str | None = None
        self._names: str | None = None
        self._lines: list[str] | None = None
        self._ids: list[str] | None = None
        self._whole: Sequence[Item] | None = None
        self._beside: dict[str, bytes] = {}
        self._cache = cached(path, kind)
        if self._cache:
            self.entries, self._count = self._cache.entries, self._cache.count
        else:
            self._read()

    def __len__(self) -> int:
        return self._count

    def changed(self) -> set[str]:
        """Return the ids of the items that are changes."""
        return set(self.ids[self.entries :]) if self.entries < self._count else set()

    @property
    def ids(self) -> list[str]:
        """Return the ids of all items."""
        if self._ids is None:
            self._ids = self._named().split("\n")[:-1]
        return self._ids

    def having(self, names: Collection[str]) -> set[str]:
        """Return those of `names` that are ids here."""
        if len(names) > _FEW or self._ids is not None:
            return set(names).intersection(self.ids)
        within = f"\n{self._named()}"
        return {name for name in names if f"\n{name}\n" in within}

    def items(self, numbers: Iterable[int]) -> Iterator[Item]:
        """Yield the items at `numbers`; what the cache no longer gives comes from the file."""
        for number in numbers:
            yield self._item(number)

    def _item(self, number: int) -> Item:
        if self._cache:
            with suppress(*SPOILT):
                return self._cache.item(number)
        return (self._whole or self._read())[number]

    def line(self, number: int) -> str:
        """Return what is searched of the item at `number`."""
        if self._lines is None:
            self._lines = self._searched().split("\n")
        return self._lines[number]

    def holding(self, wanted: Sequence[Wanted]) -> Numbers:
        """Return the numbers of the items that hold all that is wanted."""
        if not wanted:
            return range(self._count)
        text = self._searched()
        return Lines(text, places_holding(text, wanted, self._made))

    def _made(self, name: str, make: Callable[[str], bytes]) -> bytes:
        """Return what `make` makes of what is searched."""
        if name not in self._beside:
            text = self._searched()
            found = b""
            with suppress(*SPOILT):
                found = self._cache.kept(name, make) if self._cache else b""
            self._beside[name] = found if len(found) == len(text) else make(text)
        return self._beside[name]

    def _searched(self) -> str:
        if self._text is None:
            self._text = self._kept(Cached.text, lines_of)
        return self._text

    def _named(self) -> str:
        if self._names is None:
            self._names = self._kept(Cached.ids, ids_of)
        return self._names

    def _kept(self, block: Callable[[Cached], str], made: Callable[[Sequence[Item]], str]) -> str:
        """Return a block of the cache, or make it of what the file holds."""
        if self._cache:
            with suppress(*SPOILT):
                return block(self._cache)
        return made(self._whole or self._read())

    def _read(self) -> Sequence[Item]:
        """Return what the file holds; from now on nothing comes from the cache."""
        read = read_anew(self.path, self._kind, None)
        self._whole = items = (*read.entries, *read.changes)
        self.entries, self._count = len(read.entries), len(items)
        self._cache = self._text = self._names = self._ids = self._lines = None
        self._beside.clear()
        return items


def places_holding(text: str, wanted: Sequence[Wanted], kept: Kept) -> Sequence[int]:
    """Return a place in each line of `text` that holds all that is wanted, which is something."""
    words = [each for each in wanted if isinstance(each, str)]
    sought = [each for each in wanted if not isinstance(each, str)]
    first, *others = [_Words(words), *sought] if words else sought
    places = first.places(text, kept)
    for each in others:
        if len(places) * _APART < len(text):
            lines = ((at, text[_start(text, at) : _end(text, at)]) for at in places)
            places = [at for at, line in lines if each.places(line)]
        else:
            ends = {_end(text, at) for at in each.places(text, kept)}
            places = [at for at in places if _end(text, at) in ends]
    return places


def holds_all(text: str, wanted: Sequence[Wanted]) -> bool:
    """Tell whether the folded `text` holds all that is wanted."""
    return all(each in text if isinstance(each, str) else each.places(text) for each in wanted)


def _start(text: str, place: int) -> int:
    return text.rfind("\n", 0, place) + 1


def _end(text: str, place: int) -> int:
    return text.find("\n", place)
