"""Being ended from outside: the terminal is given back as it was, the draft is saved as ever."""

import asyncio
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from types import FrameType
from typing import Final

from textual.app import App

_NAMES = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""Signals that ask a program to end; a system knows some of them."""
_ENDED = 128
"""What a shell adds to the number of the signal that ended a program."""
_HANG_UP: Final[int | None] = getattr(signal, "SIGHUP", None)
CUT_OFF: Final = _ENDED + (_HANG_UP or 0)
"""Exit status when the terminal has gone."""
_LOOK = 1.0
_PATIENCE = 10.0
"""Seconds that the app has to leave; it may be stuck in writing to nobody."""


@contextmanager
def leaving_when_told(app: App[None]) -> Iterator[None]:
    """Let `app` leave by its own door when a signal asks it to end, or its terminal has gone."""

    def leave(number: int, _: FrameType | None) -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon_threadsafe(app.exit, None, _ENDED + number)

    known = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    before = {number: signal.signal(number, leave) for number in known}
    left = Event()
    if _HANG_UP is not None:
        Thread(target=_mind_terminal, args=(left, _HANG_UP), name="terminal", daemon=True).start()
    try:
        yield
    finally:
        left.set()
        for number, handler in before.items():
            signal.signal(number, handler)


def _mind_terminal(left: Event, hang_up: int) -> None:
    """Send the signal that is due when the terminal goes: not every terminal has it sent.

    Without it a program would go on for ever to read what nobody types.
    """
    while not left.wait(_LOOK):
        if not os.isatty(0):
            os.kill(os.getpid(), hang_up)
            if not left.wait(_PATIENCE):
                os._exit(CUT_OFF)
            return
