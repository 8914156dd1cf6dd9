"""Articles of a document, and the headings of each in families."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from drafter.mining.marks import Mark, block_mark, chinese_number
from drafter.model.speech import Line, Speech

NUMERALS = "一二三四五六七八九十"
_BRACKET = re.compile(rf"[（(]([{NUMERALS}]{{1,3}})[）)]")
_SLIP = re.compile(
    rf"(([{NUMERALS}]{{1,3}})[，,：:。])[\u4e00-\u9fff“”]{{4,20}}(?:，[\u4e00-\u9fff“”]{{4,20}})?"
)
"""A short line that only a heading can be, its number marked as none is."""


class Family(NamedTuple):
    """Headings of one level under one heading, in their order."""

    parent: Line | None
    members: tuple[Line, ...]

    @property
    def depth(self) -> int:
        """Return the level of the members."""
        return self.members[0].depth


def articles(speech: Speech) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each article; a title after text begins another."""
    held: list[Line] = []
    begun = False
    for line in speech.lines:
        if line.kind == "title" and begun:
            yield tuple(held)
            held, begun = [], False
        held.append(line)
        begun = begun or line.kind not in ("title", "note")
    if held:
        yield tuple(held)


def heading_mark(text: str) -> Mark | None:
    """Return the number 一、 （一） 1. （1） that opens `text`, or one like 一，."""
    slip = _SLIP.fullmatch(text)
    if slip:
        return Mark(1, "〇、", chinese_number(slip[2]), slip[1], 0, slip.end(1))
    found = block_mark(text)
    if found is None and (bracket := _BRACKET.match(text)):  # whatever stands behind it
        return Mark(2, "（〇）", chinese_number(bracket[1]), bracket[0], 0, bracket.end())
    return found


def mark_of(line: Line) -> Mark | None:
    """Return the number of a heading or of what opens a paragraph with one."""
    if not (line.depth and line.ordinal):
        return None
    return heading_mark(line.ordinal) or heading_mark(line.text)


def numbered(lines: tuple[Line, ...]) -> Iterator[tuple[Line, Mark]]:
    """Yield the headings that have a number, and the number."""
    for line in lines:
        mark = mark_of(line)
        if mark:
            yield line, mark


def families(lines: tuple[Line, ...]) -> list[Family]:
    """Return the numbered headings of an article by the heading above them."""
    above: list[Line] = []
    found: list[tuple[Line | None, list[Line]]] = []
    latest: dict[tuple[int, int], list[Line]] = {}
    for line, mark in numbered(lines):
        while above and above[-1].depth >= line.depth:
            above.pop()
        parent = above[-1] if above else None
        key = (parent.number if parent else 0, line.depth)
        if key not in latest or (mark.rank == 1 and line.depth > 2):  # another list of items
            latest[key] = []
            found.append((parent, latest[key]))
        latest[key].append(line)
        above.append(line)
    return [Family(parent, tuple(members)) for parent, members in found]


def value(numeral: str) -> int:
    """Return the value of a number in digits or in Chinese, 两 included."""
    if numeral.isdecimal():
        return int(numeral)
    return chinese_number(numeral.replace("两", "二"))
