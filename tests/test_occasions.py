"""What makes a template fit its occasion: topics of its own, its form, and what has to be said."""

import re
from collections import Counter
from itertools import product

import pytest
from reading import LEXICON
from test_template_inventory import (
    CARRIED,
    OCCASIONS,
    TOPICS,
    completed_of,
    outline_of,
    own_sets,
    said,
    sets_about,
)

from drafter.model.outline import Heading, Note, Salutation

OWN_TOPICS = tuple(topic for topic in LEXICON.topics if topic not in TOPICS)
"""Topics that only some occasions call for."""
ORDERS = re.compile("各单位|大家要|同志们要|希望大家|希望同志们|你们")
SEEDS = range(1, 13)


def texts(name: str, order: str) -> list[str]:
    return [said(outline_of(name, f"seed: {seed}\n{order}")) for seed in SEEDS]


def topics(name: str, order: str) -> list[set[str]]:
    specs = [completed_of(name, f"seed: {seed}\n{order}") for seed in SEEDS]
    return [{section.topic for section in spec.sections} for spec in specs]


def test_a_mobilisation_keeps_saying_what_is_to_be_done() -> None:
    for text in texts("mobilisation", "task: 档案清零行动\n"):
        assert text.count("档案清零行动") >= 3


@pytest.mark.parametrize(("award", "other"), [("表彰", "通报表扬"), ("通报表扬", "表彰")])
def test_a_commendation_holds_up_the_exemplars(award: str, other: str) -> None:
    for text in texts("commendation", f"award: {award}\n"):
        assert f"{award}先进暨" in text
        assert other not in text.replace(f"{award}先进暨", "")
        assert text.count("先进") >= 4


def test_a_meeting_on_conduct_speaks_of_it_in_sections_of_its_own() -> None:
    for told in topics("conduct-building", "date: 2026-03-12\n"):
        assert {"求真务实", "长效机制"} <= told


@pytest.mark.parametrize("name", ["study-exchange", "study-article"])
def test_who_studied_says_what_was_learnt(name: str) -> None:
    assert all("学懂弄通" in told for told in topics(name, "date: 2026-03-12\n"))
    for text in texts(name, "date: 2026-03-12\n"):
        assert "规划的建议》" in text
        assert "两个维护" in text or "习近平新时代中国特色社会主义思想" in text
    assert all("所学精神的要点" in text for text in texts(name, "date: 2026-08-12\n"))


def test_the_office_of_a_congress_serves_its_deputies() -> None:
    assert all("代表工作" in told for told in topics("congress-office", "organ: 人大办\n"))
    assert all("委员工作" in told for told in topics("congress-office", "organ: 政协办\n"))
    others = topics("congress-office", "organ: 党委办\n")
    assert all(told <= set(TOPICS) for told in others)


def test_an_exchange_speech_gives_no_orders() -> None:
    for seed, voice in product(range(1, 13), ("我们", "我")):
        text = said(outline_of("study-exchange", f"seed: {seed}\nvoice: {voice}\n"))
        assert not ORDERS.search(text)
        assert voice in text
        assert voice == "我们" or "我们" not in text


def test_an_article_addresses_nobody() -> None:
    for seed in range(1, 13):
        outline = outline_of("study-article", f"seed: {seed}\ndate: 2026-05-18\n")
        assert not any(isinstance(node, Salutation) for node in outline.nodes)
        assert "同志们" not in said(outline)
        assert outline.nodes[1] == Note("市委办公室理论学习中心组")


def test_a_mobilisation_has_three_sections_and_is_short() -> None:
    for seed in range(1, 13):
        outline = outline_of("mobilisation", f"seed: {seed}\n")
        levels = Counter(node.level for node in outline.nodes if isinstance(node, Heading))
        assert levels[1] == 3
        assert len(said(outline)) < 700


@pytest.mark.parametrize(
    ("level", "lawmaking"), [("省", True), ("市", True), ("州", True), ("县", False), ("区", False)]
)
def test_only_congresses_that_make_laws_are_said_to(level: str, lawmaking: bool) -> None:
    texts = [
        said(outline_of("congress-office", f"level: {level}\nseed: {seed}\ndate: 2027-01-10\n"))
        for seed in range(1, 13)
    ]
    assert any("立法" in text for text in texts) is lawmaking
    assert all(f"在{level}委的坚强领导下" in text or "领导下" not in text for text in texts)


@pytest.mark.parametrize("topic", OWN_TOPICS)
def test_every_topic_of_an_occasion_has_points_and_chains(topic: str) -> None:
    assert len(sets_about(topic, "points")) >= 3
    assert len([each for each in own_sets("parallel") if topic in each.topics]) >= 4
    assert any(topic in carried for carried in CARRIED)


@pytest.mark.parametrize("name", sorted(OCCASIONS - {"office-work-meeting"}))
def test_an_occasion_has_sections_of_its_own(name: str) -> None:
    """No speech of an occasion is one of office work alone with another frame."""
    for seed in range(1, 13):
        sections = completed_of(name, f"seed: {seed}\ndate: 2026-03-12\n").sections
        assert {section.topic for section in sections} - set(TOPICS)


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("", None),
        ("云澜市委副书记  林知远", "我代表市委"),
        ("云澜市委常委、办公室主任  林知远", "我代表市委"),
        ("云澜市委办公室主任  林知远", "我代表市委办公室"),
    ],
)
def test_thanks_are_said_for_whom_the_speaker_may_speak(speaker: str, expected: str | None) -> None:
    order = f"organ: 党委办\nspeaker: {speaker}\n" if speaker else "organ: 党委办\n"
    said_for = [re.findall("我代表[^，]+", text) for text in texts("commendation", order)]
    assert {found for each in said_for for found in each} == ({expected} if expected else set())


def test_two_sections_are_counted_as_in_speech() -> None:
    for text in texts("office-work-meeting", "topics: [参谋辅政, 督查落实]\n"):
        assert "两点" in text
        assert "二点" not in text


def test_points_after_yao_open_as_what_has_to_be_done() -> None:
    ill = {m.text for each in own_sets("points") if "不接一要" in each.tags for m in each.members}
    for seed in SEEDS:
        spec = completed_of("office-work-meeting", f"marks: 一要\nseed: {seed}\n")
        assert not {point.text for section in spec.sections for point in section.points} & ill


@pytest.mark.parametrize(
    ("name", "organ", "own"),
    [
        ("congress-office", "人大办", "代表工作"),
        ("congress-office", "政协办", "委员工作"),
        ("study-article", "党委办", "学懂弄通"),
    ],
)
def test_a_topic_of_office_work_stands_beside_one_of_the_occasion(
    name: str, organ: str, own: str
) -> None:
    for topic in TOPICS:
        text = said(
            outline_of(name, f"organ: {organ}\ntopics: [{own}, {topic}]\ndate: 2026-03-12\n")
        )
        assert "小标题】" not in text, topic
        assert "分论点】" not in text, topic
