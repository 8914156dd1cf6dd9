"""Where the cursor of the text stands on the screen."""

from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Input, TextArea


def text_cursor(focused: Widget | None) -> Offset:
    """Return the place of the cursor in the widget that has the focus."""
    match focused:
        case Input():
            past = 1 if focused.cursor_at_end else 0  # it counts the blank behind the text
            return focused.cursor_screen_offset - Offset(past, 0)
        case TextArea():
            return focused.cursor_screen_offset
        case Widget():
            return focused.content_region.offset
        case _:
            return Offset()
