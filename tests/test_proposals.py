"""Whole sets of headings, ranked, that the composer takes from and a user may choose from."""

import pytest
from building import VOCABULARY
from test_composed import BANK, KNOWLEDGE, TEMPLATES, spec_of

from drafter.drafting.draft import completed, proposed_headings
from drafter.drafting.headings import PARALLEL, Proposal
from drafter.drafting.knowledge import Knowledge
from drafter.model.phrase import Phrase, Phrasebank, PhraseSet
from drafter.model.template import HeadingPlan

TOPICS = "topics: [政治忠诚, 参谋辅政, 督查落实]\n"
ORAL = {"h-own00011", "h-own00012", "h-own00015"}


def proposed(text: str, most: int = 8, name: str = "office-work-meeting") -> tuple[Proposal, ...]:
    asked = spec_of(name, f"date: 2026-03-12\n{text}")
    return proposed_headings(asked, TEMPLATES[name], BANK, VOCABULARY, KNOWLEDGE, most)


def sets_of(name: str, seeds: int = 40) -> list[str]:
    return [
        each.source.id
        for seed in range(seeds)
        for each in proposed(f"seed: {seed}\n", 1, name)
        if each.source
    ]


@pytest.mark.parametrize("seed", range(1, 13))
@pytest.mark.parametrize(
    "more", ["", TOPICS, "sections: 4\n", "outline: [{topic: 数字化}, {}, {}]\n"]
)
def test_the_composer_takes_the_first(seed: int, more: str) -> None:
    text = f"date: 2026-03-12\nseed: {seed}\n{more}"
    template = TEMPLATES["office-work-meeting"]
    full = completed(spec_of(template.name, text), template, BANK, VOCABULARY, KNOWLEDGE)
    (first, *_) = proposed(f"seed: {seed}\n{more}")
    assert {s.heading.text for s in full.sections} == {c.text for c in first.headings.values()}


def test_proposals_have_a_heading_for_each_topic_and_are_told_apart() -> None:
    found = proposed(TOPICS)
    assert len(found) == 8
    assert all(list(each.headings) == ["政治忠诚", "参谋辅政", "督查落实"] for each in found)
    assert len({tuple(c.text for c in each.headings.values()) for each in found}) == 8
    assert {each.filled for each in found} <= {True, False}


def test_more_than_there_is_gives_all_the_best_first() -> None:
    found = proposed(TOPICS, 1000)
    scores = [each.judged.score for each in found if len(each.headings) == 3]
    parallel = [score >= PARALLEL for score in scores]
    assert parallel == sorted(parallel, reverse=True)
    assert any(each.filled for each in found) and not all(each.filled for each in found)
    assert proposed(TOPICS, 3) == found[:3]


def test_a_proposal_says_why_and_where_it_was_read() -> None:
    for each in proposed(TOPICS, 1000):
        assert each.origins
        said = {choice.why for choice in each.headings.values()}
        assert len(said) == 1
        assert f"对仗 {each.judged.score} 分" in said.pop()
        assert all(bool(choice.fillers) == each.filled for choice in each.headings.values())


def test_the_usual_speech_has_no_oral_headings() -> None:
    assert not ORAL & set(sets_of("office-work-meeting"))


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("mobilisation", "动员"),
        ("conduct-building", "作风"),
        ("commendation", "表彰"),
        ("study-exchange", "学习交流"),
        ("study-article", "理论文章"),
    ],
)
def test_a_special_occasion_has_headings_of_its_own(name: str, tag: str) -> None:
    made = {each.id for each in BANK.sets("headings") if tag in each.tags}
    assert len(made) >= 3
    assert set(sets_of(name)) <= made
    assert not made & set(sets_of("office-work-meeting"))


def test_sets_of_the_tone_are_drawn_more_often() -> None:
    template = TEMPLATES["office-work-meeting"]
    toned = {each.id for each in BANK.sets("headings") if "书面" in each.tags}

    def drawn(tags: tuple[str, ...]) -> int:
        plan = template.plan._replace(headings=HeadingPlan(tags))
        asked = [spec_of(template.name, f"seed: {seed}\n") for seed in range(40)]
        found = [
            proposed_headings(each, template._replace(plan=plan), BANK, VOCABULARY, KNOWLEDGE, 1)
            for each in asked
        ]
        return sum(each.source.id in toned for (each,) in found if each.source)

    assert 40 > drawn(("书面",)) > 2 * drawn(())


def test_a_set_out_of_tone_is_offered_to_who_draws_on_it() -> None:
    (first, *_) = proposed(
        "outline: [{heading: h-own00011.1}, {topic: 参谋辅政}, {topic: 督查落实}]\n"
    )
    assert first.source and first.source.id == "h-own00011"


def test_a_topic_that_must_be_is_there_unless_topics_are_listed() -> None:
    template = TEMPLATES["office-work-meeting"]
    topics = [each._replace(must=each.name == "作风纪律") for each in template.plan.topics]
    bound = template._replace(plan=template.plan._replace(topics=tuple(topics)))

    def headed(text: str) -> set[str]:
        asked = spec_of(template.name, text)
        (first, *_) = proposed_headings(asked, bound, BANK, VOCABULARY, KNOWLEDGE, 1)
        return set(first.headings)

    for seed in range(20):
        assert "作风纪律" in headed(f"seed: {seed}\n")
        assert "作风纪律" in headed(f"seed: {seed}\nsections: 4\noutline: [{{topic: 数字化}}]\n")
    assert "作风纪律" not in headed(TOPICS)


def test_sets_of_an_earlier_speech_come_last() -> None:
    found = proposed(TOPICS, 1000)
    used = {each.source.id for each in found[:4] if each.source}
    template = TEMPLATES["office-work-meeting"]
    asked = spec_of(template.name, f"date: 2026-03-12\n{TOPICS}")
    again = proposed_headings(
        asked, template, BANK, VOCABULARY, Knowledge(used=dict.fromkeys(used, "2026-01-05")), 4
    )
    assert not used & {each.source.id for each in again if each.source}


def test_a_bank_without_headings_proposes_nothing() -> None:
    template = TEMPLATES["office-work-meeting"]
    asked = spec_of(template.name, TOPICS)
    assert proposed_headings(asked, template, Phrasebank(), VOCABULARY) == ()


def test_a_less_parallel_set_that_covers_the_topics_goes_before_one_that_does_not() -> None:
    template = TEMPLATES["office-work-meeting"]
    told = {"政治忠诚": "讲忠诚", "参谋辅政": "多出好主意、敢说真话", "督查落实": "落实要紧"}
    rough = PhraseSet("h-1", "A", tuple(Phrase(f"h-1.{n}", text, topics=(topic,)) for n, (topic, text) in enumerate(told.items(), 1)))  # fmt: skip
    neat = PhraseSet("h-2", "守A", tuple(Phrase(f"h-2.{n}", text, topics=(topic,)) for n, (topic, text) in enumerate((("政治忠诚", "守忠诚"), ("参谋辅政", "守参谋")), 1)))  # fmt: skip
    bank = Phrasebank({"headings": (rough, neat), "points": BANK.sets("points")})
    found = proposed_headings(spec_of(template.name, TOPICS), template, bank, VOCABULARY)
    assert [each.source.id for each in found if each.source] == ["h-1", "h-2"]
