"""Outlines as Markdown.

What a paragraph is follows from its text and its place. Where that would be taken for something
else, spaces in front, which Markdown does not show, tell: one before running text, two before a
note, three before a salutation, one before a title that does not go on with the one above it. A
point without a mark begins in bold, its full stop outside.
"""

import re
from collections.abc import Sequence
from typing import assert_never

from drafter.exporters.numbering import Numbered, lead, numbered, run_in
from drafter.model.outline import Heading, Node, Note, Outline, Paragraph, Point, Salutation, Title
from drafter.model.readings import plain_node, point_mark

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_OPENER = re.compile(r"[#+=-]|\d+(?=[.)])")
_CLOSER = r"(?:^|(?<=[ \t]))#+$"
"""What Markdown would leave out at the end of a heading."""
_TEXT, _NOTE, _SALUTATION = " ", "  ", "   "


def to_markdown(outline: Outline) -> bytes:
    """Return `outline` as Markdown; what Markdown would take for a mark is escaped."""
    nodes = outline.nodes
    blocks = [_block(each, nodes[:at]) for at, each in enumerate(numbered(nodes))]
    return ("\n\n".join(blocks) + "\n").encode()


def _block(each: Numbered, before: Sequence[Node]) -> str:
    node = each.node
    match node:
        case Title():
            apart = _TEXT if before and isinstance(before[-1], Title) else ""
            return f"{apart}# {_heading(node.text)}"
        case Heading(level=level):
            return f"{'#' * (level + 1)} {each.number}{_heading(node.text)}"
        case Note():
            return _told(node, before, _NOTE)
        case Salutation():
            return _told(node, before, _SALUTATION)
        case Paragraph():
            return _told(node, before, _TEXT)
        case Point():
            return _point(node, each.number, before)
        case _:
            assert_never(node)


def _told(node: Note | Salutation | Paragraph, before: Sequence[Node], kind: str) -> str:
    indent = "" if plain_node(node.text, before) == node else kind
    return indent + _flush(escaped(node.text))


def _point(point: Point, number: str, before: Sequence[Node]) -> str:
    said = run_in(point, number)
    if plain_node(said, before) == point:
        return _flush(escaped(said))
    head = lead(point, number)
    indent = _TEXT if not number and point_mark(head)[0] else ""
    return f"{indent}**{escaped(head[:-1])}**{head[-1]}{escaped(point.cue)}"


def _heading(text: str) -> str:
    said = escaped(text)
    return re.sub(_CLOSER, r"\\\g<0>", said) if said.endswith("#") else said


def escaped(text: str) -> str:
    """Return `text` with a backslash before what Markdown would take for a mark."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _flush(text: str) -> str:
    """Return `text` so that its first character opens no list and no heading."""
    opener = _OPENER.match(text)
    if not opener:
        return text
    at = opener.end() if opener[0].isdigit() else 0
    return f"{text[:at]}\\{text[at:]}"
