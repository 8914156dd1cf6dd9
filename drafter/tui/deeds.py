"""What is done to phrase files on the way, so that undo can take it back."""

from pathlib import Path
from typing import NamedTuple, Protocol

from drafter.locations import shipped_phrasebank, user_phrasebank
from drafter.model.edits import Edits
from drafter.model.phrase import Entry, PhraseSet
from drafter.storage.bank.edits import write_edits
from drafter.storage.bank.rejections import reject, take_back
from drafter.storage.files import unwritten
from drafter.storage.vocabulary import load_vocabulary


class Refusal(NamedTuple):
    """A text that is wanted no more."""

    text: str
    entries: tuple[tuple[Path, str], ...]
    """Ids of the entries that say it, each with the phrasebank whose `rejected.txt` names it."""
    size: int = 1
    """Sentences that go with it: those of its set."""

    def do(self) -> None:
        """Write it down."""
        for folder, name in self.entries:
            _make(folder)
            reject(folder, {name: self.text})

    def undo(self) -> None:
        """Strike it out."""
        for folder, name in self.entries:
            take_back(folder, {name})


class Taking(NamedTuple):
    """An entry taken into the user's own phrasebank."""

    entry: Entry

    @property
    def size(self) -> int:
        """Return the number of its sentences."""
        return len(self.entry.members) if isinstance(self.entry, PhraseSet) else 1

    @property
    def path(self) -> Path:
        """Return the file that it goes to."""
        return user_phrasebank() / f"{self.entry.kind}.yaml"

    def do(self) -> None:
        """Write it into the file."""
        _make(self.path.parent)
        self._write(Edits(add=(self.entry,)))

    def undo(self) -> None:
        """Take it out again."""
        self._write(Edits(drop=frozenset([self.entry.id])))

    def _write(self, edits: Edits) -> None:
        slots = load_vocabulary(shipped_phrasebank()).slots
        write_edits(self.path.parent, {self.entry.kind: edits}, {}, slots)


Deed = Refusal | Taking


class Doer(Protocol):
    """Does deeds, and takes them back in turn with all other changes."""

    def do(self, deed: Deed) -> None:
        """Do `deed`; a DrafterError tells why it cannot be done."""
        ...

    def turn(self, back: bool) -> bool:
        """Go one change back, or on; tell whether there was one."""
        ...


def follow(before: tuple[Deed, ...], after: tuple[Deed, ...]) -> None:
    """Undo the deeds that are only in `before`, the last first, and do those only in `after`."""
    for deed in reversed(before):
        if deed not in after:
            deed.undo()
    for deed in after:
        if deed not in before:
            deed.do()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritten(error, str(folder)) from error
