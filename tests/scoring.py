"""How well what is read of documents agrees with labels made by reading."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations

from drafter.model.document import Article

IGNORED = re.compile(r"[\s。.；;，,：:！!、“”‘’\"']")
Item = tuple[str, ...]
"""A label: the texts that are right for it."""


def plain(text: str | None) -> str:
    """Return `text` without spaces and punctuation, its widths unified."""
    return IGNORED.sub("", unicodedata.normalize("NFKC", text or ""))


def wanted(articles: Iterable[dict], kind: str) -> Iterator[Item]:
    for article in articles:
        headings = [(each["level"], [each["text"], *each["alt"]]) for each in article["headings"]]
        match kind:
            case "titles":
                yield from [(plain(article["title"]),)] if article["title"] else []
            case "headings":
                yield from (tuple(map(plain, texts)) for _, texts in headings)
            case "levels":
                yield from (tuple(f"{n} {plain(text)}" for text in texts) for n, texts in headings)
            case "parallel":
                yield from ((pair,) for pair in pairs(article["parallel"]))
            case _:
                yield from ((plain(text),) for text in article[kind])


def said(articles: Iterable[Article], kind: str) -> Iterator[str]:
    for article in articles:
        match kind:
            case "titles":
                yield from [plain(article.title)] if article.title else []
            case "headings":
                yield from (plain(each.text) for each in article.headings)
            case "levels":
                yield from (f"{each.level} {plain(each.text)}" for each in article.headings)
            case "parallel":
                yield from pairs(group.members for group in article.parallel)
            case _:
                yield from (plain(each.text) for each in getattr(article, kind))


def pairs(groups: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield every two members of a group, so that a group in part counts in part."""
    for group in groups:
        for pair in combinations(map(plain, group), 2):
            yield "|".join(sorted(pair))


def alike(one: str, other: str) -> bool:
    """Return whether two texts are the same but for a few words that lead in or out."""
    if min(len(one), len(other)) < 12 or "|" in one:
        return one == other
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.9


def hits(labelled: Iterable[Item], read: Iterable[str]) -> int:
    """Return how many labels are read, each reading counted for one label."""
    left = list(read)
    count = len(left)
    for item in labelled:
        found = next((each for each in left if each in item), None)
        found = found or next((each for each in left if any(alike(each, t) for t in item)), None)
        if found is not None:
            left.remove(found)
    return count - len(left)


def agreement(
    labelled: Iterable[list[dict]], read: Iterable[Iterable[Article]], kind: str
) -> float:
    """Return the F1 of one kind over documents, each with its labels."""
    hit = total = 0
    for labels, articles in zip(labelled, map(tuple, read), strict=True):
        items, texts = list(wanted(labels, kind)), list(said(articles, kind))
        hit += hits(items, texts)
        total += len(items) + len(texts)
    return 2 * hit / total if total else 1.0
