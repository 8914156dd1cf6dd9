"""Cue lines from chains of the topic, and points in the marks that the user wants."""

import pytest

from drafter.drafting.cues import Cues
from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.drafting.outline_text import read_outline
from drafter.model.outline import Heading, Paragraph, Point
from drafter.model.phrase import Phrase, PhraseSet, Source
from drafter.model.template import CuePlan
from drafter.templating.sandbox import MARK

OCCASION = Occasion("党委办", "2026-03-01", "1", {"level": "市", "region": "全市"})


def chain(name: str, *texts: str, topics=("航行",), tags=("备好", "检查")) -> PhraseSet:
    members = tuple(Phrase(f"{name}.{n}", text) for n, text in enumerate(texts, 1))
    return PhraseSet(name, "要A", members, "parallel", topics=topics, tags=tags)


def cue(point: str, *chains: PhraseSet, ledger: Ledger | None = None) -> str:
    return Cues(chains, OCCASION).cue(point, "航行", ledger or Ledger()).text


def test_a_cue_is_a_chain_of_the_topic_as_a_sentence() -> None:
    assert cue("备好航图", chain("c", "要看清风向", "要算准潮时")) == "要看清风向，要算准潮时。"


def test_a_long_chain_is_cut_to_three_members() -> None:
    long = chain("c", *[f"要查看{each}号舱" for each in "甲乙丙丁戊"])
    assert cue("备好航图", long) == "要查看甲号舱，要查看乙号舱，要查看丙号舱。"


def test_a_chain_that_takes_up_a_word_of_the_point_goes_first() -> None:
    more = chain("b", "要备好灯油", "要备好缆绳", tags=())
    most = chain("c", "要带齐航图册子", "要防住头等险情", tags=())
    assert cue("把备好航图作为头等大事", more, most).startswith("要带齐航图册子")


@pytest.mark.parametrize(
    ("tags", "kept"), [((), False), (("罗盘",), False), (("罗盘", "航图"), True), (("备好",), True)]
)
def test_a_chain_stands_below_points_that_hold_one_of_its_tags(tags, kept: bool) -> None:
    assert bool(cue("备好航图", chain("c", "要看清风向", "要算准潮时", tags=tags))) == kept


def test_a_chain_made_for_the_point_goes_before_one_that_shares_a_word() -> None:
    loose = chain("a", "要带齐航图册", "要校准罗盘", tags=())
    made = chain("b", "要看清风向", "要算准潮时", tags=("航图",))
    assert cue("备好航图", loose, made).startswith("要看清风向")


@pytest.mark.parametrize(
    "unfit",
    [
        chain("c", "要看清风向", "要算准潮时", topics=("打铁",)),
        chain("c", "看风向", "算潮时"),
        chain("c", "备好航图不能误", "备好航图"),
    ],
)
def test_a_chain_that_does_not_fit_gives_no_cue(unfit: PhraseSet) -> None:
    assert cue("备好航图", unfit) == ""


def test_no_cue_comes_twice() -> None:
    ledger, only = Ledger(), chain("c", "要看清风向", "要算准潮时")
    assert cue("备好航图", only, ledger=ledger)
    assert cue("检查船舱", only, ledger=ledger) == ""


def own(name: str, *texts: str) -> PhraseSet:
    return chain(name, *texts)._replace(sources=(Source("自编"),))


@pytest.mark.parametrize(
    ("clause", "kept"),
    [
        ("要把航图备好", False),
        ("要备好航图", False),
        ("要带齐航图和罗盘", True),
        ("要看清风向", True),
    ],
)
def test_a_cue_does_not_say_its_point_again(clause: str, kept: bool) -> None:
    each = chain("c", clause, "要算准潮时", tags=("航图",))
    assert bool(cue("把航图备好", each)) == kept


def test_an_own_chain_goes_before_a_mined_one() -> None:
    mined = chain("m", "要带齐航图册", "要校准罗盘")
    assert cue("备好航图", mined, own("o", "要看清风向", "要算准潮时")).startswith("要看清风向")


@pytest.mark.parametrize(
    ("plan", "each", "kept"),
    [
        (CuePlan(holding=("要", "以")), chain("m", "各处的风向", "各时的潮水"), False),
        (CuePlan(holding=("要", "以")), chain("m", "以风定向前行", "以潮定时出海"), True),
        (CuePlan(holding=("要", "以")), own("o", "看得清风向", "算得准潮时"), True),
        (CuePlan(without=("要",)), own("o", "要看清风向", "要算准潮时"), False),
    ],
)
def test_a_template_says_which_chains_it_wants(plan: CuePlan, each: PhraseSet, kept: bool) -> None:
    assert bool(Cues([each], OCCASION, plan).cue("备好缆绳", "航行", Ledger()).text) == kept


def test_a_cue_says_why_it_was_chosen() -> None:
    made = Cues([chain("c", "要带齐航图册", "要校准罗盘")], OCCASION).cue(
        "备好航图", "航行", Ledger()
    )
    assert made.why == "分论点说到“备好”，共 1 组合用"


LINE = f"* {MARK}备好航图 | {MARK}要看清风向。\n"


@pytest.mark.parametrize(
    ("style", "nodes"),
    [
        ("（一）", (Heading("备好航图", 2), Paragraph("要看清风向。"))),
        ("一是", (Point("备好航图", "一是", "要看清风向。"),)),
        ("段首句", (Point("备好航图", "段首句", "要看清风向。"),)),
    ],
)
def test_a_point_line_is_read_in_the_style_that_is_wanted(style: str, nodes) -> None:
    assert read_outline(LINE, style) == nodes


def test_a_bar_in_a_text_is_no_cue() -> None:
    assert read_outline(f"* {MARK}甲 | 乙 | {MARK}\n", "一是") == (Point("甲 | 乙", "一是"),)
