"""The outline over the whole screen, for terminals that have no room beside the step."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from drafter.tui.widgets.key_line import KeyLine
from drafter.tui.widgets.outline_view import OutlineView
from drafter.tui.workshop import Desk


class ReadScreen(ModalScreen[None]):
    """Shows the outline."""

    HINT: ClassVar[str] = "整份提纲，↑↓ 和 PgUp、PgDn 翻看。"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2,enter,q", "dismiss", "回去", key_display="Esc")
    ]

    def __init__(self, desk: Desk, pointed: str) -> None:
        super().__init__()
        self._desk, self._pointed = desk, pointed

    def compose(self) -> ComposeResult:
        """Lay out the outline."""
        with Vertical(classes="whole"):
            yield OutlineView()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the outline at the place that is worked on."""
        view = self.query_one(OutlineView)
        view.put(self._desk.outline, self._desk.full)
        view.point(self._pointed)
        view.rows.can_focus = True
        view.rows.focus()
