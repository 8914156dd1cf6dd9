"""A terminal in a few lines: it keeps what is written to it in cells, and draws as it is told."""

import asyncio
import re
from typing import Any

from textual import events
from textual.driver import Driver
from textual.geometry import Size
from wcwidth import wcwidth

_SIZE = (80, 24)
_PIECES = re.compile(
    r"\x1b\[(?P<numbers>[\d;]*)(?P<control>[A-Za-z])|\x1b[78]|\x1b\[[?<>=][^a-zA-Z]*[a-zA-Z]|\r|\n|."
)


class Terminal:
    """Cells of a screen, the cursor, and how wide an ambiguous character is."""

    def __init__(self, width: int, height: int, ambiguous: int) -> None:
        self.width, self.ambiguous = width, ambiguous
        self.cells = [[" "] * width for _ in range(height)]
        self.x = self.y = 0
        self.kept = (0, 0)
        self.asked = False

    def lines(self) -> list[str]:
        """Return the lines; the second half of a wide character is empty."""
        return ["".join(line) for line in self.cells]

    def write(self, data: str) -> None:
        for found in _PIECES.finditer(data):
            piece, control = found[0], found["control"]
            if control:
                numbers = [int(n) for n in found["numbers"].split(";") if n]
                self._obey(control, numbers)
            elif piece == "\x1b7":
                self.kept = (self.x, self.y)
            elif piece == "\x1b8":
                self.x, self.y = self.kept
            elif piece == "\r":
                self.x = 0
            elif piece == "\n":
                self.x, self.y = 0, self.y + 1
            elif not piece.startswith("\x1b"):
                self._draw(piece)

    def _obey(self, control: str, numbers: list[int]) -> None:
        if control == "H":
            row, column = [*numbers, 1, 1][:2]
            self.x, self.y = column - 1, row - 1
        elif control == "C":
            self.x += (numbers or [1])[0]
        elif control == "K":
            self.cells[self.y][self.x :] = [" "] * (self.width - self.x)
        elif control == "n":
            self.asked = True
            self.answer = self.x
        elif control != "m":
            raise AssertionError(f"control {control} is not known here")

    def _draw(self, character: str) -> None:
        room = wcwidth(character, ambiguous_width=self.ambiguous)
        if room < 1 or self.y >= len(self.cells) or self.x + room > self.width:
            return
        line = self.cells[self.y]
        for at in range(self.x, self.x + room):
            self._break(line, at)
        line[self.x : self.x + room] = [character, ""][:room]
        self.x += room

    def _break(self, line: list[str], at: int) -> None:
        """Clear the other half of a wide character of which one half is drawn over."""
        if line[at] == "":
            line[at - 1] = " "
        elif at + 1 < self.width and line[at + 1] == "":
            line[at + 1] = " "


def driver(terminal: Terminal) -> type[Driver]:
    """Return a driver that writes to `terminal`, which answers when it is asked."""

    class ToCells(Driver):
        def start_application_mode(self) -> None:
            size = Size(terminal.width, len(terminal.cells))
            self._tell(events.Resize(size, size))

        def write(self, data: str) -> None:
            terminal.write(data)
            if terminal.asked:
                terminal.asked = False
                self._tell(events.CursorPosition(terminal.answer, 0))

        def _tell(self, event: events.Event) -> None:
            sent: Any = self._app._post_message(event)
            asyncio.run_coroutine_threadsafe(sent, loop=self._loop)

        def disable_input(self) -> None: ...

        def stop_application_mode(self) -> None: ...

    return ToCells
