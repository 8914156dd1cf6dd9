"""Paragraphs with their formatting, gathered into a manuscript: what Word and the web share."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from drafter.model.document import Manuscript

_BREAKS = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""What some reader would take for the end of a line."""
_EDGES = " \t\xa0\u200b\ufeff\u3000"
_START = "\t\xa0\u200b\ufeff"
"""Not the ideographic space, which indents, nor a space, the trace of a page break."""
_STOPS = "。！？：；"
_LEAD = 80
"""Longest lead in bold, in characters."""


class Run(NamedTuple):
    """A stretch of text in one formatting."""

    text: str
    strong: bool = False
    style: str = ""
    """Name of its character style."""


class Block(NamedTuple):
    """A paragraph: its runs, its level by style (-1 for none), whether it has the title's style."""

    runs: Sequence[Run]
    level: int = -1
    title: bool = False
    page: bool = False
    """Whether it begins a page."""
    style: str = ""
    """Name of its style; empty for the one that paragraphs have by themselves."""
    flat: bool = False
    """Whether it says itself that it is running text, by its level in the outline."""
    bare: bool = False
    """Whether it says itself that it has no number."""
    mark: str = ""
    """The number that Word sets before it, which the first of the runs holds."""


class Gatherer(Protocol):
    """Takes the paragraphs of a document."""

    def add(self, block: Block) -> None:
        """Take the next paragraph."""


class Gathering:
    """Takes paragraphs one by one and makes lines of them, with the evidence for each."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._levels: dict[int, int] = {}
        self._titles: set[int] = set()
        self._strong: dict[int, int] = {}
        self._leads: dict[int, int] = {}
        self._sizes = [0, 0]

    def add(self, block: Block) -> None:
        """Add a paragraph; one without text is a blank line."""
        for number, runs in enumerate(_lines(_in_one_line(block))):
            self._lines.append(("\x0c" if block.page and not number else "") + _text(runs))
            self._note(len(self._lines), runs)
            if block.level > 0 and self._lines[-1]:
                self._levels[len(self._lines)] = block.level
            if block.title and self._lines[-1]:
                self._titles.add(len(self._lines))

    def _note(self, line: int, runs: Sequence[Run]) -> None:
        size = sum(map(_size, runs))
        strong = sum(_size(run) for run in runs if run.strong)
        self._sizes[0] += size
        self._sizes[1] += strong
        if strong and strong == size:
            self._strong[line] = 0
        elif strong and (lead := _lead(runs)):
            self._leads[line] = lead

    def manuscript(self, path: str, heads: Iterable[str] = ()) -> Manuscript:
        """Return what was gathered; where most of the text is in bold, bold tells nothing."""
        telling = self._sizes[1] * 2 < self._sizes[0]
        return Manuscript(
            path,
            "\n".join(self._lines),
            marks={**(self._strong if telling else {}), **self._levels},
            leads=self._leads if telling else {},
            titles=frozenset(self._titles),
            heads=tuple(heads),
            whole=True,
        )


def _in_one_line(block: Block) -> Iterator[Run]:
    """Yield the runs of a block; breaks within a heading are for the eye only."""
    broken = " " if block.level > 0 else "\n"
    for run in block.runs:
        yield Run(_BREAKS.sub("\n", run.text).replace("\n", broken), run.strong)


def _lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield the runs of each line."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(Run(first, run.strong))
        for other in others:
            yield line
            line = [Run(other, run.strong)]
    yield line


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs).lstrip(_START).rstrip(_EDGES)


def _size(run: Run) -> int:
    return len("".join(run.text.split()))


def _lead(runs: Sequence[Run]) -> int:
    """Return how many characters of the first sentence, if it is that which stands in bold."""
    strong, rest = "", ""
    for run in runs:
        if not run.text.strip():
            continue
        if not run.strong:
            rest = run.text.strip()
            break
        strong += "".join(run.text.split())
    if len(strong) > _LEAD or not (strong[-1:] in _STOPS or rest[:1] in _STOPS):
        return 0
    return len(strong)
