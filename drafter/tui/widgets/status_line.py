"""One line below: what is wrong, else what was done, else what can be done here."""

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from drafter.tui.texts import broken, closed_up, shown, styled

_A_WHILE = 6.0
"""Seconds that a message stays."""


class StatusLine(Static):
    """Tells one thing at a time, the most pressing."""

    fault: str = ""
    """What is wrong with what was typed last."""
    _said: str = ""
    _explained: str = ""
    _hush: Timer | None = None

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._tell()

    def explain(self, text: str) -> None:
        """Tell `text` when there is nothing else to tell."""
        self._explained = text
        self._tell()

    def complain(self, text: str) -> None:
        """Tell a fault until it is mended; an empty text says that there is none."""
        self.fault = text
        self._tell()

    def say(self, text: str) -> None:
        """Tell `text` for a while."""
        self._said = text
        self._tell()
        if self._hush:
            self._hush.stop()
        self._hush = self.set_timer(_A_WHILE, self._enough)

    def _enough(self) -> None:
        self._said = ""
        self._tell()

    def _tell(self) -> None:
        told = ((self.fault, "$text-error"), (self._said, "$text-success"))
        text, style = next((t for t in told if t[0]), (self._explained, "$text-muted"))
        width = self.content_size.width or len(text) * 2
        lines = broken(shown(closed_up(text)), width)
        self.update(Content("\n").join(styled(line, style) for line in lines))
