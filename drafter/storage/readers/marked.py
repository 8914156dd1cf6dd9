"""Markdown: headings and bold text are evidence, their marks go."""

import re
from collections.abc import Iterator

from drafter.model.document import Manuscript
from drafter.storage.readers.plain import text_in

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(\S.*?)[ \t#]*")
_STRONG = re.compile(r"\s*(\*\*|__)(?!\s)([^*_]+)(?<!\s)\1\s*")
_LEAD = re.compile(r"(\s*)(\*\*|__)(?!\s)([^*_]{3,80})(?<!\s)\2(?=\S)")
_STOPS = "。！？：；"


def read_marked(data: bytes, where: str) -> Manuscript:
    """Return a Markdown file; a text without marks comes back as it stands."""
    text = text_in(data, where).replace("\r\n", "\n").replace("\r", "\n")
    marks: dict[int, int] = {}
    leads: dict[int, int] = {}
    lines = list(_lines(text, marks, leads))
    return Manuscript(where, "\n".join(lines), marks, leads)


def _lines(text: str, marks: dict[int, int], leads: dict[int, int]) -> Iterator[str]:
    for number, line in enumerate(text.split("\n"), 1):
        if found := _HEADING.fullmatch(line):
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
