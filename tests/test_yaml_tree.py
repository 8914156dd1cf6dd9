import gc

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import InputError
from drafter.storage.yaml.nodes import Items, Table, Text
from drafter.storage.yaml.text import to_yaml
from drafter.storage.yaml.tree import read_tree

TREES = st.recursive(
    st.text(st.characters(exclude_categories=["C"])),
    lambda inner: (
        st.lists(inner, min_size=1)
        | st.dictionaries(st.text(st.characters(exclude_categories=["C"])), inner, min_size=1)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("word", ["yes", "2024-01-01", "1_000", "0x1f", "1e3", "on", "12:30"])
def test_words_stay_words(word: str) -> None:
    assert read_tree(word, "a") == word


@pytest.mark.parametrize("nothing", ["", "a:", "a: ~", "a: null", "# 注释"])
def test_nothing_is_an_empty_text(nothing: str) -> None:
    tree = read_tree(nothing, "a")
    assert (tree["a"] if isinstance(tree, Table) else tree) == ""


def test_quoted_null_is_a_word() -> None:
    assert read_tree("'null'", "a") == "null"


def test_everything_knows_its_line() -> None:
    tree = read_tree("# 注\na: 1\nb:\n- x\n- y: z\n", "a", first_line=11)
    assert isinstance(tree, Table)
    assert tree.lines == {"a": 12, "b": 13}
    items = tree["b"]
    assert isinstance(items, Items)
    assert [item.line for item in items] == [14, 15]
    assert isinstance(tree["a"], Text)
    assert tree["a"].line == 12


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        ("a: b: c", "f:1:5", "多了一个冒号"),
        ("a: 1\nb: [1", "f:2:4", "方括号"),
        ("a: {{ x }}", "f:1:5", "加引号"),
        ("{{ x }}: 1", "f:1:1", "加引号"),
        ("a: 1\na: 2", "f:2:1", "第一次在第 1 行"),
        ("a: &x 1", "f:1:4", "锚点"),
        ("a: *x", "f:1:4", "引用"),
        ("a: !!str 1", "f:1:4", "标签"),
        ("--- \na\n---\nb", "f:3:1", "多了一行"),
        ("a:\n\tb: 1", "f:2:1", "制表符"),
        ("a: 1\n\tb: 1", "f:2:1", "制表符要换成空格"),
        ("a:\n- b: 1\n \tc: 2\n", "f:3:1", "制表符要换成空格"),
        ("a:\n-甲\n-乙\n", "f:2:2", "“-”后面要空一格"),
        ("a:\n  - 甲\n  -乙\nb: 1\n", "f:3:4", "“-”后面要空一格"),
        ("a: 1\nb: [甲，乙\n", "f:2:4", "都要用半角的"),
        ('a: 1\nb: "甲”\n', "f:2:4", "要用半角引号"),
        ("a: 'x", "f:1:4", "引号"),
        ("a: 1\nb: 'x\nc: 1\nd: 2\n", "f:2:4", "引号到文件末尾还没有结束"),
        ("a: 1\nb: 'x\nc: 1\nd: 'y'\n", "f:2:4", "这里的引号在这一行没有结束"),
        ('a:\n- "x\n- b\n- "c"\n', "f:2:3", "这里的引号在这一行没有结束"),
        ("a: 1\nb：2\n\nc: 3\n", "f:2:2", "“：”要换成半角冒号加一个空格"),
        ("b：2\n# 注\nc: 3\n", "f:1:2", "“：”要换成半角冒号加一个空格"),
        ("o:\n- b：2\n  c: 3\n", "f:2:4", "“：”要换成半角冒号加一个空格"),
        ("a: 1\nb:2\nc: 3\n", "f:2:2", "冒号后面少了一个空格"),
        ("a: 1\nb 2\nc: 3\n", "f:2:1", "少了冒号（要用半角冒号加一个空格）"),
        ("a: 1\nb = 2\nc: 3\n", "f:2:3", "“=”要换成半角冒号加一个空格"),
        ("- a\nb: 1", "f:2:1", "缩进"),
        ("a\n\x07", "f:2:1", "控制字符"),
        ("a: @x", "f:1:4", "加引号"),
        ("a\0b", "f", "不是文字文件"),
    ],
)
def test_a_fault_is_told_with_line_and_column(text: str, place: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read_tree(text, "f")
    assert caught.value.where == place
    assert said in str(caught.value)
    assert caught.value.remedy


@given(st.text() | st.text("{}[]:-,&*!|>'\"#%@ \n\tab"))
def test_any_text_gives_a_value_or_an_input_error(text: str) -> None:
    try:
        assert isinstance(read_tree(text, "f"), (Text, Items, Table))
    except InputError as error:
        assert error.where.startswith("f")


def test_deep_nesting_gives_an_input_error() -> None:
    with pytest.raises(InputError):
        read_tree("[" * 100_000, "f")


@given(TREES)
def test_what_was_written_is_read_again(tree: object) -> None:
    assert read_tree(to_yaml(tree).decode(), "f") == tree


@given(TREES)
def test_the_python_parser_reads_the_same(tree: object) -> None:
    text = to_yaml(tree).decode()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("drafter.storage.yaml.tree._Parser", yaml.SafeLoader)
        assert read_tree(text, "f") == tree


def test_the_collector_runs_again_afterwards() -> None:
    with pytest.raises(InputError):
        read_tree("[", "f")
    assert gc.isenabled()
