"""Whatever the text, it is read without a fault, and what is said of it stands in it."""

import re
import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st
from reading import PARSER

from drafter.model.document import Article

FRAGMENTS = [
    *(
        "同志们：",
        "在机关会议上的讲话",
        "（2023年3月5日）",
        "林牧之",
        "目录",
        "参考文献：",
        "xx",
        "**",
    ),
    *("一、", "二、", "三、", "（一）", "（二）", "1.", "2.", "（1）", "第一部分", "第二部分"),
    *(
        "一是",
        "二是",
        "三是",
        "一要",
        "二要",
        "第一，",
        "第二，",
        "首先，",
        "其次，",
        "一方面，",
        "另一方面，",
    ),
    *(
        "坚持学习为先",
        "坚持团结为重",
        "既要肯干",
        "又要巧干",
        "把会开好",
        "把文办好",
        "要快",
        "要好",
    ),
    *(
        "下面，我讲三点意见。",
        "让我们一起努力！",
        "谢谢大家。",
        "指出，",
        "办公",
        "室",
        "主要",
        "14",
        "3.5",
    ),
    *(
        "，",
        "。",
        "；",
        "：",
        "、",
        "！",
        "？",
        "”",
        "“",
        "《",
        "》",
        "（",
        "）",
        "…",
        ",",
        ";",
        ".",
    ),
    *(
        " ",
        "　",
        "\n",
        "\n\n",
        "\r\n",
        "\x0c",
        "\t",
        "\ufeff",
        "##paidbegin##",
        "- 3 -",
        "１",
        "Ａ",
    ),
]
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)
)


def squeezed(text: str) -> str:
    """Return `text` without white space, its widths unified."""
    return re.sub(r"\s|[\u200b-\u200d\ufeff]", "", unicodedata.normalize("NFKC", text))


def line_numbers(article: Article) -> list[int]:
    told = [*article.headings, *article.parallel, *article.yao, *article.closings, *article.thanks]
    told += [*article.transitions, *article.openings, *article.quotations, *article.reviews]
    return [each.line for each in told]


@settings(max_examples=400, deadline=None)
@given(TEXTS)
@example("一、坚持学习。\n- 3 -\n二、坚持团结。")
@example("\r一是要快。二是要好。\r\n\x0c")
@example("，，，。甲乙丙丁。，，，。甲乙。，，，。")
def test_any_text_is_read_and_its_lines_are_lines_of_the_file(text: str) -> None:
    count = len(re.split(r"\r\n|\r|\n", text))
    for article in PARSER.document(text).articles:
        assert all(1 <= line <= count for line in line_numbers(article))


@settings(max_examples=400, deadline=None)
@given(TEXTS.filter(lambda text: "##" not in text and "<" not in text))
def test_every_heading_stands_in_the_text(text: str) -> None:
    """Page furniture is taken out first: it may stand in the middle of a heading."""
    bare = re.sub(r"[-\d１]", "", squeezed(text))
    for article in PARSER.document(text).articles:
        for heading in article.headings:
            assert re.sub(r"[-\d１]", "", squeezed(heading.text)) in bare


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_levels_go_from_one_to_three_and_parents_stand_above(text: str) -> None:
    for article in PARSER.document(text).articles:
        for place, heading in enumerate(article.headings):
            assert heading.level in (1, 2, 3)
            assert heading.text.strip()
            assert -1 <= heading.parent < place
            if heading.parent >= 0:
                assert article.headings[heading.parent].level < heading.level
