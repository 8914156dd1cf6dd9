"""Being ended from outside: the terminal is given back as it was, the draft is saved as ever."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from textual.app import App

_NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""Signals that ask a program to end; a system knows some of them."""
_ENDED = 128
"""What a shell adds to the number of the signal that ended a program."""


@contextmanager
def leaving_when_told(app: App[None]) -> Iterator[None]:
    """Let `app` leave by its own door when a signal asks it to end."""

    def leave(number: int, _: FrameType | None) -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon_threadsafe(app.exit, None, _ENDED + number)

    known = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    before = {number: signal.signal(number, leave) for number in known}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
