"""A dialog to choose one of many rows, found by characters, pinyin or initials."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from drafter.tui.filtering import Index, Words
from drafter.tui.widgets.key_line import KeyLine
from drafter.tui.widgets.pick_list import PickList, Row


class ChooseScreen(ModalScreen[int | None]):
    """Answers with the number of a row."""

    HINT: ClassVar[str] = "输入几个字、拼音或首字母来找，回车选定。"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "就选它", key_display="回车", priority=True),
        Binding("escape", "dismiss", "算了", key_display="Esc"),
        Binding("up", "move(-1)", "上一行", key_display="↑", show=False),
        Binding("down", "move(1)", "下一行", key_display="↓", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
    ]

    def __init__(self, asked: str, rows: Sequence[Row], at: int = 0) -> None:
        super().__init__()
        self._asked = asked
        self._rows = rows
        self._at = at
        self._index = Index([f"{text}\x1f{remark}" for text, remark in rows])
        self._words = Words()

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Input(placeholder=f"{self._asked}：几个字、拼音或首字母", compact=True)
            yield PickList(self._rows.__getitem__)
            yield KeyLine()

    def on_mount(self) -> None:
        """List all rows."""
        listed = self.query_one(PickList)
        listed.put(range(len(self._rows)))
        self.call_after_refresh(listed.move, self._at)

    def on_input_changed(self, event: Input.Changed) -> None:
        """List the rows that are looked for."""
        found = self._index.found(self._words.wanted(event.value))
        self.query_one(PickList).put(list(found))

    def on_pick_list_clicked(self) -> None:
        """Choose what is clicked twice."""
        self.action_take()

    def action_move(self, by: int) -> None:
        """Highlight another row."""
        self.query_one(PickList).move(by)

    def action_take(self) -> None:
        """Choose the highlighted row."""
        number = self.query_one(PickList).number
        if number is not None:
            self.dismiss(number)
