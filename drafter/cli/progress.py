"""A bar on standard error that tells how far a long run is."""

import os
import shutil
import sys
import time
from collections.abc import Callable

from drafter.cli.streams import tell, visible

_BAR = 20
_PAUSE = 0.1
"""Seconds between two drawings; what comes faster cannot be read."""
_KB, _MB = 1_000, 1_000_000


class Progress:
    """Shows files, rate, time left and what is being read, where someone looks on.

    A standard error that is no terminal gets no bar: a log is read afterwards, and the summary
    tells more.
    """

    def __init__(self, files: int, size: int, clock: Callable[[], float] = time.monotonic) -> None:
        """Take the number of files and their bytes in all."""
        self._files, self._size = files, size
        self._done = self._bytes = 0
        self._clock = clock
        self._start = clock()
        self._drawn = self._start - _PAUSE
        self._shown = sys.stderr is not None and sys.stderr.isatty()

    def step(self, name: str, size: int) -> None:
        """Count one file that is done with."""
        self._done += 1
        self._bytes += size
        if self._shown and (now := self._clock()) - self._drawn >= _PAUSE:
            self._drawn = now
            self._write(fitting(self.line(name), _columns() - 1))

    def tell(self, text: str) -> None:
        """Say something without breaking the bar."""
        self.clear()
        tell(text)
        self._drawn = self._clock() - _PAUSE

    def clear(self) -> None:
        """Take the bar away."""
        if self._shown:
            self._write("")

    def line(self, name: str) -> str:
        """Return the bar as it stands, with the file last done."""
        share = self._share()
        bar = "█" * round(share * _BAR) + "░" * (_BAR - round(share * _BAR))
        seconds = self._clock() - self._start
        told = [f"{bar} {self._done}/{self._files}"]
        if self._bytes and seconds:
            told.append(_rate(self._bytes / seconds))
        if 0 < share < 1:
            told.append(f"还要 {duration(seconds / share - seconds)}")
        return "  ".join([*told, visible(name)])

    def _share(self) -> float:
        """Return how much is done, by bytes where their number is known."""
        if self._size:
            return min(self._bytes / self._size, 1.0)
        return self._done / self._files if self._files else 1.0

    def _write(self, line: str) -> None:
        print(f"\r\x1b[2K{line}", end="", file=sys.stderr, flush=True)


def _columns() -> int:
    """Return the width of the terminal that shows the bar; standard output may be a file."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns
    except (OSError, ValueError):
        return shutil.get_terminal_size().columns


def fitting(text: str, columns: int) -> str:
    """Return as much of `text` as stands in `columns` of a terminal, where 汉字 take two."""
    from wcwidth import wcwidth  # only a terminal has need of it

    used = 0
    for place, letter in enumerate(text):
        used += max(wcwidth(letter), 0)
        if used > columns:
            return text[:place]
    return text


def duration(seconds: float) -> str:
    """Return a time as it is told, rounded up to what can be relied on."""
    whole = int(seconds) + 1
    if whole < 60:
        return f"{whole} 秒"
    minutes = -(-whole // 60)
    return f"{minutes} 分钟" if minutes < 60 else f"{minutes // 60} 小时 {minutes % 60} 分钟"


def _rate(bytes_a_second: float) -> str:
    if bytes_a_second < _MB:
        return f"{bytes_a_second / _KB:.0f} KB/秒"
    return f"{bytes_a_second / _MB:.1f} MB/秒"
