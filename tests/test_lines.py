"""What the layout put into the lines: page numbers, markers, byte order marks, odd widths."""

import pytest
from reading import article_of, opened, openings_of

HALVES = ("办公室的同志白天有会，晚上有稿，节假日还要值", "班，平时靠的是一股韧劲。")
WHOLE = "".join(HALVES)
AFTER = "第二天早上大家照常上班。"


@pytest.mark.parametrize(
    "between",
    [
        *("- 3 -", "-3-", "— 14 —", "－ 3 －", "14", "3/9", "· 3 ·", "3 页"),
        *("第 3 页 共 9 页", "第 3 页，共 9 页", "第3页", "第３页", "第三页"),
    ],
)
def test_a_page_number_on_its_own_line_is_no_text(between: str) -> None:
    text = f"{HALVES[0]}\n{between}\n{HALVES[1]}\n{AFTER}"
    assert opened(text) == [(WHOLE, 1), (AFTER, 4)]


@pytest.mark.parametrize("line", ["12:30", "一", "Page 3", "3.5%", "第九次"])
def test_a_line_that_is_no_page_number_stays(line: str) -> None:
    text = f"会议从下午开到晚上。\n{line}到场的人都说好。\n{AFTER}"
    assert openings_of(text)[1] == f"{line}到场的人都说好。"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("机关办公14室里的灯整夜亮着。", "机关办公室里的灯整夜亮着。"),
        ("机关办公 14 室里的灯整夜亮着。", "机关办公室里的灯整夜亮着。"),
        ("机关办14公室的灯整夜亮着。", "机关办公室的灯整夜亮着。"),
        ("会议定在今年3月召开。", "会议定在今年3月召开。"),
        ("这是我们第9次开会。", "这是我们第9次开会。"),
        ("前来学习的有18个县。", "前来学习的有18个县。"),
        ("办公室去年收文2024件。", "办公室去年收文2024件。"),
        ("办公室有12名同志值班。", "办公室有12名同志值班。"),
    ],
)
def test_a_page_number_inside_a_line_is_taken_out_of_a_word(line: str, read: str) -> None:
    around = "来过办公室里的人都说好。办公室里有热茶，今年月底再看，第次、县个、文件都不缺。"
    assert openings_of(f"{around}\n{line}\n{AFTER}")[1] == read


def test_a_page_number_before_the_rest_of_a_sentence_is_taken_out() -> None:
    assert opened(f"{HALVES[0]}\n14 {HALVES[1]}\n{AFTER}") == [(WHOLE, 1), (AFTER, 3)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
def test_line_ends_and_byte_order_marks_change_nothing(head: str, end: str) -> None:
    text = head + end.join(["同志们：", "　　今天开个短会。", "", "　　明天照常值班。", ""])
    article = article_of(text)
    assert article.salutations == ("同志们：",)
    assert opened(text) == [("今天开个短会。", 2), ("明天照常值班。", 4)]


@pytest.mark.parametrize(
    "text",
    [
        f"{HALVES[0]}\n\x0c{HALVES[1]}\n{AFTER}",
        f"{HALVES[0]}\x0c\n{HALVES[1]}\n{AFTER}",
        f"{HALVES[0]}\n\n- 3 -\n\x0c\n{HALVES[1]}\n{AFTER}",
        f"{HALVES[0]}\n\x0c\n第 4 页\n\n{HALVES[1]}\n{AFTER}",
    ],
)
def test_a_page_break_in_mid_sentence_is_closed(text: str) -> None:
    assert openings_of(text) == [WHOLE, AFTER]


@pytest.mark.parametrize("marker", ["##paidbegin##", "##paidend##", "<br/>", "</p>", "###TAG###"])
def test_markers_are_no_text(marker: str) -> None:
    text = f"{marker}\n今天开个短会。\n{marker}明天照常值班。\n下周集中学习。{marker}"
    assert opened(text) == [("今天开个短会。", 2), ("明天照常值班。", 3), ("下周集中学习。", 4)]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("踔 厉 奋 发 向 前 进", "踔厉奋发向前进"),
        ("踔　厉　奋　发　向　前　进", "踔厉奋发向前进"),
        ("\t在办公室会议上的讲话\u3000", "在办公室会议上的讲话"),
        ("在２０２３年办公室会议上的讲话", "在2023年办公室会议上的讲话"),
    ],
)
def test_a_title_loses_its_spacing(line: str, title: str) -> None:
    assert article_of(f"{line}\n今天开个短会。\n明天照常值班。").title == title


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("大家都到齐了,请坐好;注意:安静!", "大家都到齐了，请坐好；注意：安静！"),
        ("听清楚了吗?", "听清楚了吗？"),
        ("他说“好”,大家也说好。", "他说“好”，大家也说好。"),
        ("办结率提高3.5个点,很好。", "办结率提高3.5个点，很好。"),
        ("会议12:30开始。", "会议12:30开始。"),
        ("全年印发1,200件。", "全年印发1,200件。"),
        ("办 文 办会 都要认真。", "办文办会都要认真。"),
        ("用 Word 2019 排版。", "用Word 2019排版。"),
    ],
)
def test_punctuation_between_chinese_characters_is_full_width(line: str, read: str) -> None:
    assert openings_of(f"今天的会议很短。\n{line}\n{AFTER}")[1] == read


def test_lines_are_counted_in_the_file() -> None:
    text = "\n".join(
        [
            *("\ufeff在办公室会议上的讲话", "", "- 1 -", "同志们：", "##x##"),
            *("　　今天开个短会，大家都", "\x0c第 2 页", "要到。", "", "　　明天照常值班。"),
        ]
    )
    assert opened(text) == [("今天开个短会，大家都要到。", 6), ("明天照常值班。", 10)]
