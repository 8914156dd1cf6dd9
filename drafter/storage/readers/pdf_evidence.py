"""What bold and large type tells of the lines of a PDF."""

from collections.abc import Sequence
from itertools import takewhile
from statistics import median
from typing import NamedTuple

from drafter.storage.readers.pdf_lines import Row

_LARGE = 1.15
"""Body sizes from which on type is that of headings."""
_HEADING = 90
_LEAD = 80
"""Longest heading and longest lead in bold, in characters."""
_STOPS = "。！？：；"


class Placed(NamedTuple):
    """A row, its line in the text, and whether it is indented or stands apart."""

    row: Row
    line: int
    begins: bool


class Evidence:
    """Goes through the rows of a document and finds headings and leads in bold."""

    def __init__(self, placed: Sequence[Placed]) -> None:
        self._placed = placed
        sizes = [each.row.size for each in placed for _ in each.row.text[::4]]
        large = _LARGE * median(sizes) if sizes else 0.0
        self._strong = [_strong(each.row, large) for each in placed]
        self._marks: dict[int, int] = {}
        self._leads: dict[int, int] = {}

    def found(self) -> tuple[dict[int, int], dict[int, int]]:
        """Return headings and leads by line; nothing where most of the text is set off."""
        if sum(map(sum, self._strong)) * 2 < sum(map(len, self._strong)):
            at = 0
            while at < len(self._placed):
                at = self._passage(at)
        return self._marks, self._leads

    def _passage(self, at: int) -> int:
        """Take down what begins in bold at the row `at`, and return the row to go on with."""
        end = self._end(at)
        size = sum(len(flags) for flags in self._strong[at:end])
        rest = self._strong[end] if end < len(self._strong) else ()
        going = bool(rest) and rest[0] and not (end > at and self._placed[end].begins)
        if going:
            size += sum(1 for _ in takewhile(bool, rest))
            if self._begins(at) and size <= _LEAD and self._stops(at, size):
                self._leads[self._placed[at].line] = size
        elif end > at and size <= _HEADING and self._begins(at):
            self._marks |= {each.line: 0 for each in self._placed[at:end]}
        return max(end, at + 1)

    def _end(self, at: int) -> int:
        """Return the first row from `at` on that is not wholly in bold or begins something else."""
        end = at
        while end < len(self._placed) and all(self._strong[end]):
            if end > at and self._placed[end].begins:
                break
            end += 1
        return end

    def _begins(self, at: int) -> bool:
        """Return whether the row is not the middle of a passage in bold."""
        return self._placed[at].begins or at == 0 or not self._strong[at - 1][-1]

    def _stops(self, at: int, size: int) -> bool:
        """Return whether a sentence ends after `size` characters from the row `at` on."""
        text = ""
        while len(text) <= size and at < len(self._placed):
            text += "".join(self._placed[at].row.text.split())
            at += 1
        return text[size - 1] in _STOPS or text[size : size + 1] in tuple(_STOPS)


def _strong(row: Row, large: float) -> tuple[bool, ...]:
    return (True,) * len(row.strong) if row.size >= large > 0 else row.strong
