"""Paragraphs come back whole, however their lines were wrapped."""

import pytest
from reading import headings_of, opened, openings_of

FIRST = "办公室工作千头万绪，同志们每天弯腰做事、抬头看路，一份文件接着一份文件，一场会议连着一场会议，从来没有谁叫过苦，也从来没有谁喊过累，大家心里装着的是全局，手上干着的是细活，脸上挂着的是笑容"
SECOND = "档案室的老同志常说，一张纸条也能看出一个机关的作风，所以大家整理材料从来不敢马虎，收发登记从来不敢拖延，哪怕是一个标点放错了地方，也会有人拿着铅笔圈出来，第二天一早重新打印，再请几个人从头到尾念上一遍"
THIRD = "值班室的灯整夜亮着，电话一响就有人接，来人一问就有人答，遇到难处先想办法、再报结果，遇到急事先动起来、再补手续，时间长了，各个科室的人路过这里，总要进来坐一坐，喝口热水，聊几句家常，再去忙自己手头的事情"
PARAGRAPHS = [f"{text}。" for text in (FIRST, SECOND, THIRD)]


def wrapped(paragraph: str, width: int, indent: str = "　　") -> list[str]:
    text = indent + paragraph
    return [text[at : at + width] for at in range(0, len(text), width)]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n\n\n"])
@pytest.mark.parametrize("width", range(12, 45))
def test_indented_paragraphs_are_joined_at_any_width(width: int, between: str) -> None:
    lines = [line for paragraph in PARAGRAPHS for line in wrapped(paragraph, width)]
    assert openings_of(between.join(lines)) == PARAGRAPHS


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("width", range(12, 45))
def test_no_sentence_is_cut_without_indents(width: int, between: str) -> None:
    """Where a paragraph fills its last line nothing tells its end; then two may become one."""
    lines = [line for paragraph in PARAGRAPHS for line in wrapped(paragraph, width, "")]
    found = openings_of(between.join(lines))
    assert found[0] == PARAGRAPHS[0]
    assert set(found) <= set(PARAGRAPHS)


@pytest.mark.parametrize("width", range(12, 45, 4))
def test_blank_lines_part_paragraphs_whose_lines_have_none_between(width: int) -> None:
    blocks = ["\n".join(wrapped(paragraph, width, "")) for paragraph in PARAGRAPHS]
    assert openings_of("\n\n".join(blocks)) == PARAGRAPHS


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("width", [56, 64, 72])
def test_wide_lines_are_joined(width: int, between: str) -> None:
    lines = [line for paragraph in PARAGRAPHS for line in wrapped(paragraph, width)]
    assert openings_of(between.join(lines)) == PARAGRAPHS


def test_unwrapped_paragraphs_stay_apart() -> None:
    assert opened("\n".join(PARAGRAPHS)) == list(zip(PARAGRAPHS, (1, 2, 3), strict=True))


@pytest.mark.parametrize("width", [18, 24, 30])
def test_a_word_cut_at_the_wrap_is_whole_again_in_a_heading(width: int) -> None:
    text = "一、始终保持冲锋在前的姿态，争当攻坚克难、善作善成的机关办公室工作排头兵"
    other = "二、始终保持埋头苦干的劲头，争当任劳任怨、用心用情的机关办公室工作老黄牛"
    lines = [
        *(*wrapped(text, width, ""), *wrapped(PARAGRAPHS[0], width)),
        *(*wrapped(other, width, ""), *wrapped(PARAGRAPHS[1], width)),
    ]
    assert headings_of("\n".join(lines)) == [(1, "一、", text[2:]), (1, "二、", other[2:])]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (["大家都说，", "这样的会开得短、开得好。"], ["大家都说，这样的会开得短、开得好。"]),
        (["大家都说这样开会“", "又短又好”。"], ["大家都说这样开会“又短又好”。"]),
        (["老话讲得好：", "磨刀不误砍柴工。"], ["老话讲得好：", "磨刀不误砍柴工。"]),
        (["今天开个短会。", "明天照常值班。"], ["今天开个短会。", "明天照常值班。"]),
        (["会议开得好！”", "大家都笑了。"], ["会议开得好！”", "大家都笑了。"]),
    ],
)
def test_what_stands_at_the_line_end_tells_whether_the_text_goes_on(
    lines: list[str], read: list[str]
) -> None:
    assert openings_of("\n".join(lines)) == read


@pytest.mark.parametrize("width", [30, 35, 40])
@pytest.mark.xfail(strict=True, reason="the first paragraph is cut when each has two lines")
def test_paragraphs_of_two_lines_are_joined(width: int) -> None:
    brief = [
        "办公室工作千头万绪，同志们既能弯腰做事，也能抬头看路，一份文件接着一份，一场会议连着一场。",
        "档案室的老同志常说，一张纸条也能看出一个机关的作风，所以大家整理材料从来不敢马虎拖延半天。",
        "值班室的灯整夜亮着，电话一响就有人接，来人一问就有人答，遇到难处先想办法，再去报个结果。",
    ]
    assert openings_of("\n".join(line for each in brief for line in wrapped(each, width))) == brief


def test_lines_are_those_where_sentences_begin() -> None:
    lines = [line for paragraph in PARAGRAPHS for line in wrapped(paragraph, 20)]
    starts = [number for number, line in enumerate(lines, 1) if line.startswith("　　")]
    assert [line for _, line in opened("\n".join(lines))] == starts
