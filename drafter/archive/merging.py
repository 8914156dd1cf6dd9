"""The second half of mining: one merge of all that was read, and one transaction."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from drafter.archive.results import Origin, entries_of, ids_of
from drafter.mining.merging import merging
from drafter.model.edits import Edits
from drafter.model.phrase import Entry, Phrase, Phrasebank
from drafter.storage.bank import ledger as ledgers
from drafter.storage.bank.edits import preview, write_edits
from drafter.storage.bank.layers import Layer, bank_layers, load_layers
from drafter.storage.bank.ledger import Ledger, Mined, as_item, load_ledger
from drafter.storage.bank.phrasebank import load_bank, rejected_ids
from drafter.storage.journal import Journal


class Target(NamedTuple):
    """A phrasebank that is mined into, as it stands."""

    folder: Path
    bank: Phrasebank
    """Its entries, and those of the layers below it."""
    own: frozenset[str]
    """Ids of the entries in its own files."""
    gone: frozenset[str]
    """Ids that were deleted or rejected, and do not come back."""
    ledger: Ledger
    slots: frozenset[str]
    titles: Mapping[str, str]
    """What the head of a phrase file says of its kind."""


class Counts(NamedTuple):
    """What a merge does to the entries of one kind."""

    added: int = 0
    changed: int = 0
    """Entries that get sources."""
    alike: int = 0
    """Entries found that are almost the same as one that is kept."""


class Merge(NamedTuple):
    """What is to be written, and what it amounts to."""

    edits: Mapping[str, Edits]
    ledger: bytes
    kept: Mapping[str, str]
    """Id of what was found to the id of what is kept in its place, for near-duplicates."""
    alike: Mapping[str, str]
    """Id and words of what was found and is not kept."""
    counts: Mapping[str, Counts]
    number: int
    """How many entries were found, known ones among them."""
    known: int
    """How many of them change nothing: some layer has them, or they were deleted or rejected."""


def load_target(folder: Path, slots: frozenset[str], titles: Mapping[str, str]) -> Target:
    """Return the phrasebank in `folder`, with all that mining must not add to it again."""
    own = load_bank(folder, None, slots)
    ids = frozenset(entry.id for entry in own)
    below = _below(folder)
    ledger = load_ledger(folder)
    rejected = (rejected_ids(each) for each in (folder, *(layer.folder for layer in below)))
    gone = ledger.gone(ids).union(*rejected)
    bank = load_layers(below, None, slots).with_layer(own)
    return Target(folder, bank, ids, gone, ledger, slots, titles)


def _below(folder: Path) -> list[Layer]:
    """Return the layers that `folder` lies above: what they have need not be added to it."""
    layers = bank_layers([folder] if folder.is_dir() else [])
    return list(takewhile(lambda layer: not _same(layer.folder, folder), layers))


def _same(one: Path, other: Path) -> bool:
    return other.is_dir() and one.samefile(other)


def merge(target: Target, origins: Sequence[Origin], journal: Journal, edition: str) -> Merge:
    """Return what the documents bring to `target`; it is the same however they were read."""
    found = entries_of(origins, journal)
    merged = merging(target.bank, found, target.gone)
    edits = dict(_of_own(merged.edits, target.own))
    added = {entry.id for each in edits.values() for entry in each.add}
    rows = mined_rows(ids_of(origins, journal), target.own | added, merged.kept, edition)
    counts = _counts(found, edits, merged.kept)
    alike = {entry.id: said(entry) for entry in found if entry.id in merged.kept}
    used = added.union(merged.kept, *(each.change for each in edits.values()))
    known = sum(entry.id not in used for entry in found)
    ledger = target.ledger.with_rows(rows)
    return Merge(edits, ledger, merged.kept, alike, counts, len(found), known)


def said(entry: Entry) -> str:
    """Return the words of an entry in one line."""
    if isinstance(entry, Phrase):
        return entry.text
    return " | ".join(member.text for member in entry.members)


def _of_own(edits: Mapping[str, Edits], own: Set[str]) -> Iterator[tuple[str, Edits]]:
    """Yield the edits, but for sources of entries that stand in a layer below."""
    for kind, each in edits.items():
        change = {name: keys for name, keys in each.change.items() if name in own}
        if each.add or change:
            yield kind, Edits(each.add, change)


def mined_rows(
    documents: Iterable[tuple[Origin, Iterable[str]]],
    present: Set[str],
    kept: Mapping[str, str],
    edition: str,
) -> Iterator[Mined]:
    """Yield the line of the ledger for each document: what it gave and the bank has."""
    for origin, names in documents:
        pairs = ((name, kept.get(name, name)) for name in names)
        items = (item for name, own in pairs if own in present for item in as_item(name, own))
        yield Mined(origin.key, edition, tuple(items), origin.name)


def differences(target: Target, found: Merge) -> list[tuple[Path, bytes, bytes]]:
    """Return the files that `found` would change, each with its content before and after."""
    return preview(target.folder, found.edits, target.titles, target.slots)


def write(target: Target, found: Merge) -> None:
    """Write everything in one transaction; the ledger, which says that it is done, comes last."""
    also = [(target.folder / ledgers.FILE, found.ledger)]
    write_edits(target.folder, found.edits, target.titles, target.slots, also=also)


def _counts(
    found: Iterable[Entry], edits: Mapping[str, Edits], kept: Mapping[str, str]
) -> dict[str, Counts]:
    alike = Counter(entry.kind for entry in found if entry.id in kept)
    return {
        kind: Counts(len(each.add), len(each.change), alike[kind])
        for kind in dict.fromkeys((*edits, *alike))
        for each in [edits.get(kind, Edits())]
    }
