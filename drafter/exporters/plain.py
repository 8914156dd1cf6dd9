"""Outlines as plain text: paragraphs indented by two characters, as they are typed."""

from typing import assert_never

from drafter.exporters.numbering import Numbered, numbered, run_in
from drafter.model.outline import Heading, Note, Outline, Paragraph, Point, Salutation, Title

_INDENT = "\u3000\u3000"
_LINE = 28
"""Characters of a line (GB/T 9704-2012, 5.2.3), in which title and notes are centred."""


def to_plain(outline: Outline) -> bytes:
    """Return `outline` as UTF-8 text, a paragraph a line."""
    lines = [_line(each) for each in numbered(outline.nodes)]
    return ("\n".join(lines) + "\n").encode()


def _line(each: Numbered) -> str:
    node = each.node
    match node:
        case Title() | Note():
            return _centred(node.text)
        case Salutation():
            return node.text
        case Heading() | Paragraph():
            return f"{_INDENT}{each.number}{node.text}"
        case Point():
            return _INDENT + run_in(node, each.number)
        case _:
            assert_never(node)


def _centred(text: str) -> str:
    return "\u3000" * ((_LINE - len(text)) // 2) + text
