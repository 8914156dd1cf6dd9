"""A piece of YAML as a tree whose nodes know where they are written."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Union

import yaml

from drafter.storage.entries.events import (
    closes,
    contents_of,
    dash_at,
    is_null,
    node_end,
    visible_end,
)

_Event = Any
Plain = str | list["Plain"] | dict[str, "Plain"]
"""A value without marks: as text, for YAML is read as text."""


class Leaf(NamedTuple):
    """A text; `start` to `end` are its characters, quotation marks included."""

    start: int
    end: int
    value: str
    style: str = ""
    """What it is quoted with, or the mark of a block of text; empty when it stands plain."""


class Cell(NamedTuple):
    """An item of a list or a key with its value: where it begins, and what it holds."""

    start: int
    head: int
    """Where its colon or its dash ends."""
    node: "Marked"
    key: str = ""

    @property
    def end(self) -> int:
        """Return where what it holds ends, which is behind its own beginning."""
        return max(self.start + 1, self.node.end)


class Branch(NamedTuple):
    """A list (cells without keys) or a mapping."""

    start: int
    end: int
    cells: tuple[Cell, ...]
    flow: bool
    keyed: bool


Marked = Union[Leaf, Branch]  # noqa: UP007 - names itself


def marked_tree(text: str, where: str) -> Marked:
    """Return the tree of the one node in `text`; `where` names it in errors."""
    events = contents_of(text, where)
    found = _node(next(events), events, text)
    for _ in events:
        pass
    return found


def plain(node: Marked) -> Plain:
    """Return what `node` says."""
    if isinstance(node, Leaf):
        return node.value
    if node.keyed:
        return {cell.key: plain(cell.node) for cell in node.cells}
    return [plain(cell.node) for cell in node.cells]


def as_text(value: object) -> Plain:
    """Return a plain value as it is read again: numbers are text."""
    if isinstance(value, Mapping):
        return {str(key): as_text(each) for key, each in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [as_text(each) for each in value]
    return str(value)


def _node(event: _Event, events: Iterator[_Event], text: str) -> Marked:
    start, keyed = event.start_mark.index, isinstance(event, yaml.MappingStartEvent)
    if keyed or isinstance(event, yaml.SequenceStartEvent):
        return _branch(start, keyed, bool(event.flow_style), events, text)
    value = "" if is_null(event) else getattr(event, "value", "")
    return Leaf(start, visible_end(event, text), value, getattr(event, "style", None) or "")


def _branch(start: int, keyed: bool, flow: bool, events: Iterator[_Event], text: str) -> Branch:
    cells: list[Cell] = []
    end = start
    while not closes(event := next(events)):
        begin, head, key = event.start_mark.index, event.end_mark.index, ""
        if keyed:
            key = getattr(event, "value", "")
            head = text.find(":", node_end(event, events, text)) + 1
            event = next(events)
        elif not flow:
            begin = dash_at(text, end)
            head = begin + 1
        cells.append(Cell(begin, head, _node(event, events, text), key))
        end = cells[-1].end
    return Branch(start, event.end_mark.index if flow else end, tuple(cells), flow, keyed)
