"""Long titles are broken by sense, into a trapezium or a lozenge."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.exporters.title_lines import title_lines
from drafter.storage.profiles import load_profile, profile_called

WORDS = load_profile(profile_called("standard", "")).words


@pytest.mark.parametrize(
    ("room", "title"),
    [
        (20, "在全市党委办公室系统工作会议上的讲话"),
        (17, "在全市党委办公室系统/工作会议上的讲话"),
        (20, "在全区政府系统办公室工作会议/暨作风建设推进会上的讲话"),
        (20, "在学习贯彻党的二十届四中全会精神/交流会上的发言"),
        (17, "把学习成果转化为做好/办公室工作的过硬本领"),
        (20, "以实干担当书写新篇章/——在全市办公室主任会议上的讲话"),
        (20, "在市委办公室2026年度/党建工作述职评议会议上的讲话"),
        (20, "在《党政机关公文处理工作条例》施行十周年/座谈会暨“精品公文”评选表彰会上的讲话"),
        (20, "在全市党委办公室系统/学习贯彻党的二十届四中全会精神/暨年度工作总结表彰大会上的讲话"),
    ],
)
def test_a_title_is_broken_where_its_sense_allows(room: int, title: str) -> None:
    assert title_lines(title.replace("/", ""), room, WORDS) == title.split("/")


TITLES = st.text("在关于全市办公室工作会议暨动员部署的讲话《》“”2026年——，", max_size=70)


@given(TITLES, st.integers(8, 24))
def test_nothing_is_lost_and_no_line_is_too_long(title: str, room: int) -> None:
    lines = title_lines(title, room, WORDS)
    assert "".join(lines) == title
    broken = [line for line in lines if not line.startswith("——")]
    if len(broken) > 1:
        assert all(len(line) <= room for line in lines)


@given(TITLES, st.integers(8, 24))
def test_no_one_or_two_characters_stand_alone(title: str, room: int) -> None:
    head = title.partition("——")[0]
    lines = title_lines(head, room, WORDS)
    assert len(lines) == 1 or min(map(len, lines)) > 2


@given(TITLES, st.integers(8, 24))
def test_no_line_begins_with_a_stop_or_breaks_a_figure(title: str, room: int) -> None:
    for upper, lower in zip(lines := title_lines(title, room, WORDS), lines[1:], strict=False):
        assert lower[0] not in "，》”的"
        assert not re.search(r"\d$", upper) or not lower[0].isdigit()


def test_a_title_beyond_all_measure_is_left_to_word() -> None:
    assert title_lines("题" * 500, 20, WORDS) == ["题" * 500]


def test_without_words_the_lines_are_of_much_the_same_length() -> None:
    lengths = [len(line) for line in title_lines("龘" * 45, 20)]
    assert len(lengths) == 3
    assert max(lengths) - min(lengths) <= 2
