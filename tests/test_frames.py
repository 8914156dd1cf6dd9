"""Frames found by aligning siblings, the types of their slots, and what fills them."""

import re

import pytest

from drafter.mining.chain import chain_members, even
from drafter.mining.fillers import Typing, fillers, types_of
from drafter.model.frames import aligned
from drafter.model.phrase import Phrase

MODAL = re.compile("主要|需要|重要|要")
SHAPES = ("{}字动语", "{}字")
KNOWN = {"灯塔": ("名目",), "航标": ("名目", "角色"), "压舱石": ("角色",), "风向标": ("角色",)}
TYPING = Typing(KNOWN, ("擦亮", "拧紧"), SHAPES)


@pytest.mark.parametrize(
    ("members", "pattern", "columns"),
    [
        (
            ["以灯塔为方向，做守夜人", "以航标为准绳，做领航人"],
            "以A为B，做C",
            {"A": ("灯塔", "航标"), "B": ("方向", "准绳"), "C": ("守夜人", "领航人")},
        ),
        (["擦亮窗口", "拧紧螺丝"], "A", {"A": ("擦亮窗口", "拧紧螺丝")}),
        (["数据能联就能尽联", "数据能通就能尽通"], "数据能A就能尽A", {"A": ("联", "通")}),
        (
            ["全{{ level }}一盘棋", "全{{ level }}一本账"],
            "全{{ level }}一A",
            {"A": ("盘棋", "本账")},
        ),
    ],
)
def test_siblings_give_a_frame_and_its_columns(members, pattern, columns) -> None:
    found = aligned(members)
    assert (found.pattern, dict(found.columns)) == (pattern, columns)


@pytest.mark.parametrize(
    ("members", "slots"),
    [
        (["当好窗口的“压舱石”", "当好后台的“风向标”"], (("A", "二字"), ("B", "角色"))),
        (["让灯塔亮起来", "让航标亮起来", "让渔火亮起来"], (("A", "名目"),)),
        (["着力擦亮窗口促提升", "着力拧紧螺丝促提升"], (("A", "四字动语"),)),
        (["突出“忠”字", "突出“担当”字"], ()),
    ],
)
def test_a_slot_has_the_type_of_what_fills_it(members, slots) -> None:
    assert TYPING.slots(aligned(members)) == slots


def test_fillers_name_their_type_and_member() -> None:
    frame = aligned(["当好窗口的“压舱石”", "当好后台的“风向标”"])
    assert list(fillers(frame, dict(TYPING.slots(frame)))) == [
        ("窗口", "二字", 0),
        ("后台", "二字", 1),
        ("压舱石", "角色", 0),
        ("风向标", "角色", 1),
    ]


def test_what_is_no_frame_gives_no_fillers() -> None:
    frame = aligned(["擦亮窗口", "拧紧螺丝"])
    assert list(fillers(frame, {"A": "四字动语"})) == []


def test_one_word_may_have_several_types() -> None:
    bank = [Phrase("1", "航标", type="名目"), Phrase("2", "航标", type="角色"), Phrase("3", "无")]
    assert types_of(bank) == {"航标": ("名目", "角色")}


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("要早谋划，要快动手，要严把关。", ("要早谋划", "要快动手", "要严把关")),
        ("眼睛要亮，手脚要勤，嘴巴要紧", ("眼睛要亮", "手脚要勤", "嘴巴要紧")),
        ("我们既要低头拉车，更要抬头看路。", ("既要低头拉车", "更要抬头看路")),
        (
            "时间紧，要倒排工期，挂图作战；要落实责任，人人有份。",
            ("要倒排工期，挂图作战", "要落实责任，人人有份"),
        ),
        ("要守好门，要看好家，这是主要的任务。", ("要守好门", "要看好家")),
        ("这是主要的，也是需要的。", ()),
    ],
)
def test_the_members_of_a_chain(text: str, members: tuple[str, ...]) -> None:
    assert chain_members(text, MODAL) == members


def test_members_of_unlike_length_are_no_chain() -> None:
    assert even(["要早谋划", "要快动手"])
    assert not even(["要快", "要把每一件事都办到群众的心坎上"])
