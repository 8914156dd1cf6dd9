"""Plain text read as an outline: the inverse of the export."""

import re
from collections.abc import Sequence

from drafter.model.outline import Heading, Node, Note, Paragraph, Salutation, Title
from drafter.model.readings import (
    STOPS,
    own_number,
    plain_node,
    point_of,
    salutes,
    split_lead,
    unnumbered,
)

_BLANK = "\u3000"
_ADDRESS, _TEXT, _UNMARKED, _MARKED = " ", "    ", _BLANK + "  ", "  " + _BLANK
_EDGES = " \t\r\u3000"
_CENTRED = 6
"""Columns before a centred line."""
_GAP = re.compile(f"(?<=[{STOPS}]){_BLANK}+")
_LEVELS = (1, 2, 3)


def plain_nodes(text: str, exact: bool = True) -> tuple[Node, ...]:
    """Return the nodes of an outline in plain text.

    With `exact` a blank line counts as it was written; otherwise people have been at work.
    """
    nodes: list[Node] = []
    apart = False
    for line in text.split("\n"):
        if not line.strip(_EDGES):
            apart = True
            continue
        node = _node(line, nodes, apart and exact)
        if node and node.text:
            nodes.append(node)
        apart = False
    return tuple(nodes)


def _node(line: str, before: Sequence[Node], apart: bool) -> Node | None:
    said = line.lstrip(_EDGES)
    indent = line[: len(line) - len(said)]
    bare = said.rstrip(_EDGES)
    if len(indent) + indent.count(_BLANK) >= _CENTRED:
        below = bool(before) and isinstance(before[-1], (Title, Note))
        return Note(bare) if below != apart else Title(bare)
    if indent == _ADDRESS or (not indent and salutes(bare)):
        return Salutation(bare)
    match indent:
        case _ if indent == _TEXT:
            return Paragraph(bare)
        case _ if indent == _UNMARKED:
            return point_of(*_parted(said), style="段首句")
        case _ if indent == _MARKED:
            return _marked(said) or Paragraph(bare)
        case _:
            return plain_node(bare, before)


def _marked(said: str) -> Node | None:
    """Return the heading or point that the mark at the head of a line makes it."""
    for level in _LEVELS:
        if own_number(said, level):
            return Heading(unnumbered(said.rstrip(_EDGES), level), level)
    return point_of(*_parted(said))


def _parted(said: str) -> tuple[str, str]:
    """Return lead and cue: the longest gap parts them, else the first sentence is the lead."""
    gaps = list(_GAP.finditer(said))
    if not gaps:
        return split_lead(said.rstrip(_EDGES))
    gap = max(gaps, key=lambda found: len(found[0]))
    return said[: gap.start()], said[gap.end() :].strip(_EDGES)
