"""Tables and widths: a Chinese character takes two cells of a terminal."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple
from unicodedata import category, east_asian_width  # wcwidth takes 70 ms to import, this 1 ms

from drafter.cli.streams import visible

_GAP = "  "
_LEAST = 16
"""Cells that the elastic column keeps: the others give way, from the right."""
_NARROW = 4
"""Cells that no other column gives up."""


class Column(NamedTuple):
    """A column: its heading, the most cells it takes (0 for any number), and how it stands."""

    title: str
    most: int = 0
    right: bool = False


@cache
def _cells(character: str) -> int:
    if east_asian_width(character) in "WF":
        return 2
    return 0 if category(character) in ("Mn", "Me", "Cf") else 1


def width(text: str) -> int:
    """Return the cells that `text` takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def cut(text: str, cells: int) -> str:
    """Return `text` in at most `cells` cells, with … where something is left out."""
    if width(text) <= cells:
        return text
    kept = sum(used < cells for used in accumulate(map(_cells, text)))
    return f"{text[:kept]}…" if cells > 0 else ""


def fitted(text: str, cells: int) -> str:
    """Return `text` for the screen: nothing a terminal obeys, cut where `cells` is not 0."""
    seen = visible(text)
    return cut(seen, cells) if cells else seen


def terminal_cells() -> int:
    """Return the width of the terminal, 0 where results do not go to one."""
    if sys.stdout is None or not sys.stdout.isatty():
        return 0
    import shutil  # takes 10 ms

    return shutil.get_terminal_size().columns


def laid_out(columns: Sequence[Column], rows: Iterable[Sequence[str]], cells: int) -> Iterator[str]:
    """Yield the lines of a table; the last column is elastic, the others take what they need.

    With `cells` 0 nothing is cut.
    """
    shown = [[visible(value) for value in row] for row in rows]
    titles = [column.title for column in columns]
    widths = _widths(columns, [titles, *shown], cells)
    for row in [titles, *shown]:
        yield _GAP.join(map(_padded, row, widths, columns)).rstrip()


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], cells: int) -> list[int]:
    """Return the cells of each column, 0 for a last column that ends where it will."""
    needed = [max(map(width, values)) for values in list(zip(*rows, strict=True))[:-1]]
    if not cells:
        return [*needed, 0]
    needed = [min(need, column.most or need) for need, column in zip(needed, columns, strict=False)]
    room = cells - len(_GAP) * len(needed)
    for at in reversed(range(len(needed))):
        given = min(sum(needed) + _LEAST - room, needed[at] - _NARROW)
        needed[at] -= max(given, 0)
    return [*needed, max(room - sum(needed), 1)]


def _padded(value: str, cells: int, column: Column) -> str:
    if not cells:
        return value
    short = cut(value, cells)
    space = " " * (cells - width(short))
    return space + short if column.right else short + space
