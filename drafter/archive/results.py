"""Results of documents, as they lie in the journal, back to entries."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from drafter.model.phrase import Entry, Phrase, PhraseSet, Source
from drafter.storage.journal import Journal

SOURCES = 100
"""Most sources that one run gives an entry; what is said in more documents is merely counted."""


class Origin(NamedTuple):
    """A document that was read: fingerprint, and the name that its entries tell as source."""

    key: str
    name: str


class _Seen:
    """An entry on its way, and where it was read."""

    __slots__ = ("count", "entry", "sources")

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.sources: list[Source] = []
        self.count = 0

    def more(self, name: str, lines: Iterable[int]) -> None:
        for line in lines:
            self.count += 1
            if len(self.sources) < SOURCES:
                self.sources.append(Source(name, line))

    def whole(self) -> Entry:
        return self.entry._replace(sources=tuple(self.sources), seen=self.count)


def entries_of(origins: Iterable[Origin], journal: Journal) -> list[Entry]:
    """Return every entry of the documents once, with its sources, in the order of `origins`.

    Of entries that say the same the first counts; only distinct entries are held in memory.
    """
    found: dict[object, _Seen] = {}
    for origin in origins:
        for lines, values in json.loads(_parts(journal.result(origin.key))[1]):
            said = _said(values)
            if said not in found:
                found[said] = _Seen(_entry(values))
            found[said].more(origin.name, lines)
    return [seen.whole() for seen in found.values()]


def ids_of(origins: Iterable[Origin], journal: Journal) -> Iterator[tuple[Origin, list[str]]]:
    """Yield each document with the ids of its entries."""
    for origin in origins:
        yield origin, _parts(journal.result(origin.key))[0]


def _parts(result: str) -> tuple[list[str], str]:
    names, _, rows = result.partition(" ")
    return [name for name in names.split(",") if name != "-"], rows


def _said(values: list[Any]) -> object:
    """Return id and words: ids are short, and two texts may have the same."""
    return values[0], values[1] if _single(values) else tuple(member[1] for member in values[2])


def _single(values: list[Any]) -> bool:
    return isinstance(values[2], str)


def _entry(values: list[Any]) -> Entry:
    """Return the entry whose values were written down in their order; only a set has members."""
    fields = [_frozen(value) for value in values]
    if _single(values):
        return Phrase(*fields)
    return PhraseSet(*fields)._replace(members=tuple(Phrase(*member) for member in fields[2]))


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
