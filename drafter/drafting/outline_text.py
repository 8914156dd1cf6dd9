"""The outline text that template bodies render to, read into nodes.

`# ` title, `> ` note below it, `@ ` salutation, `## ` to `#### ` headings of level 1 to 3;
other lines are paragraphs, with a blank line between two.
"""

import re
from collections.abc import Iterator

from drafter.model.outline import Heading, Node, Note, Paragraph, Salutation, Title
from drafter.templating.sandbox import MARK

_MARKER = re.compile(r"(#{1,4}|>|@) ")


def read_outline(text: str) -> tuple[Node, ...]:
    """Return the nodes of an outline text; lines without text make none."""
    return tuple(node for node in _nodes(text) if node.text)


def _nodes(text: str) -> Iterator[Node]:
    lines: list[str] = []
    for line in text.split("\n"):
        marker = _MARKER.match(line)
        if line.strip() and not marker:
            lines.append(line)
            continue
        yield Paragraph(_plain("".join(lines)))
        lines = []
        if marker:
            yield _marked(marker[1], _plain(line[marker.end() :]))
    yield Paragraph(_plain("".join(lines)))


def _marked(marker: str, text: str) -> Node:
    match marker:
        case "#":
            return Title(text)
        case ">":
            return Note(text)
        case "@":
            return Salutation(text)
        case _:
            return Heading(text, len(marker) - 1)


def _plain(text: str) -> str:
    return text.replace(MARK, "").strip()
