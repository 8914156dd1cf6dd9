"""A speech as checks see it, and what a check finds in it."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from drafter.model.findings import Level
from drafter.model.vocabulary import Home

LineKind = Literal["title", "note", "salutation", "heading", "paragraph"]


class Line(NamedTuple):
    """A paragraph of the speech that is not empty."""

    number: int
    """1-based line of the file, or paragraph of a Word document."""
    text: str
    """As it stands in the file: with ordinal and end mark, without indent."""
    kind: LineKind
    level: int = 0
    """Level of a heading that stands alone, 0 for anything else."""
    ordinal: str = ""
    """Number or point mark that the line begins with: 一、 （一） 1. 一是 首先，"""
    column: int = 1
    """1-based column of the file at which `text` begins."""
    lead: str = ""
    """Point or lead sentence that opens the paragraph, without ordinal and full stop."""
    depth: int = 0
    """Level of a heading or lead, whether it stands alone or is run in; 0 for neither."""
    joints: tuple[tuple[int, int, int], ...] = ()
    """Where `text` goes on elsewhere in the file: its offset, and line and column of the file."""

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column of the file at which the character `at` of `text` stands."""
        start, number, column = 0, self.number, self.column
        for joint in self.joints:
            if joint[0] > at:
                break
            start, number, column = joint
        return number, column + at - start


class Known(NamedTuple):
    """What the lexicon and the vocabulary tell every rule."""

    eras: Mapping[str, str] = {}
    """Formulation and the year it belongs to; empty for one that does not age."""
    places: tuple[str, ...] = ()
    """Names of places."""
    homes: Mapping[Home, Mapping[str, str]] = {}
    """Words of each level and organ, and the slot that stands for each."""
    verbs: tuple[str, ...] = ()
    """What headings begin with."""
    words: Mapping[str, tuple[str, ...]] = {}
    """All lists of words of the lexicon, by their names."""


class Speech(NamedTuple):
    """The lines of a speech and what is known of its occasion; empty is unknown."""

    path: str
    lines: tuple[Line, ...]
    date: str = ""
    """ISO date of the occasion."""
    words: Mapping[str, str] = {}
    """Slot and word of the spec's level and organ: region 全市, committee 市委 …"""
    topics: Mapping[int, str] = {}
    """Line of a heading and the topic of its section, where a spec tells it."""
    budgets: tuple[tuple[int, int, int], ...] = ()
    """Line of a section, least and most characters it is planned for."""
    home: Home = ("", "")
    """Level and organ that the spec names."""
    known: Known = Known()


class Hit(NamedTuple):
    """A fault in a line: the stretch of its `text`, what is wrong, and the way out."""

    line: Line
    start: int
    end: int
    what: str
    remedy: str = ""
    fix: str | None = None
    """What to put in place of the stretch, where that needs no thought; None asks a person."""


class Example(NamedTuple):
    """A small speech that a rule accepts or complains of, and its occasion."""

    text: str
    date: str = ""
    level: str = ""
    organ: str = ""
    minutes: int = 0


class Rule(NamedTuple):
    """A rule of `phrasebank/checks.yaml`: what it demands and why, with examples."""

    id: str
    level: Level
    what: str
    why: str
    good: tuple[Example, ...]
    bad: tuple[Example, ...]
    on: bool = True
    settings: Mapping[str, str] = {}
    """Numbers and words, one each."""
    lists: Mapping[str, tuple[str, ...]] = {}
    """Settings that are lists of words."""
    table: tuple[Mapping[str, str], ...] = ()
    """Words with conditions, a row each."""

    def number(self, name: str) -> int:
        """Return the setting `name`, which is a whole number."""
        return int(self.settings[name])


class Found(NamedTuple):
    """A hit of a rule at its place in a file."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    level: Level
    rule: str
    text: str
    """The stretch of text that is meant."""
    what: str
    remedy: str = ""
    fix: str | None = None
    place: str = ""
    """What to say for the place instead of line and column: a paragraph of Word, an outline."""
