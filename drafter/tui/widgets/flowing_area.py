"""A text area whose lines are broken by the rules for Chinese text."""

from itertools import pairwise

from rich.cells import chop_cells
from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument
from textual.widgets import TextArea

from drafter.tui.texts import breaks


class FlowingDocument(WrappedDocument):
    """A document no line of which begins with a closing mark, or ends with an opening one."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Break all lines; one with a tab, or that need not be broken, stays as it was."""
        super().wrap(width, tab_width)
        pairs = zip(self.document.lines, self._wrap_offsets, strict=True)
        self._wrap_offsets = [
            folds(line, width) if offsets and "\t" not in line else offsets
            for line, offsets in pairs
        ]
        counts = [len(offsets) + 1 for offsets in self._wrap_offsets]
        rows = [(line, row) for line, count in enumerate(counts) for row in range(count)]
        self._offset_to_line_info = rows
        self._line_index_to_offsets = [[] for _ in counts]
        for place, (line, _) in enumerate(rows):
            self._line_index_to_offsets[line].append(place)

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Break all lines anew: what is edited in place is a paragraph, or a few."""
        self.wrap(self._width)


class FlowingArea(TextArea):
    """Edits text in such lines."""

    @property
    def wrapped_document(self) -> WrappedDocument:
        """Return the document in its lines."""
        return self._flowing

    @wrapped_document.setter
    def wrapped_document(self, wrapped: WrappedDocument) -> None:
        self._flowing = FlowingDocument(wrapped.document, tab_width=self.indent_width)


def folds(line: str, width: int) -> list[int]:
    """Return where the rows of `line` begin, but for the first; none is wider than `width`."""
    found = []
    for at, end in pairwise([0, *breaks(line, width), len(line)]):
        for part in chop_cells(line[at:end], width):
            found.append(at)
            at += len(part)
    return found[1:]
