"""The help for the screen that the user is on."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from drafter.tui.texts import closed_up, joined, styled
from drafter.tui.widgets.key_line import KeyLine

_KEYS = 10
"""Columns of the names of keys."""


class HelpScreen(ModalScreen[None]):
    """What is done here, and every key that works."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,enter,q", "dismiss", "回去", key_display="Esc")
    ]

    def __init__(self, text: str, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._text, self._keys = text, keys

    def compose(self) -> ComposeResult:
        """Lay out the help."""
        lines = [joined((_column(key), "bold $accent"), (said, "")) for key, said in self._keys]
        with Vertical(classes="dialog"):
            with VerticalScroll():
                for line in self._text.splitlines():
                    yield Static(styled(closed_up(line)))
                yield Static("")
                yield Static(Content("\n").join(lines))
            yield KeyLine()


def _column(key: str) -> str:
    return set_cell_size(key, _KEYS)
