"""Phrases, sets of phrases, and the bank that holds them."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple


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


Entry = Phrase | PhraseSet


class Phrasebank:
    """Entries by kind (`headings`, `points`, `closings`, …), each kind in the order of its file."""

    __slots__ = ("entries",)

    def __init__(self, entries: Mapping[str, tuple[Entry, ...]] | None = None) -> None:
        self.entries: Final = MappingProxyType(dict(entries or {}))

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
        """Return a bank with the entries of both; where an id stands in both, `later` wins."""
        kinds = dict.fromkeys((*self.entries, *later.entries))
        joined = {kind: {e.id: e for e in (*self._of(kind), *later._of(kind))} for kind in kinds}
        return Phrasebank({kind: tuple(each.values()) for kind, each in joined.items()})

    def _of(self, kind: str) -> tuple[Entry, ...]:
        return self.entries.get(kind, ())


def by_kind(entries: Iterable[Entry]) -> Phrasebank:
    """Return a bank of `entries`, grouped by their kind in order of first sight."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.kind, []).append(entry)
    return Phrasebank({kind: tuple(group) for kind, group in groups.items()})
