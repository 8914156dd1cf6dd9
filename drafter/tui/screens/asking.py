"""A dialog that asks for one line."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from drafter.errors import DrafterError
from drafter.tui.flowing import Flowing
from drafter.tui.texts import styled
from drafter.tui.widgets.key_line import KeyLine


class AskScreen(ModalScreen[str | None]):
    """Asks until `accept` does not object."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "算了", key_display="Esc"),
        Binding("enter", "accept", "好", key_display="回车", priority=True),
    ]

    def __init__(
        self, title: str, text: str, hint: str, accept: Callable[[str], None] = lambda _: None
    ) -> None:
        super().__init__()
        self._title, self._text, self._hint, self._accept = title, text, hint, accept

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog small"):
            yield Static(styled(self._title, "bold"))
            yield Input(self._text)
            yield Static(Flowing(styled(self._hint, "$text-muted")), id="hint")
            yield KeyLine()

    @property
    def said(self) -> str:
        """Return what was typed."""
        return self.query_one(Input).value.strip()

    def hint(self, content: Flowing) -> None:
        """Show `content` below the line."""
        self.query_one("#hint", Static).update(content)

    def action_accept(self) -> None:
        """Answer with what was typed, if nothing speaks against it."""
        said = self.said
        if not said:
            return
        try:
            self._accept(said)
        except DrafterError as error:
            self.hint(Flowing(styled(str(error), "$text-error")))
        else:
            self.dismiss(said)
