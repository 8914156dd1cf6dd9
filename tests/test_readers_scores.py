"""A document gives the same whatever its format: renderings score as the text does.

DRAFTER_CORPUS names a folder of labelled .txt files, its labels in ../eval/gold, to be scored as well.
"""

import json
import os
from functools import cache
from pathlib import Path

import pytest
from reading import PARSER
from rendering import RENDERINGS
from scoring import agreement

from drafter.model.document import Article
from drafter.storage.documents import read_manuscript

DATA = Path(__file__).parent / "data"
SOURCES = {"invented": (DATA / "documents", DATA / "gold")}
if corpus := os.environ.get("DRAFTER_CORPUS"):
    SOURCES["corpus"] = (Path(corpus), Path(corpus).parent / "eval" / "gold")
KINDS = ["titles", "headings", "levels", "yao", "closings", "transitions", "parallel"]
LOSS = 0.03


@cache
def sources(name: str) -> list[tuple[Path, list[dict]]]:
    documents, gold = SOURCES[name]
    return [
        (path, json.loads((gold / f"{path.stem}.json").read_text("utf-8"))["articles"])
        for path in sorted(documents.glob("*.txt"))
    ]


@cache
def read_as(name: str, rendering: str) -> list[tuple[Article, ...]]:
    """Return what is read of each document, set as `rendering`; as it stands for none."""
    out = []
    for path, labels in sources(name):
        manuscript = read_manuscript(path)
        if rendering:
            data = RENDERINGS[rendering](manuscript.text.lstrip("\ufeff"), labels)
            manuscript = read_manuscript(Path(rendering), data)
        out.append(PARSER.document(manuscript).articles)
    return out


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize("name", SOURCES)
def test_a_rendering_scores_as_the_text_does(name: str, rendering: str, kind: str) -> None:
    labels = [each for _, each in sources(name)]
    text = agreement(labels, read_as(name, ""), kind)
    assert agreement(labels, read_as(name, rendering), kind) >= text - LOSS
