"""Outlines as plain text: paragraphs indented by two characters, as they are typed.

What a line is follows from its indent, its text and its place. Where that would be taken for
something else, the same indent is typed in another way: four narrow blanks are running text, a
wide and two narrow ones a point without a mark, two narrow and a wide one what its mark says, a
single narrow one a salutation that does not look like one. A blank line before a centred line
tells that it is no note, or no title, whatever stands above it.
"""

import re
from collections.abc import Sequence
from typing import assert_never

from drafter.exporters.numbering import Numbered, lead, numbered
from drafter.model.outline import Heading, Node, Note, Outline, Paragraph, Point, Salutation, Title
from drafter.model.readings import STOPS, plain_node, salutes, split_lead

_BLANK = "\u3000"
_INDENT, _TEXT, _UNMARKED, _MARKED = _BLANK * 2, "    ", _BLANK + "  ", "  " + _BLANK
_LINE = 28
"""Characters of a line (GB/T 9704-2012, 5.2.3), in which title and notes are centred."""
_LEAST = 3
"""Blanks before a centred line, more than before a paragraph."""
_GAP = f"(?<=[{STOPS}]){_BLANK}+"


def to_plain(outline: Outline) -> bytes:
    """Return `outline` as UTF-8 text, a paragraph a line."""
    nodes = outline.nodes
    lines = [_line(each, nodes[:at]) for at, each in enumerate(numbered(nodes))]
    return ("\n".join(lines) + "\n").encode()


def _line(each: Numbered, before: Sequence[Node]) -> str:
    node = each.node
    match node:
        case Title() | Note():
            return _centred(node, before)
        case Salutation():
            return node.text if salutes(node.text) else f" {node.text}"
        case Paragraph():
            return _indented(node.text, node, before, _TEXT)
        case Heading():
            return _indented(each.number + node.text, node, before, _MARKED)
        case Point():
            said = _run_in(lead(node, each.number), node.cue)
            return _indented(said, node, before, _MARKED if each.number else _UNMARKED)
        case _:
            assert_never(node)


def _indented(text: str, node: Node, before: Sequence[Node], kind: str) -> str:
    return (_INDENT if plain_node(text, before) == node else kind) + text


def _run_in(head: str, cue: str) -> str:
    """Return lead and cue, a gap between them where the first sentence is not the lead."""
    gaps = [len(found[0]) for found in re.finditer(_GAP, head + cue)]
    if not gaps and split_lead(head + cue) == (head, cue):
        return head + cue
    return head + _BLANK * (max(gaps, default=0) + 1) + cue


def _centred(node: Title | Note, before: Sequence[Node]) -> str:
    below = bool(before) and isinstance(before[-1], (Title, Note))
    apart = "" if below == isinstance(node, Note) else "\n"
    return apart + _BLANK * max(_LEAST, (_LINE - len(node.text)) // 2) + node.text
