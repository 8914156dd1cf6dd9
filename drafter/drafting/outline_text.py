"""The outline text that template bodies render to, read into nodes.

`# ` title, `> ` note below it, `@ ` salutation, `## ` to `#### ` headings of level 1 to 3,
`* point | cue` a point in the style that the user wants; other lines are paragraphs, with a blank
line between two.
"""

import re
from collections.abc import Iterator

from drafter.model.outline import Heading, Node, Note, Paragraph, Point, Salutation, Title
from drafter.templating.sandbox import MARK

_MARKER = re.compile(r"(#{1,4}|>|@|\*) ")
_CUE = f" | {MARK}"
HEADED = "（一）"
"""Style of points that are headings of level 2; the others open paragraphs."""


def read_outline(text: str, style: str = HEADED) -> tuple[Node, ...]:
    """Return the nodes of an outline text, points in `style`; lines without text make none."""
    return tuple(node for node in _nodes(text, style) if node.text)


def _nodes(text: str, style: str) -> Iterator[Node]:
    lines: list[str] = []
    for line in text.split("\n"):
        marker = _MARKER.match(line)
        if line.strip() and not marker:
            lines.append(line)
            continue
        yield Paragraph(_plain("".join(lines)))
        lines = []
        if marker:
            yield from _marked(marker[1], line[marker.end() :], style)
    yield Paragraph(_plain("".join(lines)))


def _marked(marker: str, line: str, style: str) -> Iterator[Node]:
    text = _plain(line)
    match marker:
        case "#":
            yield Title(text)
        case ">":
            yield Note(text)
        case "@":
            yield Salutation(text)
        case "*":
            yield from _point(line, style)
        case _:
            yield Heading(text, len(marker) - 1)


def _point(line: str, style: str) -> Iterator[Node]:
    text, _, cue = line.partition(_CUE)
    if style == HEADED:
        yield Heading(_plain(text), 2)
        yield Paragraph(_plain(cue))
    else:
        yield Point(_plain(text), style, _plain(cue))


def _plain(text: str) -> str:
    return text.replace(MARK, "").strip()
