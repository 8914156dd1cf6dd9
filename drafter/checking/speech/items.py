"""Items that are numbered 1. 2. or （1）（2） inside paragraphs, and are no headings."""

import re
from collections.abc import Iterable, Iterator

from drafter.checking.speech.series import mark_of
from drafter.mining.marks import Mark
from drafter.model.speech import Line

_ITEM = re.compile(
    r"(?:^|(?<=[。；;！？：:]))\s*(?P<mark>(?P<open>[（(]?)(?P<rank>\d{1,2})(?P<close>[）)]|[.．、])(?!\d))"
)
_CLOSES = "）)"


def items(line: Line) -> Iterator[Mark]:
    """Yield the numbers of items in a line; what numbers the line as a heading is none."""
    if line.kind != "paragraph":
        return
    for found in _ITEM.finditer(line.text):
        bracketed = found["close"] in _CLOSES
        if bool(found["open"]) == bracketed and not (found.start() == 0 and mark_of(line)):
            kind = "（9）" if bracketed else "9."
            rank, (start, end) = int(found["rank"]), found.span("mark")
            yield Mark(3, kind, rank, found["mark"], start, end)


def mixed_items(lines: Iterable[Line]) -> frozenset[int]:
    """Return the numbers of lines that open with an item of a list marked now 1. and now 1、."""
    mixed: set[int] = set()
    last: tuple[Line, Mark] | None = None
    for line in lines:
        opened = next((mark for mark in items(line) if mark.start == 0 and mark.kind == "9."), None)
        follows = last and opened and opened.rank == last[1].rank + 1
        if last and opened and follows and opened.ordinal[-1] != last[1].ordinal[-1]:
            mixed |= {last[0].number, line.number}
        last = (line, opened) if opened else (None if mark_of(line) else last)
    return frozenset(mixed)
