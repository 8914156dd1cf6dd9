"""Leave out a table of contents."""

import re
from collections.abc import Sequence

from drafter.mining.cues import Cues
from drafter.mining.lines import Line

_ENTRY = re.compile(r"\S.*?(?:[.…·．]{2,}.{0,30}?| +)[（(]?\d{1,3}[）)]?")
_HEAD = 8
"""Longest heading of a table of contents."""
_LOOSE = 4
"""Entries may be wrapped: so many lines may stand between two that show a page."""


def without_contents(rows: Sequence[Line], cues: Cues) -> list[Line]:
    """Return `rows` without the lines of a table of contents."""
    out: list[Line] = []
    last = 0
    for index, row in enumerate(rows):
        if len(row.text) > _HEAD or index < last or not _heads(row, cues):
            continue
        if end := _end(rows, index + 1):
            out += rows[last:index]
            last = end
    return [*out, *rows[last:]]


def _heads(row: Line, cues: Cues) -> bool:
    return cues.contents.fullmatch(row.text.replace(" ", "")) is not None


def _end(rows: Sequence[Line], start: int) -> int:
    """Return the index after the last entry, or 0 when no entry follows."""
    last, index = 0, start
    while index < len(rows) and index - max(last, start) <= _LOOSE:
        if _ENTRY.fullmatch(rows[index].text):
            last = index + 1
        index += 1
    return last
