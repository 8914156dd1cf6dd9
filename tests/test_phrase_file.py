"""Edits of one phrase file: before and after, every character."""

from pathlib import Path

import pytest

from drafter.errors import InputError
from drafter.model.edits import Edits
from drafter.model.phrase import Entry, Phrase, PhraseSet, Source, unplaced
from drafter.storage.bank.phrasebank import entries_of
from drafter.storage.entries.phrase_file import edited

PATH = Path("closings.yaml")
SLOTS = frozenset(["region"])
HERE, THERE = {"document": "a.txt", "line": 3}, {"document": "b.txt", "line": 9}
NEW = Phrase("c-9", "新的一条！", sources=(Source("a.txt", 3),))
ROWS = "- id: c-9\n  text: 新的一条！\n  source: {document: a.txt, line: 3}\n"
LINE = "{id: c-9, text: 新的一条！, source: {document: a.txt, line: 3}}"


def edit(text: str, edits: Edits) -> str:
    return edited(text, PATH, "closings", edits, SLOTS, "结尾号召")


def added(text: str, *entries: Entry) -> str:
    return edit(text, Edits(entries or (NEW,)))


def changed(text: str, keys: dict[str, object]) -> str:
    return edit(text, Edits(change={"c-1": keys}))


ADDED = {
    "no file": (
        "",
        "# yaml-language-server: $schema=.schemas/phrases.json\n# 结尾号召。\n"
        f"kind: closings\nentries:\n{ROWS}",
    ),
    "comments only": ("# 我的", f"# 我的\nkind: closings\nentries:\n{ROWS}"),
    "no list": ("kind: closings\n", f"kind: closings\nentries:\n{ROWS}"),
    "no value": ("kind: closings\nentries:", f"kind: closings\nentries:\n{ROWS}"),
    "no value, other keys behind": (
        "entries: # 空\nkind: closings\n",
        f"entries: # 空\n{ROWS}kind: closings\n",
    ),
    "null": ("entries: ~ # 空\n# 尾\n", f"entries: # 空\n# 尾\n{ROWS}"),
    "empty brackets": ("entries: [ ]\nkind: closings\n", f"entries:\n{ROWS}kind: closings\n"),
    "empty brackets on two lines": ("entries: [ # 空\n]\n", f"entries: [{LINE} # 空\n]\n"),
    "a list": ("entries:\n- 甲\n\n# 尾\n", f"entries:\n- 甲\n\n# 尾\n{ROWS}"),
    "other keys behind": (
        "entries:\n- 甲\n\n# 种类\nkind: closings\n",
        f"entries:\n- 甲\n{ROWS}\n# 种类\nkind: closings\n",
    ),
    "the end of the document marked": (
        "---\nentries:\n- 甲\n...\n",
        f"---\nentries:\n- 甲\n{ROWS}...\n",
    ),
    "no list, the end marked": (
        "kind: closings\n...\n",
        f"kind: closings\nentries:\n{ROWS}...\n",
    ),
    "no line break at the end": ("entries:\n- 甲", f"entries:\n- 甲\n{ROWS}"),
    "windows": ("entries:\r\n- 甲\r\n", "entries:\r\n- 甲\r\n" + ROWS.replace("\n", "\r\n")),
    "indented": (
        "entries:\n   - 甲\n",
        "entries:\n   - 甲\n" + "".join(f"   {row}\n" for row in ROWS.splitlines()),
    ),
    "brackets": ("entries: [甲, 乙]\n", f"entries: [甲, 乙, {LINE}]\n"),
    "a comma at the end": ("entries: [甲, ] # 注\n", f"entries: [甲, {LINE}, ] # 注\n"),
    "brackets on lines": (
        "entries: [\n  甲, # 一\n  乙 # 二\n]\n",
        f"entries: [\n  甲, # 一\n  乙, # 二\n  {LINE}\n]\n",
    ),
    "JSON": (
        '{"entries": [{"text": "甲"}]}',
        '{"entries": [{"text": "甲"}, {"id": "c-9", "text": "新的一条！", "source": '
        '{"document": "a.txt", "line": 3}}]}',
    ),
    "a block of text at the end": (
        "entries:\n- |+\n  甲\n\n",
        f"entries:\n- |+\n  甲\n\n{ROWS}",
    ),
    "there already": ("entries:\n- {text: 甲, id: c-9}\n", "entries:\n- {text: 甲, id: c-9}\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", ADDED)
def test_an_entry_is_added(name: str) -> None:
    before, after = ADDED[name]
    assert added(before) == after
    assert added("\ufeff" + before) == "\ufeff" + after


CHANGED: dict[str, tuple[str, dict[str, object], str]] = {
    "a value": ("- id: c-1\n  seen: 2 # 次\n", {"seen": 3}, "- id: c-1\n  seen: 3 # 次\n"),
    "a value in quotation marks": (
        '- "id": "c-1"\n  "text":   "甲"\n',
        {"text": "乙"},
        '- "id": "c-1"\n  "text":   "乙"\n',
    ),
    "a text that needs them": (
        "- id: c-1\n  text: 甲\n",
        {"text": "乙: '丙'"},
        "- id: c-1\n  text: '乙: ''丙'''\n",
    ),
    "a text with a line break": (
        "- id: c-1\n  text: 甲\n",
        {"text": '乙\n"丙"'},
        '- id: c-1\n  text: "乙\\u000A\\"丙\\""\n',
    ),
    "nothing": ("- {id: c-1,  seen: '2'}\n", {"seen": 2}, "- {id: c-1,  seen: '2'}\n"),
    "a new key": (
        "-   id: c-1\n    text: 甲\n    # 尾\n",
        {"seen": 2, "source": [HERE, THERE]},
        "-   id: c-1\n    text: 甲\n    seen: 2\n    source: [{document: a.txt, line: 3}, "
        "{document: b.txt, line: 9}]\n    # 尾\n",
    ),
    "a key without a value": (
        "- id: c-1\n  seen: # 几次\n  text: 甲\n",
        {"seen": 2},
        "- id: c-1\n  seen: 2 # 几次\n  text: 甲\n",
    ),
    "a key taken out": (
        "- id: c-1\n  note: 短\n  # 注\n  text: 甲\n",
        {"note": None},
        "- id: c-1\n  # 注\n  text: 甲\n",
    ),
    "the first key taken out": (
        "- note: 短\n  id: c-1\n",
        {"note": None},
        "- id: c-1\n",
    ),
    "the first key taken out, before a comment": (
        "- note: 短\n  # 注\n  id: c-1\n",
        {"note": None},
        "- \n  # 注\n  id: c-1\n",
    ),
    "the last key taken out": (
        "- id: c-1\n  text: |\n    甲\n    乙\n- 丙\n",
        {"text": None},
        "- id: c-1\n- 丙\n",
    ),
    "in brackets": (
        "- { id: c-1, text: 甲 } # 注\n",
        {"seen": 2, "text": "乙，丙"},
        "- { id: c-1, text: 乙，丙, seen: 2 } # 注\n",
    ),
    "in brackets, a key taken out": (
        "- {note: 短, id: c-1, text: 甲, era: 2022}\n",
        {"note": None, "era": None},
        "- {id: c-1, text: 甲}\n",
    ),
    "a second source": (
        "- id: c-1\n  source: {document:  a.txt, line: 3} # 去年\n",
        {"source": [HERE, THERE]},
        "- id: c-1\n  source: [{document:  a.txt, line: 3}, {document: b.txt, line: 9}] # 去年\n",
    ),
    "a third source": (
        "- id: c-1\n  source: [ 一,  # 甲\n    '二' ]\n",
        {"source": ["一", "二", THERE]},
        "- id: c-1\n  source: [ 一,  # 甲\n    '二', {document: b.txt, line: 9} ]\n",
    ),
    "sources on lines": (
        "- id: c-1\n  source:\n    - document: a.txt\n      line: 3\n    # 注\n  seen: 1\n",
        {"source": [HERE, THERE]},
        "- id: c-1\n  source:\n    - document: a.txt\n      line: 3\n"
        "    - {document: b.txt, line: 9}\n    # 注\n  seen: 1\n",
    ),
    "a source on lines that becomes two": (
        "- id: c-1\n  source: # 出处\n    document: a.txt # 去年\n    line: 3\n  seen: 1\n",
        {"source": [HERE, THERE]},
        "- id: c-1\n  source: # 出处\n      [{document: a.txt, line: 3}, "
        "{document: b.txt, line: 9}]\n    # 去年\n  seen: 1\n",
    ),
    "a source that is a name": (
        "- id: c-1\n  source: 自编\n",
        {"source": ["自编", HERE]},
        "- id: c-1\n  source: [自编, {document: a.txt, line: 3}]\n",
    ),
    "one member": (
        "- id: c-1\n  members:\n  - 甲 # 一\n  - {text: 乙, era: 2022} # 二\n  - text: 丙\n",
        {"members": ["甲", {"text": "丁", "era": "2022"}, {"text": "丙"}]},
        "- id: c-1\n  members:\n  - 甲 # 一\n  - {text: 丁, era: 2022} # 二\n  - text: 丙\n",
    ),
    "fewer members": (
        "- id: c-1\n  members:\n  - 甲\n  - 乙 # 二\n  - 丙\n  seen: 2\n",
        {"members": ["甲", "丙"]},
        "- id: c-1\n  members:\n  - 甲\n  - 丙\n  seen: 2\n",
    ),
    "other members": (
        "- id: c-1\n  members:\n  - 甲\n  - 乙\n  - 丙\n  seen: 2\n",
        {"members": ["丁", {"text": "戊"}]},
        "- id: c-1\n  members:\n  - 丁\n  - {text: 戊}\n  seen: 2\n",
    ),
    "more members": (
        "- id: c-1\n  members:\n    - 甲",
        {"members": ["甲", "乙"]},
        "- id: c-1\n  members:\n    - 甲\n    - 乙\n",
    ),
    "a folded text": (
        "- text: >-  # 长\n    甲\n    乙\n\n  id: c-1\n",
        {"text": "丙"},
        "- text: 丙  # 长\n\n  id: c-1\n",
    ),
    "a text on many lines": (
        '- text: "甲\n\n    乙"\n  id: c-1\n',
        {"text": "丙", "seen": 2},
        '- text: "丙"\n  id: c-1\n  seen: 2\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_an_entry_is_changed(name: str) -> None:
    before, keys, after = CHANGED[name]
    around = ("# 头\nentries:\n- '前'\n", "# 尾\n")
    if not before.endswith("\n"):
        around = ("entries:\n", "")
    assert changed(before.join(around), keys) == after.join(around)
    windows = [text.join(around).replace("\n", "\r\n") for text in (before, after)]
    assert changed(windows[0], keys) == windows[1]


BARE = [
    ("- 文字 # 注\n", {"seen": 2}, "- text: 文字 # 注\n  seen: 2\n"),
    ("  -  '文字'\n", {"era": "2022"}, "  -  text: '文字'\n     era: 2022\n"),
    ("- 文字\n", {"text": "文字"}, "- 文字\n"),
    ("- 文字\n", {"text": "别的"}, "- text: 别的\n  id: c-14b69bd6\n"),
    ("- {text: 文字}\n", {"text": "别的"}, "- {text: 别的, id: c-14b69bd6}\n"),
    ("- 文字\n", {"text": "别的", "id": "c-2"}, "- text: 别的\n  id: c-2\n"),
    ("- >-\n  文字\n", {"seen": 2}, "- text: 文字\n  seen: 2\n"),
    ('- "文\\\n  字"\n', {"seen": 2}, '- text: "文字"\n  seen: 2\n'),
]


@pytest.mark.parametrize(("before", "keys", "after"), BARE)
def test_a_bare_text_becomes_a_mapping_only_if_it_must_and_keeps_its_id(
    before: str, keys: dict[str, object], after: str
) -> None:
    (known,) = entries_of(f"entries:\n{before}", PATH, "closings", SLOTS)
    edits = Edits(change={known.id: keys})
    assert edit(f"entries:\n{before}", edits) == f"entries:\n{after}"


def test_a_bare_text_in_brackets() -> None:
    text = "entries: [ 文字, 别的 ]\n"
    known = entries_of(text, PATH, "closings", SLOTS)[0]
    after = "entries: [ {text: 文字, seen: 2}, 别的 ]\n"
    assert edit(text, Edits(change={known.id: {"seen": 2}})) == after


DROPPED = [
    ("entries:\n# 一\n- id: c-1\n  text: 甲 # 注\n# 二\n- 乙\n", "entries:\n# 一\n# 二\n- 乙\n"),
    ("entries:\n- 乙\n\n- id: c-1\n  text: 甲", "entries:\n- 乙\n\n"),
    ("entries:\n- {id: c-1, text: 甲}\nkind: closings\n", "entries:\nkind: closings\n"),
    ("entries: [{id: c-1, text: 甲}, 乙]\n", "entries: [乙]\n"),
    ("entries: [乙, {id: c-1, text: 甲}]\n", "entries: [乙]\n"),
    ("entries: [{id: c-1, text: 甲}]\n", "entries: []\n"),
    ("entries:\n- text: '他说，id: c-1'\n  id: c-2\n", "entries:\n- text: '他说，id: c-1'\n  id: c-2\n"),
    ('entries:\n- {"id" : "\\x63-1", text: 甲}\n- 乙\n', "entries:\n- 乙\n"),
    ("entries:\n- ? id\n  : c-1\n  text: 甲\n- 乙\n", "entries:\n- 乙\n"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after"), DROPPED)
def test_an_entry_is_dropped(before: str, after: str) -> None:
    assert edit(before, Edits(drop=frozenset(["c-1"]))) == after


def test_all_at_once() -> None:
    for before, after in (
        (
            "entries:\n- id: c-1\n  text: 甲\n# 注\n- id: c-2\n  text: 乙\n- id: c-3\n  text: 丙\n",
            f"entries:\n# 注\n- id: c-2\n  text: 乙\n  seen: 2\n- id: c-3\n  text: 丙\n{ROWS}",
        ),
        (
            "entries: [{id: c-1, text: 甲}, {id: c-2, text: 乙}]\n",
            f"entries: [{{id: c-2, text: 乙, seen: 2}}, {LINE}]\n",
        ),
        ("entries: [{id: c-1, text: 甲}]\n", f"entries:\n{ROWS}"),
    ):
        edits = Edits((NEW,), {"c-2": {"seen": 2}, "c-1": {"seen": 3}}, frozenset(["c-1", "c-0"]))
        assert edit(before, edits) == after


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
    "12",
    "“引号”开头",
    "  前后有空格 ",
    "[方括号]{花括号}",
    "*星号 &和号 !叹号 %百分号 @艾特",
    "~",
    "null",
    "两\n行",
    "反\\斜\\n杠",
    "𠮷",
    "全　角",
]


@pytest.mark.parametrize("before", ["", "entries: [甲]\n", "entries:\n  - 甲\n"])
@pytest.mark.parametrize("text", TEXTS)
def test_what_is_added_is_read_again(text: str, before: str) -> None:
    sources = (Source("a.txt", 3), Source("文 件, 二.txt", 9))
    single = Phrase(
        "c-9", text, "closings", ("甲", "数字化"), "2022", ("政府办",), sources, 3, text, text
    )
    members = (
        Phrase("c-8.1", text, "closings", ("甲",), "2022", (), sources),
        Phrase("c-8.2", f"讲{text}", "closings", sources=sources),
    )
    group = PhraseSet(
        "c-8", text, members, "closings", 1, ("甲",), "", ("党委办",), sources, 2, slots=(("A", text),)
    )  # fmt: skip
    read = entries_of(added(before, single, group), PATH, "closings", SLOTS)
    assert tuple(map(unplaced, read[-2:])) == (single, group)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("before", ["- {id: c-1, text: 甲}", "- id: c-1\n  text: '甲'", '- id: c-1\n  text: "甲"'])  # fmt: skip
def test_what_is_changed_is_read_again(text: str, before: str) -> None:
    (read,) = entries_of(changed(f"entries:\n{before}\n", {"text": text}), PATH, "closings", SLOTS)
    assert isinstance(read, Phrase)
    assert read.text == text


STRANGE = {
    "entries: 甲\n": "entries 不是列表",
    "- 甲\n": "entries 不是列表",
    "{kind: closings}\n": "entries 不是列表",
    "entries:\n- |\n  甲": "不能安全地改",
    "{kind: closings, entries: }\n": "不能安全地改",
}


@pytest.mark.parametrize("text", STRANGE)
def test_what_cannot_grow_safely_is_told(text: str) -> None:
    with pytest.raises(InputError, match=STRANGE[text]) as error:
        added(text)
    assert error.value.where == "closings.yaml"
    assert error.value.remedy


UNSAFE: list[tuple[str, dict[str, object]]] = [
    ("- ? id\n  : c-1\n  ? text\n  : 甲\n", {"text": None}),
    ("- id: c-1\n  text: |+\n    甲\n\n  seen: 2\n\n- 乙\n", {"seen": None}),
    ("- id: c-1\n  text: |\n    甲", {"seen": 2}),
]


@pytest.mark.parametrize(("text", "keys"), UNSAFE)
def test_what_cannot_change_safely_is_told(text: str, keys: dict[str, object]) -> None:
    with pytest.raises(InputError) as error:
        changed(f"entries:\n{text}", keys)
    assert error.value.where.startswith("closings.yaml")
    assert error.value.remedy


@pytest.mark.parametrize("edits", [
    Edits((Phrase("c-9", "{{ nowhere }}"),)),
    Edits(change={"c-1": {"text": "{{ nowhere }}"}}),
    Edits(change={"c-1": {"members": ["甲", {"text": "{{ nowhere }}"}]}}),
])  # fmt: skip
def test_unknown_slots_do_not_get_in(edits: Edits) -> None:
    with pytest.raises(InputError, match="没有“nowhere”这个空位"):
        edit("entries:\n- id: c-1\n  text: 甲\n", edits)
