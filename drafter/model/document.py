"""What `drafter parse` finds in a document."""

from dataclasses import dataclass
from typing import NamedTuple


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
