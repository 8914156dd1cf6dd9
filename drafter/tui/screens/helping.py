"""The help for the screen that the user is on."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from rich.cells import set_cell_size
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from drafter.tui.flowing import Flowing
from drafter.tui.panes.pane import Pane
from drafter.tui.texts import closed_up, joined, styled
from drafter.tui.widgets.key_line import KeyLine

_KEYS = 14
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
                    yield Static(Flowing(styled(closed_up(line))))
                yield Static("")
                yield Static(Content("\n").join(lines))
            yield Static(id="more")
            yield KeyLine()

    def on_mount(self) -> None:
        """Tell how much is left below."""
        self.watch(self.query_one(VerticalScroll), "scroll_y", self._tell)

    def on_resize(self) -> None:
        """Tell how much is left below at this size."""
        self.call_after_refresh(self._tell)

    def _tell(self) -> None:
        text = self.query_one(VerticalScroll)
        left = round(text.max_scroll_y - text.scroll_y)
        said = f"下面还有 {left} 行，↓ 或 PgDn 往下翻" if left > 0 else ""
        self.query_one("#more", Static).update(styled(said, "$text-warning"))


def help_for(screen: Screen[Any], always: str) -> HelpScreen:
    """Return the help for `screen`: what is done there, its keys, and what holds everywhere."""
    hints = [pane.HINT for pane in screen.query(Pane) if pane.display and pane.HINT]
    own = getattr(screen, "HINT", "")
    return HelpScreen("\n\n".join(filter(None, [own, *hints, always])), list(_keys(screen)))


def _keys(screen: Screen[Any]) -> Iterator[tuple[str, str]]:
    """Yield the keys that work on `screen`, one line for all that do the same."""
    named: dict[str, list[str]] = {}
    for active in screen.active_bindings.values():
        said = active.binding.description
        if active.enabled and not said.isascii():
            named.setdefault(said, []).append(screen.app.get_key_display(active.binding))
    for said, keys in named.items():
        yield " ".join(_distinct(keys)), said


def _distinct(keys: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(keys)


def _column(key: str) -> str:
    return set_cell_size(key, _KEYS)
