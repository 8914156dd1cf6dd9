"""Placeholders that were never filled."""

import re
from collections.abc import Iterator

from drafter.model.speech import Hit, Rule, Speech


def placeholders(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find what stands for something still to be filled in."""
    patterns = [re.compile(each) for each in rule.lists["patterns"]]
    for line in speech.lines:
        for pattern in patterns:
            for found in pattern.finditer(line.text):
                what = f"“{found[0]}”是占位，还没有填"
                yield Hit(line, *found.span(), what, "请填上实际内容，或删去")
