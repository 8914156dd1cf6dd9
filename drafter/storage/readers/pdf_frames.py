"""Where the columns of a page begin and end."""

from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

from drafter.storage.readers.pdf_lines import Row

_MANY = 5
"""Rows that show the edges of a column."""
_OUTER = 200
"""Rows that are looked at for the right edge, the outermost first."""
_OFF = 4
"""Type sizes by which a column of few rows may seem to begin too far right: all are indented."""


class Frame(NamedTuple):
    """The left and the right edge of a column, in points."""

    left: float
    right: float


def frames(pages: Sequence[Sequence[Row]]) -> Mapping[tuple[int, int], Frame]:
    """Return the frame of each column by page and column."""
    columns: dict[tuple[int, int], list[Row]] = {}
    for number, page in enumerate(pages):
        for row in page:
            columns.setdefault((number, row.column), []).append(row)
    clear = [_seen(rows) for rows in columns.values() if len(rows) >= _MANY]
    measure = median(frame.right - frame.left for frame in clear) if clear else 0.0
    lefts = sorted({frame.left for frame in clear})
    return {
        at: _seen(rows) if len(rows) >= _MANY else _guessed(rows, lefts, measure)
        for at, rows in columns.items()
    }


def _seen(rows: Sequence[Row]) -> Frame:
    """Return the edges that the rows show; a single row that sticks out on the right shows none."""
    rights = sorted((row.right for row in rows), reverse=True)[:_OUTER]
    together = max(2, min(len(rows), _OUTER) // 10)
    size = rows[0].size
    right = next(
        (right for right in rights if sum(right - size < r <= right for r in rights) >= together),
        rights[0],
    )
    return Frame(min(row.left for row in rows), right)


def _guessed(rows: Sequence[Row], lefts: Sequence[float], measure: float) -> Frame:
    """Return the frame of a column of few rows: as in the columns that begin near it."""
    seen = _seen(rows)
    room = _OFF * rows[0].size
    near = [left for left in lefts if left <= seen.left <= left + room]
    left = max(near) if near and not _wide(seen, measure) else min([*lefts, seen.left])
    return Frame(left, max(seen.right, left + measure))


def _wide(seen: Frame, measure: float) -> bool:
    return seen.right - seen.left > 1.2 * measure
