"""Widths and tables: a Chinese character takes two cells, and no file moves the cursor."""

import string

import pytest
import wcwidth
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.cli.tables import Column, cut, fitted, laid_out, width

CHINESE = st.text(
    st.sampled_from("参谋辅政，。、；：？！“”‘’（）《》—…·　１Ａ" + string.printable[:95])
)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("参谋辅政", 8),
        ("参谋abc", 7),
        ("，。（）", 8),
        ("１２", 4),
        ("ｱ", 1),
        ("e\u0301", 1),
        ("𠮷", 2),
    ],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@settings(deadline=None)
@given(CHINESE)
def test_the_width_is_that_of_wcwidth(text: str) -> None:
    assert width(text) == wcwidth.wcswidth(text)


@pytest.mark.parametrize(
    ("text", "cells", "shown"),
    [
        ("参谋辅政", 8, "参谋辅政"),
        ("参谋辅政", 7, "参谋辅…"),
        ("参谋辅政", 6, "参谋…"),
        ("参谋辅政", 1, "…"),
        ("abcdef", 4, "abc…"),
        ("", 3, ""),
    ],
)
def test_what_is_too_long_is_cut(text: str, cells: int, shown: str) -> None:
    assert cut(text, cells) == shown


@settings(deadline=None)
@given(CHINESE, st.integers(1, 30))
def test_a_cut_text_fits(text: str, cells: int) -> None:
    assert width(cut(text, cells)) <= cells


@pytest.mark.parametrize(
    "hostile", ["\x1b[31m红", "a\rb", "a\nb", "\u202e反", "\x9b2J", "\x07", "a\tb"]
)
def test_nothing_a_terminal_obeys_is_shown(hostile: str) -> None:
    rows = list(laid_out([Column("编号"), Column("内容")], [(hostile, hostile)], 40))
    for shown in (*rows, fitted(hostile, 0)):
        assert shown.isprintable()


COLUMNS = [Column("编号", 6), Column("次数", 4, right=True), Column("内容")]
ROWS = [("a-1", "2", "参谋辅政当好参谋助手"), ("a-1234567", "11", "督查")]


def test_a_table_fits_the_terminal() -> None:
    assert list(laid_out(COLUMNS, ROWS, 32)) == [
        "编号    次数  内容",
        "a-1        2  参谋辅政当好参谋…",
        "a-123…    11  督查",
    ]


def test_in_a_narrow_terminal_columns_give_way_from_the_right() -> None:
    columns = [Column("编号"), Column("主题"), Column("内容")]
    rows = [("c-12345678", "统筹协调、督查落实", "把各项工作做深做细做实")]
    assert list(laid_out(columns, rows, 36)) == [
        "编号        主题    内容",
        "c-12345678  统筹…   把各项工作做深…",
    ]
    assert list(laid_out(columns, rows, 30)) == [
        "编号    主题  内容",
        "c-123…  统…   把各项工作做深…",
    ]


def test_a_table_that_goes_to_a_file_is_not_cut() -> None:
    assert list(laid_out(COLUMNS, ROWS, 0)) == [
        "编号       次数  内容",
        "a-1           2  参谋辅政当好参谋助手",
        "a-1234567    11  督查",
    ]


@settings(deadline=None)
@given(st.lists(st.tuples(CHINESE, CHINESE, CHINESE), max_size=5), st.integers(14, 120))
def test_no_line_is_wider_than_the_terminal(rows: list[tuple[str, str, str]], cells: int) -> None:
    lines = laid_out([Column("甲", 8), Column("乙", 8), Column("丙")], rows, cells)
    assert all(width(line) <= cells for line in lines)
