"""Every rule of `bank check` has what it finds and what it lets pass."""

from collections.abc import Iterable

import pytest
from building import VOCABULARY
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import LEXICON

from drafter.checking.banks import Whole
from drafter.checking.frames import fits
from drafter.checking.ground import ground
from drafter.checking.rules import BANK_RULES, ENTRY_RULES, findings
from drafter.model.findings import Finding, Placed, PlacedChange, Rejection
from drafter.model.frames import frame as frame_of
from drafter.model.phrase import Change, Entry, Phrase, PhraseSet
from drafter.templating.replacing import replacements

GROUND = ground(LEXICON, VOCABULARY, replacements(VOCABULARY))
FILE = "points.yaml"


def one(text: str, kind: str = "closings", **more) -> Phrase:
    return Phrase("c-1", text, kind, line=more.pop("line", 4), **more)


def group(frame: str, *texts: str, **more) -> PhraseSet:
    members = tuple(Phrase(f"p-1.{n}", t, "points", line=n + 6) for n, t in enumerate(texts, 1))
    return PhraseSet("p-1", frame, members, "points", line=4, **more)


def found(*entries: Entry, **more) -> list[Finding]:
    whole = Whole([Placed(entry, FILE) for entry in entries], **more)
    return list(findings(whole, GROUND))


def rules(all_found: Iterable[Finding]) -> set[str]:
    return {each.rule for each in all_found}


PLAIN = one("为做好{{ system }}工作努力奋斗")
FAULTY = {
    "unknown-slot": one("为{{ regoin }}奋斗"),
    "unknown-topic": one("好", topics=("参谋辅证",)),
    "unknown-organ": one("好", organs=("党办",)),
    "odd-era": one("好", era="22"),
    "leaked-place": one("建设美丽苏州"),
    "leaked-local-word": one("服务全市大局"),
    "leaked-figure": one("办结率达到98%"),
    "remnant": one("在XX的领导下"),
    "misfit-member": group("坚持A为B", "坚持忠诚为本", "立足岗位为先"),
    "repeated-member": group("坚持A为B", "坚持忠诚为本", "坚持忠诚为本"),
    "lone-member": group("坚持A为B", "坚持忠诚为本"),
    "undated": one("深入学习党的二十大精神"),
}
SOUND = {
    "unknown-slot": one("为{{ region }}奋斗，{{ count }}点意见"),
    "unknown-topic": one("好", topics=("参谋辅政",)),
    "unknown-organ": one("好", organs=("党委办",)),
    "odd-era": one("好", era="2022"),
    "leaked-place": one("某地建设美丽苏州", kind="quotations"),
    "leaked-local-word": one("服务{{ region }}大局，走向市场"),
    "leaked-figure": one("到2035年基本实现", kind="quotations"),
    "remnant": one("在{{ committee }}的领导下"),
    "misfit-member": group("坚持A为B", "坚持忠诚为本", "坚持{{ region }}为先"),
    "repeated-member": group("坚持A为B", "坚持忠诚为本", "坚持事业为先"),
    "lone-member": group("坚持A为B", "坚持忠诚为本", "坚持事业为先"),
    "undated": one("深入学习党的二十大精神", era="2022"),
}


@pytest.mark.parametrize("rule", [rule.id for rule in ENTRY_RULES])
def test_a_rule_finds_its_fault(rule: str) -> None:
    assert rule in rules(found(FAULTY[rule]))


@pytest.mark.parametrize("rule", [rule.id for rule in ENTRY_RULES])
def test_a_rule_lets_sound_entries_pass(rule: str) -> None:
    assert rule not in rules(found(SOUND[rule]))


def test_a_plain_entry_has_no_fault() -> None:
    assert found(PLAIN) == []


WHOLES = {
    "duplicate": (
        Whole([Placed(PLAIN, "a"), Placed(PLAIN._replace(id="c-2"), "b")]),
        Whole([Placed(PLAIN, "a"), Placed(PLAIN, "b")]),
    ),
    "near-duplicate": (
        Whole(
            [Placed(PLAIN, "a"), Placed(PLAIN._replace(id="c-2", text=PLAIN.text + "！"), "b")],
            alike=[("c-2", "c-1")],
        ),
        Whole([Placed(PLAIN, "a"), Placed(PLAIN._replace(id="c-2", text="别的话"), "b")]),
    ),
    "shared-id": (
        Whole([Placed(PLAIN, "a"), Placed(one("谢谢", kind="thanks"), "b")]),
        Whole([Placed(PLAIN, "a"), Placed(PLAIN._replace(text="改过的话"), "b")]),
    ),
    "idle-change": (
        Whole([Placed(PLAIN, "a")], [PlacedChange(Change("c-2", "closings", ()), "b")]),
        Whole([Placed(PLAIN, "a")], [PlacedChange(Change("c-1", "closings", ()), "b")]),
    ),
    "idle-rejection": (
        Whole([Placed(PLAIN, "a")], rejections=[Rejection("我的-1", "rejected.txt", 1)]),
        Whole([Placed(PLAIN, "a")], rejections=[Rejection("h-93f520b7", "rejected.txt", 1)]),
    ),
}


@pytest.mark.parametrize("rule", [rule.id for rule in BANK_RULES])
def test_a_rule_over_all_entries(rule: str) -> None:
    faulty, sound = WHOLES[rule]
    assert rule in rules(findings(faulty, GROUND))
    assert rule not in rules(findings(sound, GROUND))


def test_a_fault_of_a_member_is_told_at_its_line() -> None:
    (fault,) = found(group("坚持A为B", "坚持忠诚为本", "立足岗位为先"))
    assert (fault.file, fault.line, fault.level, fault.id) == (FILE, 8, "warning", "p-1")


@pytest.mark.parametrize(
    ("entry", "remedy"),
    [
        (FAULTY["unknown-slot"], "是不是 region？"),
        (FAULTY["unknown-topic"], "是不是 参谋辅政？"),
        (FAULTY["leaked-local-word"], "请换成 {{ region }}"),
        (FAULTY["undated"], "请加上 era: 2022"),
    ],
)
def test_a_fault_comes_with_a_way_out(entry: Entry, remedy: str) -> None:
    assert [each.remedy for each in found(entry)] == [remedy]


@pytest.mark.parametrize(
    ("frame", "text", "filled"),
    [
        ("坚持A为B", "坚持忠诚为本", True),
        ("坚持A为B", "坚持忠诚", False),
        ("A", "什么都行", True),
        ("A，确保B", "做好，确保稳", True),
        ("A，确保B", "确保，做好", False),
        ("A当好“B员”", "谋在前当好“参谋员”", True),
        ("A当好“B员”", "谋在前当好“参谋”", False),
        ("为{{ region }}A", "为{{ region }}服务", True),
        ("为{{ region }}A", "为全市服务", False),
        ("A和A和", "甲和", False),
        ("没有空位", "没有空位", True),
        ("没有空位", "没有空位的", False),
    ],
)
def test_a_text_fills_a_frame(frame: str, text: str, filled: bool) -> None:
    assert fits(frame, text) is filled


@settings(deadline=None)
@given(st.lists(st.text("坚持以为本先的，做好", min_size=1, max_size=12), min_size=2, max_size=4))
def test_what_a_frame_was_made_of_fills_it(texts: list[str]) -> None:
    frame = frame_of(texts)
    assert all(fits(frame, text) for text in texts)


def test_a_frame_of_many_letters_is_matched_in_good_time() -> None:
    assert not fits(
        "".join(f"{letter}的" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ") + "！", "的" * 9999
    )
