"""Minutes become characters: a range for each stretch, beside what is there."""

import pytest
from building import USUAL, outline_of

from drafter.drafting.length import pace, spoken, stretches
from drafter.model.outline import Heading, Note, Outline, Paragraph, Point, Salutation, Title

NODES = (
    Title("在动员会上的讲话"),
    Note("林知远"),
    Salutation("同志们："),
    Paragraph("今天开个短会。"),
    Heading("守住底线", 1),
    Heading("查隐患", 2),
    Paragraph("要看死角。"),
    Heading("提升本领", 1),
    Point("学业务", "一是", "每周一课。"),
    Paragraph("散会。"),
)


def planned(outline: Outline) -> dict[str, int]:
    return {each.name: each.aim for each in outline.length}


@pytest.mark.parametrize(
    ("rate", "span"), [(0, (150, 180, 200)), (200, (180, 200, 220)), (100, (90, 100, 110))]
)
def test_a_rate_is_a_range_of_a_tenth_to_either_side(rate: int, span: tuple[int, ...]) -> None:
    assert tuple(map(round, pace(rate))) == span


def test_neither_punctuation_nor_what_is_pending_is_spoken() -> None:
    assert spoken([Paragraph("好，2026年。【待补：主要成绩，最好有数据】")]) == 6
    assert spoken([Point("学业务", "一是", "每周一课。")]) == 7


def test_a_speech_has_an_opening_sections_and_a_closing() -> None:
    found = [(each.name, [node.text for node in each.nodes]) for each in stretches(NODES)]
    assert found == [
        ("开头", ["同志们：", "今天开个短会。"]),
        ("一、守住底线", ["守住底线", "查隐患", "要看死角。"]),
        ("二、提升本领", ["提升本领", "学业务"]),
        ("结尾", ["散会。"]),
    ]


def test_a_last_cue_belongs_to_its_section() -> None:
    *_, last, closing = stretches(NODES[:7] + NODES[9:], "要看死角。")
    assert [node.text for node in last.nodes] == ["守住底线", "查隐患", "要看死角。"]
    assert [node.text for node in closing.nodes] == ["散会。"]


def test_without_minutes_nothing_is_planned() -> None:
    assert outline_of().length == ()


def test_what_is_planned_adds_up_to_the_minutes() -> None:
    outline = outline_of(USUAL + "minutes: 10\n")
    assert abs(sum(each.aim for each in outline.length) - 1800) <= len(outline.length)
    assert all(each.least < each.aim < each.most for each in outline.length)
    assert len(outline.length) == 2 + sum(
        isinstance(node, Heading) and node.level == 1 for node in outline.nodes
    )


def test_sections_are_planned_alike_and_weigh_more_than_the_closing() -> None:
    aims = planned(outline_of(USUAL + "minutes: 10\n"))
    sections = {aim for name, aim in aims.items() if "、" in name}
    assert len(sections) == 1
    assert sections.pop() == 5 * aims["结尾"]


def test_a_rate_of_the_users_counts() -> None:
    usual, fast = (sum(planned(outline_of(f"{USUAL}minutes: 10\n{more}")).values())
                   for more in ("", "rate: 360\n"))  # fmt: skip
    assert abs(fast - 2 * usual) <= 8


def test_what_is_there_is_counted() -> None:
    outline = outline_of(USUAL + "minutes: 10\n")
    said = spoken(node for node in outline.nodes if not isinstance(node, (Title, Note)))
    assert sum(each.present for each in outline.length) == said
