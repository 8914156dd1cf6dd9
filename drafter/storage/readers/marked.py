"""Markdown: headings and bold text are evidence, their marks go."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drafter.model.document import Manuscript
from drafter.storage.readers.plain import text_in

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(\S.*?)[ \t#]*")
_STRONG = re.compile(r"\s*(\*\*|__)(?!\s)([^*_]+)(?<!\s)\1\s*")
_LEAD = re.compile(r"(\s*)(\*\*|__)(?!\s)([^*_]{3,80})(?<!\s)\2(?=\S)")
_STOPS = "。！？：；"
_RULE = re.compile(r" {0,3}(?:(={2,})|-{2,})[ \t]*")
"""What stands under a heading: = under the title, - under the others."""
_LONGEST = 60
"""Characters of a heading over a rule; what is longer, or a sentence, is a paragraph."""


def read_marked(data: bytes, where: str) -> Manuscript:
    """Return a Markdown file; a text without marks comes back as it stands."""
    text = text_in(data, where).replace("\r\n", "\n").replace("\r", "\n")
    marks: dict[int, int] = {}
    leads: dict[int, int] = {}
    lines = list(_lines(text, marks, leads))
    return Manuscript(where, "\n".join(lines), marks, leads)


def _lines(text: str, marks: dict[int, int], leads: dict[int, int]) -> Iterator[str]:
    lines = text.split("\n")
    ruled = dict(_ruled(lines))
    for number, line in enumerate(lines, 1):
        if number in ruled:
            marks[number] = ruled[number]
            yield line.strip()
        elif number - 1 in ruled:
            yield ""
        elif found := _HEADING.fullmatch(line):
            marks[number] = min(4, len(found[1]))
            yield found[2]
        elif found := _STRONG.fullmatch(line):
            marks[number] = 0
            yield found[2]
        elif (found := _LEAD.match(line)) and (
            found[3][-1] in _STOPS or line[found.end()] in _STOPS
        ):
            leads[number] = len("".join(found[3].split()))
            yield found[1] + found[3] + line[found.end() :]
        else:
            yield line


def _ruled(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the numbers and the levels of lines that are headings by the rule under them."""
    for number, (line, below) in enumerate(pairwise(lines), 1):
        rule = _RULE.fullmatch(below)
        said = line.strip()
        heads = 0 < len(said) <= _LONGEST and said[-1] not in _STOPS
        if rule and heads and not _HEADING.fullmatch(line) and not _RULE.fullmatch(line):
            yield number, 1 if rule[1] else 2
