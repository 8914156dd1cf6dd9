"""What was mined, merged into a phrasebank: each phrase once, with all of its sources."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from drafter.mining.duplicates import Duplicates, likeness
from drafter.mining.identity import identity
from drafter.model.edits import Edits
from drafter.model.phrase import Entry, Phrase, Phrasebank, Source

_SPACE = re.compile(r"\s+")
_LONG = 12
"""Hexadecimal digits of an id that another entry has already."""


class Merged(NamedTuple):
    """What a merge brings, and where that went which was there already."""

    edits: dict[str, Edits]
    kept: dict[str, str]
    """Id of what was found to the id of the entry that got its sources, where the two differ."""


def merged_into(
    bank: Phrasebank, found: Iterable[Entry], gone: Collection[str]
) -> dict[str, Edits]:
    """Return by kind what `found` brings to `bank`.

    An entry that the bank has, by its id or in almost the same words, gets the sources and stays as
    it is; the others are added, in the order of `found`. Ids in `gone` are passed over. Merging the
    same once more into the result changes nothing.
    """
    return merging(bank, found, gone).edits


def merging(bank: Phrasebank, found: Iterable[Entry], gone: Collection[str]) -> Merged:
    """Return what `merged_into` returns, and which entry of the bank stands for which found one."""
    merge = _Merge(bank, frozenset(gone))
    for entry in found:
        merge.take(entry)
    return Merged(merge.edits(), merge.kept)


class _Merge:
    """A bank, what is added to it, and the sources that its entries get."""

    def __init__(self, bank: Phrasebank, gone: frozenset[str]) -> None:
        self._bank = bank
        self._gone = gone
        self._known: dict[str, Entry] = {entry.id: entry for entry in bank}
        self._duplicates: dict[str, Duplicates] = {}
        self._added: dict[str, Entry] = {}
        self._sources: dict[str, dict[Source, None]] = {}
        self.kept: dict[str, str] = {}

    def take(self, entry: Entry) -> None:
        """Merge one entry."""
        original, entry = entry.id, self._named(entry)
        if entry.id in self._gone:
            return
        name = entry.id if entry.id in self._known else self._taken(entry)
        if name != original:
            self.kept[original] = name
        sources = self._sources.setdefault(name, dict.fromkeys(self._known[name].sources))
        sources.update(dict.fromkeys(entry.sources))

    def _taken(self, entry: Entry) -> str:
        """Return the id of what is like `entry`; if there is nothing, add it."""
        alike, found = self._alike(entry.kind), likeness(entry)
        if name := alike.first(found):
            return name
        alike.add(found, entry.id)
        self._known[entry.id] = self._added[entry.id] = entry
        return entry.id

    def edits(self) -> dict[str, Edits]:
        """Return what is to change, by kind."""
        add: dict[str, list[Entry]] = {}
        change: dict[str, dict[str, dict[str, object]]] = {}
        for name, sources in self._sources.items():
            known = self._known[name]
            if name in self._added:
                add.setdefault(known.kind, []).append(_with(known, tuple(sources)))
            elif keys := _changed(known, tuple(sources)):
                change.setdefault(known.kind, {})[name] = keys
        kinds = dict.fromkeys((*add, *change))
        return {kind: Edits(tuple(add.get(kind, ())), change.get(kind, {})) for kind in kinds}

    def _named(self, entry: Entry) -> Entry:
        """Return `entry` with a longer id if another text has the one it came with."""
        known = self._known.get(entry.id)
        if known is None or _key(known) == _key(entry):
            return entry
        if identity(known.kind, _key(known)) != known.id:  # edited by hand: the same entry still
            return entry
        longer = identity(entry.kind, _key(entry), _LONG)
        if isinstance(entry, Phrase):
            return entry._replace(id=longer)
        members = (m._replace(id=f"{longer}.{n}") for n, m in enumerate(entry.members, 1))
        return entry._replace(id=longer, members=tuple(members))

    def _alike(self, kind: str) -> Duplicates:
        if kind not in self._duplicates:
            found = self._duplicates[kind] = Duplicates()
            for entry in self._bank.entries.get(kind, ()):
                found.add(likeness(entry), entry.id)
        return self._duplicates[kind]


def _key(entry: Entry) -> str:
    """Return what the id of a mined entry is made of."""
    if not isinstance(entry, Phrase):
        said = "|".join(member.text for member in entry.members)
    else:
        said = f"{entry.type}|{entry.text}" if entry.type else entry.text
    return _SPACE.sub("", said)


def _with(entry: Entry, sources: tuple[Source, ...]) -> Entry:
    return entry._replace(sources=sources, seen=max(entry.seen, len(sources)))


def _changed(entry: Entry, sources: tuple[Source, ...]) -> dict[str, object]:
    """Return the keys of an entry in the bank that change with its sources."""
    keys: dict[str, object] = {}
    if sources != entry.sources:
        keys["source"] = _written(sources)
    if len(sources) > entry.seen:
        keys["seen"] = len(sources)
    return keys


def _written(sources: Sequence[Source]) -> object:
    """Return sources as a phrase file has them."""
    told = [
        {"document": each.document, "line": each.line} if each.line else each.document
        for each in sources
    ]
    return told[0] if len(told) == 1 else told
