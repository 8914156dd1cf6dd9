"""The parallelism score: full marks for a good set, and a reason for every point taken off."""

import pytest

from drafter.checking.parallelism import RULES, parallelism

GOOD = ("以灯塔为向，走正前行的路", "以铁锚为根，扎稳立身的桩", "以风帆为翼，鼓足远航的劲")
VERBS = ("擦亮", "拧紧", "守好")

# rule, a set that breaks it, topics
BROKEN = [
    ("clauses", ("早谋划，快动手", "早准备，快行动", "早收官"), ()),
    ("length", ("擦亮窗口", "拧紧螺丝", "守好各自的责任田"), ()),
    ("length-near", ("擦亮窗口", "拧紧螺丝", "守好责任田"), ()),
    ("frame", ("灯塔高远", "铁锚沉稳", "风帆鼓满"), ()),
    ("opening", ("擦亮窗口", "拧紧螺丝", "门面敞亮"), ()),
    ("word-twice", ("以灯塔为向，照亮航程", "以铁锚为根，站稳脚跟", "以风帆为翼，缩短航程"), ()),
    ("clause-twice", ("早谋划，抓落实", "快动手，抓落实", "勤对账，促提升"), ()),
    ("topic-twice", GOOD, ("学习", "作风", "学习")),
]


def test_a_set_of_one_frame_and_length_has_full_marks() -> None:
    assert parallelism(GOOD, VERBS, ("学习", "作风", "能力")) == (100, ())


@pytest.mark.parametrize("texts", [(), ("只有一条",)])
def test_less_than_two_headings_have_nothing_to_be_parallel_with(texts) -> None:
    assert parallelism(texts).score == 100


@pytest.mark.parametrize(("rule", "texts", "topics"), BROKEN)
def test_a_broken_rule_costs_points_and_is_told(rule, texts, topics) -> None:
    result = parallelism(texts, VERBS, topics)
    assert rule in [fault.rule for fault in result.faults]
    assert result.score == 100 - sum(fault.cost for fault in result.faults) < 100
    assert all(fault.what for fault in result.faults)


def test_a_clause_that_all_members_share_is_their_frame() -> None:
    assert parallelism(("迎佳节，擦亮窗口", "迎佳节，拧紧螺丝"), VERBS).score == 100


def test_every_rule_has_an_example() -> None:
    assert {rule for rule, *_ in BROKEN} == set(RULES)


def test_a_fault_names_the_members() -> None:
    faults = parallelism(("擦亮窗口", "拧紧螺丝", "守好各自的责任田"), VERBS).faults
    assert [(fault.what, fault.members) for fault in faults if fault.rule == "length"] == [
        ("第3条第1句8个字，其余4个字", (2,))
    ]


def test_the_score_never_falls_below_nothing() -> None:
    worst = ("一", "二三四，五六，七", "二三四，二三四，二三四，八九十百千万", "二三四")
    assert 0 <= parallelism(worst, VERBS, ("甲", "甲", "甲", "甲")).score < 40
