"""A dialog to go to any step."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from drafter.tui.steps import ORDER, STEPS
from drafter.tui.texts import joined, styled
from drafter.tui.widgets.key_line import KeyLine
from drafter.tui.widgets.rows import Rows


class JumpScreen(ModalScreen[str | None]):
    """Lists the steps; a digit goes there at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "去", key_display="回车", priority=True),
        Binding("escape,f5", "dismiss", "不去", key_display="Esc"),
        *(
            Binding(str(n), f"go('{step}')", STEPS[step], show=False)
            for n, step in enumerate(ORDER, 1)
        ),
    ]

    def __init__(self, step: str) -> None:
        super().__init__()
        self._step = step

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog small"):
            yield Static(styled("跳到", "bold"), id="title")
            yield Rows()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the steps."""
        names = enumerate(STEPS.values(), 1)
        rows = [joined((f"{n}  ", "bold $accent"), (name, "")) for n, name in names]
        self.query_one(Rows).put(rows, ORDER.index(self._step))
        self.set_focus(self.query_one(Rows))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go to the step that was picked."""
        self.dismiss(ORDER[event.option_index])

    def action_pick(self) -> None:
        """Go to the highlighted step."""
        self.dismiss(ORDER[self.query_one(Rows).at])

    def action_go(self, step: str) -> None:
        """Go to `step`."""
        self.dismiss(step)
