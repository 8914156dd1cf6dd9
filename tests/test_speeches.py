"""The log of finished speeches, and the composer that avoids what they used."""

from pathlib import Path

import pytest
from building import BANK, TEMPLATE, USUAL, VOCABULARY, spec_of

from drafter.drafting.draft import draft
from drafter.drafting.knowledge import Knowledge
from drafter.errors import InputError
from drafter.locations import shipped_phrasebank
from drafter.storage.bank.phrasebank import load_bank
from drafter.storage.speeches import Speech, Used, enter_speech, read_speeches, used_before

SHIPPED = load_bank(shipped_phrasebank(), TEMPLATE.plan.kinds, VOCABULARY.slots)
MARCH = Speech("林知远", "2026-03-12", "工作会议", "t", "1", (Used("h-00000001.2", "甲"),))
JULY = MARCH._replace(date="2026-07-01", used=(Used("c-00000001", "乙"),))
OTHER = MARCH._replace(speaker="江晚舟", date="2026-01-01", used=(Used("c-00000009", "丙"),))


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "data" / "speeches.yaml"


def test_what_is_entered_is_read_again(log: Path) -> None:
    own = MARCH._replace(used=(*MARCH.used, Used("", "自己写的：“一句”# 话")))
    assert read_speeches(log) == ()
    assert enter_speech(log, own) and enter_speech(log, JULY)
    assert read_speeches(log) == (own, JULY)


def test_the_log_only_grows_and_holds_nothing_twice(log: Path) -> None:
    enter_speech(log, MARCH)
    before = log.read_bytes()
    assert not enter_speech(log, MARCH)
    assert log.read_bytes() == before
    enter_speech(log, JULY)
    assert log.read_bytes().startswith(before)


def test_a_missing_last_line_break_is_made_up_for(log: Path) -> None:
    enter_speech(log, MARCH)
    log.write_bytes(log.read_bytes().rstrip())
    enter_speech(log, JULY)
    assert read_speeches(log) == (MARCH, JULY)


def test_the_later_entry_of_a_speech_counts(log: Path) -> None:
    again = MARCH._replace(speaker="林 知远", seed="2", used=(Used("c-00000002", "丁"),))
    for each in (MARCH, JULY, again):
        enter_speech(log, each)
    assert read_speeches(log) == (again, JULY)


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("- spaeker: 甲\n", 1, "不认识“spaeker”（是不是 speaker？）"),
        ("- speaker: 甲\n- date: 2026-01-01\n", 2, "缺少“speaker”"),
        ("- speaker: 甲\n  used: 乙\n", 2, "“used”应当是一个列表"),
        ("speaker: 甲\n", 1, "讲话记录应当是一个列表"),
        ("- speaker: 甲: 乙\n", 1, "这里多了一个冒号"),
    ],
)
def test_a_broken_log_is_told_with_its_line(log: Path, text: str, line: int, said: str) -> None:
    log.parent.mkdir()
    log.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        read_speeches(log)
    assert said in str(caught.value)
    assert caught.value.where.startswith(f"{log}:{line}")


@pytest.mark.parametrize(
    ("this", "used"),
    [
        (JULY, {"h-00000001.2": "2026-03-12", "h-00000001": "2026-03-12"}),
        (MARCH, {}),
        (OTHER, {}),
        (
            MARCH._replace(meeting="另一个会"),
            {"h-00000001.2": "2026-03-12", "h-00000001": "2026-03-12"},
        ),
        (MARCH._replace(date="2026-02-01"), {}),
    ],
)
def test_only_the_same_speakers_earlier_speeches_count(this: Speech, used: dict[str, str]) -> None:
    assert used_before((MARCH, JULY, OTHER), this) == used


def test_a_speech_on_the_same_day_counts_when_it_was_entered_before() -> None:
    second = MARCH._replace(meeting="另一个会", used=(Used("c-00000002", "丁"),))
    assert used_before((MARCH, second), MARCH) == {}
    assert "h-00000001" in used_before((MARCH, second), second)


@pytest.mark.parametrize("seed", range(1, 9))
def test_what_was_used_is_avoided_as_far_as_the_bank_allows(seed: int) -> None:
    text = f"{USUAL}seed: {seed}\n"
    first = draft(spec_of(text), TEMPLATE, SHIPPED, VOCABULARY)
    used = tuple(Used(each.phrase, each.text) for each in first.origins if each.phrase)
    before = used_before([MARCH._replace(used=used)], JULY)
    second = draft(spec_of(text), TEMPLATE, SHIPPED, VOCABULARY, Knowledge(used=before))
    body = [each for each in second.origins if each.part in ("heading", "point", "closing")]
    assert not {each.phrase for each in body} & before.keys()
    assert {each.date for each in second.again} <= {MARCH.date}


def test_what_had_to_be_used_again_is_told_once() -> None:
    every = {e.id: "2026-01-05" for e in BANK}
    outline = draft(spec_of(USUAL), TEMPLATE, BANK, VOCABULARY, Knowledge(used=every))
    assert outline.again
    assert {each.date for each in outline.again} == {"2026-01-05"}
    said = [each.text for each in outline.again]
    assert len(set(said)) == len(said)
    assert draft(spec_of(USUAL), TEMPLATE, BANK, VOCABULARY).again == ()
