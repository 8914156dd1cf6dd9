"""A list of rows of any height, which keeps its place when the rows change."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList

from drafter.tui.flowing import Flowing


class Rows(OptionList):
    """Rows of content, one of them highlighted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
    ]

    def __init__(self, name: str | None = None) -> None:
        super().__init__(name=name, markup=False, compact=True)

    def action_page_up(self) -> None:
        """Go a page up; without room for a line there are no pages."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """Go a page down."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def on_resize(self) -> None:
        """Keep the highlighted row in sight: an editor may have opened below."""
        self.call_after_refresh(self.scroll_to_highlight)

    @property
    def at(self) -> int:
        """Return the number of the highlighted row, from 0."""
        return self.highlighted or 0

    def put(self, rows: Sequence[Content], at: int | None = None) -> None:
        """Show `rows`, with the one at `at` highlighted; without it the place stays."""
        place = self.at if at is None else at
        with self.prevent(OptionList.OptionHighlighted):
            self.set_options(map(Flowing, rows))
            self.highlighted = min(place, len(rows) - 1) if rows else None
