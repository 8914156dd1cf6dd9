"""Rules for what stands in the lines: punctuation, doubled words, dates, names of elsewhere."""

import pytest
from checked import RULES, found, hits

from drafter.model.speech import Example

FIXED = [
    ("half-width", "要坚持问题导向,做到(必须)知行合一.", "要坚持问题导向，做到（必须）知行合一。"),
    ("half-width", '做到"三个到位";不走样', "做到“三个到位”；不走样"),
    ("half-width", "强调:怎么办?抓落实!", "强调：怎么办？抓落实！"),
    ("ellipsis", "一桩桩、一件件......都记着", "一桩桩、一件件……都记着"),
    ("dash", "根本---落实", "根本——落实"),
    ("doubled-mark", "抓早，，抓小。。", "抓早，抓小。"),
    ("spacing", "要坚持问题 导向，一抓到底。", "要坚持问题导向，一抓到底。"),
    ("doubled-word", "贯穿贯穿始终，这是我们的的责任", "贯穿始终，这是我们的责任"),
    ("date-form", "2026年03月05日", "2026年3月5日"),
    ("confusable", "截止目前，己经布署", "截至目前，已经部署"),
    ("confusable", "全复盖，迎接20大召开", "全覆盖，迎接党的二十大召开"),
    ("doubled-word", "要抓好落实。要抓好落实。", "要抓好落实。"),
]
LET_BE = [
    ("half-width", "9:30开会，完成1,200万元，增长3.5%，见a.b.com"),
    ("half-width", "meeting, then (see below) work"),
    ("ellipsis", "一桩桩、一件件……都记着"),
    ("dash", "3—5月，沪—杭—甬一线，A—B"),
    ("doubled-mark", "说到“做到”，写到《条例》。”，"),
    ("unpaired", "一是1）学；2）做。a)写"),
    ("unpaired", "他说：“要抓‘小’，更要抓（要紧的）‘早’。”"),
    ("doubled-word", "一件一件抓，家家户户，研究研究，是是非非，参与与否，目的的实现，为了了解情况"),
    ("doubled-word", "重要要求，涉及及时，各各不同，明明白白、清清楚楚"),
    ("confusable", "以经济建设为中心，工作到位，防止预防犯罪，与以往不同，机关建设，构建全新格局"),
    ("confusable", "美好象征，周末能来，表现再好，自己经过，合力渡过难关，来自已有成果，交付责任"),
    ("impossible-date", "2024年2月29日，12月31日，12个月，2月份"),
    ("relative-date", "今天我们开会，今年、去年、明年都要抓"),
    ("date-form", "2026年10月20日，“十四五”规划，二〇二六年，百年1月"),
    ("breath", "，".join(["抓早抓小抓实抓细抓好"] * 9) + "。"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "said", "wanted"), FIXED)
def test_what_needs_no_thought_is_mended_as_a_reader_would(
    rule: str, said: str, wanted: str
) -> None:
    mended = said
    for hit in sorted(hits(rule, said), key=lambda hit: -hit.start):
        assert hit.fix is not None
        mended = mended[: hit.start] + hit.fix + mended[hit.end :]
    assert mended == wanted


@pytest.mark.parametrize(("rule", "said"), LET_BE)
def test_what_is_right_is_let_be(rule: str, said: str) -> None:
    assert [hit.what for hit in hits(rule, said)] == []


@pytest.mark.parametrize(
    ("said", "marks"),
    [
        ("要当好“参谋员，为领导分忧。", ["“"]),
        ("“一段“话", ["“", "“"]),
        ("（甲〔乙）", []),
        ("（甲[乙）", ["["]),
        ("甲）乙（丙", ["）", "（"]),
        ("“引文没有完\n第二段到此为止”", []),
        ("“第一段\n“第二段\n“第三段”", []),
        ("“没有下文\n别的话\n又一段\n再一段\n末了”", ["“", "”"]),
    ],
)
def test_marks_without_a_counterpart(said: str, marks: list[str]) -> None:
    assert [hit.line.text[hit.start] for hit in hits("unpaired", said)] == marks


@pytest.mark.parametrize(
    ("said", "date", "wanted"),
    [
        ("3月12日（星期四）", "2026-03-01", []),
        ("3月12日（星期四）", "", []),
        ("2025年3月12日，星期四", "2026-03-01", ["四"]),
        ("2026年3月15日（周天）", "", []),
        ("2026年3月15日（周六）", "", ["六"]),
    ],
)
def test_weekdays(said: str, date: str, wanted: list[str]) -> None:
    found = hits("weekday", Example(said, date))
    assert [hit.line.text[hit.start : hit.end] for hit in found] == wanted


@pytest.mark.parametrize(
    ("said", "date", "wanted"),
    [
        ("要学习贯彻党的二十大精神", "2026-03-12", False),
        ("要学习贯彻党的二十大精神", "2021-03-12", True),
        ("要推动“十四五”开好局，为“十四五”开局作贡献", "2021-03-12", False),
        ("为“十四五”开局作贡献", "2026-01-05", True),
        ("为“十四五”开局作贡献", "2025-12-31", False),
        ("以优异成绩喜迎党的二十大", "2022-10-15", False),
        ("以优异成绩喜迎党的二十大", "2022-11-01", True),
        ("以优异成绩喜迎党的二十大", "", False),
    ],
)
def test_formulations_have_their_time(said: str, date: str, wanted: bool) -> None:
    assert bool(hits("stale", Example(said, date))) is wanted


def test_the_date_below_the_title_will_do() -> None:
    said = "在全县办公室工作会议上的讲话\n（2026年3月12日）\n同志们：\n为“十四五”开局作贡献。"
    assert [each.rule for each in found(said) if each.rule == "stale"] == ["stale"]


def test_places_of_the_front_are_the_speechs_own() -> None:
    said = "在云阳县办公室工作会议上的讲话\n同志们：\n云阳县委要求抓好落实，丁青县委也要抓好落实。"
    assert [hit.line.text[hit.start : hit.end] for hit in hits("other-organ", said)] == ["丁青"]


def test_without_place_or_spec_no_name_is_strange() -> None:
    assert hits("other-organ", "要学习丁青县委的做法。") == []


@pytest.mark.parametrize(
    ("level", "said", "wanted"),
    [
        ("县", "全州上下、全省上下、全市上下、全县上下", ["全州"]),
        ("市", "全县上下、全省上下，县委办公室要抓好落实", ["全县"]),
        ("县", "当好区委参谋，落实市委要求", ["区委"]),
        ("", "全县一盘棋，" * 8 + "全州一股劲。", ["全州"]),
        ("", "全县一盘棋，全州一股劲。", []),
        ("市", "守住安全区域，健全县级机制，面向全市场", []),
    ],
)
def test_words_of_another_level(level: str, said: str, wanted: list[str]) -> None:
    example = Example(said, level=level, organ="党委办" if level else "")
    found = hits("other-level", example)
    assert [hit.line.text[hit.start : hit.end] for hit in found] == wanted


def test_platitudes_are_let_be_unless_asked_for() -> None:
    said = "众所周知，办公室工作任重道远。"
    assert found(said) == []
    assert [hit.what for hit in hits(RULES["cliche"], said)]
