"""Phrases, sets of phrases, and the bank that holds them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

OWN: Final = "自编"
"""Document of a source that says: nobody's text, written for the phrasebank."""


class Source(NamedTuple):
    """Where a phrase was read: document name and 1-based line."""

    document: str
    line: int = 0


class Phrase(NamedTuple):
    """A reusable text; `text` may hold slots such as `{{ region }}`."""

    id: str
    text: str
    kind: str = ""
    topics: tuple[str, ...] = ()
    era: str = ""
    """Year whose formulations the text uses (four digits); empty when it does not age."""
    organs: tuple[str, ...] = ()
    """Organs the text is right for; empty when it suits all."""
    sources: tuple[Source, ...] = ()
    seen: int = 1
    speaker: str = ""
    """Who said it, for a quotation."""
    type: str = ""
    """What a filler is, such as a role or a matter of four characters: slots take their type."""
    tags: tuple[str, ...] = ()
    note: str = ""
    line: int = 0
    """1-based line of its file; 0 was not read from one."""


class PhraseSet(NamedTuple):
    """Phrases that fill one frame; `frame` shows the common words with letters for the slots."""

    id: str
    frame: str
    members: tuple[Phrase, ...]
    kind: str = ""
    level: int = 0
    topics: tuple[str, ...] = ()
    """Topics of the heading the set stood under."""
    era: str = ""
    organs: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    seen: int = 1
    slots: tuple[tuple[str, str], ...] = ()
    """Letter and type of each slot of the frame, such as ("A", "事项")."""
    tags: tuple[str, ...] = ()
    note: str = ""
    line: int = 0


Entry = Phrase | PhraseSet


class Change(NamedTuple):
    """What a layer changes in an entry of an earlier one; what it does not name stays."""

    id: str
    kind: str
    values: tuple[tuple[str, Any], ...]
    """Field and new value; an empty value clears the field."""
    line: int = 0

    def fits(self, entry: Entry) -> bool:
        """Tell whether `entry` has all the fields that change."""
        return all(field in entry._fields for field, _ in self.values)

    def applied(self, entry: Entry) -> Entry:
        """Return `entry` with the new values; sources go to the members too."""
        values = dict(self.values)
        if isinstance(entry, Phrase):
            return entry._replace(**values)
        if "sources" in values:
            sourced = (m._replace(sources=values["sources"]) for m in entry.members)
            values["members"] = tuple(sourced)
        return entry._replace(**values)


class Phrasebank:
    """Entries by kind (`headings`, `points`, `closings`, …), each kind in the order of its file.

    A bank read from one layer also holds what it changes and rejects in the layers before it.
    """

    __slots__ = ("changes", "entries", "rejected")

    def __init__(
        self,
        entries: Mapping[str, tuple[Entry, ...]] | None = None,
        changes: Collection[Change] = (),
        rejected: Collection[str] = (),
    ) -> None:
        self.entries: Final = MappingProxyType(dict(entries or {}))
        self.changes: Final = tuple(changes)
        self.rejected: Final = frozenset(rejected)

    def __iter__(self) -> Iterator[Entry]:
        """Yield every entry, kind by kind."""
        for entries in self.entries.values():
            yield from entries

    def phrases(self, kind: str) -> tuple[Phrase, ...]:
        """Return the single phrases of `kind`."""
        return tuple(e for e in self.entries.get(kind, ()) if isinstance(e, Phrase))

    def sets(self, kind: str) -> tuple[PhraseSet, ...]:
        """Return the sets of `kind`."""
        return tuple(e for e in self.entries.get(kind, ()) if isinstance(e, PhraseSet))

    def with_layer(self, later: "Phrasebank") -> "Phrasebank":
        """Return a bank with the entries of both, as `later` adds, changes and rejects them.

        Where an id stands in both, what `later` says of it wins and the rest stays. Changes that
        found no entry to change are kept among the changes of the result.
        """
        joined: dict[str, dict[str, Entry]] = {}
        for kind in dict.fromkeys((*self.entries, *later.entries)):
            group = joined[kind] = {entry.id: entry for entry in self._of(kind)}
            for entry in later._of(kind):
                group[entry.id] = revised(group[entry.id], entry) if entry.id in group else entry
        idle = [*self.changes, *(c for c in later.changes if not _changed(joined, c))]
        for group in joined.values():
            for name in later.rejected & group.keys():
                del group[name]
        return Phrasebank({kind: tuple(each.values()) for kind, each in joined.items()}, idle)

    def _of(self, kind: str) -> tuple[Entry, ...]:
        return self.entries.get(kind, ())


def _changed(joined: Mapping[str, dict[str, Entry]], change: Change) -> bool:
    """Apply `change`, and tell whether there was an entry that it fits."""
    group = joined.get(change.kind, {})
    entry = group.get(change.id)
    if entry is None or not change.fits(entry):
        return False
    group[change.id] = change.applied(entry)
    return True


def revised(earlier: Entry, later: Entry) -> Entry:
    """Return `later`, what it leaves open taken from `earlier`; a set takes none from a phrase."""
    if type(earlier) is not type(later):
        return later
    usual = later._field_defaults
    fields = zip(later._fields, earlier, later, strict=True)
    left = tuple((name, old) for name, old, new in fields if not new or new == usual.get(name))
    return Change(later.id, later.kind, left).applied(later)


def unplaced(entry: Entry) -> Entry:
    """Return `entry` without the lines it was read from."""
    if isinstance(entry, Phrase):
        return entry._replace(line=0)
    members = tuple(member._replace(line=0) for member in entry.members)
    return entry._replace(line=0, members=members)


def by_kind(entries: Iterable[Entry]) -> Phrasebank:
    """Return a bank of `entries`, grouped by their kind in order of first sight."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.kind, []).append(entry)
    return Phrasebank({kind: tuple(group) for kind, group in groups.items()})
