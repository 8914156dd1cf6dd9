"""Texts read with the shipped lexicon, the way `drafter parse` reads them."""

from drafter.locations import shipped_phrasebank
from drafter.mining.parse import Parser
from drafter.model.document import Article
from drafter.storage.lexicon import load_lexicon

LEXICON = load_lexicon(shipped_phrasebank(), places=True)
PARSER = Parser(LEXICON, whole=True)


def articles_of(text: str) -> tuple[Article, ...]:
    return PARSER.document(text).articles


def article_of(text: str) -> Article:
    (article,) = articles_of(text)
    return article


def opened(text: str) -> list[tuple[str, int]]:
    """Return the first sentence of every paragraph and its line; `text` has no headings."""
    return [(each.text, each.line) for article in articles_of(text) for each in article.openings]


def openings_of(text: str) -> list[str]:
    return [sentence for sentence, _ in opened(text)]


def headings_of(text: str) -> list[tuple[int, str, str]]:
    return [
        (heading.level, heading.ordinal, heading.text)
        for article in articles_of(text)
        for heading in article.headings
    ]


def groups_of(text: str) -> list[tuple[str, ...]]:
    return [group.members for article in articles_of(text) for group in article.parallel]
