"""Lines of an outline as somebody wrote it: moved, taken out, added, made others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.drafting.as_written_lines import (
    KINDS,
    add_line,
    cue_line,
    drop_line,
    kind_of,
    move_line,
    tell_line,
    turn_line,
)
from drafter.model.outline import POINT_STYLES, Heading, Node, Paragraph, Point, Salutation, Title
from drafter.model.spec import Choice, Written

POINTED = "题 称 段甲 一级A 点a 点b 二级B 点c 一级C 点d 段尾"
PLAIN = "题 称 一级A 段a 段b 一级C 段c 段尾"
_KINDS = {"题": Title, "称": Salutation, "段": Paragraph}


def lines(said: str) -> tuple[Written, ...]:
    return tuple(Written(node(each), f"id-{each}") for each in said.split())


def node(said: str) -> Node:
    if said.startswith(("一级", "二级")):
        return Heading(said, "一二".index(said[0]) + 1)
    return Point(said, "一是") if said.startswith("点") else _KINDS[said[0]](said)


def told(found: tuple[Written, ...]) -> str:
    return " ".join(each.node.text for each in found)


@pytest.mark.parametrize(
    ("said", "line", "by", "then"),
    [
        (POINTED, "点b", -1, "题 称 段甲 一级A 点b 点a 二级B 点c 一级C 点d 段尾"),
        (POINTED, "段甲", 1, "题 称 一级A 段甲 点a 点b 二级B 点c 一级C 点d 段尾"),
        (POINTED, "一级A", 1, "题 称 段甲 一级C 点d 一级A 点a 点b 二级B 点c 段尾"),
        (POINTED, "一级C", -1, "题 称 段甲 一级C 点d 一级A 点a 点b 二级B 点c 段尾"),
        (POINTED, "一级C", 1, POINTED),
        (POINTED, "一级A", -1, POINTED),
        (POINTED, "二级B", 1, POINTED),
        (POINTED, "二级B", -1, POINTED),
        (POINTED, "题", -1, POINTED),
        (POINTED, "段尾", 1, POINTED),
        (PLAIN, "一级C", -1, "题 称 一级C 段c 一级A 段a 段b 段尾"),
    ],
)
def test_a_line_moves_alone_and_a_heading_with_its_section(
    said: str, line: str, by: int, then: str
) -> None:
    at = said.split().index(line)
    found, to = move_line(lines(said), at, by)
    assert told(found) == then
    assert found[to].node.text == line


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("点a", "题 称 段甲 一级A 点b 二级B 点c 一级C 点d 段尾"),
        ("一级A", "题 称 段甲 一级C 点d 段尾"),
        ("二级B", "题 称 段甲 一级A 点a 点b 一级C 点d 段尾"),
        ("一级C", "题 称 段甲 一级A 点a 点b 二级B 点c 段尾"),
    ],
)
def test_a_heading_is_taken_out_with_its_section_but_not_with_the_close(
    line: str, then: str
) -> None:
    assert told(drop_line(lines(POINTED), POINTED.split().index(line))) == then


def test_the_last_line_stays() -> None:
    only = lines("段甲")
    assert drop_line(only, 0) == only


@pytest.mark.parametrize(
    ("line", "kind"),
    [("题", "段落"), ("段甲", "段落"), ("一级A", "段落"), ("点a", "分论点（一是）")],
)
def test_an_added_line_is_a_point_after_points_else_a_paragraph(line: str, kind: str) -> None:
    at = POINTED.split().index(line)
    found = add_line(lines(POINTED), at, Choice("新的一行"))
    assert (found[at + 1].node.text, kind_of(found[at + 1].node)) == ("新的一行", kind)


def test_a_text_keeps_its_origin_until_it_is_another() -> None:
    before = lines(POINTED)
    assert tell_line(before, 4, Choice("点a")) == before == tell_line(before, 4, Choice())
    changed = tell_line(before, 4, Choice("点aa"))[4]
    assert (changed.node, changed.id) == (Point("点aa", "一是"), "")
    assert cue_line(before, 4, Choice("后面的话。"))[4].node == Point("点a", "一是", "后面的话。")
    assert cue_line(before, 0, Choice("后面的话。")) == before


@pytest.mark.parametrize(
    ("before", "kind", "after"),
    [
        (Paragraph("查清隐患。要看死角。"), "分论点（一要）", [Point("查清隐患", "一要", "要看死角。")]),
        (Point("查清隐患", "一是", "要看死角。"), "段落", [Paragraph("查清隐患。要看死角。")]),
        (Point("查清", "一是", "看。"), "分论点（首先）", [Point("查清", "首先", "看。")]),
        (Point("查清", "一是", "看。"), "二级标题", [Heading("查清", 2), Paragraph("看。")]),
        (Paragraph("守住底线。"), "一级标题", [Heading("守住底线", 1)]),
        (Paragraph("同志们："), "称谓", [Salutation("同志们：")]),
        (Heading("守住底线", 1), "段落", [Paragraph("守住底线")]),
        (Paragraph("。"), "三级标题", [Heading("。", 3)]),
    ],
)  # fmt: skip
def test_a_line_is_made_another_without_losing_a_word(
    before: Node, kind: str, after: list[Node]
) -> None:
    assert [each.node for each in turn_line((Written(before),), 0, kind)] == after


texts = st.text("甲乙。，：丙", min_size=1)
nodes = st.one_of(
    st.builds(Paragraph, texts),
    st.builds(Heading, texts, st.integers(1, 3)),
    st.builds(Point, texts, st.sampled_from(POINT_STYLES), st.one_of(st.just(""), texts)),
)


@given(st.lists(nodes, min_size=1, max_size=9), st.data(), st.sampled_from(KINDS))
def test_no_change_loses_a_line_or_a_word(some: list[Node], data: st.DataObject, kind: str) -> None:
    before = tuple(map(Written, some))
    at = data.draw(st.integers(0, len(some) - 1))
    moved, to = move_line(before, at, data.draw(st.sampled_from([-1, 1])))
    assert sorted(map(repr, moved)) == sorted(map(repr, before))
    assert moved[to] == before[at]
    turned = turn_line(before, at, kind)
    assert kind_of(turned[at].node) == kind
    assert letters(turned) == letters(before)


def letters(found: tuple[Written, ...]) -> str:
    said = (f"{each.node.text}{getattr(each.node, 'cue', '')}" for each in found)
    return "".join(said).replace("。", "")
