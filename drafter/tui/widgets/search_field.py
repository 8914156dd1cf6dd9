"""The field above a list that is searched as one types."""

from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.widgets import Input


class SearchField(Input):
    """A line of text as wide as the list: what is typed moves nothing else."""

    virtual_size = Reactive(Size(0, 0), layout=False)
    """Size of the text; to lay out the whole screen anew would take longer than to search."""

    def post_message(self, message: Message) -> bool:
        """Send `message`, but not at every key: who lists what is typed watches the value."""
        return not isinstance(message, Input.Changed) and super().post_message(message)
