"""Outlines as Markdown."""

import re
from typing import assert_never

from drafter.exporters.numbering import Numbered, numbered, run_in
from drafter.model.outline import Heading, Note, Outline, Paragraph, Point, Salutation, Title

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~]")
_OPENER = re.compile(r"[#+=-]|\d+(?=[.)])")


def to_markdown(outline: Outline) -> bytes:
    """Return `outline` as Markdown; what Markdown would take for a mark is escaped."""
    blocks = [_block(each) for each in numbered(outline.nodes)]
    return ("\n\n".join(blocks) + "\n").encode()


def _block(each: Numbered) -> str:
    node = each.node
    match node:
        case Title():
            return f"# {escaped(node.text)}"
        case Heading(level=level):
            return f"{'#' * (level + 1)} {each.number}{escaped(node.text)}"
        case Note() | Salutation() | Paragraph():
            return _flush(escaped(node.text))
        case Point():
            return _flush(escaped(run_in(node, each.number)))
        case _:
            assert_never(node)


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
