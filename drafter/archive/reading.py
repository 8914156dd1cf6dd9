"""One document to its entries: the part of mining that any process of any machine can do."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from drafter.errors import DrafterError, FileError, InputError
from drafter.mining.fillers import Types
from drafter.mining.freeing import Freeing
from drafter.mining.mine import Miner
from drafter.mining.parse import Parser
from drafter.model.lexicon import Lexicon
from drafter.model.phrase import Entry
from drafter.model.vocabulary import Home
from drafter.storage.collector import collector_paused
from drafter.storage.documents import confidential, read_manuscript

_HEAD = 4_000
"""Characters among which marks of secrecy stand."""
_BATCH, _TASKS = 256_000, 32
"""Most bytes and documents that are handed over at once; a longer document goes by itself."""

_BREAKING = (
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
    *(MemoryError, RecursionError),
)
"""What a document that nobody foresaw may raise: the other ten thousand are read all the same."""


class Setting(NamedTuple):
    """What reading needs besides the document; sent once to every process."""

    lexicon: Lexicon
    slots: Mapping[Home, Mapping[str, str]]
    """For each home the words of a source and what stands for them."""
    types: Types
    """Known fillers and their types."""
    code: str
    """Edition of the code, which has to be the same wherever documents are read."""
    marked: bool = False
    """Whether documents marked confidential are taken."""


class Task(NamedTuple):
    """A document to read."""

    key: str
    name: str
    data: bytes


class MarkedError(InputError):
    """A document is marked confidential, and was not asked for."""


class Outcome(NamedTuple):
    """What came of a task: its entries, or the fault that kept them back."""

    key: str
    result: str = ""
    fault: DrafterError | None = None


class Reader:
    """Reads documents in one setting."""

    def __init__(self, setting: Setting) -> None:
        self._marked = setting.marked
        self._grades = setting.lexicon.list("secrecy")
        self._parser = Parser(setting.lexicon, whole=True)
        freeing = Freeing(setting.lexicon, setting.slots)
        self._miner = Miner(setting.lexicon, freeing, setting.types)

    def outcome(self, task: Task) -> Outcome:
        """Return the entries of the document, or what is wrong with it."""
        try:
            with collector_paused():
                return Outcome(task.key, encoded(self._entries(task)))
        except DrafterError as fault:
            return Outcome(task.key, fault=fault)
        except _BREAKING as error:
            return Outcome(task.key, fault=broken(task, type(error).__name__))

    def _entries(self, task: Task) -> list[Entry]:
        read = read_manuscript(Path(task.name), task.data, task.name)
        if not self._marked and (mark := confidential(read, self._grades)):
            where = f"{task.name}:{_line_of(mark, read.text)}"
            remedy = "确实可以用的，请加 --allow-marked"
            raise MarkedError(f"标有密级“{mark}”，没有读", where=where, remedy=remedy)
        return self._miner.entries(self._parser.document(read, task.name))


def _line_of(mark: str, text: str) -> int:
    """Return the line that `mark` stands on; one in a page head counts as the first."""
    lines = enumerate(text[:_HEAD].split("\n"), 1)
    return next((number for number, line in lines if mark in "".join(line.split())), 1)


def broken(task: Task, how: str) -> FileError:
    """Return the fault of a document that breaks what reads it."""
    remedy = "文件可能损坏或太大；可另存为纯文本（.txt）再试"
    return FileError(f"读这份文稿时出了意外：{how}", where=task.name, remedy=remedy)


def batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Yield the tasks in lists that are worth a message."""
    batch: list[Task] = []
    size = 0
    for task in tasks:
        if batch and (size + len(task.data) > _BATCH or len(batch) == _TASKS):
            yield batch
            batch, size = [], 0
        batch.append(task)
        size += len(task.data)
    if batch:
        yield batch


def encoded(entries: Iterable[Entry]) -> str:
    """Return the entries in one line: ids, and in JSON the lines and the values of each.

    Nothing in it depends on the name of the document.
    """
    found = list(entries)
    rows = [[[s.line for s in entry.sources], entry._replace(sources=())] for entry in found]
    names = ",".join(entry.id for entry in found) or "-"
    return f"{names} {json.dumps(rows, ensure_ascii=False, separators=(',', ':'))}"
