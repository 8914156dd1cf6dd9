from pathlib import Path

import pytest
from building import BANK

from drafter.errors import DrafterError, InputError
from drafter.model.phrase import Source
from drafter.storage.bank.phrasebank import (
    known_kinds,
    load_bank,
    read_phrases,
    strange_files,
)

SLOTS = frozenset(["region", "count"])


def load(folder: Path, text: str):
    (folder / "closings.yaml").write_text(text, encoding="utf-8")
    return load_bank(folder, ["closings", "nothing"], SLOTS)


def test_a_bare_string_is_a_phrase_with_an_id_of_its_own(tmp_path: Path) -> None:
    first, second = load(tmp_path, "entries:\n- 甲{{ region }}\n- 乙\n").phrases("closings")
    assert (first.text, first.kind, second.text) == ("甲{{ region }}", "closings", "乙")
    assert first.id != second.id
    assert load(tmp_path, "entries: [乙]").phrases("closings")[0].id == second.id


def test_members_are_numbered_and_know_their_source() -> None:
    headings = BANK.sets("headings")[1]
    assert [member.id for member in headings.members] == [f"h-00000002.{n}" for n in (1, 2, 3)]
    assert headings.sources == (Source("a.txt", 40), Source("b.txt", 7))
    assert headings.members[0].sources == headings.sources
    assert headings.level == 1


def test_a_full_entry_is_read(tmp_path: Path) -> None:
    text = "entries:\n- {id: c-1, text: 甲, topics: [a], era: 2022, organs: [政府办], seen: 3, speaker: 某, source: x.txt}"
    phrase = load(tmp_path, text).phrases("closings")[0]
    assert (phrase.topics, phrase.era, phrase.organs) == (("a",), "2022", ("政府办",))
    assert (phrase.seen, phrase.speaker, phrase.sources) == (3, "某", (Source("x.txt"),))


def test_only_phrase_files_are_kinds(tmp_path: Path) -> None:
    for name in ("closings.yaml", "vocabulary.yaml", "lexicon.yaml", "places.txt"):
        (tmp_path / name).touch()
    assert known_kinds(tmp_path) == ["closings"]


def test_an_empty_file_has_no_entries(tmp_path: Path) -> None:
    assert list(load(tmp_path, "")) == []


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("entries:\n- {text: '{{ regon }}'}", 2, "没有“regon”这个空位（是不是 region？）"),
        ("entries:\n- '{{ region | upper }}'", 2, "空位写法不对"),
        ("entries:\n- '{{ region'", 2, "空位写法不对"),
        ("entries:\n- {text: 甲, topcis: [a]}", 2, "不认识“topcis”（是不是 topics？）"),
        ("entries:\n- {id: c-1}", 2, "缺少“text”"),
        ("entries:\n- {id: c-1, text: 甲}\n- {id: c-1, text: 乙}", 3, "编号“c-1”用了两次"),
        ("entries:\n- ''", 2, "短语是空的"),
        ("entries:\n- {text: 甲, seen: 三}", 2, "“seen”不能是“三”"),
        ("entries:\n- {text: [甲]}", 2, "“text”应当是一段文字，现在是一个列表"),
        ("entries: 甲", 1, "“entries”应当是一个列表，现在是一段文字"),
        ("kind: openings\nentries: []", 1, "请把文件改名为 openings.yaml，或写 kind: closings"),
        ("kind: closing\nentries: []", 1, "kind 与文件名不一致（请写 kind: closings）"),
        ("entries:\n- {members: [{txt: 甲}]}", 2, "是不是 text？"),
        ("entries:\n- {text: 甲, source: {line: 3}}", 2, "缺少“document”"),
        ("entris: []", 1, "不认识“entris”（是不是 entries？）"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    with pytest.raises(InputError) as caught:
        load(tmp_path, text)
    assert said in str(caught.value)
    assert caught.value.where == f"{tmp_path / 'closings.yaml'}:{line}"
    assert caught.value.remedy


def test_the_vocabulary_beside_the_phrases_tells_their_slots(tmp_path: Path) -> None:
    (tmp_path / "closings.yaml").write_text("entries: ['{{ region }}']", encoding="utf-8")
    with pytest.raises(DrafterError, match="没有这个文件"):
        load_bank(tmp_path)
    (tmp_path / "vocabulary.yaml").write_text(
        "words: {region: 全市}\nlevels: {市: }\norgans: {党委办: }\n", encoding="utf-8"
    )
    assert load_bank(tmp_path).phrases("closings")


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("headings", "（请把文件改名为 headings.yaml）"),
        ("heading", "（是不是 headings？；文件名要与 kind 相同）"),
        ("别的", "（可用的种类：headings、points、"),
    ],
)
def test_a_file_is_never_told_to_be_of_a_kind_that_is_none(
    tmp_path: Path, kind: str, said: str
) -> None:
    path = tmp_path / "我的.yaml"
    with pytest.raises(InputError) as caught:
        read_phrases(f"kind: {kind}\nentries: []\n", path, "我的", None)
    assert f"kind 与文件名不一致{said}" in str(caught.value)


def test_a_kind_that_mining_finds_is_no_stranger(tmp_path: Path) -> None:
    for name in ("openings.yaml", "headigns.yaml"):
        (tmp_path / name).write_text("entries: []", "utf-8")
    assert strange_files(tmp_path, ["headings"]) == [("headigns.yaml", "headings.yaml")]
