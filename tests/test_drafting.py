import re

import pytest
from building import (
    BANK,
    GOLDEN,
    TEMPLATE,
    USUAL,
    VOCABULARY,
    completed_of,
    markdown_of,
    outline_of,
    saved_of,
)

from drafter.drafting.draft import draft
from drafter.drafting.ledger import Ledger
from drafter.drafting.matching import matched
from drafter.errors import InputError
from drafter.locations import shipped_phrasebank, shipped_templates
from drafter.model.numerals import numeral
from drafter.model.outline import Heading, Outline
from drafter.model.phrase import Phrase, Phrasebank, PhraseSet
from drafter.storage.bank.phrasebank import load_bank
from drafter.storage.files import read_text
from drafter.storage.specs.records import origins_to_yaml

SEEDS = range(1, 41)
SHIPPED = load_bank(shipped_phrasebank(), TEMPLATE.plan.kinds, VOCABULARY.slots)
EXAMPLE = read_text(shipped_templates() / "examples" / "office-work-meeting.yaml")


GAPPED = Phrasebank({**BANK.entries, "headings": BANK.sets("headings")[:1]})
"""A bank that can head four topics only."""


def headings(outline: Outline, level: int = 1) -> list[str]:
    return [
        node.text for node in outline.nodes if isinstance(node, Heading) and node.level == level
    ]


def every(seed: int) -> str:
    levels, organs = list(VOCABULARY.levels), list(VOCABULARY.organs)
    return f"{USUAL}seed: {seed}\nlevel: {levels[seed % 5]}\norgan: {organs[seed // 5 % 5]}\n"


def golden(name: str, made: str) -> None:
    assert made == (GOLDEN / name).read_text("utf-8")


def test_the_example_gives_the_golden_outline() -> None:
    golden("office-work-meeting.md", markdown_of(EXAMPLE))


def test_the_example_gives_the_golden_record() -> None:
    golden("office-work-meeting.spec.yaml", saved_of(EXAMPLE))


def test_the_example_gives_the_golden_sources() -> None:
    golden("office-work-meeting.sources.yaml", origins_to_yaml(outline_of(EXAMPLE)).decode())


@pytest.mark.parametrize("seed", SEEDS)
def test_the_transition_counts_the_sections(seed: int) -> None:
    outline = outline_of(every(seed))
    said = next(
        re.search(r"[讲调](.)点", n.text) for n in outline.nodes if re.search(r"[讲调].点", n.text)
    )
    assert said and said[1] == numeral(len(headings(outline)))


@pytest.mark.parametrize("seed", SEEDS)
def test_sections_are_three_to_five_on_topics_of_their_own(seed: int) -> None:
    sections = completed_of(every(seed)).sections
    assert 3 <= len(sections) <= 5
    assert len({section.topic for section in sections}) == len(sections)
    assert all(2 <= len(section.points) <= 4 for section in sections)


@pytest.mark.parametrize("seed", SEEDS)
def test_headings_are_of_one_set_and_points_too(seed: int) -> None:
    sections = completed_of(every(seed)).sections
    assert len({section.heading.id.partition(".")[0] for section in sections}) == 1
    for section in sections:
        assert len({point.id.partition(".")[0] for point in section.points}) == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_said_twice(seed: int) -> None:
    texts = [text for level in (1, 2) for text in headings(outline_of(every(seed)), level)]
    for text in texts:
        assert sum(text in other for other in texts) == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_no_mark_of_the_machine_is_left(seed: int) -> None:
    made = markdown_of(every(seed))
    assert not re.search(r"[{}\ue000]|xx|\*\*|None", made)


def test_seeds_give_different_outlines() -> None:
    assert len({markdown_of(f"{USUAL}seed: {seed}\n") for seed in SEEDS}) > 10


@pytest.mark.parametrize("seed", [1, 7, "春"])
def test_a_saved_spec_gives_the_same_outline_from_any_bank(seed: object) -> None:
    text = f"{USUAL}seed: {seed}\n"
    saved = saved_of(text)
    assert markdown_of(saved) == markdown_of(saved, bank=Phrasebank()) == markdown_of(text)
    assert saved_of(saved) == saved


def test_a_saved_spec_follows_a_change_of_level() -> None:
    assert "全县" in markdown_of(saved_of(), "level=县")


def test_a_choice_reshuffles_nothing_else() -> None:
    before, after = completed_of(), completed_of(USUAL, "parts.closing=散会。")
    assert after.sections == before.sections
    assert {**after.parts, "closing": before.parts["closing"]} == before.parts


def test_what_the_spec_says_is_kept() -> None:
    made = markdown_of(
        USUAL + "parts: {opening: 我们开会。, transition: t-00000001}\n"
        "outline:\n- {topic: 督查落实, heading: 自己写的小标题, points: [自己写的分论点]}\n"
        "- {heading: h-00000002.2}\n- {topic: 政治忠诚}\n"
    )
    assert "我们开会。" in made
    assert (
        "## 一、自己写的小标题\n\n### （一）自己写的分论点\n\n## 二、在统筹运转上做到极致" in made
    )
    assert "下面，我讲三点意见。" in made
    assert "### （一）左右协同一盘棋" in made
    assert "## 三、在凝心铸魂上走在前列" in made


def test_topics_are_kept_in_their_order() -> None:
    sections = completed_of(USUAL, "topics=作风纪律、参谋辅政").sections
    assert [section.topic for section in sections] == ["作风纪律", "参谋辅政"]
    assert [section.heading.id for section in sections] == ["h-00000001.4", "h-00000001.2"]


@pytest.mark.parametrize(
    ("topics", "number", "wanted"),
    [
        ("督查落实", 3, ["政治忠诚", "参谋辅政", "督查落实"]),
        ("作风纪律、督查落实", 3, ["参谋辅政", "作风纪律", "督查落实"]),
        ("政治忠诚、督查落实", 3, ["政治忠诚", "参谋辅政", "督查落实"]),
        ("作风纪律、参谋辅政", 5, ["政治忠诚", "督查落实", "作风纪律", "参谋辅政", ""]),
    ],
)
def test_other_topics_take_their_usual_place(topics: str, number: int, wanted: list[str]) -> None:
    changes = (f"topics={topics}", f"sections={number}")
    made = completed_of(f"{USUAL}seed: 3\n", *changes, bank=GAPPED)
    assert [section.topic for section in made.sections] == wanted


def test_an_outline_keeps_its_order() -> None:
    text = USUAL + "outline: [{topic: 督查落实}, {}, {topic: 作风纪律}]\n"
    topics = [section.topic for section in completed_of(text).sections]
    assert (topics[0], topics[2]) == ("督查落实", "作风纪律")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_set_that_covers_the_users_topics_goes_first(seed: int) -> None:
    changes = ("topics=政治忠诚、为民服务", "sections=4")
    sections = completed_of(f"{USUAL}seed: {seed}\n", *changes).sections
    headed = {s.topic: s.heading.id.partition(".")[0] for s in sections if s.heading}
    assert headed["政治忠诚"] == headed["为民服务"] == "h-00000002"


def test_a_gap_is_named_by_its_topic_or_its_number() -> None:
    outline = outline_of(USUAL, "topics=作风纪律、参谋辅政", "sections=5", bank=GAPPED)
    assert headings(outline)[-1] == "【待补：第五部分的小标题】"
    assert headings(outline, 2)[-1] == "【待补：第五部分的分论点】"
    text = USUAL + "outline: [{heading: 自己写的}, {heading: 【待补：小标题】}]\n"
    assert headings(outline_of(text), 2) == [
        "【待补：“自己写的”部分的分论点】", "【待补：第二部分的分论点】",
    ]  # fmt: skip


def test_a_topic_that_the_bank_cannot_carry_stays_visible() -> None:
    outline = outline_of(USUAL, "topics=政治忠诚、安全保密")
    assert headings(outline)[1] == "【待补：“安全保密”部分的小标题】"
    assert "“安全保密”部分的分论点" in outline.missing


def test_the_id_of_a_set_stands_for_its_points() -> None:
    made = markdown_of(USUAL + "outline: [{topic: 政治忠诚, points: [p-00000006]}]\n")
    assert "### （三）把服务承诺扛在肩上" in made


@pytest.mark.parametrize("date", ["date: 2026-03-12\n", "", "date: 2020-01-01\n"])
def test_stale_phrases_are_not_offered(date: str) -> None:
    for seed in SEEDS:
        assert "喜迎盛会" not in markdown_of(f"template: t\nseed: {seed}\n{date}")


def test_stale_phrases_are_offered_when_asked_for() -> None:
    texts = [markdown_of(f"{USUAL}stale: 是\nseed: {seed}\n") for seed in SEEDS]
    assert any("喜迎盛会" in text for text in texts)


def test_phrases_of_another_organ_are_not_offered() -> None:
    order = f"{USUAL}topics: [参谋辅政, 督查落实, 为民服务]\n"
    assert not any("代表所" in markdown_of(f"{order}seed: {seed}\n") for seed in SEEDS)
    texts = [markdown_of(f"{order}organ: 人大办\nseed: {seed}\n") for seed in SEEDS]
    assert any("代表所" in text for text in texts)


@pytest.mark.parametrize(
    ("date", "wanted", "unwanted"),
    [
        ("2026-03-12", "“十五五”", "“十四五”"),
        ("2025-12-01", "“十四五”", "“十五五”"),
        ("2025-03-01", "我们召开", "四中全会"),
        ("2033-01-01", "我们召开", "“十五五”"),
        ("", "我们召开", "“十五五”"),
    ],
)
def test_the_opening_belongs_to_its_time(date: str, wanted: str, unwanted: str) -> None:
    for seed in SEEDS:
        made = markdown_of(f"template: t\nseed: {seed}\ndate: {date}\n")
        assert unwanted not in made
    assert wanted in made


@pytest.mark.parametrize(
    ("date", "agenda", "review", "unwanted"),
    [
        ("2026-01-09", "安排部署今年重点工作", "过去一年", "明年|今年以来|上半年"),
        ("2026-04-30", "安排部署今年重点工作", "过去一年", "明年|今年以来|上半年"),
        ("2026-05-01", "", "一段时间以来", "过去一年|今年重点|明年|今年以来|上半年"),
        ("2026-07-08", "总结上半年工作，部署下半年任务", "今年以来", "过去一年|今年重点|明年"),
        ("2026-10-08", "", "今年以来", "过去一年|今年重点|明年|上半年|四中全会|开局|开好局"),
        ("2026-12-20", "总结今年工作，谋划明年任务", "今年以来", "过去一年|今年重点|上半年|开局"),
        ("2025-12-20", "总结今年工作，谋划明年任务", "今年以来", "过去一年|今年重点|上半年"),
        ("", "", "一段时间以来", "过去一年|今年|明年|上半年"),
    ],
)
def test_a_speech_knows_its_time_of_the_year(
    date: str, agenda: str, review: str, unwanted: str
) -> None:
    for seed in SEEDS:
        made = markdown_of(f"template: t\nseed: {seed}\ndate: {date}\n", bank=SHIPPED)
        assert agenda in made and review in made
        assert not re.search(unwanted, made)


@pytest.mark.parametrize("month", [3, 5, 7, 12])
def test_a_government_office_names_party_and_government(month: int) -> None:
    for seed in SEEDS:
        made = markdown_of(f"template: t\norgan: 政府办\nseed: {seed}\ndate: 2026-{month}-01\n")
        assert "认真落实党中央、国务院决策部署和省委、省政府、市委、市政府要求" in made


@pytest.mark.parametrize("seed", SEEDS)
def test_the_system_is_named_no_more_than_thrice_below_the_title(seed: int) -> None:
    made = markdown_of(every(seed), bank=SHIPPED).partition("\n")[2]
    outline = outline_of(every(seed), bank=SHIPPED)
    system = next(said for o in outline.origins for name, said in o.slots if name == "meeting")
    assert made.count(system.removesuffix("工作会议")) <= 3


@pytest.mark.parametrize("seed", SEEDS)
def test_the_party_leads_and_nobody_speaks_again(seed: int) -> None:
    made = markdown_of(every(seed), bank=SHIPPED)
    assert not re.search(
        r"(政协|人大常委会|(?<!、.)政府)的坚强领导|再强调|代表.(政协|人大常委会)，", made
    )


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("exchange=甲,乙", "刚才，甲、乙作了交流发言"),
        ("exchange=甲、乙，丙；", "刚才，甲、乙、丙作了交流发言"),
        ("achievements=课题12项，其中重点3项；督办86件。", "课题12项，其中重点3项；督办86件。"),
        ("shortfalls=甲事不深,乙事不实。", "甲事不深、乙事不实"),
    ],
)
def test_a_list_may_be_written_in_one_line(said: str, kept: str) -> None:
    assert kept in markdown_of(USUAL, said)


def test_items_lose_the_marks_they_end_with() -> None:
    made = markdown_of(USUAL + "achievements: [甲。, 乙；, '丙, ']\nexchange: [丁，, 戊。]\n")
    assert "甲；乙；丙。" in made and "丁、戊作了交流发言" in made


def test_shortfalls_that_nobody_named_are_told() -> None:
    told = outline_of(USUAL, "topics=参谋辅政、督查落实、作风纪律").assumed
    assert told == ("调研不深、督办不实、作风不硬",)
    assert outline_of(USUAL, "shortfalls=甲").assumed == ()
    assert outline_of(USUAL, "parts.shortfall=不足不少。").assumed == ()


def test_lacks_are_of_equal_length() -> None:
    assert {len(topic.lack) for topic in TEMPLATE.plan.topics} == {4}


def test_an_own_set_names_itself_as_the_source() -> None:
    outline = outline_of(USUAL + "outline: [{topic: 数字化, points: [p-own00011]}]\n", bank=SHIPPED)
    point = next(o for o in outline.origins if o.text == "会议通知掌上达")
    assert (point.document, point.phrase) == ("自编", "p-own00011.2")
    with pytest.raises(InputError, match="短语库里没有"):
        outline_of(USUAL, "parts.closing=p-own00099")


@pytest.mark.parametrize("entry", [e for e in SHIPPED if "own" in e.id], ids=lambda e: e.id)
def test_an_own_set_is_strictly_parallel(entry: PhraseSet) -> None:
    assert len({tuple(map(len, member.text.split("，"))) for member in entry.members}) == 1
    topics = [topic for member in entry.members for topic in member.topics]
    assert len(set(topics)) == len(topics)


@pytest.mark.parametrize("identity", ["p-2b1d47fb", "p-43c1124d", "p-7be8246a"])
def test_sets_of_no_topic_are_only_chosen_by_hand(identity: str) -> None:
    drawn = [completed_of(every(seed), bank=SHIPPED) for seed in SEEDS]
    assert not any(identity in p.id for spec in drawn for s in spec.sections for p in s.points)
    made = completed_of(
        f"{USUAL}outline: [{{topic: 督查落实, points: [{identity}]}}]", bank=SHIPPED
    )
    assert made.sections[0].points[0].id == f"{identity}.1"


def test_what_only_the_user_knows_is_listed_once() -> None:
    outline = outline_of("template: office-work-meeting\norgan: 部门办公室\n")
    assert outline.missing == (
        "系统名称", "讲话人职务、姓名", "会议日期", "主要成绩，最好有事例和数据",
    )  # fmt: skip


def test_words_that_stumble_are_not_offered() -> None:
    clumsy = Phrase("c-1", "同志们，{{ region }}{{ office }}要奋进！", "closings")
    bank = Phrasebank({**BANK.entries, "closings": (clumsy,)})
    assert not any("全市市委" in markdown_of(f"{USUAL}seed: {seed}\n", bank=bank) for seed in SEEDS)


def test_a_set_whose_members_say_the_same_is_not_used_twice() -> None:
    twin = PhraseSet(
        "p-x",
        "",
        (Phrase("p-x.1", "紧盯问题抓整改"), Phrase("p-x.2", "紧盯结果抓反馈")),
        topics=("作风纪律",),
    )
    bank = Phrasebank({**BANK.entries, "points": (*BANK.sets("points")[2:3], twin)})
    made = markdown_of(USUAL, "topics=督查落实、作风纪律", bank=bank)
    assert made.count("紧盯问题抓整改") == 1


def test_every_line_has_an_origin() -> None:
    outline = outline_of(EXAMPLE + "outline: [{topic: 督查落实, points: [p-00000003]}]\n")
    for node in outline.nodes:
        assert any(origin.text in node.text for origin in outline.origins)
    point = next(o for o in outline.origins if o.text == "紧盯市委部署抓督查")
    assert (point.part, point.phrase, point.slots) == (
        "point",
        "p-00000003.1",
        (("leadership", "市委"),),
    )


@pytest.mark.parametrize(
    ("spec", "place", "said"),
    [
        ("outline: [{heading: h-00000001}]", "spec.yaml:1", "请写其中一条，例如 h-00000001.1"),
        ("parts: {closing: c-deadbeef}", "spec.yaml:1", "短语库里没有“c-deadbeef”"),
    ],
)
def test_an_unknown_phrase_is_told(spec: str, place: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        outline_of(spec)
    assert (caught.value.where, said in str(caught.value)) == (place, True)


def test_an_empty_bank_leaves_gaps_to_fill() -> None:
    outline = draft(completed_of(bank=Phrasebank()), TEMPLATE, Phrasebank(), VOCABULARY)
    assert len(headings(outline)) == 3
    assert all("待补" in text for text in headings(outline))


def test_matching_gives_early_topics_a_member_each() -> None:
    both = Phrase("1", "甲", topics=("a", "b"))
    one = Phrase("2", "乙", topics=("a",))
    assert matched(["b", "a", "c"], [one, both]) == {"b": both, "a": one}
    assert matched(["a", "b"], [both, one]) == {"a": one, "b": both}


@pytest.mark.parametrize(
    ("said", "again"),
    [
        ("提高政治站位", "提高政治站位。"),
        ("要提高政治站位", "提高政治站位"),
        ("提高政治站位", "一要提高政治站位，再出发"),
        ("严守政治纪律，甲", "乙，严守政治纪律"),
    ],
)
def test_nearly_the_same_counts_as_said(said: str, again: str) -> None:
    ledger = Ledger()
    ledger.add(said)
    assert ledger.has(again)
    assert not ledger.has("抓好督查落实")


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "零"), (3, "三"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五")],
)
def test_numerals(number: int, said: str) -> None:
    assert numeral(number) == said
