"""The first half of mining: every new document is read once, its result kept in the journal."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from drafter.archive.engines import Engine
from drafter.archive.reading import MarkedError, Outcome, Task
from drafter.archive.results import Origin
from drafter.errors import DrafterError
from drafter.mining.mine import printable
from drafter.storage.documents import document_bytes
from drafter.storage.fingerprints import fingerprint
from drafter.storage.journal import Journal


class Given(NamedTuple):
    """A document to mine: a file, or bytes that came in some other way."""

    name: str
    data: bytes | None = None

    def read(self) -> bytes:
        """Return its bytes."""
        return document_bytes(Path(self.name)) if self.data is None else self.data


class Fate(Enum):
    """What became of a document."""

    READ = "read"
    RESUMED = "resumed"
    """Read by a run that was stopped."""
    KNOWN = "known"
    TWIN = "twin"
    MARKED = "marked"
    FAULTY = "faulty"


class Step(NamedTuple):
    """One document that is done with."""

    name: str
    size: int
    fate: Fate
    fault: DrafterError | None = None
    twin: str = ""
    """Name under which the same bytes were read."""


Report = Callable[[Step], None]


class Gathering:
    """A pass over documents; each content is read once, under the first of its names."""

    def __init__(self, journal: Journal, known: Callable[[str], bool], report: Report) -> None:
        """Take the journal, what tells a document mined before, and what hears of every step."""
        self._journal = journal
        self._known = known
        self._report = report
        self._names: dict[str, str] = {}
        self._sizes: dict[str, int] = {}
        """Documents under way."""

    def gather(self, documents: Sequence[Given], engine: Engine) -> list[Origin]:
        """Read what is new; return the documents to merge, in the order given."""
        with closing(engine(self._tasks(documents))) as outcomes:
            for outcome in outcomes:
                self._taken(outcome)
        names = self._names.items()
        return [
            Origin(key, _source(name))
            for key, name in names
            if key in self._journal and not self._known(key)
        ]

    def _tasks(self, documents: Iterable[Given]) -> Iterator[Task]:
        for document in documents:
            try:
                data = document.read()
            except DrafterError as fault:
                self._report(Step(document.name, 0, Fate.FAULTY, fault))
                continue
            key = fingerprint(data)
            if fate := self._settled(key):
                twin = self._names[key] if fate is Fate.TWIN else ""
                self._report(Step(document.name, len(data), fate, twin=twin))
            else:
                self._sizes[key] = len(data)
            self._names.setdefault(key, document.name)
            if not fate:
                yield Task(key, document.name, data)

    def _settled(self, key: str) -> Fate | None:
        """Return what became of a document that need not be read."""
        if key in self._names:
            return Fate.TWIN
        if self._known(key):
            return Fate.KNOWN
        return Fate.RESUMED if key in self._journal else None

    def _taken(self, outcome: Outcome) -> None:
        name, size = self._names[outcome.key], self._sizes.pop(outcome.key)
        if outcome.fault:
            fate = Fate.MARKED if isinstance(outcome.fault, MarkedError) else Fate.FAULTY
            self._report(Step(name, size, fate, outcome.fault))
        else:
            self._journal.add(outcome.key, outcome.result)
            self._report(Step(name, size, Fate.READ))


def _source(name: str) -> str:
    """Return the name of a document as its phrases tell it: without folders."""
    return printable(name.replace("\\", "/").rpartition("/")[2])
