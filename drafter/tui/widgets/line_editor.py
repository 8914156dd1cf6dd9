"""A text edited in place: it wraps, and Enter is done with it."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from drafter.tui.messages import Explain
from drafter.tui.texts import one_line
from drafter.tui.widgets.flowing_area import FlowingArea

_HINT = "写一个字存一个字；回车：改好了；Esc：还照原来的；F4：用编辑器改"


class LineEditor(FlowingArea):
    """Edits one paragraph."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "改好了", key_display="回车", priority=True),
        Binding("escape", "give_up", "不改了", key_display="Esc"),
    ]

    @dataclass
    class Edited(Message):
        """The text is another one."""

        text: str

    class Done(Message):
        """Editing is over."""

    class GivenUp(Message):
        """Editing is over, and the text shall be as before."""

    def __init__(self) -> None:
        super().__init__(compact=True, highlight_cursor_line=False)

    def begin(self, text: str) -> None:
        """Edit `text`, from its end."""
        with self.prevent(FlowingArea.Changed):
            self.text = text
        self.move_cursor(self.document.end)
        self.screen.set_focus(self)
        self.post_message(Explain(_HINT))

    async def _on_paste(self, event: events.Paste) -> None:
        """Take a pasted text as one paragraph; the usual handler comes after this one."""
        event.text = one_line(event.text)

    def on_text_area_changed(self, event: FlowingArea.Changed) -> None:
        """Tell every change."""
        event.stop()
        self.post_message(self.Edited("".join(self.text.splitlines())))

    def action_delete_to_start_of_line(self) -> None:
        """Delete all before the cursor: a row is no line of the paragraph."""
        self.delete(self.document.start, self.cursor_location)

    def action_delete_to_end_of_line(self) -> None:
        """Delete all behind the cursor."""
        self.delete(self.cursor_location, self.document.end)

    def action_done(self) -> None:
        """Be done."""
        self.post_message(self.Done())

    def action_give_up(self) -> None:
        """Give up."""
        self.post_message(self.GivenUp())
