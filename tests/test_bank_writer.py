"""New entries into phrase files that people edit by hand."""

from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.model.phrase import Entry, Phrase, PhraseSet, Source
from drafter.storage.bank_writer import add_entries
from drafter.storage.phrasebank import load_bank

SLOTS = frozenset(["region", "count"])
TITLES = {"closings": "结尾号召", "headings": "小标题组：整组选用"}
SOURCE = (Source("a.txt", 3),)

CLOSING = Phrase("c-1", "让我们一起努力！", "closings", sources=SOURCE)
OTHER = Phrase("c-2", "同志们，让我们一起加油！", "closings", sources=SOURCE)


def add(folder: Path, *entries: Entry) -> dict[str, int]:
    return add_entries(folder, entries, TITLES, SLOTS)


def read(folder: Path, kind: str = "closings") -> tuple[Entry, ...]:
    return load_bank(folder, [kind], SLOTS).entries[kind]


def test_a_new_file_says_what_it_holds(tmp_path: Path) -> None:
    assert add(tmp_path, CLOSING) == {"closings": 1}
    text = (tmp_path / "closings.yaml").read_text("utf-8")
    assert text.startswith("# 结尾号召。\nkind: closings\nentries:\n- id: c-1\n")


TEXTS = [
    "让我们一起努力！",
    "{{ region }}上下一条心，{{ region }}左右一股劲",
    "'单引号'与\"双引号\"",
    "冒号: 在中间 # 不是注释",
    "- 像一个列表",
    "是",
    "yes",
    "2024-01-01",
    "1_000",
    "“引号”开头",
    "  前后有空格 ",
    "[方括号]{花括号}",
    "*星号 &和号 !叹号 %百分号 @艾特",
    "~",
    "null",
]


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_written_is_read_again(tmp_path: Path, text: str) -> None:
    slots = frozenset(["region"])
    phrase = Phrase(
        "c-9", text, "closings", ("政治忠诚", "数字化"), "2022", ("政府办",), SOURCE, 1, "某人"
    )
    add_entries(tmp_path, [phrase], TITLES, slots)
    assert load_bank(tmp_path, ["closings"], slots).phrases("closings") == (phrase,)


def test_a_set_is_read_again(tmp_path: Path) -> None:
    sources = (Source("a.txt", 3), Source("文 件: 二.txt", 9))
    members = (
        Phrase("h-1.1", "讲学习，把书读透", "headings", ("能力提升",), "2022", (), sources),
        Phrase("h-1.2", "讲{{ region }}，把心放宽", "headings", sources=sources),
    )
    written = PhraseSet(
        "h-1", "讲A，把B", members, "headings", 1, ("能力提升",), "", ("党委办",), sources, 2
    )
    add(tmp_path, written)
    assert read(tmp_path, "headings") == (written,)


BY_HAND = {
    "comments": "# 我的话\nkind: closings  # 种类\n\nentries:\n# 第一条\n- id: c-7\n  text: 甲\n  # 尾注\n",
    "quoting": "kind: 'closings'\nentries:\n- \"甲\"\n- '乙'\n- 丙\n",
    "order of keys": "entries:\n- {text: 甲, id: c-7, seen: 3}\n- tags: [x]\n  text: 乙\n",
    "no newline at the end": "entries:\n- 甲",
    "windows": "kind: closings\r\nentries:\r\n- 甲\r\n- 乙\r\n",
    "long text": "entries:\n- text: >-\n    甲乙丙丁\n    戊己庚辛\n  id: c-7\n",
    "key without entries": "# 还没有\nkind: closings\nentries:\n",
    "indented": "kind: closings\nentries:\n  - id: c-7\n    text: 甲\n",
    "byte order mark": "\ufeffkind: closings\nentries:\n- 甲\n",
}


@pytest.mark.parametrize("name", BY_HAND)
def test_what_is_there_keeps_every_byte(tmp_path: Path, name: str) -> None:
    path, before = tmp_path / "closings.yaml", BY_HAND[name].encode()
    path.write_bytes(before)
    there = read(tmp_path)
    assert add(tmp_path, CLOSING, OTHER) == {"closings": 2}
    assert path.read_bytes().startswith(before)
    assert read(tmp_path)[: len(there)] == there
    assert [entry.id for entry in read(tmp_path)][len(there) :] == ["c-1", "c-2"]


def test_an_empty_list_is_filled(tmp_path: Path) -> None:
    (tmp_path / "closings.yaml").write_text("# 空\nkind: closings\nentries: []\n", "utf-8")
    add(tmp_path, CLOSING)
    assert [entry.id for entry in read(tmp_path)] == ["c-1"]


@pytest.mark.parametrize(
    "text",
    ["entries: [甲, 乙]\n", "entries:\n- 甲\nkind: closings\n", "entries: [\n  甲,\n]\n"],
)
def test_a_file_that_cannot_grow_at_its_end_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "closings.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match="不能在这个文件末尾添加短语"):
        add(tmp_path, CLOSING)
    assert path.read_text("utf-8") == text


def test_one_bad_file_keeps_all_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "headings.yaml").write_text("entries: 甲\n", "utf-8")
    heads = PhraseSet("h-1", "A", (Phrase("h-1.1", "甲"), Phrase("h-1.2", "乙")), "headings")
    with pytest.raises(InputError):
        add(tmp_path, CLOSING, heads)
    assert [path.name for path in tmp_path.iterdir()] == ["headings.yaml"]


def test_what_is_there_already_is_not_added_again(tmp_path: Path) -> None:
    add(tmp_path, CLOSING)
    before = (tmp_path / "closings.yaml").read_bytes()
    assert add(tmp_path, CLOSING) == {}
    assert (tmp_path / "closings.yaml").read_bytes() == before
    assert add(tmp_path, CLOSING, OTHER) == {"closings": 1}


@pytest.mark.parametrize(
    "rejected",
    ["c-1\n", "# 看过\n\nc-1  # 太长\n", "  c-1\r\n", "\ufeffc-1"],
)
def test_what_was_rejected_does_not_come_back(tmp_path: Path, rejected: str) -> None:
    (tmp_path / "rejected.txt").write_text(rejected, "utf-8", newline="")
    assert add(tmp_path, CLOSING, OTHER) == {"closings": 1}
    assert [entry.id for entry in read(tmp_path)] == ["c-2"]
