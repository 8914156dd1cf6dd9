"""Undo what the layout did: join wrapped lines into paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafter.mining.cues import Cues
from drafter.mining.layout import Layout
from drafter.mining.lines import Line

_SPACE = re.compile(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])")
_HALF = re.compile(r"[,;:!?](?<=[\u3400-\u9fff”》）’].)(?!\d)")
_FULL = str.maketrans(",;:!?", "，；：！？")


class Paragraph(NamedTuple):
    """A paragraph with its wraps undone, and the lines it came from."""

    text: str
    offsets: tuple[int, ...]
    numbers: tuple[int, ...]
    alone: bool = False
    """Whether it is a short line that ends without a stop: a title, a heading, a byline."""
    gap: int = 0
    page: bool = False
    spaced: str = ""
    """The text with its inner spaces, which divide the parts of a title."""
    mark: int = -1
    """Its level as a heading by the style of the file; 0 in bold as a whole, -1 unknown."""
    lead: int = 0
    """Characters at its head that stand in bold up to a stop, white space left out."""
    title: bool = False
    """Whether it has the style for titles."""

    def line(self, offset: int = 0) -> int:
        """Return the 1-based line of the file on which the character at `offset` stands."""
        return self.numbers[bisect_right(self.offsets, offset) - 1]


def paragraphs(lines: Iterable[Line], cues: Cues, whole: bool = False) -> list[Paragraph]:
    """Return the paragraphs that `lines` make; `whole`: by the file, each line is one."""
    rows = list(lines)
    layout = Layout(rows, cues, whole)
    out: list[Paragraph] = []
    held: list[Line] = []
    for index, row in enumerate(rows):
        if held and layout.breaks(index, held):
            out.append(_joined(held, layout.stands_alone(index - 1, held)))
            held = []
        held.append(row)
    if held:
        out.append(_joined(held, layout.stands_alone(len(rows) - 1, held)))
    return out


def _joined(held: Sequence[Line], alone: bool) -> Paragraph:
    row = held[0]
    if len(held) == 1:
        spaced = row.text if alone else ""
        plain = Paragraph(tidy(row.text), (0,), (row.number,), alone, row.gap, row.page, spaced)
        return _evident(plain, held)
    parts, offsets, at = [], [], 0
    for row in held:
        offsets.append(at)
        part = tidy(row.text)
        parts.append(part)
        at += len(part)
    text = "".join(parts)
    spaced = "".join(("" if row.joint else " ") + row.text for row in held)[1:] if alone else ""
    numbers = tuple(row.number for row in held)
    row = held[0]
    joined = Paragraph(text, tuple(offsets), numbers, alone, row.gap, row.page, spaced)
    return _evident(joined, held)


def _evident(paragraph: Paragraph, held: Sequence[Line]) -> Paragraph:
    """Return a paragraph with what the file tells of all its lines."""
    mark, lead, title = held[0].mark, held[0].lead, held[0].title
    if mark < 0 and not lead and not title:
        return paragraph
    if any(row.mark != mark for row in held):
        mark = -1
    return paragraph._replace(mark=mark, lead=lead, title=title)


def tidy(text: str) -> str:
    """Return `text` without spaces beside Chinese characters and with full-width punctuation."""
    if " " in text:
        text = _SPACE.sub("", text)
    if not text.isascii() and _HALF.search(text):
        text = _HALF.sub(lambda found: found.group().translate(_FULL), text)
    return text
