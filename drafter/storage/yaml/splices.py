"""Pieces of a text put in the place of others; everything between them stays."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.storage.entries.events import BREAK, line_end
from drafter.storage.yaml.marked_tree import Branch, Cell, Leaf, Marked

BREAKS = "\n\r\x85\u2028\u2029"
_BREAK = re.compile(BREAK)
_COMMA = re.compile(r"\s*,[ \t]?")
_COMMENT = re.compile(rf"(?:^|(?<=\s))#[^{BREAKS}]*")


class Splice(NamedTuple):
    """Characters `start` to `end` become `text`."""

    start: int
    end: int
    text: str = ""


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return `text` with all `splices` done; what two of them take out goes once."""
    pieces, at = [], 0
    for start, end, put in sorted(splices, key=lambda each: each.start):
        pieces += [text[at:start], put]
        at = max(at, end)
    return "".join([*pieces, text[at:]])


def line_start(text: str, at: int) -> int:
    """Return where the line that `at` stands in begins."""
    return max(text.rfind(each, 0, at) for each in BREAKS) + 1


def rows_at(text: str, at: int, rows: Sequence[str], newline: str) -> Splice:
    """Return what puts whole lines at `at`, where a line begins or the text is over."""
    start = newline if at and text[at - 1] not in BREAKS else ""
    return Splice(at, at, start + "".join(row + newline for row in rows))


def without(text: str, branch: Branch, kept: Sequence[Cell], newline: str) -> Iterator[Splice]:
    """Yield what takes all cells but `kept` out of a list or a mapping."""
    for number, cell in enumerate(branch.cells):
        if cell in kept:
            continue
        if branch.flow:
            yield between_brackets(text, cell.start, cell.end)
            continue
        start, end = line_start(text, cell.start), line_end(text, cell.end)
        if not text[start : cell.start].strip(" "):
            yield Splice(start, end)
            continue
        after = branch.cells[number + 1].start if number + 1 < len(branch.cells) else end
        if text[end:after].strip(" "):  # comments stay, below the dash
            yield Splice(cell.start, end, newline)
        else:
            yield Splice(cell.start, after)


def between_brackets(text: str, start: int, end: int) -> Splice:
    """Return what takes out an item of a list in brackets, with the comma behind or before it."""
    if behind := _COMMA.match(text, end):
        return Splice(start, behind.end())
    before = text[:start].rstrip(" ")
    return Splice(len(before) - 1 if before.endswith(",") else start, end)


def first_break(text: str) -> str:
    """Return the line break that `text` uses first."""
    found = _BREAK.search(text)
    return found[0] if found else "\n"


def comments(text: str, node: Marked) -> list[str]:
    """Return the comments inside `node`."""
    pieces, at = [], node.start
    for leaf in _leaves(node):
        pieces.append(text[at : leaf.start])
        at = leaf.end
    return _COMMENT.findall("…".join([*pieces, text[at : node.end]]))


def _leaves(node: Marked) -> Iterator[Leaf]:
    if isinstance(node, Leaf):
        yield node
        return
    for cell in node.cells:
        yield from _leaves(cell.node)
