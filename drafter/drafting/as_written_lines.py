"""An outline that the spec holds line by line: lines moved, taken out, added, made others."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from drafter.exporters.numbering import run_in
from drafter.model.outline import (
    POINT_STYLES,
    Heading,
    Node,
    Note,
    Paragraph,
    Point,
    Salutation,
    Title,
)
from drafter.model.spec import Choice, Written

Lines = tuple[Written, ...]
_FULL_STOP = "。"
_PLAIN: Final[Mapping[str, Callable[[str], Node]]] = {
    "标题": Title,
    "题注": Note,
    "称谓": Salutation,
    "段落": Paragraph,
    "一级标题": partial(Heading, level=1),
    "二级标题": partial(Heading, level=2),
    "三级标题": partial(Heading, level=3),
}
_STYLES: Final = {f"分论点（{style}）": style for style in POINT_STYLES}
KINDS: Final = (*_PLAIN, *_STYLES)
"""What a line may be, by what users call it."""


def kind_of(node: Node) -> str:
    """Return what users call a line like `node`."""
    if isinstance(node, Point):
        return next(name for name, style in _STYLES.items() if style == node.style)
    alike = ((name, made(node.text)) for name, made in _PLAIN.items())
    return next(name for name, made in alike if type(made) is type(node) and made == node)


def block(lines: Lines, at: int) -> range:
    """Return the lines that go with the one at `at`: a heading takes its section along.

    What closes the speech does not belong to its last section.
    """
    node = lines[at].node
    if not isinstance(node, Heading):
        return range(at, at + 1)
    for below in range(at + 1, len(lines)):
        if _level(lines[below]) <= node.level:
            return range(at, below)
    return range(at, _end_of_last(lines))


def _level(line: Written) -> int:
    """Return the level of a heading, one below all for any other line."""
    return line.node.level if isinstance(line.node, Heading) else len(_PLAIN)


def _end_of_last(lines: Lines) -> int:
    """Return where the last section ends.

    What stands behind its points closes the speech; without points the last of several
    paragraphs does.
    """
    last = max(n for n, each in enumerate(lines) if isinstance(each.node, (Heading, Point)))
    behind = len(lines) - last - 1
    is_point = isinstance(lines[last].node, Point)
    return last + 1 if is_point or not behind else last + max(behind, 2)


def move_line(lines: Lines, at: int, by: int) -> tuple[Lines, int]:
    """Return the lines with the one at `at` moved one place up or down, and where it is then.

    A heading moves with its section, past the section beside it.
    """
    mine = block(lines, at)
    upper, lower = (_above(lines, mine), mine) if by < 0 else (mine, _below(lines, mine))
    if not (upper and lower):
        return lines, at
    first, second = lines[upper.start : upper.stop], lines[lower.start : lower.stop]
    found = (*lines[: upper.start], *second, *first, *lines[lower.stop :])
    return found, upper.start + (0 if by < 0 else len(second))


def _below(lines: Lines, mine: range) -> range:
    """Return the lines that `mine` can be moved past, none if it cannot."""
    if mine.stop >= len(lines):
        return range(0)
    below, own = lines[mine.stop], lines[mine.start]
    if not isinstance(own.node, Heading):
        return range(mine.stop, mine.stop + 1)
    return block(lines, mine.stop) if _level(below) == _level(own) else range(0)


def _above(lines: Lines, mine: range) -> range:
    own = lines[mine.start]
    if not isinstance(own.node, Heading):
        return range(max(mine.start - 1, 0), mine.start)
    for above in range(mine.start - 1, -1, -1):
        if _level(lines[above]) <= own.node.level:
            is_beside = _level(lines[above]) == own.node.level
            return range(above, mine.start) if is_beside else range(0)
    return range(0)


def drop_line(lines: Lines, at: int) -> Lines:
    """Return the lines without the one at `at`, a heading with its section; one line stays."""
    mine = block(lines, at)
    return (*lines[: mine.start], *lines[mine.stop :]) or lines


def add_line(lines: Lines, at: int, said: Choice) -> Lines:
    """Return the lines with one more below `at`: a point after a point, else a paragraph."""
    node = lines[at].node
    like = kind_of(node) if isinstance(node, Point) else "段落"
    return (*lines[: at + 1], Written(_made(like, said.text), said.id), *lines[at + 1 :])


def tell_line(lines: Lines, at: int, said: Choice) -> Lines:
    """Return the lines with another text at `at`; what is the old text keeps its origin."""
    old = lines[at]
    if said.text in ("", old.node.text):
        return lines
    return _with(lines, at, old._replace(node=old.node._replace(text=said.text), id=said.id))


def cue_line(lines: Lines, at: int, said: Choice) -> Lines:
    """Return the lines with another text behind the point at `at`."""
    old = lines[at]
    if not isinstance(old.node, Point) or said.text == old.node.cue:
        return lines
    return _with(lines, at, old._replace(node=old.node._replace(cue=said.text), cue_id=said.id))


def turn_line(lines: Lines, at: int, kind: str) -> Lines:
    """Return the lines with the one at `at` made one of `kind`; no word of it is lost."""
    old = lines[at]
    if isinstance(old.node, Point) and kind in _STYLES:
        return _with(lines, at, old._replace(node=old.node._replace(style=_STYLES[kind])))
    whole = run_in(old.node, "") if isinstance(old.node, Point) else old.node.text
    text, behind = (whole, "") if kind == "段落" else _parted(old.node, kind)
    node = _made(kind, text)
    if isinstance(node, Point):
        return _with(lines, at, Written(node._replace(cue=behind)))
    kept = old.id if text == old.node.text else ""
    more = [Written(Paragraph(behind))] if behind else []
    return (*lines[:at], Written(node, kept), *more, *lines[at + 1 :])


def _parted(node: Node, kind: str) -> tuple[str, str]:
    """Return the text of a heading or point to be made of `node`, and what goes behind it."""
    if isinstance(node, Point):
        return node.text, node.cue
    if kind not in _STYLES and not isinstance(node, Paragraph):
        return node.text, ""
    head, _, behind = node.text.partition(_FULL_STOP)
    if kind in _STYLES and head:
        return head, behind
    return node.text.rstrip(_FULL_STOP) or node.text, ""


def _made(kind: str, text: str) -> Node:
    return Point(text, _STYLES[kind]) if kind in _STYLES else _PLAIN[kind](text)


def _with(lines: Lines, at: int, line: Written) -> Lines:
    return (*lines[:at], line, *lines[at + 1 :])
