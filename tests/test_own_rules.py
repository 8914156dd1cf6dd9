"""The user's own `checks.yaml`: what it may say, and how it is told what it may not."""

import re
import time
from pathlib import Path

import pytest
from checked import RULES, found, hits
from reading import PARSER

from drafter.checking.speech.reading import speech_of
from drafter.errors import InputError
from drafter.model.document import Manuscript
from drafter.storage.speech_rules import with_own

FAULTS = [
    ("cliche: {table: [{正则: '(', 说明: 错}]}", "正则表达式"),
    ("cliche: {table: [{正则: 'x*', 说明: 错}]}", "处处都合"),
    ("confusable: {table: [{误: 好, 后接: '(', 正: 坏}]}", "正则表达式"),
    ("confusable: {table: [{误: 好, 前接: 'a+', 正: 坏}]}", "正则表达式"),
    (r"confusable: {table: [{误: 好, 正: '\9'}]}", "正则表达式"),
    (r"confusable: {table: [{误: 好, 正: '\g<x>'}]}", "正则表达式"),
    ("confusable: {table: [{正: 好}]}", "误"),
    ("confusable: {table: [{错: 好, 正: 坏}]}", "不认识“错”"),
    ("other-organ: {settings: {suffix: '('}}", "正则表达式"),
    ("doubled-word: {settings: {allowed: ['(']}}", "正则表达式"),
    ("placeholder: {settings: {patterns: ['']}}", "处处都合"),
    ("parallelism: {settings: {score: 高}}", "score"),
    ("parallelsm: 否", "parallelism"),
]


def own(folder: Path, said: str):
    (folder / "checks.yaml").write_text(f"kind: checks\nrules:\n  {said}\n", "utf-8")
    return {rule.id: rule for rule in with_own(RULES.values(), folder)}


@pytest.mark.parametrize(("said", "told"), FAULTS)
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, said: str, told: str) -> None:
    with pytest.raises(InputError) as error:
        own(tmp_path, said)
    assert re.search(r"checks\.yaml:3", str(error.value))
    assert told in str(error.value)


def test_patterns_with_names_of_their_own_stand_side_by_side(tmp_path: Path) -> None:
    rules = own(tmp_path, "placeholder: {settings: {patterns: ['(?P<a>甲某)', '(?P<a>乙某)']}}")
    told = hits(rules["placeholder"], "甲某和乙某到会。")
    assert [hit.line.text[hit.start : hit.end] for hit in told] == ["甲某", "乙某"]


def test_pairs_may_be_fewer_than_their_marks(tmp_path: Path) -> None:
    rules = own(tmp_path, "unpaired: {settings: {opening: “（, closing: ”}}")
    assert [hit.start for hit in hits(rules["unpaired"], "（没有“配对。")] == [3]


@pytest.mark.parametrize(
    "line",
    [
        '"' + "要抓好落实，" * 8000,
        "(" + "要抓好落实，" * 8000,
        "'" + "要抓好落实，" * 8000,
        "下面" * 25000,
        "x" * 50000 + "a",
        "#" * 50000,
        "“" * 50000,
        "要抓" * 25000,
    ],
    ids=["quote", "bracket", "apostrophe", "below", "x", "hash", "open quotes", "doubled"],
)
def test_a_hostile_line_takes_time_in_proportion_to_its_length(line: str) -> None:
    spent = []
    for said in (line[: len(line) // 4], line):
        start = time.process_time()
        found(said)
        spent.append(time.process_time() - start)
    assert spent[1] < 10 * spent[0] + 1


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ('见[要,好](http://a/要,好 "题,目")说', ["见要,好说"]),
        ("用`要,好`和<b title='要,好'>粗</b>", ["用和粗"]),
        ("甲<!-- 要,好 -->乙", ["甲乙"]),
        ("```\n要,好\n```\n正文。", ["正文。"]),
        ("---\n要: 好,坏\n---\n\n正文。", ["正文。"]),
    ],
)
def test_what_nobody_says_in_markdown_is_not_checked(raw: str, read: list[str]) -> None:
    speech = speech_of(Manuscript("a.md", raw), PARSER, raw)
    assert [line.text for line in speech.lines] == read
