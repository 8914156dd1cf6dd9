"""Outlines as Markdown."""

import re
from typing import assert_never

from drafter.exporters.numbering import numbered
from drafter.model.outline import Heading, Node, Note, Outline, Paragraph, Salutation, Title

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]")
_OPENER = re.compile(r"[#+=-]|\d+(?=[.)])")


def to_markdown(outline: Outline) -> bytes:
    """Return `outline` as Markdown; what Markdown would take for a mark is escaped."""
    blocks = [_block(node, number) for node, number in numbered(outline.nodes)]
    return ("\n\n".join(blocks) + "\n").encode()


def _block(node: Node, number: str) -> str:
    text = _SPECIAL.sub(r"\\\g<0>", node.text)
    match node:
        case Title():
            return f"# {text}"
        case Heading(level=level):
            return f"{'#' * (level + 1)} {number}{text}"
        case Note() | Salutation() | Paragraph():
            return _flush(text)
        case _:
            assert_never(node)


def _flush(text: str) -> str:
    """Return `text` so that its first character opens no list and no heading."""
    opener = _OPENER.match(text)
    if not opener:
        return text
    at = opener.end() if opener[0].isdigit() else 0
    return f"{text[:at]}\\{text[at:]}"
