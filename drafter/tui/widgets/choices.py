"""A few words in a line, one of which is chosen with the arrow keys."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from drafter.tui.texts import styled

_OPTION = "option"


class Choices(Static, can_focus=True):
    """Shows all options; the chosen one stands in brackets."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "选择", key_display="←→"),
        Binding("right,space", "step(1)", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """An option was chosen."""

        choices: "Choices"
        option: str

    def __init__(self, options: tuple[str, ...], name: str) -> None:
        super().__init__("", name=name)
        self.options = options
        self.chosen = ""
        """The option in force."""

    def put(self, option: str) -> None:
        """Show `option` as the chosen one."""
        self.chosen = option
        self.update(Content(" ").join(map(self._shown, self.options)))

    def action_step(self, by: int) -> None:
        """Choose a neighbour of the chosen option."""
        at = self.options.index(self.chosen) if self.chosen in self.options else -by
        self.choose(self.options[(at + by) % len(self.options)])

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked."""
        option = event.style.meta.get(_OPTION)
        if option in self.options:
            self.choose(option)

    def choose(self, option: str) -> None:
        """Choose `option`, and tell."""
        self.put(option)
        self.post_message(self.Chosen(self, option))

    def _shown(self, option: str) -> Content:
        is_chosen = option == self.chosen
        text = f"[{option}]" if is_chosen else f" {option} "
        return styled(text, "bold" if is_chosen else "").stylize(Style.from_meta({_OPTION: option}))
