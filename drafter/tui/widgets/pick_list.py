"""A list of any length that draws only the lines on the screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from drafter.tui.texts import shown
from drafter.tui.widgets.bare import Bare

Row = tuple[str, str]
"""A text, and a short remark at the right edge."""
_KEPT = 1000
"""Rows that are kept as they were drawn."""


class PickList(ScrollView, Bare, can_focus=False):
    """Rows of one line each; `row` makes the text of a row when it is drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pick--row", "pick--remark", "pick--at", "pick--thumb"}
    at: reactive[int] = reactive(0)

    @dataclass
    class Moved(Message):
        """Another row is highlighted."""

        number: int

    class Clicked(Message):
        """The highlighted row was clicked again."""

    class Ended(Message):
        """The last of the rows is in sight."""

    def __init__(self, row: Callable[[int], Row]) -> None:
        super().__init__()
        self._row = row
        self.numbers: Sequence[int] = ()
        """Numbers of the rows that are listed."""
        self.marked: set[int] = set()
        self.nothing = ""
        """What is said in place of rows when there are none."""
        self._strips: LRUCache[tuple[int, bool, bool, bool, int], Strip] = LRUCache(_KEPT)

    @property
    def number(self) -> int | None:
        """Return the number of the highlighted row, None when the list is empty."""
        return self.numbers[self.at] if self.at < len(self.numbers) else None

    def put(self, numbers: Sequence[int]) -> None:
        """List other rows, from the top."""
        self.at = 0
        if self.scroll_offset.y:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
        self.more(numbers)
        self.refresh()

    def more(self, numbers: Sequence[int]) -> None:
        """List more rows below; the place stays.

        The list is as large as before: to lay out the whole screen would take longer than to draw.
        """
        self.numbers = numbers
        self.set_reactive(PickList.virtual_size, Size(self.size.width, len(numbers)))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell when the end comes in sight."""
        super().watch_scroll_y(old_value, new_value)
        if new_value + self.size.height >= len(self.numbers):
            self.post_message(self.Ended())

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

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take the scroll bar in hand."""
        if event.x == self.size.width - 1:
            self.capture_mouse()
            self._scroll(event.y)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go where the scroll bar is dragged."""
        if self.app.mouse_captured is self:
            self._scroll(event.y)

    def on_mouse_up(self) -> None:
        """Let the scroll bar go."""
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Highlight what was clicked; a click on the highlight picks it."""
        at = event.y + self.scroll_offset.y
        if event.x == self.size.width - 1:
            return
        if at == self.at:
            self.post_message(self.Clicked())
        elif at < len(self.numbers):
            self.move(at - self.at)

    def forget(self) -> None:
        """Forget how rows were drawn: their numbers stand for other texts now."""
        self._strips.clear()

    def notify_style_update(self) -> None:
        """Draw all rows anew, in other colours."""
        self.forget()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        at = y + self.scroll_offset.y
        width = self.size.width
        if at >= len(self.numbers):
            said = set_cell_size("" if at or self.numbers else f"  {shown(self.nothing)}", width)
            return Strip([Segment(said, self.get_component_rich_style("pick--row"))], width)
        number = self.numbers[at]
        key = number, number in self.marked, at == self.at, self._is_thumb(y), width
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._strip(*key)
        return strip

    def _strip(
        self, number: int, is_marked: bool, is_at: bool, is_thumb: bool, width: int
    ) -> Strip:
        text, remark = self._row(number)
        usual = self.get_component_rich_style("pick--at" if is_at else "pick--row")
        quiet = usual if is_at else self.get_component_rich_style("pick--remark")
        said = shown(remark)
        said = set_cell_size(said, min(cell_len(said), width // 2))
        room = width - cell_len(said) - 2
        line = set_cell_size(("+ " if is_marked else "  ") + shown(text), room)
        bar = self.get_component_rich_style("pick--thumb" if is_thumb else "pick--row")
        return Strip([Segment(line, usual), Segment(f" {said}", quiet), Segment(" ", bar)], width)

    def _is_thumb(self, y: int) -> bool:
        """Tell whether the part of the scroll bar in line `y` shows where in the list one is."""
        rows, height = len(self.numbers), self.size.height
        if rows <= height:
            return False
        length = max(height * height // rows, 1)
        start = (height - length) * self.scroll_offset.y // (rows - height)
        return start <= y < start + length

    def _scroll(self, y: int) -> None:
        """Show the part of the list that line `y` of the scroll bar stands for."""
        hidden, last = len(self.numbers) - self.size.height, self.size.height - 1
        at = max(hidden, 0) * min(max(y, 0), last) // max(last, 1)
        self.scroll_to(y=at, animate=False, force=True, immediate=True)

    def _tell(self) -> None:
        if self.number is not None:
            self.post_message(self.Moved(self.number))
