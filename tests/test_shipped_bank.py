"""The shipped phrasebank: loads, names its sources, and holds nothing that belongs to them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from building import VOCABULARY
from reading import LEXICON

from drafter.locations import shipped_phrasebank
from drafter.model.phrase import Entry, Phrase
from drafter.storage.bank.phrasebank import known_kinds, load_bank, rejected_ids

FOLDER = shipped_phrasebank()
BANK = load_bank(FOLDER, None, VOCABULARY.slots)
KINDS = known_kinds(FOLDER)
LEAKS = Path(__file__).parent / "data" / "leaks.txt"
LONGEST = {"closings": 260, "reviews": 160, "openings": 60, "parallel": 40}
REMNANT = re.compile(r"[xXｘＸ×○*＊#]{2}|[0-9０-９]|[A-Za-z]")
SLOT = re.compile(r"\{\{ \w+ \}\}")


def phrases(entry: Entry) -> tuple[Phrase, ...]:
    return (entry,) if isinstance(entry, Phrase) else entry.members


def type_of(entry: Entry) -> str:
    return entry.type if isinstance(entry, Phrase) else ""


def texts(kind: str) -> Iterator[str]:
    return (phrase.text for entry in BANK.entries[kind] for phrase in phrases(entry))


def leaks() -> re.Pattern[str]:
    lines = LEAKS.read_text("utf-8").splitlines()
    listed = [line for line in lines if line and not line.startswith("#")]
    return re.compile("|".join(e[1:] if e.startswith("~") else re.escape(e) for e in listed))


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_has_entries_and_a_title(kind: str) -> None:
    assert BANK.entries[kind]
    assert LEXICON.kinds[kind]


def test_the_core_kinds_are_there() -> None:
    assert {"headings", "points", "parallel", "closings", "transitions", "thanks"} <= set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_names_its_source(kind: str) -> None:
    """A document and a line, or that it was written for the bank."""
    found = {entry.id: entry.sources for entry in BANK.entries[kind]}
    assert [name for name, sources in found.items() if not sources] == []
    told = [source for sources in found.values() for source in sources]
    assert [each for each in told if not each.line and each.document != "自编"] == []


def test_ids_are_unique() -> None:
    counted = Counter(entry.id for entry in BANK)
    assert [identity for identity, times in counted.items() if times > 1] == []


def test_nothing_rejected_is_there() -> None:
    assert rejected_ids(FOLDER) & {entry.id for entry in BANK} == frozenset()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_a_source_leaks(kind: str) -> None:
    pattern = leaks()
    found = [(text, match[0]) for text in texts(kind) if (match := pattern.search(text))]
    assert found == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_name_of_the_gazetteer_leaks(kind: str) -> None:
    said = "\n".join(texts(kind))
    assert [place for place in LEXICON.places if place in said] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "quotations"])
def test_no_figure_or_placeholder_is_left(kind: str) -> None:
    assert [text for text in texts(kind) if REMNANT.search(SLOT.sub("", text))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_topic_is_one_of_the_lexicon(kind: str) -> None:
    told = {topic for e in BANK.entries[kind] for p in (e, *phrases(e)) for topic in p.topics}
    assert told <= set(LEXICON.topics)


@pytest.mark.parametrize("kind", KINDS)
def test_every_organ_is_one_of_the_vocabulary(kind: str) -> None:
    told = {organ for e in BANK.entries[kind] for p in (e, *phrases(e)) for organ in p.organs}
    assert told <= set(VOCABULARY.organs)


@pytest.mark.parametrize("kind", KINDS)
def test_an_era_is_a_year(kind: str) -> None:
    eras = {p.era for e in BANK.entries[kind] for p in (e, *phrases(e))}
    assert all(re.fullmatch(r"(?:20\d\d)?", era) for era in eras)


@pytest.mark.parametrize("kind", KINDS)
def test_phrases_are_short(kind: str) -> None:
    limit = 40 if BANK.sets(kind) else LONGEST.get(kind, 90)
    assert [text for text in texts(kind) if len(text) > limit] == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_stands_twice_in_an_entry_and_no_entry_twice(kind: str) -> None:
    told = [tuple(phrase.text for phrase in phrases(entry)) for entry in BANK.entries[kind]]
    assert [each for each in told if len(set(each)) < len(each)] == []
    typed = [(type_of(entry), each) for entry, each in zip(BANK.entries[kind], told, strict=True)]
    assert [each for each, times in Counter(typed).items() if times > 1] == []


def test_fillers_of_one_type_are_of_one_length() -> None:
    lengths = defaultdict(set)
    for each in BANK.phrases("fillers"):
        lengths[each.type].add(len(each.text))
    assert {name: found for name, found in lengths.items() if len(found) > 1} == {}


def test_every_topic_has_every_type_of_filler() -> None:
    own = [each for each in BANK.phrases("fillers") if each.sources[0].document == "自编"]
    topics = {topic for each in own for topic in each.topics}
    have = {(topic, each.type) for each in own for topic in each.topics or topics}
    types = {name for _, name in have}
    assert len(types) >= 15
    assert len(topics) >= 10
    assert {(topic, name) for topic in topics for name in types} - have == set()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if BANK.sets(kind)])
def test_the_members_of_a_set_fill_its_frame(kind: str) -> None:
    def fills(text: str, frame: str) -> bool:
        return re.fullmatch(re.sub(r"[A-Z…]", ".*", re.escape(frame)), text) is not None

    sets = [each for each in BANK.sets(kind) if "{" not in each.frame]
    assert [s.id for s in sets if not all(fills(m.text, s.frame) for m in s.members)] == []


def test_quotations_have_speakers_and_no_slots() -> None:
    assert [each.id for each in BANK.phrases("quotations") if not each.speaker] == []
    assert [text for text in texts("quotations") if "{{" in text] == []


def test_the_lists_of_the_lexicon_have_no_word_twice() -> None:
    assert [name for name, words in LEXICON.words.items() if len(set(words)) < len(words)] == []


def test_no_place_stands_twice_in_the_gazetteer() -> None:
    assert [name for name, times in Counter(LEXICON.places).items() if times > 1] == []
