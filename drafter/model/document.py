"""What a file holds, and what `drafter parse` finds in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Manuscript(NamedTuple):
    r"""A document as it was read: lines of text, and what the formatting of the file tells of them.

    Lines are divided by `\n` alone and numbered from 1.
    """

    path: str
    text: str
    marks: Mapping[int, int] = {}
    """Lines that are headings by their style: 1 to 4, the level; 0: the whole line is in bold."""
    leads: Mapping[int, int] = {}
    """Lines that begin in bold: how many characters, white space left out, up to the stop."""
    titles: frozenset[int] = frozenset()
    """Lines in the style for titles."""
    joints: Mapping[int, bool] = {}
    """Lines whose place on the page shows that they go on with the one before (or do not)."""
    heads: tuple[str, ...] = ()
    """What stands outside the text where marks of secrecy stand: page heads, boxes."""
    whole: bool = False
    """Whether each line is a whole paragraph, as in Word and on the web."""


class Passage(NamedTuple):
    """A verbatim stretch of a document, layout undone, and the 1-based line where it starts."""

    text: str
    line: int


class Heading(NamedTuple):
    """A heading or point; `parent` numbers the heading above it in the article, -1 for none."""

    level: int
    ordinal: str
    text: str
    line: int
    parent: int = -1


class Group(NamedTuple):
    """Members of one construction: sibling headings, or clauses of one sentence."""

    members: tuple[str, ...]
    line: int
    level: int = 0
    """Level of the sibling headings; 0 for clauses inside a sentence."""
    under: str = ""
    """Text of the heading above the group."""


@dataclass(frozen=True, slots=True)
class Article:
    """One speech or article and its parts, in the order of the document."""

    title: str | None = None
    byline: str | None = None
    date: str | None = None
    salutations: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    parallel: tuple[Group, ...] = ()
    yao: tuple[Passage, ...] = ()
    closings: tuple[Passage, ...] = ()
    transitions: tuple[Passage, ...] = ()
    thanks: tuple[Passage, ...] = ()
    openings: tuple[Passage, ...] = ()
    quotations: tuple[Passage, ...] = ()
    reviews: tuple[Passage, ...] = ()
    shortfalls: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document and the articles in it."""

    path: str
    articles: tuple[Article, ...] = ()
