"""Frames filled for topics with fillers of the types that their slots ask for."""

import pytest

from drafter.drafting.filling import Fillers
from drafter.drafting.occasion import Occasion
from drafter.model.phrase import Phrase, PhraseSet

FRAME = PhraseSet(
    "h-1", "以A为B，当好“C”", (), "headings", slots=(("A", "物"), ("B", "位"), ("C", "人"))
)
BANK = [
    Phrase("f-1", "灯塔", topics=("航行",), type="物"),
    Phrase("f-2", "瞭望", topics=("航行",), type="物"),
    Phrase("f-3", "领航人", topics=("航行",), type="人"),
    Phrase("f-4", "瞭望人", topics=("航行",), type="人"),
    Phrase("f-5", "铁砧", topics=("打铁",), type="物"),
    Phrase("f-6", "掌钳人", topics=("打铁",), type="人"),
    Phrase("f-7", "先", type="位"),
    Phrase("f-8", "本", type="位"),
    Phrase("f-9", "旧炉", topics=("烧窑",), type="物", era="2012"),
    Phrase("f-10", "看火人", topics=("烧窑",), type="人"),
]


def fillers(seed: str = "1", date: str = "2026-03-01") -> Fillers:
    return Fillers(BANK, Occasion("党委办", date, seed, {"level": "市"}))


def texts(seed: str = "1", topics=("航行", "打铁"), most: int = 9) -> list[str]:
    return [each.text for each in fillers(seed).filled(FRAME, topics, most).values()]


@pytest.mark.parametrize("seed", "123456789")
def test_each_topic_has_a_heading_and_no_word_comes_twice(seed: str) -> None:
    sailing, forging = texts(seed)
    assert sailing[1:3] in ("灯塔", "瞭望") and forging[1:3] == "铁砧"
    assert {sailing[4], forging[4]} == {"先", "本"}
    assert sailing.count("瞭望") <= 1


def test_the_same_seed_gives_the_same_headings_and_another_may_not() -> None:
    assert texts("1") == texts("1")
    assert len({tuple(texts(str(seed))) for seed in range(20)}) > 2


def test_a_topic_without_fillers_is_left_out() -> None:
    assert list(fillers().filled(FRAME, ("绘画", "打铁"), 9)) == ["打铁"]


def test_what_does_not_suit_the_date_fills_nothing() -> None:
    assert list(fillers().filled(FRAME, ("烧窑",), 9)) == []
    assert list(fillers(date="2012-05-01").filled(FRAME, ("烧窑",), 9)) == ["烧窑"]


def test_no_more_headings_are_made_than_are_wanted() -> None:
    assert len(texts(most=1)) == 1


def test_a_filled_heading_names_its_frame_and_what_fills_it() -> None:
    found = fillers().filled(FRAME, ("打铁",), 1)["打铁"]
    assert found.id == "h-1"
    letters = dict(found.fillers)
    assert (letters["A"], letters["C"]) == ("f-5", "f-6")
    assert letters["B"] in ("f-7", "f-8")


@pytest.mark.parametrize(
    ("slots", "fits"),
    [
        (FRAME.slots, True),
        (FRAME.slots[:2], False),
        ((("A", "物"), ("B", "位"), ("C", "车")), False),
    ],
)
def test_a_frame_fits_when_every_slot_has_a_type_with_fillers(slots, fits) -> None:
    assert fillers().fits(FRAME._replace(slots=slots)) == fits
