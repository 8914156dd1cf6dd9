"""The templates that ship: one for each occasion, and phrases of the bank for all their sections."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product

import pytest
from building import VOCABULARY
from reading import LEXICON
from test_leaks import listed

from drafter.drafting.draft import completed, draft
from drafter.locations import shipped_phrasebank, shipped_templates
from drafter.mining.labels import Labels
from drafter.model.frames import aligned
from drafter.model.numerals import numeral
from drafter.model.outline import PENDING, Heading, Outline, Title
from drafter.model.phrase import PhraseSet
from drafter.model.spec import Spec
from drafter.model.template import Template
from drafter.storage.bank.phrasebank import load_bank
from drafter.storage.files import read_text
from drafter.storage.specs.files import SpecFile
from drafter.storage.templates import find_template, load_template, template_names

OCCASIONS = {
    "commendation",
    "conduct-building",
    "congress-office",
    "mobilisation",
    "office-work-meeting",
    "study-article",
    "study-exchange",
}
FOLDER = shipped_templates()
NAMES = template_names(FOLDER)
TEMPLATES = {name: load_template(find_template(FOLDER, name, ""), VOCABULARY) for name in NAMES}
ANNOUNCING = [
    name for name, each in TEMPLATES.items() if "transition" in {p.name for p in each.plan.parts}
]
"""Those that announce their sections; one that takes all texts as they are does not."""
BANK = load_bank(shipped_phrasebank(), None, VOCABULARY.slots)
LABELS = Labels(LEXICON)
TOPICS = tuple(topic.name for topic in TEMPLATES["office-work-meeting"].plan.topics)
CARRIED = [(name, topic.name) for name in NAMES for topic in TEMPLATES[name].plan.topics]
FIRMS = dict(zip(VOCABULARY.organs, VOCABULARY.levels, strict=True))
MONTHS = ["", *(f"{year}-{month:02}-15" for year in (2026, 2027) for month in range(1, 13))]
CLAUSE = re.compile("[，、]")
SENTENCE = re.compile("[，。；：！？]")
REMOTE = re.compile("刚才|上述|前面[讲说提]")


def spec_of(name: str, text: str = "") -> Spec:
    file = SpecFile(f"template: {name}\n{text}", "spec.yaml")
    return file.spec(TEMPLATES[name], VOCABULARY.slots, VOCABULARY.words)


def outline_of(name: str, text: str = "") -> Outline:
    return draft(spec_of(name, text), TEMPLATES[name], BANK, VOCABULARY)


def completed_of(name: str, text: str) -> Spec:
    return completed(spec_of(name, text), TEMPLATES[name], BANK, VOCABULARY)


def example_of(name: str) -> Outline:
    path = FOLDER / "examples" / f"{name}.yaml"
    spec = SpecFile(read_text(path), str(path)).spec(
        TEMPLATES[name], VOCABULARY.slots, VOCABULARY.words
    )
    return draft(spec, TEMPLATES[name], BANK, VOCABULARY)


def said(outline: Outline) -> str:
    return "\n".join(node.text for node in outline.nodes)


def wordings(template: Template) -> Iterator[tuple[str, str]]:
    for part in template.plan.parts:
        for wording in part.wordings:
            yield part.name, wording.phrase.text


def own_sets(kind: str) -> list[PhraseSet]:
    return [each for each in BANK.sets(kind) if each.sources[0].document == "自编"]


def told_by(each: PhraseSet) -> list[str]:
    """Return what tells the topics of the members: of headings, what fills the common frame."""
    if each.kind == "points":
        return [member.text for member in each.members]
    rows = zip(*aligned([member.text for member in each.members]).columns.values(), strict=True)
    return ["，".join(row) for row in rows]


def sets_about(topic: str, kind: str) -> list[PhraseSet]:
    return [each for each in BANK.sets(kind) if topic in each.topics]


def may_carry(each: PhraseSet, topic: str) -> bool:
    """Tell whether the organs of a set of headings have points on `topic`."""
    organs = set(each.organs or FIRMS)
    return any(organs & set(about.organs or FIRMS) for about in sets_about(topic, "points"))


def spoken_date(date: str) -> str:
    year, month, day = map(int, date.split("-"))
    return f"{year}年{month}月{day}日"


def shape(text: str) -> tuple[int, ...]:
    """Return the lengths of the clauses of `text`."""
    return tuple(map(len, CLAUSE.split(text)))


def test_there_is_a_template_for_every_occasion() -> None:
    assert set(NAMES) >= OCCASIONS


@pytest.mark.parametrize("name", NAMES)
def test_a_template_is_named_after_its_file_and_says_when_to_use_it(name: str) -> None:
    template = TEMPLATES[name]
    assert template.name == name
    assert template.title
    assert template.description.endswith("时用。") or "时用；" in template.description
    assert [question.name for question in template.questions if not question.help] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_example_leaves_nothing_to_be_supplied(name: str) -> None:
    outline = example_of(name)
    assert isinstance(outline.nodes[0], Title)
    assert outline.missing == ()
    assert "【" not in said(outline)


@pytest.mark.parametrize("name", NAMES)
def test_a_template_carries_every_topic(name: str) -> None:
    assert {topic.name for topic in TEMPLATES[name].plan.topics} >= set(TOPICS)
    assert all(topic.lack for topic in TEMPLATES[name].plan.topics)


@pytest.mark.parametrize(("name", "topic"), CARRIED)
def test_every_topic_can_carry_a_section_for_every_organ(name: str, topic: str) -> None:
    """Work that some organs alone have, such as that with deputies, carries it for these."""
    doing = {organ for each in sets_about(topic, "points") for organ in each.organs or FIRMS}
    assert doing == set(FIRMS) or (topic not in TOPICS and doing)
    for organ in doing:
        level = FIRMS[organ]
        order = f"level: {level}\norgan: {organ}\ndate: 2026-03-12\ntopics: [{topic}]\n"
        (section,) = completed_of(name, order).sections
        assert section.topic == topic
        assert section.heading is not None
        told = (section.heading, *section.points)
        assert len(told) > TEMPLATES[name].plan.points.least, (organ, told)
        assert [each.text for each in told if PENDING.search(each.text)] == [], organ


@pytest.mark.parametrize("name", NAMES)
def test_every_part_has_words_at_any_time(name: str) -> None:
    parts = {part.name for part in TEMPLATES[name].plan.parts}
    for date in MONTHS:
        assert set(completed_of(name, f"date: {date}\n").parts) == parts, date


@pytest.mark.parametrize("name", NAMES)
def test_a_part_has_several_wordings_and_none_twice(name: str) -> None:
    told = list(wordings(TEMPLATES[name]))
    counted = Counter(part for part, _ in told)
    assert [part.name for part in TEMPLATES[name].plan.parts if counted[part.name] < 2] == []
    assert len({text for _, text in told}) == len(told)


@pytest.mark.parametrize("name", NAMES)
def test_a_wording_points_at_nothing_that_may_be_absent(name: str) -> None:
    assert [text for _, text in wordings(TEMPLATES[name]) if REMOTE.search(text)] == []


@pytest.mark.parametrize("name", ANNOUNCING)
def test_the_transition_leaves_the_number_to_the_sections(name: str) -> None:
    told = [text for part, text in wordings(TEMPLATES[name]) if part == "transition"]
    assert told
    assert [text for text in told if "{{ count }}" not in text] == []


@pytest.mark.parametrize("each", own_sets("headings"), ids=lambda each: each.id)
def test_own_headings_are_a_set_for_all_topics(each: PhraseSet) -> None:
    """They are for the ten of office work, or for those that an occasion may draw there."""
    told = [topic for member in each.members for topic in member.topics]
    assert len(set(told)) == len(told) == len(each.members)
    plans = [template.plan for template in TEMPLATES.values()]
    made = [plan for plan in plans if set(plan.headings.first) & set(each.tags)]
    drawn = [
        {topic.name for topic in plan.topics if not topic.asked and may_carry(each, topic.name)}
        for plan in made
    ]
    assert set(told) >= set(TOPICS) or any(set(told) >= topics for topics in drawn)
    assert len({shape(member.text) for member in each.members}) == 1


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_many_points_and_chains(topic: str) -> None:
    assert len(sets_about(topic, "points")) >= 6
    own = [each for each in own_sets("parallel") if topic in each.topics]
    assert len(own) >= 12
    assert all(3 <= len(each.members) <= 4 for each in own)


@pytest.mark.parametrize("each", own_sets("parallel"), ids=lambda each: each.id)
def test_an_own_chain_is_made_for_some_point_of_its_topics(each: PhraseSet) -> None:
    sets = [points for topic in each.topics for points in sets_about(topic, "points")]
    texts = [member.text for points in sets for member in points.members]
    assert any(tag in text for tag in each.tags for text in texts)


def test_no_clause_of_own_chains_stands_twice() -> None:
    clauses = Counter(member.text for each in own_sets("parallel") for member in each.members)
    assert [clause for clause, times in clauses.items() if times > 1] == []


@pytest.mark.parametrize("kind", ["points", "parallel"])
def test_the_members_of_an_own_set_are_of_one_length(kind: str) -> None:
    spans = {each.id: sorted(len(m.text) for m in each.members) for each in own_sets(kind)}
    assert {name: span for name, span in spans.items() if span[-1] - span[0] > 1} == {}


@pytest.mark.parametrize("kind", ["headings", "points"])
def test_own_phrases_are_labelled_with_the_topic_they_stand_for(kind: str) -> None:
    """Where the lexicon knows a topic, it is theirs, in 19 of 20 phrases."""
    told = [
        (text, LABELS.topics(text), member.topics or each.topics)
        for each in own_sets(kind)
        for text, member in zip(told_by(each), each.members, strict=True)
    ]
    wrong = [each for each in told if each[1] and each[1] != each[2]]
    assert len(wrong) * 20 <= len(told), wrong


def test_no_clause_of_own_headings_and_points_stands_in_two_sets() -> None:
    sets = [*own_sets("headings"), *own_sets("points")]
    clauses = Counter(
        clause
        for each in sets
        for clause in {c for member in each.members for c in CLAUSE.split(member.text)}
        if len(clause) >= 5
    )
    assert [clause for clause, times in clauses.items() if times > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_outline_says_anything_twice_nor_what_is_stale_or_of_a_source(name: str) -> None:
    lists = [listed("leaks.txt"), listed("stale.txt")]
    for seed, (level, organ) in enumerate(product(VOCABULARY.levels, VOCABULARY.organs), 1):
        date = MONTHS[1 + seed % 24]
        order = f"level: {level}\norgan: {organ}\nseed: {seed}\ndate: {date}\n"
        outline = outline_of(name, order + "department: 云澜档案馆\nfield: 档案\n")
        text = said(outline).replace(spoken_date(date), "")
        assert [pattern.search(text) for pattern in lists] == [None, None], text
        told = [clause for line in text.splitlines()[3:] for clause in SENTENCE.split(line)]
        counted = Counter(clause for clause in told if len(clause) >= 8 and "待补" not in clause)
        assert [clause for clause, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("name", ANNOUNCING)
def test_the_transition_counts_the_sections(name: str) -> None:
    span = TEMPLATES[name].plan.sections
    for seed, number in product(range(1, 5), range(span.least, span.most + 1)):
        outline = outline_of(name, f"seed: {seed}\nsections: {number}\n")
        first = next(n for n, node in enumerate(outline.nodes) if isinstance(node, Heading))
        assert re.search(f"{numeral(number)}[点条个]", outline.nodes[first - 1].text)
