"""One phrase file as a search sees it: lines to look through, and the items behind them."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from drafter.model.folding import folded
from drafter.storage.bank_cache import SPOILT, Cached, cached
from drafter.storage.bank_rows import Item, searched
from drafter.storage.phrasebank import read_anew


class Seeks(Protocol):
    """Finds the next place in a text, as a pattern does."""

    def search(self, text: str, start: int = ..., end: int = ..., /) -> re.Match[str] | None:
        """Return the first match between `start` and `end`."""
        ...


Wanted = str | Seeks
"""What a line is to hold: some characters, or what is found by a pattern; both see folded text."""
_MANY = 2000
"""From here on it takes less time to count lines by a pattern than to go through them."""
_FEW = 24
"""So many ids are looked for one by one in less time than it takes to divide a long list."""


class _Lines:
    """The numbers of the lines that hold some words; many are only counted at first."""

    def __init__(self, text: bytes, words: Sequence[bytes]) -> None:
        self._text = text
        self._first, *self._others = sorted(words, key=text.count) if words[1:] else words
        rare = bool(self._others) or text.count(self._first) < _MANY
        self._numbers = list(self._each()) if rare else None

    def __len__(self) -> int:
        if self._numbers is not None:
            return len(self._numbers)
        return len(re.findall(re.escape(self._first) + rb"[^\n]*+", self._text))

    def __iter__(self) -> Iterator[int]:
        return self._each() if self._numbers is None else iter(self._numbers)

    def _each(self) -> Iterator[int]:
        find, count, first = self._text.find, self._text.count, self._first
        number = counted = at = 0
        while (at := find(first, at)) >= 0:
            end = find(b"\n", at)
            if not self._others or self._has_others(at, end):
                number, counted = number + count(b"\n", counted, at), at
                yield number
            at = end

    def _has_others(self, at: int, end: int) -> bool:
        start = self._text.rfind(b"\n", 0, at) + 1
        for word in self._others:  # noqa: SIM110 - half as fast with all()
            if self._text.find(word, start, end) < 0:
                return False
        return True


Numbers = list[int] | range | _Lines


class Sheet:
    """The items of a phrase file, entries first, then changes; of its cache if there is one."""

    def __init__(self, path: Path, kind: str) -> None:
        self.path = path
        self.entries = 0
        """How many of the items are entries."""
        self._count = 0
        self._kind = kind
        self._text = self._names = b""
        self._lines: list[bytes] | None = None
        self._ids: list[str] | None = None
        self._cache: Cached | None = None
        self._whole: Sequence[Item] | None = None
        if not self._cached():
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
            self._ids = self._names.decode().splitlines()
        return self._ids

    def having(self, names: Collection[str]) -> set[str]:
        """Return those of `names` that are ids here."""
        if len(names) > _FEW or self._ids is not None:
            return set(names).intersection(self.ids)
        within = b"\n" + self._names
        return {name for name in names if f"\n{name}\n".encode() in within}

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
        return self._divided()[number].decode()

    def holding(self, wanted: Sequence[Wanted]) -> Numbers:
        """Return the numbers of the items that hold all that is wanted."""
        if not wanted:
            return range(self._count)
        words = [each.encode() for each in wanted if isinstance(each, str)]
        patterns = [each for each in wanted if not isinstance(each, str)]
        if words and not patterns:
            return _Lines(self._text, words)
        found = _Lines(self._text, words) if words else self._matching(patterns.pop())
        return [each for each in found if all(p.search(self.line(each)) for p in patterns)]

    def _matching(self, pattern: Seeks) -> list[int]:
        """Return the numbers of the lines in which `pattern` finds something."""
        text = self._text.decode()
        found: list[int] = []
        number = counted = at = 0
        while match := pattern.search(text, at):
            at = match.start()
            number, counted = number + text.count("\n", counted, at), at
            found.append(number)
            at = text.find("\n", at) + 1
        return found

    def _divided(self) -> list[bytes]:
        if self._lines is None:
            self._lines = self._text.split(b"\n")
        return self._lines

    def _cached(self) -> bool:
        found = cached(self.path, self._kind)
        if found is None:
            return False
        with suppress(*SPOILT):
            self._text, self._names = found.text(), found.ids()
            self.entries, self._cache, self._count = found.entries, found, found.count
        return self._cache is not None

    def _read(self) -> Sequence[Item]:
        read = read_anew(self.path, self._kind, None)
        self._whole = items = (*read.entries, *read.changes)
        if not self._text:
            self.entries, self._count = len(read.entries), len(items)
            self._names = "".join(f"{item.id}\n" for item in items).encode()
            self._text = folded("".join(f"{searched(item)}\n" for item in items)).encode()
        return items


def holds_all(text: str, wanted: Sequence[Wanted]) -> bool:
    """Tell whether the folded `text` holds all that is wanted."""
    return all(each in text if isinstance(each, str) else each.search(text) for each in wanted)
