"""Words that were typed or pasted twice in a row."""

import re
from collections.abc import Iterator

from drafter.model.speech import Hit, Line, Rule, Speech

_TWICE = re.compile(r"([\u4e00-\u9fff]{2,6})\1")
_SENTENCE = re.compile(r"([^。！？]{4,80}[。！？])\1")


def words(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find words and sentences that stand twice in a row, but for those that may."""
    usual = [re.compile(each) for each in rule.lists["allowed"]]
    singles = [re.compile(each) for each in rule.lists["patterns"]]
    for line in speech.lines:
        for found in _TWICE.finditer(line.text):
            if not any(each.search(found[0]) for each in usual):
                yield _hit(line, found, found[1])
        for found in _SENTENCE.finditer(line.text):
            yield _hit(line, found, found[1])
        for single in singles:
            for found in single.finditer(line.text):
                yield _hit(line, found, found[0][: len(found[0]) // 2])


def _hit(line: Line, found: re.Match[str], once: str) -> Hit:
    what = f"“{once}”连着写了两遍"
    return Hit(line, *found.span(), what, f"应为“{once}”", once)
