"""A list of any length that draws only the lines on the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from drafter.tui.texts import shown

Row = tuple[str, str]
"""A text, and a short remark at the right edge."""


class PickList(ScrollView, can_focus=False):
    """Rows of one line each; `row` makes the text of a row when it is drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pick--remark", "pick--at", "pick--marked"}
    at: reactive[int] = reactive(0)

    @dataclass
    class Moved(Message):
        """Another row is highlighted."""

        number: int

    class Clicked(Message):
        """The highlighted row was clicked again."""

    def __init__(self, row: Callable[[int], Row]) -> None:
        super().__init__()
        self._row = row
        self.numbers: Sequence[int] = ()
        """Numbers of the rows that are listed."""
        self.marked: set[int] = set()

    @property
    def number(self) -> int | None:
        """Return the number of the highlighted row, None when the list is empty."""
        return self.numbers[self.at] if self.at < len(self.numbers) else None

    def put(self, numbers: Sequence[int]) -> None:
        """List other rows, from the top."""
        self.numbers = numbers
        self.virtual_size = Size(self.size.width, len(numbers))
        self.at = 0
        self.scroll_to(y=0, animate=False, force=True)
        self._tell()
        self.refresh()

    def more(self, numbers: Sequence[int]) -> None:
        """List more rows below; the place stays."""
        self.numbers = numbers
        self.virtual_size = Size(self.size.width, len(numbers))

    def move(self, by: int) -> None:
        """Highlight the row `by` places on."""
        self.at = min(max(self.at + by, 0), max(len(self.numbers) - 1, 0))
        self.scroll_to_region(
            Region(0, self.at, self.size.width, 1), animate=False, force=True, immediate=True
        )
        self._tell()

    def mark(self) -> None:
        """Mark the highlighted row, or take the mark away."""
        if self.number is not None:
            self.marked ^= {self.number}
            self.refresh()

    def watch_at(self) -> None:
        """Draw the highlight elsewhere."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Highlight what was clicked; a click on the highlight picks it."""
        at = event.y + self.scroll_offset.y
        if at == self.at:
            self.post_message(self.Clicked())
        elif at < len(self.numbers):
            self.move(at - self.at)

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if at >= len(self.numbers):
            return Strip.blank(width, self.rich_style)
        number = self.numbers[at]
        text, remark = map(shown, self._row(number))
        mark = "+ " if number in self.marked else "  "
        room = max(width - Segment(remark).cell_length - 1, 8)
        return self._strip(mark + text, remark, room, width, at == self.at)

    def _strip(self, text: str, remark: str, room: int, width: int, is_at: bool) -> Strip:
        usual = self.get_component_rich_style("pick--at") if is_at else self.rich_style
        quiet = usual if is_at else self.get_component_rich_style("pick--remark")
        line = Strip([Segment(text, usual)]).adjust_cell_length(room, usual)
        line = Strip.join([line, Strip([Segment(f" {remark}", quiet)])])
        return line.adjust_cell_length(width, usual)

    def _tell(self) -> None:
        if self.number is not None:
            self.post_message(self.Moved(self.number))
