"""Markdown read as an outline: the inverse of the export."""

import html
import re
from collections.abc import Callable, Mapping

from drafter.importers.wrapped import HEADING, blocks
from drafter.model.outline import Heading, Node, Note, Paragraph, Salutation, Title
from drafter.model.readings import STOPS, plain_node, point_of, unnumbered

_LEAD = re.compile(r"(?:\*\*|__)((?:\\.|[^\\*_])+)(?:\*\*|__)(.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(&#?\w+;)|(?<!\\)(\*\*|__)")
_KINDS: Mapping[int, Callable[[str], Node]] = {1: Paragraph, 2: Note, 3: Salutation}
"""What a block is by the spaces before it."""


def markdown_nodes(text: str) -> tuple[Node, ...]:
    """Return the nodes of an outline in Markdown."""
    nodes: list[Node] = []
    for block in blocks(text):
        node = _node(block, nodes)
        if isinstance(node, Title) and nodes and isinstance(nodes[-1], Title) and block[0] == "#":
            nodes[-1] = Title(nodes[-1].text + node.text)
        elif node and node.text:
            nodes.append(node)
    return tuple(nodes)


def _node(block: str, before: list[Node]) -> Node | None:
    if found := HEADING.fullmatch(block):
        text = _plain(found[2])
        level = len(found[1]) - 1
        return Heading(unnumbered(text, level), level) if 0 < level < 4 else _beyond(text, level)
    said = block.lstrip(" ")
    spaces = len(block) - len(said)
    if found := _LEAD.fullmatch(said):
        return _led(found[1], found[2], "段首句" if spaces == 1 else "")
    kind, text = _KINDS.get(spaces), _plain(said.strip())
    return kind(text) if kind else plain_node(text, before)


def _beyond(text: str, level: int) -> Node:
    return Paragraph(text) if level else Title(text)


def _led(bold: str, rest: str, style: str) -> Node | None:
    """Return the point whose lead is in bold; a line wholly in bold heads what follows."""
    head, rest = _plain(bold), _plain(rest)
    if not rest:
        return plain_node(head, ())
    stop = rest[0] if rest[0] in STOPS else ""
    return point_of(head + stop, rest[len(stop) :].strip(), style)


def _plain(text: str) -> str:
    """Return `text` without backslashes before marks, entities and marks of bold text."""
    return _ESCAPED.sub(_said, text).strip()


def _said(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    return html.unescape(found[2]) if found[2] else ""
