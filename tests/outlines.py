"""Outlines that Hypothesis makes: all that an outline may hold, the nasty more than the usual.

A text is one line, without blanks at its ends and without control characters; a point says
something, and ends in no full stop, which is the exporter's, as numbers are.
"""

from hypothesis import strategies as st

from drafter.model.outline import (
    POINT_STYLES,
    Heading,
    Note,
    Outline,
    Paragraph,
    Point,
    Salutation,
    Title,
)

USUAL = [
    "在全市办公室工作会议上的讲话", "林知远", "（2026年3月12日）", "同志们：", "各位领导，同志们:",
    "今天开个短会。", "下面，我讲三点意见。", "守住底线，做到心中有数", "以“三个服务”为主线",
    "【待补：讲话人职务、姓名】", "抓好【待补：一件事】这件事", "市委常委、办公室主任  江晚舟",
]  # fmt: skip
NASTY = [
    "一是", "一是抓学习。", "二要重实干", "一是甲；二是乙；三是丙。", "一、", "一、甲", "（一）乙",
    "1.", "1.5倍", "3.抓落实", "10) 条", "第一，丙", "首先，丁", "最后，感谢大家。", "一百零五、戊",
    "第一部分 总论", "(二)己", "一、二、三产业", "# 题", "## 一、甲", "#", "甲 #", "- 项", "+", "===",
    "---", "*重*点*", "**加粗**", "__下划__", "`码`", "[链](http://a.b)", "![图](x)", "<b>", "&lt;甲&amp;",
    "a|b", "~~删~~", "> 引", "@ 称", "\\", "\\*", "甲  乙", "甲\u3000乙", "甲。\u3000乙", "甲。\u3000\u3000乙。\u3000丙",
    "好！", "好！好", "什么？怎么办", "等等……", "如下：", "甲；", "甲。乙", "【待补：甲】", "【待补：甲】乙。丙",
    "【注】甲", "“是”", "‘一是’", "3.14和2.0", "{{ region }}", "{% if %}", "yes", "2024-01-01", "null", "'",
    "\"", "a: b", "#注", "|", "甲\xa0乙", "A B", "１．全角", "①圈", "——副题", "\ue000", "😀", "𠮷",
]  # fmt: skip
_LETTERS = st.characters(
    blacklist_categories=("Cc", "Cs", "Cn", "Zl", "Zp"),
    blacklist_characters="\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\ufffe\uffff",
)
_FREE = st.text(
    st.one_of(
        _LETTERS,
        st.sampled_from("一二三十百是要第，。、；：！？（）().1290#*_- \u3000甲乙丙【】“”"),
    ),
    min_size=1,
    max_size=30,
)
_MIXED = st.lists(
    st.sampled_from([*USUAL, *NASTY, "。", "，", "\u3000", " "]), min_size=1, max_size=4
)
TEXTS = (
    st.one_of(st.sampled_from([*USUAL, *NASTY]), _FREE, _MIXED.map("".join))
    .map(str.strip)
    .filter(bool)
)
_SAID = TEXTS.map(lambda text: text.rstrip("。").rstrip()).filter(
    lambda text: any(map(str.isalnum, text)) and not text.endswith("。")
)
NODES = st.one_of(
    st.builds(Title, TEXTS),
    st.builds(Note, TEXTS),
    st.builds(Salutation, TEXTS),
    st.builds(Paragraph, TEXTS),
    st.builds(Heading, TEXTS, st.integers(1, 3)),
    st.builds(Point, _SAID, st.sampled_from(POINT_STYLES), st.one_of(st.just(""), TEXTS)),
)
OUTLINES = st.lists(NODES, max_size=14).map(lambda nodes: Outline(tuple(nodes)))
