"""The reading half of `drafter mine`: which documents, by what, and how it is told."""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.archive.engines import Engine, engine
from drafter.archive.gathering import Fate, Gathering, Given, Step
from drafter.archive.results import Origin
from drafter.archive.words import Words
from drafter.cli.progress import Progress
from drafter.cli.streams import stdin_bytes
from drafter.cli.targets import given_paths
from drafter.errors import DrafterError, Exit
from drafter.storage.documents import documents_in
from drafter.storage.journal import Journal

_MUCH = 1_000_000
"""Bytes from which on more than one process is worth its start."""
_TOLD = {
    Fate.READ: "读了 {} 份",
    Fate.RESUMED: "上次停下前读好 {} 份",
    Fate.KNOWN: "早已挖过 {} 份",
    Fate.TWIN: "内容重复 {} 份",
    Fate.MARKED: "有密级、没有读 {} 份",
    Fate.FAULTY: "读不了 {} 份",
}


class Asked(NamedTuple):
    """What the user wants read, and how."""

    paths: Sequence[str]
    jobs: int | None = None
    scheduler: str = ""
    again: bool = False
    name: str = ""
    """Name of the document on standard input."""


class Gathered(NamedTuple):
    """The documents to merge, and how reading them went."""

    origins: list[Origin]
    summary: str
    status: int


def gathered(
    asked: Asked, words: Words, journal: Journal, known: Callable[[str], bool]
) -> Gathered:
    """Read the documents that are neither `known` nor in the journal."""
    documents, faults = _documents(asked)
    size = sum(_size(document) for document in documents)
    watch = _Watch(Progress(len(documents), size))
    for fault in faults:
        watch.fault(fault)
    skipped = (lambda key: False) if asked.again else known
    gathering = Gathering(journal, skipped, watch.step)
    try:
        found = gathering.gather(documents, _engine(asked, words, size))
    except KeyboardInterrupt:
        watch.progress.tell(f"已停下：读好的 {watch.read} 份都已记下，再运行一次就会接着做")
        raise
    finally:
        watch.progress.clear()
    return Gathered(found, watch.summary(), watch.status)


class _Watch:
    """Shows every step, and keeps the count and the worst exit status."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        self.status: int = Exit.DONE
        self._fates: Counter[Fate] = Counter()

    def step(self, step: Step) -> None:
        self._fates[step.fate] += 1
        self.progress.step(Path(step.name).name, step.size)
        if step.fault:
            self.fault(step.fault)
        if step.twin:
            self.progress.tell(f"{step.name}：与 {step.twin} 内容相同，只算一份")

    @property
    def read(self) -> int:
        """Return how many results are at hand."""
        return self._fates[Fate.READ] + self._fates[Fate.RESUMED]

    def fault(self, fault: DrafterError) -> None:
        """Tell a fault and go on."""
        self.progress.tell(str(fault))
        self.status = max(self.status, fault.exit_code)

    def summary(self) -> str:
        """Return how many documents were read, and what became of the others."""
        told = [text.format(self._fates[fate]) for fate, text in _TOLD.items() if self._fates[fate]]
        return "，".join(told) or "没有文稿可读"


def _documents(asked: Asked) -> tuple[list[Given], Sequence[DrafterError]]:
    files = given_paths((path for path in asked.paths if path != "-"), "mine")
    given = [Given(asked.name, stdin_bytes())] if "-" in asked.paths else []
    if not files:
        return given, ()
    found, faults = documents_in(files)
    return [*given, *(Given(str(path)) for path in found)], faults


def _size(document: Given) -> int:
    if document.data is not None:
        return len(document.data)
    try:
        return Path(document.name).stat().st_size
    except (OSError, ValueError):  # told when it is read
        return 0


def _engine(asked: Asked, words: Words, size: int) -> Engine:
    jobs = asked.jobs or (_cores() if size > _MUCH else 1)
    return engine(words.setting, jobs, asked.scheduler)


def _cores() -> int:
    """Return the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
