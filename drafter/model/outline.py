"""The outline: one tree that every exporter writes.

Named tuples, as everything that `drafter generate` loads: a dataclass takes a millisecond to make.
"""

import re
from typing import NamedTuple

PENDING = re.compile(r"【待补[：:]?([^】]*)】")
"""A fact that only the user can give."""


class Title(NamedTuple):
    """标题: the title of the speech."""

    text: str


class Note(NamedTuple):
    """题注: speaker or date below the title."""

    text: str


class Salutation(NamedTuple):
    """称谓: who is addressed, on a line of its own."""

    text: str


class Paragraph(NamedTuple):
    """A paragraph of running text."""

    text: str


class Heading(NamedTuple):
    """小标题: level 1 is 一、, 2 is （一）, 3 is 1.; the number is the exporter's."""

    text: str
    level: int


class Point(NamedTuple):
    """分论点 that opens a paragraph: 一是…, 一要…, or run in; the mark is the exporter's."""

    text: str
    """The point without mark and full stop."""
    style: str
    """Name of the mark, one of `POINT_STYLES`."""
    cue: str = ""
    """What to say here, after the point."""


POINT_STYLES = ("一是", "一要", "第一", "首先", "段首句")
"""How points inside paragraphs are marked; 段首句 is run in, without a mark."""

Node = Title | Note | Salutation | Paragraph | Heading | Point


class Filling(NamedTuple):
    """What stands for a letter of a frame, and where it comes from."""

    letter: str
    text: str
    phrase: str
    document: str = ""
    line: int = 0


class Origin(NamedTuple):
    """Where the text of a line comes from."""

    text: str
    """The text as it stands in the outline."""
    part: str
    """Part of the speech: opening, heading, point, …"""
    phrase: str = ""
    """Id of the phrase; empty for what the user or the template said."""
    document: str = ""
    line: int = 0
    slots: tuple[tuple[str, str], ...] = ()
    """What was put into the slots: name and text."""
    why: str = ""
    """Why it stands there, in a few words."""
    fillers: tuple[Filling, ...] = ()
    """What fills the frame, where the text was made of one."""


class Budget(NamedTuple):
    """Characters to speak in a stretch of the speech: least, aim and most, and what is there."""

    name: str
    least: int
    aim: int
    most: int
    present: int


class Again(NamedTuple):
    """A text that an earlier speech of the same speaker used, and the date of that speech."""

    text: str
    date: str


class Outline(NamedTuple):
    """The nodes of a speech in their order."""

    nodes: tuple[Node, ...]
    missing: tuple[str, ...] = ()
    """Facts that only the user can give, as they stand in 【待补：…】, each once."""
    assumed: tuple[str, ...] = ()
    """Shortfalls that nobody named: they follow from the topics, and are to be looked over."""
    origins: tuple[Origin, ...] = ()
    length: tuple[Budget, ...] = ()
    """What each stretch is planned for, in their order; none when no length was asked for."""
    again: tuple[Again, ...] = ()
    """What had to be taken from earlier speeches, or was wanted from them."""
