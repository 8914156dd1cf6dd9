"""The field above a list that is searched as one types."""

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input

from drafter.tui.texts import shown
from drafter.tui.widgets.bare import Bare


class SearchField(Input, Bare):
    """A line of text as wide as the list: what is typed moves nothing else."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Size of the text; to lay out the whole screen anew would take longer than to search."""

    def post_message(self, message: Message) -> bool:
        """Send `message`, but not at every key: who lists what is typed watches the value."""
        return not isinstance(message, Input.Changed) and super().post_message(message)

    def render_line(self, y: int) -> Strip:
        """Return the text; what is longer than the field, or partly selected, the usual way."""
        text, width = shown(self.value), self.size.width
        if y or not text or not self.selection.is_empty or cell_len(text) >= width:
            return super().render_line(y).crop(0, width)
        usual, at = self.rich_style, self.cursor_position
        cursor = usual + self.get_component_rich_style("input--cursor")
        marked = cursor if self.has_focus and self._cursor_visible else usual
        parts = ((text[:at], usual), (text[at : at + 1] or " ", marked), (text[at + 1 :], usual))
        return Strip([Segment(*part) for part in parts]).adjust_cell_length(width, usual)
