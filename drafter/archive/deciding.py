"""Entry by entry: what the user decided is written at once, what is undecided is asked again."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from drafter.archive.merging import Merge, Target, mined_rows
from drafter.archive.results import Origin, ids_of
from drafter.errors import InputError
from drafter.model.edits import Edits
from drafter.model.frames import frame
from drafter.model.phrase import Entry, Phrase
from drafter.storage.bank import ledger as ledgers
from drafter.storage.bank.edits import write_edits
from drafter.storage.bank.ledger import Mined, load_ledger
from drafter.storage.bank.phrasebank import entries_of
from drafter.storage.bank.rejections import with_rejections
from drafter.storage.entries.text import entry_rows
from drafter.storage.journal import Journal

File = tuple[Path, bytes]
_PLACE = re.compile(r".*?:(\d+)(?::\d+)?")


class Deciding:
    """The new entries of documents; a document is in the ledger once all of its own are decided."""

    def __init__(
        self,
        target: Target,
        found: Merge,
        origins: Sequence[Origin],
        journal: Journal,
        edition: str,
    ) -> None:
        self._target = target
        self._edition = edition
        self._present = set(target.own)
        self._documents = dict(ids_of(origins, journal))
        self.entries = self._in_order(found)
        undecided = {entry.id for entry in self.entries}
        self._open = {
            origin: undecided & {found.kept.get(name, name) for name in names}
            for origin, names in self._documents.items()
        }
        self._found = found

    def _in_order(self, found: Merge) -> list[Entry]:
        """Return the new entries document by document."""
        names = (name for each in self._documents.values() for name in each)
        order = dict.fromkeys(found.kept.get(name, name) for name in names)
        places = {name: place for place, name in enumerate(order)}
        new = [entry for each in found.edits.values() for entry in each.add]
        return sorted(new, key=lambda entry: places.get(entry.id, len(places)))

    def begin(self) -> None:
        """Write what needs no decision: sources of known entries, documents without new ones."""
        changes = {
            kind: Edits(change=each.change)
            for kind, each in self._found.edits.items()
            if each.change
        }
        self._write(changes, self._closed())

    def keep(self, entry: Entry) -> None:
        """Put the entry into its phrase file."""
        self._present.add(entry.id)
        self._write({entry.kind: Edits(add=(entry,))}, self._decided(entry.id))

    def reject(self, entry: Entry, reason: str = "") -> None:
        """Put the entry, and what is almost the same, on the list of those that stay away."""
        names = [entry.id, *self._absorbed(entry)]
        listed = with_rejections(self._target.folder, dict.fromkeys(names, reason))
        self._write({}, self._decided(entry.id), [listed])

    def alike(self, entry: Entry) -> list[str]:
        """Return the texts that were found too, but are almost the same as `entry`."""
        return [self._found.alike[name] for name in self._absorbed(entry)]

    def _absorbed(self, entry: Entry) -> list[str]:
        """Return the ids that are counted as `entry`."""
        return [name for name, kept in self._found.kept.items() if kept == entry.id]

    def as_text(self, entry: Entry) -> str:
        """Return the entry as a phrase file has it."""
        return "".join(f"{row}\n" for row in entry_rows(entry))

    def from_text(self, entry: Entry, text: str) -> Entry:
        """Return `entry` as `text` says it; it keeps its id, by which mining knows it again."""
        head, path = f"kind: {entry.kind}\nentries:\n", Path(f"{entry.kind}.yaml")
        try:
            read = entries_of(f"{head}{text}\n", path, entry.kind, self._target.slots)
        except InputError as error:
            raise _in_text(error, head.count("\n")) from error
        if len(read) != 1:
            raise InputError("这里要正好一条短语", where=entry.id, remedy="请只改这一条的内容")
        return read[0]._replace(id=entry.id)

    def with_texts(self, entry: Entry, texts: Sequence[str]) -> Entry:
        """Return `entry` with other words; a set gets as many members as there are texts."""
        if isinstance(entry, Phrase):
            changed: Entry = entry._replace(text="".join(texts))
        else:
            members = tuple(Phrase("", text) for text in texts)
            changed = entry._replace(frame=frame(texts), members=members, slots=())
        try:
            return self.from_text(entry, self.as_text(changed))
        except InputError as error:  # whoever typed one line knows of no others
            raise InputError(error.what, remedy=error.remedy) from error

    def _decided(self, name: str) -> list[Mined]:
        """Return the lines of the documents that had nothing but the entry `name` open."""
        for names in self._open.values():
            names.discard(name)
        return self._closed()

    def _closed(self) -> list[Mined]:
        done = [origin for origin, names in self._open.items() if not names]
        for origin in done:
            del self._open[origin]
        documents = [(origin, self._documents.pop(origin)) for origin in done]
        present = frozenset(self._present)
        return list(mined_rows(documents, present, self._found.kept, self._edition))

    def _write(
        self, edits: Mapping[str, Edits], rows: Iterable[Mined], more: Sequence[File] = ()
    ) -> None:
        folder = self._target.folder
        also = [*more, (folder / ledgers.FILE, load_ledger(folder).with_rows(rows))]
        write_edits(folder, edits, self._target.titles, self._target.slots, also=also)


def _in_text(error: InputError, above: int) -> InputError:
    """Return `error` at its line of the text that the user sees, which has no lines `above` it."""
    place = _PLACE.fullmatch(error.where)
    line = max(int(place[1]) - above, 1) if place else 1
    return InputError(error.what, where=f"第 {line} 行", remedy=error.remedy)
