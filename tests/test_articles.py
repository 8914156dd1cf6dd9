"""Articles of a file: where each begins, what stands around its text."""

import pytest
from reading import article_of, articles_of, openings_of

TITLE = "在全市办公室主任会议上的讲话"
SPEECH = [
    "今天的会议开得及时，大家来得都很早，走廊里坐满了人。",
    "办公室的工作年年都一样，年年又都不一样，贵在有心。",
    "希望大家回去以后好好想一想，把今天的收获带到桌前。",
]
OTHER_TITLE = "在机关青年座谈会上的发言"
OTHER = [
    "青年人有青年人的样子，说话做事都带着一股子热气，令人羡慕。",
    "单位里的年轻人多起来以后，楼道里的笑声也跟着多了起来。",
]


def text_of(*parts: str | list[str]) -> str:
    lines = [line for part in parts for line in ([part] if isinstance(part, str) else part)]
    return "\n".join(lines)


@pytest.mark.parametrize(
    "between",
    [
        [],
        [""],
        ["", "", ""],
        ["\x0c"],
        ["- 4 -"],
        ["（作者系机关干部）"],
        ["作者单位：某机关办公室"],
    ],
)
@pytest.mark.parametrize("signed", [["（2023年3月5日）"], ["县直机关工委"], []])
def test_a_title_opens_another_article(between: list[str], signed: list[str]) -> None:
    found = articles_of(text_of(TITLE, SPEECH, between, OTHER_TITLE, signed, OTHER))
    assert [article.title for article in found] == [TITLE, OTHER_TITLE]
    assert [[p.text for p in article.openings] for article in found] == [SPEECH, OTHER]


@pytest.mark.parametrize("page", ["", "\x0c", "- 4 -\n"])
def test_titles_may_stand_after_their_articles(page: str) -> None:
    found = articles_of(text_of(SPEECH, TITLE, page + OTHER[0], OTHER[1:], OTHER_TITLE))
    assert [article.title for article in found] == [TITLE, OTHER_TITLE]
    assert [[p.text for p in article.openings] for article in found] == [SPEECH, OTHER]


@pytest.mark.parametrize(
    "note", ["（作者系某县委办公室干部）", "来源：机关通讯", "责任编辑：林牧之"]
)
def test_a_note_on_author_or_source_ends_an_article(note: str) -> None:
    found = articles_of(text_of(OTHER_TITLE, OTHER, note, SPEECH))
    assert [article.title for article in found] == [OTHER_TITLE, None]
    assert openings_of(text_of(OTHER_TITLE, OTHER, note, SPEECH)) == OTHER + SPEECH


def test_a_note_makes_any_line_a_title() -> None:
    text = text_of(OTHER_TITLE, OTHER, "（作者系某县委办公室干部）", "值班室的灯", SPEECH)
    assert [article.title for article in articles_of(text)] == [OTHER_TITLE, "值班室的灯"]


def test_a_second_salutation_opens_another_speech() -> None:
    found = articles_of(text_of("同志们：", SPEECH, "各位同事：", OTHER))
    assert [article.salutations for article in found] == [("同志们：",), ("各位同事：",)]
    assert [len(article.openings) for article in found] == [3, 2]


@pytest.mark.parametrize(
    ("line", "salutation"),
    [
        ("同志们：", "同志们："),
        ("同志们:", "同志们："),
        ("各位领导、同志们：", "各位领导、同志们："),
        ("尊敬的各位来宾，朋友们：", "尊敬的各位来宾，朋友们："),
        ("各位代表：", "各位代表："),
        ("同志们，今天是个好日子，我们在这里开会。", "同志们，"),
    ],
)
def test_the_form_of_address_is_told(line: str, salutation: str) -> None:
    assert article_of(text_of(TITLE, line, SPEECH)).salutations == (salutation,)


@pytest.mark.parametrize(
    "line",
    [
        *("大家都说：", "文件上写得明白："),
        pytest.param(
            "会上有同志讲过这样一句话：",
        ),
    ],
)
def test_a_colon_alone_makes_no_salutation(line: str) -> None:
    assert article_of(text_of(TITLE, line, SPEECH)).salutations == ()


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("（2023年3月5日）", "2023年3月5日"),
        ("(2023年3月5日)", "2023年3月5日"),
        ("2023年3月", "2023年3月"),
        ("2023-03-05", "2023-03-05"),
        ("（2023.3.5）", "2023.3.5"),
        ("二〇二三年三月五日", "二〇二三年三月五日"),
    ],
)
def test_the_date_is_told(line: str, date: str) -> None:
    article = article_of(text_of(TITLE, line, "同志们：", SPEECH))
    assert (article.title, article.date) == (TITLE, date)
    assert [passage.text for passage in article.openings] == SPEECH


@pytest.mark.parametrize(
    "line",
    [
        *("林牧之", "市委秘书长　林牧之", "某县委办公室"),
        *("文/林牧之", "县档案局局长 林牧之", "本报记者 林牧之"),
    ],
)
def test_the_byline_is_told(line: str) -> None:
    article = article_of(text_of(TITLE, line, "同志们：", SPEECH))
    assert article.title == TITLE
    assert "".join((article.byline or "").split()) == "".join(line.split())


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["在全市办公室主任", "会议上的讲话"], "在全市办公室主任 会议上的讲话"),
        (
            ["凝心聚力　勇毅前行", "——在全市办公室主任会议上的讲话"],
            "凝心聚力 勇毅前行 ——在全市办公室主任会议上的讲话",
        ),
    ],
)
def test_a_title_may_have_two_lines(lines: list[str], title: str) -> None:
    assert article_of(text_of(lines, "同志们：", SPEECH)).title == title


def test_a_journal_header_tells_title_author_and_date() -> None:
    header = [
        "标题：机关值班的得与失",
        "作者：林牧之　周小舟",
        "来源：《值班通讯》2022年第3期",
        "日期：2022-03-05",
        "摘要：本文讲值班。值班要守时，值班要用心。",
        "关键词：值班；电话；守时",
        "中图分类号：D999.99　　文献标识码：A",
    ]
    article = article_of(text_of(header, SPEECH))
    assert (article.title, article.date) == ("机关值班的得与失", "2022-03-05")
    assert "林牧之" in (article.byline or "")
    assert [passage.text for passage in article.openings] == SPEECH


def test_a_key_in_brackets_needs_no_colon() -> None:
    article = article_of(text_of("【标题】机关值班的得与失", "【作者】林牧之", SPEECH))
    assert article.title == "机关值班的得与失"


@pytest.mark.parametrize(
    "entries",
    [
        [f"{TITLE}{'…' * 6}1", f"{OTHER_TITLE}{'…' * 6}5"],
        [f"{TITLE}......1", f"{OTHER_TITLE}......5"],
        [f"{TITLE} 1", f"{OTHER_TITLE} 5"],
        [f"{TITLE}………（1）", f"{OTHER_TITLE} 12"],
        pytest.param(
            [f"一、{TITLE}……1", f"二、{OTHER_TITLE}……5"],
        ),
    ],
)
@pytest.mark.parametrize("head", ["目录", "目　录", "目次"])
def test_a_table_of_contents_is_left_out(head: str, entries: list[str]) -> None:
    found = articles_of(text_of(head, entries, "", TITLE, SPEECH, OTHER_TITLE, OTHER))
    assert [article.title for article in found] == [TITLE, OTHER_TITLE]


@pytest.mark.parametrize(
    "lines",
    [
        ["参考文献：", "[1]林牧之.值班学[M].明洲出版社，2019.", "[2]周小舟.电话学[J].2020（2）."],
        ["参考文献", "［1］林牧之.值班学［M］.明洲出版社，2019."],
        ["附件：", "1.参加会议人员名单", "2.会议日程安排"],
        ["注释：", "①某档案馆内部资料。", "②同上，第三十页。"],
    ],
)
def test_what_stands_behind_the_text_is_left_out(lines: list[str]) -> None:
    article = article_of(text_of(TITLE, SPEECH, lines))
    assert [passage.text for passage in article.openings] == SPEECH
    assert article.headings == ()
