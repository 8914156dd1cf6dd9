"""The command palette: every command by its name, found by characters or pinyin."""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from drafter.tui.filtering import Index, Words
from drafter.tui.widgets.key_line import KeyLine
from drafter.tui.widgets.pick_list import PickList, Row


class Command(NamedTuple):
    """Something to do, and what it is called."""

    name: str
    help: str
    do: Callable[[], Awaitable[None] | None]


class CommandScreen(ModalScreen[Command | None]):
    """Asks for a command."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "就做这个", key_display="回车", priority=True),
        Binding("escape,ctrl+p", "dismiss", "算了", key_display="Esc"),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
    ]

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = commands
        self._index = Index([f"{each.name}{each.help}" for each in commands])
        self._words = Words()

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Input(placeholder="查找命令：几个字、拼音或首字母", compact=True)
            yield PickList(self._row)
            yield KeyLine()

    def on_mount(self) -> None:
        """List all commands."""
        self.query_one(PickList).put(range(len(self._commands)))

    def on_input_changed(self, event: Input.Changed) -> None:
        """List the commands that are looked for."""
        found = self._index.found(self._words.wanted(event.value))
        self.query_one(PickList).put(list(found))

    def on_pick_list_clicked(self) -> None:
        """Do what is clicked twice."""
        self.action_take()

    def action_move(self, by: int) -> None:
        """Highlight another command."""
        self.query_one(PickList).move(by)

    def action_take(self) -> None:
        """Do the highlighted command."""
        number = self.query_one(PickList).number
        if number is not None:
            self.dismiss(self._commands[number])

    def _row(self, number: int) -> Row:
        each = self._commands[number]
        return each.name, each.help
