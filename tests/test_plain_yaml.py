"""What is read as plain YAML is what libyaml reads, every line included; all else is left to it."""

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drafter.locations import shipped_phrasebank, shipped_templates
from drafter.storage.yaml.nodes import Items, Node, Table
from drafter.storage.yaml.plain import plain_tree
from drafter.storage.yaml.tree import read_tree

WORDS = [
    "1", "甲 乙", "甲：乙", "甲，乙", "x # 注", "x #", "x#y", "x:y", "x: y", "x:", "x::y", "- x", "-1", "~", "null", "'null'", "''", "'甲''乙'",
    "'甲' 乙", "'甲", '"甲"', '"甲" # 注', '"\\n"', '"甲', "&a x", "*a", "!a x", "a &b", "|", ">-", "{{ x }}", "'{{ x }}'", "甲{{ x }}乙", "@a", "`a", "%a",
    "50%", "=", "<<", ",a", "a,b", "?a", "甲\u3000乙", "\u3000甲", "甲\t乙", "甲\u00a0乙", "\u2028", "甲\ufeff", "2026-03-12", "yes", "a\\b", "a ' b", 'a "b"', "甲  ",
    "[甲, 乙]", "[甲,乙]", "[ 甲 , 乙 ]", "[]", "{}", "[甲, ]", "[甲,, 乙]", "[甲]]", "[甲] 乙", "[甲] # 注", "[甲]# 注", "[[甲], [乙, [丙]]]", "['甲', \"乙\"]",
    "['甲''乙']", "['甲' 乙]", "[a?b]", "[?a]", "[a#b]", "[a #b]", "[a:b]", "[a: b]", "[a-b, -b]", '[a"b]', "[甲{{ x }}]", "[~, null]", "[甲",
    "{a: 甲, b: [1, 2]}", "{a: 甲, a: 乙}", "{a:甲}", "{a:  甲}", "{ a: 甲 }", "{a}", "{a: }", "{a: , b: 1}", "{'a': 1}", "{a: {b: {c: 1}}}", "{a: 甲}# 注", "{a: 1", "}", "#", "#x",
]  # fmt: skip
KEYS = [
    "a",
    "b",
    "甲",
    "a-b",
    "_a",
    "1",
    "null",
    "~",
    "a ",
    "a.b",
    "'a'",
    "=",
    "<<",
    "-a",
    "? a",
    "a" * 100,
    "a" * 1100,
    "",
]
ODD = [
    "",
    " ",
    "# 注",
    "  # 注",
    "---",
    "...",
    "--- a",
    "%YAML 1.1",
    "甲",
    "  甲",
    "-",
    "- - 甲",
    "-  a: 1",
    "-   甲",
    "y]",
    "  y'",
    "\ta: 1",
]
INDENTS = ["", "  ", "    ", " ", "   ", "      "]
DASHES = ["", "", "- "]

PAIRS = st.builds(
    lambda indent, dash, key, value: f"{indent}{dash}{key}:{value}",
    *(st.sampled_from(each) for each in (INDENTS, DASHES, KEYS[:4] * 4 + KEYS)),
    st.sampled_from(["", "", " ", " # 注", *(f" {word}" for word in WORDS)]),
)
ITEMS = st.builds("{}- {}".format, st.sampled_from(INDENTS), st.sampled_from(WORDS))
TEXTS = st.builds(
    lambda lines, end, last: end.join(lines) + last,
    st.lists(PAIRS | ITEMS | st.sampled_from(ODD), max_size=6),
    st.sampled_from(["\n", "\n", "\r\n", "\r"]),
    st.sampled_from(["", "\n", "\n\n"]),
)


def with_lines(node: Node) -> object:
    if isinstance(node, Table):
        return node.line, node.lines, [(key, with_lines(value)) for key, value in node.items()]
    if isinstance(node, Items):
        return node.line, [with_lines(item) for item in node]
    return node.line, str(node)


def assert_as_libyaml(text: str) -> None:
    found = plain_tree(text, 3)
    assert found is None or with_lines(found) == with_lines(read_tree(text, "f", 3))


@given(TEXTS)
@example("a:\n- 甲\n-\u3000乙\n")
@example("a:\n  b:\nc:\n  - d:\n    - e: 1\n      f:\n  - g: 2\n")
def test_what_is_plain_is_read_as_libyaml_reads_it(text: str) -> None:
    assert_as_libyaml(text)


@pytest.mark.parametrize(
    "line",
    [
        *("a: {}", "- {}", "{}: 1", "a: {}\n  b: 1", "- a: {}\n  b: 1"),
        *("a: [{}, 1]", "a: [1, {}]", "a: {{k: {}}}", "a: {{k: {}, l: 1}}"),
    ],
)
def test_every_word_in_every_place_is_read_as_libyaml_reads_it(line: str) -> None:
    for word in WORDS:
        assert_as_libyaml(line.format(word))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_character_is_read_as_libyaml_reads_it(said: str) -> None:
    assert_as_libyaml(f"a: {said}\n")
    assert_as_libyaml(f"a: ['{said}']\n")


@pytest.mark.parametrize(
    "deep", ["a: " + "[" * 100_000, "- " * 9, "\n".join(" " * n + "a:" for n in range(60))]
)
def test_what_lies_too_deep_is_left_to_libyaml(deep: str) -> None:
    assert plain_tree(deep) is None


def shipped() -> list[Path]:
    examples = (shipped_templates() / "examples").glob("*.yaml")
    return [*shipped_templates().glob("*.md"), *examples, shipped_phrasebank() / "vocabulary.yaml"]


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.name)
def test_what_composing_reads_is_written_plainly(path: Path) -> None:
    text = path.read_text("utf-8")
    head = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    found = plain_tree(head[1] if head else text)
    assert found is not None
    assert with_lines(found) == with_lines(read_tree(head[1] if head else text, path.name))
