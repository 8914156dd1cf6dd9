"""Words put right inside Word documents become what the same words become in a text file."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from test_check_fixing import main_part, runs, word

from drafter.checking.speech.fixes import fixable, mended
from drafter.cli.check_reading import Checked, Desk, open_desk
from drafter.cli.main import run
from drafter.storage.word_mending import mended_word
from drafter.storage.word_paragraph import Change

MARK = "|"
"""Where one run ends and the next begins."""
PIECES = (
    "安排布署今年重点工作，", "推动全复盖。", "要报导好。", "一.提高认识", "二、抓好落实。", "再接再励", "甲,乙", "。。",
    "\u3000\u3000", "  ", "\t", "\xa0", "\n", "\u2028", "&", "<甲>", "布署", "-", "𠮷", "（三）、强化。", "\n\u3000", " \n",
)  # fmt: skip


def document(paragraphs: Sequence[str]) -> bytes:
    made = Document()
    for text in paragraphs:
        paragraph = made.add_paragraph()
        for piece in text.split(MARK):
            paragraph.add_run(piece)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def said(data: bytes) -> str:
    return "\n".join(each.text for each in Document(io.BytesIO(data)).paragraphs)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return open_desk(None)


def put_right(checked: Checked) -> tuple[bytes, int]:
    changes = [
        Change(each.line, each.column - 1, each.end_column - 1, each.text, each.fix or "")
        for each in fixable(checked.found)
    ]
    return mended_word(checked.data, checked.text.split("\n"), changes, checked.name)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["\u3000\u3000安排布署今年重点工作。"],
        ["  安排布署今年重点工作。"],
        ["\t安排布署今年重点工作。"],
        [" \u3000\t\xa0安排布署今年重点工作。 \u3000"],
        ["第一行。\n\u3000\u3000安排布署今年重点工作，推动全复盖。\n布署好。"],
        ["\u3000|\u3000安排|布署|今年重点工作，推动|全复|盖。"],
        ["\u3000\u3000安排布|署今年重点工作。"],
        ["\u3000\u3000推动全复盖，布署好，再接再励。"],
        ["布署好。", "\u3000\u3000布署好。", "布署好。"],
        ["\u3000\u3000一.提高认识", "\u3000\u3000要布署好。", "  二、抓好落实。", "要布署好。"],
        ["\u3000\u3000布署 A&B <甲> “乙” 好。"],
    ],
)
def test_word_becomes_what_text_becomes(tmp_path: Path, paragraphs: list[str]) -> None:
    path, text = tmp_path / "a.docx", tmp_path / "a.txt"
    path.write_bytes(document(paragraphs))
    text.write_text("\n".join(paragraphs).replace(MARK, ""), "utf-8", newline="")
    for name in (path, text):
        run(["check", "--fix", "--yes", str(name)])
    assert said(path.read_bytes()) == text.read_text("utf-8") != said(document(paragraphs))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from((*PIECES, MARK)), max_size=8).map("".join), max_size=5))
def test_any_shape_becomes_what_text_becomes(desk: Desk, paragraphs: list[str]) -> None:
    """Words of all the findings that were made, and of no other, are put right."""
    checked = desk.checked("a.docx", document(["讲话", *paragraphs]))
    data, left = put_right(checked)
    text = desk.checked("a.docx", data).text
    if not left:
        assert text.split("\n") == [
            line.rstrip("\u3000 \t\xa0") for line in mended(checked.text, checked.found).split("\n")
        ]
    assert len(text.split("\n")) == len(checked.text.split("\n"))
    assert left or not fixable(checked.found) or data != checked.data


def test_what_does_not_stand_there_is_left() -> None:
    data = document(["\u3000\u3000安排布署工作"])
    lines = ["\u3000\u3000安排布署工作"]
    assert mended_word(data, lines, [Change(1, 2, 4, "布署", "部署")], "a") == (data, 1)
    assert mended_word(data, ["别的"], [Change(1, 0, 1, "别", "布")], "a") == (data, 1)


def test_a_line_that_could_be_another_is_left() -> None:
    data = document(["布署", "布署"])
    assert mended_word(data, ["布署"], [Change(1, 0, 2, "布署", "部署")], "a") == (data, 1)


@pytest.mark.parametrize(
    "fixes", [[(0, 3, "全覆盖"), (1, 3, "覆盖")], [(1, 3, "覆盖"), (0, 3, "全覆盖")]]
)
def test_of_two_fixes_of_the_same_words_one_is_made(fixes: list[tuple[int, int, str]]) -> None:
    data = document(["\u3000\u3000全复盖"])
    changes = [Change(1, 2 + a, 2 + b, "全复盖"[a:b], text) for a, b, text in fixes]
    assert said(mended_word(data, ["\u3000\u3000全复盖"], changes, "a")[0]) == "\u3000\u3000全覆盖"


def test_only_the_elements_that_change_are_written_anew() -> None:
    data = word(runs("&#x7532;&#xA0;", "布署", "&quot;乙&quot;"))
    after, left = mended_word(data, ['甲\xa0布署"乙"'], [Change(1, 2, 4, "布署", "部署")], "a")
    assert not left and main_part(after) == main_part(data).replace("布署", "部署")


def test_a_blank_that_a_fix_brings_is_kept() -> None:
    after, _ = mended_word(word(runs("甲。")), ["甲。"], [Change(1, 1, 2, "。", " ")], "a")
    assert '<w:t xml:space="preserve">甲 </w:t>' in main_part(after)


def test_stops_of_the_ruler_are_no_tabs() -> None:
    ruler = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>'
    after, left = mended_word(
        word(ruler + runs("布署")), ["布署"], [Change(1, 0, 2, "布署", "部署")], "a"
    )
    assert not left and ruler + runs("部署") in main_part(after)
