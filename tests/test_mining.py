"""`drafter mine`: what of a document becomes a phrase, and what is left out."""

from pathlib import Path

import pytest
from mined import mined, write_sources

from drafter.model.phrase import Phrasebank, Source

LEAVES = ("湖州", "2023", "3000", "张三", "xx", "六个新")


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Phrasebank:
    folder = tmp_path_factory.mktemp("mined")
    return mined(folder / "bank", write_sources(folder / "sources"))


def texts(bank: Phrasebank, kind: str) -> list[str]:
    return [phrase.text for phrase in bank.phrases(kind)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            "openings",
            "过去一年，{{ system }}干部付出了辛勤劳动，为{{ leadership }}工作运转提供了坚强保障。",
        ),
        (
            "reviews",
            "过去一年，{{ system }}干部付出了辛勤劳动，为{{ leadership }}工作运转提供了坚强保障。",
        ),
        ("shortfalls", "我们也要清醒地看到，文件慢转的老毛病没有断根。"),
        ("thanks", "在此，我代表{{ leadership }}向同志们表示衷心的感谢！"),
        ("transitions", "下面，我讲{{ count }}点意见。"),
        ("closings", "同志们，让我们以党的二十大精神为指引，不断开创{{ system }}工作新局面！"),
        ("closings", "我的发言到此结束，请各位同志指正。"),
        ("quotations", "好好学习，天天向上"),
    ],
)
def test_a_passage_becomes_a_phrase_with_slots(bank: Phrasebank, kind: str, text: str) -> None:
    assert text in texts(bank, kind)


def test_siblings_become_a_set_with_frame_level_topics_and_source(bank: Phrasebank) -> None:
    headings = bank.sets("headings")[0]
    assert headings.frame == "坚持A为B，做C的D表率"
    assert [member.text for member in headings.members] == [
        "坚持忠诚为先，做旗帜鲜明的政治表率",
        "坚持参谋为要，做出谋划策的工作表率",
        "坚持廉洁为本，做守住底线的纪律表率",
    ]
    assert [member.topics for member in headings.members] == [
        ("政治忠诚",),
        ("参谋辅政",),
        ("作风纪律",),
    ]
    assert (headings.level, headings.sources) == (1, (Source("a.txt", 5),))


def test_points_have_the_topic_of_their_heading(bank: Phrasebank) -> None:
    found = [each for each in bank.sets("points") if each.members[0].text == "抓学习提能"]
    assert [member.text for member in found[0].members] == [
        "抓学习提能",
        "抓纪律提神",
        "抓服务提质",
    ]
    assert found[0].topics == ("作风纪律",)
    assert found[0].sources == (Source("a.txt", 10),)


def test_clauses_become_a_set(bank: Phrasebank) -> None:
    members = [tuple(member.text for member in each.members) for each in bank.sets("parallel")]
    assert ("把文件办好", "把会议开好", "把群众服务好") in members


def test_the_members_of_a_yao_chain_are_kept_apart(bank: Phrasebank) -> None:
    chain = bank.sets("yao")[0]
    assert [member.text for member in chain.members] == [
        "要服务{{ region }}发展大局",
        "要服务{{ leadership }}中心工作",
    ]


def test_what_fills_a_frame_becomes_a_filler_by_topic(bank: Phrasebank) -> None:
    found = {each.text: (each.type, each.topics) for each in bank.phrases("fillers")}
    assert found["出谋划策"] == ("四字", ("参谋辅政",))
    assert found["旗帜鲜明"] == ("四字", ("政治忠诚",))


def test_formulations_tell_the_era_and_speakers_are_named(bank: Phrasebank) -> None:
    call = next(each for each in bank.phrases("closings") if "二十大" in each.text)
    assert (call.era, call.sources) == ("2022", (Source("a.txt", 11),))
    quotation = bank.phrases("quotations")[0]
    assert quotation.speaker == "毛泽东同志"


def test_what_belongs_to_its_source_alone_is_left_out(bank: Phrasebank) -> None:
    said = [e.text for kind in bank.entries for e in bank.phrases(kind)]
    said += [m.text for kind in bank.entries for each in bank.sets(kind) for m in each.members]
    assert [text for text in said if any(word in text for word in LEAVES)] == []
    assert not [text for text in said if "全州" in text or "州委" in text]


def test_a_frame_has_letters_where_slots_differ(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("今天的会很短。\n我们要服务全县发展大局，要服务县委中心工作。\n", "utf-8")
    frames = [each.frame for each in mined(tmp_path / "bank", source).sets("parallel")]
    assert frames == ["要服务A"]


LONG = "把文件办清楚、把会议开明白"
LINES = {
    "yao": lambda times: f"我们{'要把文件办清楚' * times}，要把会议开明白。",
    "closings": lambda times: f"同志们，让我们{LONG * times}，不断开创工作新局面！",
    "thanks": lambda times: f"在此，向{LONG * times}的同志们表示感谢！",
    "reviews": lambda times: f"一年来，大家{LONG * times}，付出了辛劳。",
    "parallel": lambda times: f"要{'把文件办好' * times}，要{'把会议开好' * times}。",
}


@pytest.mark.parametrize(("times", "kept"), [(1, True), (40, False)])
@pytest.mark.parametrize("kind", LINES)
def test_what_is_too_long_is_left_out(tmp_path: Path, kind: str, times: int, kept: bool) -> None:
    source = tmp_path / "a.txt"
    text = f"同志们：\n今天的会很短。\n大家都好。\n{LINES[kind](times)}\n"
    source.write_text(text, encoding="utf-8")
    entries = mined(tmp_path / "bank", source).entries.get(kind, ())
    assert bool(entries) == kept
