"""However a phrase file is written, reading it quickly gives what the reader of trees gives."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.errors import InputError
from drafter.locations import shipped_phrasebank
from drafter.storage.bank.phrasebank import known_kinds, read_phrases
from drafter.storage.entries.quick_reader import quick_read
from drafter.storage.entries.reader import PhraseReader

PATH = Path("closings.yaml")
SLOTS = frozenset(["region"])

LINES = [
    "- id: c-1", "- id: c-2", "- id: 'c-3'", "- 甲乙", "- '甲：乙'", '- "甲 # 乙"', "- text: 甲", "-", "- ", "- - 甲",
    "- {id: c-4, text: 甲, topics: [能力, 统筹]}", "- {text: 甲, type: 事项, source: 自编}", "- {text: }", "- [甲]", "- ~",
    "  text: 甲，乙。", "  text: '甲''乙'", "  text: 奋力开创{{ region }}新局面", "  text: '{{ region }}'", "  text: {{ region }}",
    "  text: '{{ regoin }}'", "  text: a: b", "  text: 甲 # 注", "  text: 甲# 乙", "  text: 'a", "  b'", "  text: |", "    甲", "  text: >-",
    "  text: null", "  text: ~", "  text:", "  text: ''", "  text: yes", "  text: '甲' ", "  text: &a 甲", "  text: *a", "  text: !x 甲",
    "  topics: [能力, '统 筹', \"甲\"]", "  topics: []", "  topics: 能力", "  topics:", "  - 能力", "    - 能力", "    - '统筹'", "  topics: [能力,]",
    "  topics: [甲, {a: 乙}]", "  source: {document: a.txt, line: 3}", "  source: {document: a.txt, line: 三}", "  source: [{document: a.txt, line: 3}, b.txt]",
    "  source: a.txt", "  source:", "    document: a.txt", "    line: 7", "  source: {line: 3}", "  source: {document: a, document: b}",
    "  era: 2022", "  seen: 3", "  seen: 0", "  seen: 007", "  seen: 123456789", "  organs: [党委办]", "  tags: [a, b]", "  note: 人工 润色", "  speaker: 某",
    "  type: 事项", "  level: 2", "  level: 9", "  frame: A上B", "  frame: 'A，把B'", "  slots: {A: 事项, B: 序位}", "  slots: [A]", "  members:",
    "  members: [甲, 乙]", "  - {text: 甲, topics: [能力]}", "  - {text: '甲', era: 2022}", "    - {text: 甲}", "  - {txt: 甲}", "  - {text: 甲, topics: []}",
    "# 注", "  # 注", "      # 注", "", "  ", "---", "...", "%YAML 1.1", "kind: closings", "entries:", "  id: c-1", "  unknown: 甲", "\t甲", "  text:\t甲",
    "  text: 甲\u2028乙", "  text: 甲\x85- 乙", "  text: 甲\ufeff", "  text: 甲\u3000乙", "  text: “甲”", "   text: 甲", "    甲", "甲", "  'id': c-9", "  ? id", "  text : 甲",
    "  id: ''", "  note:", "  era: ''", "- {id: c-1, era: 2026}", "- {id: c-5, topics: []}", "  - 甲", "   - 甲", " - 甲",
]  # fmt: skip
HEADS = [
    "entries:\n", "kind: closings\nentries:\n", "# 注\nkind: closings\n\n# 注\nentries:\n# 注\n", "kind: openings\nentries:\n", "entries: # 注\n",
    "entries: []\n", "entries: |\n", "entries: 甲\n", "kind: closings\n", "", "\ufeffentries:\n", "entries:\nentries:\n", "- 甲\n",
]  # fmt: skip


def indented(lines: list[str], indent: str) -> list[str]:
    return [indent + line if line else line for line in lines]


ENTRY = st.sampled_from(
    [
        "- id: {0}\n  text: 甲{0}，乙。\n  topics: [能力, 统筹]\n  source: {{document: a.txt, line: 3}}\n",
        "- id: {0}\n  text: '{{{{ region }}}}甲'\n  topics: [能力]\n  era: 2022\n  seen: 4\n",
        "- id: {0}\n  frame: A，把B\n  slots: {{A: 事项}}\n  members:\n  - {{text: 讲学习，把书读透, topics: [能力]}}\n  - 讲办文\n  source: a.txt\n",
        '# 注\n- text: "甲 {0}"  # 注\n  topics:\n    - 能力\n    - 统筹\n  source:\n    document: a.txt\n    line: 9\n\n',
        "- {{id: {0}, text: 甲, type: 事项, topics: [能力], source: 自编}}\n",
        "- id: {0}\n  text: |\n    甲\n    - 乙\n",
        "- id: {0}\n  era: 2026\n  topics: []\n",
        "- id: {0}\n  text: 甲\n  topics: []\n  note:\n",
        "- 甲{0}\n",
        "- id: {0}\n  members:\n    - text: 甲\n      topics: [能力]\n    - text: 乙\n",
    ]
)
FILES = st.builds(
    lambda head, entries, end: (
        head + "".join(e.format(f"c-{n}") for n, e in enumerate(entries)) + end
    ),
    st.sampled_from(HEADS[:3]),
    st.lists(ENTRY, min_size=1, max_size=6),
    st.sampled_from(["", "# 注\n", "kind: closings\n", "\n"]),
)
JUMBLES = st.builds(
    lambda head, lines, indent, end: head + "\n".join(indented(lines, indent)) + end,
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(LINES), max_size=9),
    st.sampled_from(["", "  ", " "]),
    st.sampled_from(["", "\n"]),
)


@st.composite
def marred(draw: st.DrawFn) -> str:
    """Return a file with some characters put in, taken out or changed."""
    text = draw(FILES)
    for _ in range(draw(st.integers(1, 3))):
        at, gone = draw(st.integers(0, len(text))), draw(st.integers(0, 2))
        text = (
            text[:at] + draw(st.sampled_from([*"'\"[]{}:,#-&*|> \n\r~0甲", ""])) + text[at + gone :]
        )
    return text


def outcome(read, text: str) -> object:
    try:
        return read(text)
    except InputError as error:
        return str(error), error.where


def quickly(text: str) -> object:
    return outcome(lambda said: read_phrases(said, PATH, "closings", SLOTS), text)


def as_tree(text: str) -> object:
    return outcome(PhraseReader(str(PATH), "closings", SLOTS).read, text)


@given(FILES | JUMBLES | marred())
@example("entries:\n- 甲\n...\n- 乙\n")
@example("entries:\n- text: 甲\n    - 乙\n")
@example("entries:\n- |\n  甲")
@example("entries:\n- '甲\n- 乙'\n- 丙\n")
@example("entries:\n- id: c-1\n  text: 甲\r\n  era: 2022\r\n")
@example("entries:\n- id: c-1\n  text: 甲\n- id: c-1\n  text: 乙\n")
@example("entries:\n- 甲\n-\n  text: 乙\n")
@example("entries:\n  - 甲\n- 乙\n")
@example("entries:\n  text: 甲\u2028乙")
def test_every_file_gives_the_same_or_the_same_error(text: str) -> None:
    assert quickly(text) == as_tree(text)


@given(FILES, st.sampled_from(["\r\n", "\n"]))
def test_line_breaks_of_either_kind_are_read_alike(text: str, end: str) -> None:
    assert quickly(text.replace("\n", end)) == quickly(text)


@pytest.mark.parametrize("kind", known_kinds(shipped_phrasebank()))
def test_shipped_files_are_read_quickly_and_alike(kind: str) -> None:
    path = shipped_phrasebank() / f"{kind}.yaml"
    text = path.read_text("utf-8")
    read = quick_read(text, str(path), kind, None)
    assert read is not None
    assert read == PhraseReader(str(path), kind, None).read(text)


def test_every_line_is_that_of_the_file() -> None:
    text = "kind: closings\nentries:\n# 注\n- 甲\n\n- id: c-2\n  members:\n  # 注\n  - 乙\n  - {text: 丙}\n"
    read = read_phrases(text, PATH, "closings", SLOTS)
    bare, listed = read.entries
    assert (bare.line, listed.line) == (4, 6)
    assert [member.line for member in listed.members] == [9, 10]
