"""Where the entries of a phrase file stand, whatever it looks like."""

import pytest

from drafter.errors import InputError
from drafter.storage.entries.spans import entry_spans

SHAPES = {
    "as the program writes it": (
        "# 甲\nkind: closings\nentries:\n- id: c-1\n  text: 甲\n  topics: [一, 二]\n- id: c-2\n  text: '乙'\n",
        ["- id: c-1\n  text: 甲\n  topics: [一, 二]\n", "- id: c-2\n  text: '乙'\n"],
    ),
    "bare texts, comments between": (
        "entries:\n# 一\n- 甲 # 注\n\n  # 二\n- “乙”\n# 尾\n",
        ["- 甲 # 注\n", "- “乙”\n"],
    ),
    "comments inside an entry": (
        "entries:\n- id: c-1\n  # 里面\n\n  text: 甲\n  # 尾注\n- 乙\n",
        ["- id: c-1\n  # 里面\n\n  text: 甲\n", "- 乙\n"],
    ),
    "indented": ("entries:\n  - 甲\n  - 乙\n", ["  - 甲\n", "  - 乙\n"]),
    "other keys behind": ("entries:\n- 甲\n- 乙\n\nkind: closings\n", ["- 甲\n", "- 乙\n"]),
    "no line break at the end": ("entries:\n- 甲\n- 乙", ["- 甲\n", "- 乙"]),
    "windows": ("entries:\r\n- 甲\r\n  # 注\r\n- 乙\r\n", ["- 甲\r\n", "- 乙\r\n"]),
    "byte order mark": ("\ufeffentries:\n- 甲\n- 乙\n", ["- 甲\n", "- 乙\n"]),
    "byte order mark and brackets": ("\ufeffentries: [甲, 乙]\n", ["甲", "乙"]),
    "documents marked": ("---\nentries:\n- 甲\n- 乙\n...\n", ["- 甲\n", "- 乙\n"]),
    "brackets": ("entries: [甲, {text: 乙}, '丙, 丁',]\n", ["甲", "{text: 乙}", "'丙, 丁'"]),
    "all in brackets": ("{kind: x, entries: [甲,\n 乙 # 注\n]}\n", ["甲", "乙"]),
    "a dash by itself": ("entries:\n-\n  text: 甲\n- 乙\n", ["-\n  text: 甲\n", "- 乙\n"]),
    "lists in lists": ("entries:\n- - 甲\n  - 乙\n- 丙\n", ["- - 甲\n  - 乙\n", "- 丙\n"]),
    "members at two depths": (
        "entries:\n- members:\n  - 甲\n  - {text: 乙}\n- members:\n    - 丙\n",
        ["- members:\n  - 甲\n  - {text: 乙}\n", "- members:\n    - 丙\n"],
    ),
    "an entry that is none, in single quotation marks": (
        "entries:\n- '甲\n- 乙'\n- 丙\n",
        ["- '甲\n- 乙'\n", "- 丙\n"],
    ),
    "an entry that is none, in double quotation marks": (
        'entries:\n- text: "甲\n- id: c-1\n- 乙"\n- 丙\n',
        ['- text: "甲\n- id: c-1\n- 乙"\n', "- 丙\n"],
    ),
    "an entry that is none, in brackets": (
        "entries:\n- {text: 甲, topics: ['\n- 乙', 丙]}\n- 丁\n",
        ["- {text: 甲, topics: ['\n- 乙', 丙]}\n", "- 丁\n"],
    ),
    "a quotation mark inside a bracket": (
        "entries:\n- [a 'b, c]\n- {topics: ['],\n- 甲']}\n",
        ["- [a 'b, c]\n", "- {topics: ['],\n- 甲']}\n"],
    ),
    "a comment inside a bracket": (
        "entries:\n- {text: 甲, #}\n   id: '\n- 乙'}\n- 丙\n",
        ["- {text: 甲, #}\n   id: '\n- 乙'}\n", "- 丙\n"],
    ),
    "a block of text": (
        "entries:\n- text: |\n    - 甲\n    # 乙\n\n- >-\n  丙\n# 注\n",
        ["- text: |\n    - 甲\n    # 乙\n", "- >-\n  丙\n"],
    ),
    "a block of text that keeps its blank lines": (
        "entries:\n- text: |+\n    甲\n\n- 乙\n",
        ["- text: |+\n    甲\n\n", "- 乙\n"],
    ),
    "a text on many lines": ("entries:\n- 甲\n  乙\n- 丙\n", ["- 甲\n  乙\n", "- 丙\n"]),
    "tabs": ("entries:\n- 甲\t# 注\n- 乙\n", ["- 甲\t# 注\n", "- 乙\n"]),
    "breaks that few know": ("entries:\x85- 甲\u2028- 乙\n", ["- 甲\u2028", "- 乙\n"]),
    "characters outside the first plane": ("entries:\n- 𠮷\n- |\n  𠮷\n", ["- 𠮷\n", "- |\n  𠮷\n"]),
    "no list yet": ("kind: closings\nentries:\n", []),
    "an empty list": ("entries: []\n", []),
    "no key": ("kind: closings\n", []),
    "no content": ("# 甲\n", []),
    "nothing": ("", []),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_entries_are_found(shape: str) -> None:
    text, pieces = SHAPES[shape]
    assert [text[span.start : span.end] for span in entry_spans(text)] == pieces


@pytest.mark.parametrize("shape", SHAPES)
def test_each_knows_its_line(shape: str) -> None:
    text, _ = SHAPES[shape]
    plain = text.replace("\x85", "\n").replace("\u2028", "\n").removeprefix("\ufeff")
    offset = len(text) - len(plain)
    for span in entry_spans(text):
        assert span.line == plain.count("\n", 0, span.start - offset) + 1


@pytest.mark.parametrize("text", ["entries:\n- 'a\n", "entries: [a\n"])
def test_what_is_no_yaml_is_told(text: str) -> None:
    with pytest.raises(InputError, match="请按 YAML 的写法改正"):
        entry_spans(text, "closings.yaml")
