"""What is read out of the invented documents of the tests, against labels made by reading."""

import json
from pathlib import Path

import pytest
from reading import PARSER
from scoring import agreement, plain

from drafter.model.document import Document
from drafter.storage.documents import read_document

DATA = Path(__file__).parent / "data"
NAMES = sorted(path.stem for path in (DATA / "documents").glob("*.txt"))
WITHOUT_HEADINGS = ["03_news_meeting", "04_meeting_brief", "12_essay"]
FLOORS = {
    "titles": 1.0,
    "headings": 0.968,
    "levels": 0.95,
    "yao": 0.95,
    "closings": 0.969,
    "transitions": 0.888,
    "parallel": 0.85,
}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    paths = [DATA / "documents" / f"{name}.txt" for name in NAMES]
    return {path.stem: PARSER.document(read_document(path), path.name) for path in paths}


@pytest.fixture(scope="module")
def labels() -> dict[str, list[dict]]:
    files = (DATA / "gold" / f"{name}.json" for name in NAMES)
    return {file.stem: json.loads(file.read_text("utf-8"))["articles"] for file in files}


@pytest.mark.parametrize("kind", FLOORS)
def test_labels_are_found(
    documents: dict[str, Document], labels: dict[str, list[dict]], kind: str
) -> None:
    read = (documents[name].articles for name in NAMES)
    assert agreement((labels[name] for name in NAMES), read, kind) >= FLOORS[kind]


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
