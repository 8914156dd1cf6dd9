"""The list of entries by the events of libyaml, for files that no pattern can be trusted with."""

import re
from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import yaml

from drafter.storage.yaml.tree import EMPTY, read_tree

Style = Literal["block", "flow", "null", "missing", "wrong"]
"""How a list is written; `null` stands for no value, `wrong` for a value that is no list."""
BREAK = r"(?:\r\n|[\n\r\x85\u2028\u2029])"
"""A line break as libyaml sees it."""
BLANK = " \t\n\r\x85\u2028\u2029"
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Event = Any
_AROUND = (
    yaml.StreamStartEvent,
    yaml.StreamEndEvent,
    yaml.DocumentStartEvent,
    yaml.DocumentEndEvent,
)
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_BREAKS = re.compile(BREAK)
_DASH = re.compile(r"(?:\s|\ufeff|#[^\n\r\x85\u2028\u2029]*+)*+-")
_REST = re.compile(rf"[ \t]*(?:#[^\n\r\x85\u2028\u2029]*)?(?:{BREAK}|\Z)")


class Place(NamedTuple):
    """Where a node stands, from its first character to behind its last visible one."""

    start: int
    end: int
    line: int


class Listed(NamedTuple):
    """A list, where its brackets or first entry stand, and its entries."""

    style: Style
    start: int = 0
    end: int = 0
    items: tuple[Place, ...] = ()


def events_of(text: str, where: str) -> Iterator[_Event]:
    """Yield the events of the YAML in `text`; `where` names it in errors."""
    parser = _Parser(text)
    try:
        yield from iter(parser.get_event, None)
    except yaml.YAMLError:
        read_tree(text, where)  # tells the fault in the user's words
        raise
    finally:
        parser.dispose()


def contents_of(text: str, where: str) -> Iterator[_Event]:
    """Yield the events of nodes alone, without those of the stream and its documents."""
    return (each for each in events_of(text, where) if not isinstance(each, _AROUND))


def node_end(first: _Event, events: Iterator[_Event], text: str) -> int:
    """Return where the node that `first` begins ends, and take its events.

    The marks of block collections stand at what follows them: only scalars and brackets count.
    """
    end, depth = visible_end(first, text), int(isinstance(first, _STARTS))
    while depth:
        event = next(events)
        depth += isinstance(event, _STARTS) - isinstance(event, _ENDS)
        end = max(end, visible_end(event, text))
    return end


def visible_end(event: _Event, text: str) -> int:
    """Return where the visible characters of `event` end; 0 when it has none of its own."""
    start, end = event.start_mark.index, event.end_mark.index
    if isinstance(event, yaml.ScalarEvent):
        return _block_end(text, start, end) if event.style in ("|", ">") else int(end)
    return int(end) if end > start else 0


def _block_end(text: str, start: int, end: int) -> int:
    """Return the end of a block of text; blank lines behind it are part of it if `+` keeps them."""
    header = _BREAKS.split(text[start : start + 4], maxsplit=1)[0]
    return end if "+" in header else start + len(text[start:end].rstrip(BLANK))


def listed(text: str, where: str) -> Listed:
    """Return how and where the list under `entries:` of the YAML in `text` is written."""
    events = contents_of(text, where)
    found = _listed(events, text)
    for _ in events:  # a fault further down is told now, not when all is written
        pass
    return found


def _listed(events: Iterator[_Event], text: str) -> Listed:
    top: _Event = next(events, None)
    if top is None or is_null(top):
        return Listed("missing")
    column, flow = top.start_mark.column, getattr(top, "flow_style", False)
    if not isinstance(top, yaml.MappingStartEvent):
        return Listed("wrong")
    while not isinstance(key := next(events), yaml.MappingEndEvent):
        node_end(key, events, text)
        value = next(events)
        if isinstance(key, yaml.ScalarEvent) and key.value == "entries":
            return _list(value, events, text)
        node_end(value, events, text)
    return Listed("wrong" if flow else "missing", column)


def closes(event: _Event) -> bool:
    """Tell whether `event` ends a list or a mapping."""
    return isinstance(event, _ENDS)


def is_null(event: _Event) -> bool:
    """Tell whether `event` is a text that stands for nothing."""
    return isinstance(event, yaml.ScalarEvent) and event.value in EMPTY and event.implicit[0]


def _list(value: _Event, events: Iterator[_Event], text: str) -> Listed:
    start = value.start_mark.index
    if not isinstance(value, yaml.SequenceStartEvent):
        end = node_end(value, events, text)
        return Listed("null" if is_null(value) else "wrong", start, max(start, end))
    items = []
    item: _Event
    while not closes(item := next(events)):
        mark, end = item.start_mark, node_end(item, events, text)
        items.append(Place(mark.index, max(end, mark.index), mark.line + 1))
    return Listed("flow" if value.flow_style else "block", start, item.end_mark.index, tuple(items))


def in_lines(text: str, found: Listed) -> Iterator[Place]:
    """Yield the places of the entries of a block list, each with its lines whole."""
    at = found.start
    for item in found.items:
        dash = dash_at(text, at)
        line = item.line - len(_BREAKS.findall(text, dash, item.start))
        start = dash
        while start and text[start - 1] == " ":
            start -= 1
        at = line_end(text, max(item.end, dash + 1))
        yield Place(start, at, line)


def dash_at(text: str, at: int) -> int:
    """Return where the next item of a block list begins, after blanks and comments from `at`."""
    found = _DASH.match(text, at)
    return found.end() - 1 if found else at


def line_end(text: str, end: int) -> int:
    """Return where the line of a value that ends at `end` is over, its line break included."""
    if _BREAKS.match(text, end - 1):  # a block of text that keeps its last line breaks
        return end
    found = _REST.match(text, end)
    return found.end() if found else end
