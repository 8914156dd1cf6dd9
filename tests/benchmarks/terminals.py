"""Programs in pseudo-terminals, timed by what they write; a pseudo-terminal has no speed of its own."""

import os
import select
import struct
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from side_by_side import on_one_core

COLUMNS, LINES = 80, 24
PATIENCE = 60
QUIET = 0.15
"""Seconds without a byte after which a program has drawn all; a cursor blinks every half second."""


class Terminal:
    """A program in a terminal of its own, on one core; the core that measures is another one."""

    def __init__(
        self, command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]
    ) -> None:
        import fcntl
        import pty
        import termios

        self._terminal, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command, cwd=folder, env={**environment, "TERM": "xterm-256color"}, stdin=inner,
            stdout=inner, stderr=inner, start_new_session=True, preexec_fn=on_one_core,
        )  # fmt: skip
        os.close(inner)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)

    def until(self, *texts: str) -> float:
        """Return the seconds since the start when all of `texts` have been written."""
        wanted, seen = [text.encode() for text in texts], b""
        end = time.perf_counter() + PATIENCE
        while not all(text in seen for text in wanted):
            assert time.perf_counter() < end, f"{texts} never came, but {seen[-2000:]!r}"
            seen += self._read(1)
        return time.perf_counter() - self.started

    def type(self, keys: str) -> None:
        """Send keys."""
        os.write(self._terminal, keys.encode())

    def press(self, key: str) -> float:
        """Return the seconds from a key until the last byte that came of it."""
        start = last = time.perf_counter()
        self.type(key)
        pause = PATIENCE
        while self._read(pause):
            last, pause = time.perf_counter(), QUIET
            assert last - start < PATIENCE, "it writes without end"
        return last - start

    def settle(self, seconds: float) -> None:
        """Let the program do what it still has to do, and read what it writes."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._read(0.05)

    def _read(self, patience: float) -> bytes:
        ready, _, _ = select.select([self._terminal], [], [], patience)
        return os.read(self._terminal, 1 << 16) if ready else b""
