"""What is read out of the invented documents of the tests, against labels made by reading."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import pytest
from reading import PARSER

from drafter.model.document import Article, Document
from drafter.storage.documents import read_document

DATA = Path(__file__).parent / "data"
NAMES = sorted(path.stem for path in (DATA / "documents").glob("*.txt"))
WITHOUT_HEADINGS = ["03_news_meeting", "04_meeting_brief", "12_essay"]
FLOORS = {
    "titles": 1.0,
    "headings": 0.95,
    "levels": 0.95,
    "yao": 0.88,
    "closings": 0.75,
    "parallel": 0.65,
}
IGNORED = re.compile(r"[\s。.；;，,：:！!、“”‘’\"']")


def plain(text: str | None) -> str:
    """Return `text` without spaces and punctuation, its widths unified."""
    return IGNORED.sub("", unicodedata.normalize("NFKC", text or ""))


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    paths = [DATA / "documents" / f"{name}.txt" for name in NAMES]
    return {path.stem: PARSER.document(read_document(path), path.name) for path in paths}


@pytest.fixture(scope="module")
def labels() -> dict[str, list[dict]]:
    files = (DATA / "gold" / f"{name}.json" for name in NAMES)
    return {file.stem: json.loads(file.read_text("utf-8"))["articles"] for file in files}


Item = tuple[str, ...]
"""A label: the texts that are right for it."""


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


@pytest.mark.parametrize("kind", FLOORS)
def test_labels_are_found(
    documents: dict[str, Document], labels: dict[str, list[dict]], kind: str
) -> None:
    hit = total = 0
    for name in NAMES:
        items, read = list(wanted(labels[name], kind)), list(said(documents[name].articles, kind))
        hit += hits(items, read)
        total += len(items) + len(read)
    assert 2 * hit / total >= FLOORS[kind]


@pytest.mark.parametrize("name", WITHOUT_HEADINGS)
def test_a_document_without_headings_comes_back_without(
    documents: dict[str, Document], name: str
) -> None:
    assert [each.text for article in documents[name].articles for each in article.headings] == []


@pytest.mark.parametrize("name", NAMES)
def test_articles_are_counted_right(
    documents: dict[str, Document], labels: dict[str, list[dict]], name: str
) -> None:
    assert len(documents[name].articles) == len(labels[name])


@pytest.mark.parametrize("name", NAMES)
def test_salutations_are_told(
    documents: dict[str, Document], labels: dict[str, list[dict]], name: str
) -> None:
    for article, label in zip(documents[name].articles, labels[name], strict=True):
        assert list(article.salutations) == label["salutations"]


MISREAD = {
    ("03_news_meeting", "date"): "the date stands in the text: …3月5日电",
    ("04_meeting_brief", "date"): "the rest of the line comes with it",
    ("11_work_report", "date"): "the date stands below the text",
    ("11_work_report", "byline"): "the byline stands below the text",
    ("13_collection", "byline"): "the remark in brackets is taken for it",
}


@pytest.mark.parametrize("field", ["date", "byline"])
@pytest.mark.parametrize("name", NAMES)
def test_dates_and_bylines_are_told(
    request: pytest.FixtureRequest,
    documents: dict[str, Document],
    labels: dict[str, list[dict]],
    name: str,
    field: str,
) -> None:
    if reason := MISREAD.get((name, field)):
        request.applymarker(pytest.mark.xfail(strict=True, reason=reason))
    told = [plain(getattr(article, field)) for article in documents[name].articles]
    assert told == [plain(label[field]) for label in labels[name]]


def test_every_document_has_its_labels() -> None:
    assert {path.stem for path in (DATA / "gold").glob("*.json")} == set(NAMES)
