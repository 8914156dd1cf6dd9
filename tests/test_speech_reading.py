"""A document becomes the lines that checks see, each at its place in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import PARSER

from drafter.checking.speech.reading import speech_of
from drafter.model.document import Manuscript
from drafter.model.speech import Line, Speech
from drafter.storage.readers.marked import read_marked

BODY = "要学懂弄通，做到知行合一。"


def plain(text: str) -> Speech:
    return speech_of(Manuscript("a.txt", text), PARSER)


def marked(text: str) -> Speech:
    return speech_of(read_marked(text.encode(), "a.md"), PARSER, text)


def line(speech: Speech, number: int) -> Line:
    (found,) = [each for each in speech.lines if each.number == number]
    return found


def test_each_line_is_what_it_is() -> None:
    text = (
        "在全市办公室工作会议上的讲话\n（2026年3月12日）\n同志们：\n\n"
        f"　　这次会议的任务是部署工作。\n　　一、提高认识\n　　{BODY}\n　　二、抓好落实\n"
        f"　　（一）抓早。{BODY}\n　　一是抓紧。{BODY}\n"
    )
    kinds = [(each.kind, each.level, each.depth, each.ordinal) for each in plain(text).lines]
    assert kinds == [
        ("title", 0, 0, ""),
        ("note", 0, 0, ""),
        ("salutation", 0, 0, ""),
        ("paragraph", 0, 0, ""),
        ("heading", 1, 1, "一、"),
        ("paragraph", 0, 0, ""),
        ("heading", 1, 1, "二、"),
        ("paragraph", 0, 2, "（一）"),
        ("paragraph", 0, 3, "一是"),
    ]


def test_leads_have_neither_number_nor_stop() -> None:
    speech = plain(f"一、提高认识。{BODY}\n二、抓好落实\n{BODY}\n一是抓紧。{BODY}\n")
    assert [each.lead for each in speech.lines] == ["提高认识", "抓好落实", "", "抓紧"]


@pytest.mark.parametrize(
    ("text", "number", "said", "column"),
    [
        ("　　甲乙丙。\n", 1, "丙", 5),
        ("\n\n  甲乙丙。", 3, "甲", 3),
        ("甲乙丙。\r\n丁戊己。", 2, "戊", 2),
    ],
)
def test_a_character_knows_its_column(text: str, number: int, said: str, column: int) -> None:
    found = line(plain(text), number)
    assert found.place(found.text.index(said)) == (number, column)


@pytest.mark.parametrize(
    ("text", "shown", "said", "column"),
    [
        ("## 一、提高认识", "一、提高认识", "提", 6),
        ("## 一、提高认识 ##", "一、提高认识", "识", 9),
        (r"甲\*乙\_丙。", "甲*乙_丙。", "丙", 7),
        ("甲**乙丙**丁。", "甲乙丙丁。", "丁", 8),
        ("> 甲乙丙。", "甲乙丙。", "甲", 3),
        ("- 甲乙丙。", "甲乙丙。", "乙", 4),
        (r"1\. 甲乙丙。", "1. 甲乙丙。", "甲", 5),
        ("在**县调研。", "在**县调研。", "县", 4),
    ],
)
def test_marks_of_markdown_are_read_and_counted(
    text: str, shown: str, said: str, column: int
) -> None:
    (found,) = marked(f"{text}\n").lines
    assert found.text == shown
    assert found.place(shown.index(said)) == (1, column)


def test_wrapped_lines_make_one_paragraph_that_knows_its_lines() -> None:
    wide = "办公室工作千头万绪，必须坚持系统观念、统筹兼顾，把各项任务抓紧"
    text = "".join(f"　　{wide}\n{wide}，\n{wide}，\n做好。\n" for _ in range(6))
    lines = plain(text).lines
    assert len(lines) == 6
    assert lines[1].place(lines[1].text.index("做好")) == (8, 1)


def test_an_open_quotation_swallows_no_other_line() -> None:
    speech = plain(f"一、要讲“政治\n{BODY}\n二、抓好落实\n{BODY}\n")
    assert [each.number for each in speech.lines] == [1, 2, 3, 4]


@given(st.text(st.sampled_from("一二、（）.1甲乙。，“”#*\\- \n\r\t　"), max_size=80))
def test_every_character_is_where_it_is_said_to_be(text: str) -> None:
    for speech, source in ((plain(text), text), (marked(text), text)):
        rows = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for each in speech.lines:
            for at, character in enumerate(each.text):
                number, column = each.place(at)
                assert rows[number - 1][column - 1] == character
