"""Cut paragraphs into sentences and sentences into clauses."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from drafter.mining.paragraphs import Paragraph

_STOP = re.compile(r"([。！？][。！？]*[”’」』）》]*)")
"""Begins with one letter of a set, which the engine finds fast."""
_QUOTED = re.compile("[“”‘’《》「」]")
_QUOTES = str.maketrans("", "", "“”‘’《》「」")


@dataclass(slots=True)  # made in a third of the time of a named tuple or a frozen value
class Sentence:
    """A sentence of a paragraph, its stop apart."""

    text: str
    """The sentence without its stop."""
    stop: str
    paragraph: int
    """Place of its paragraph in the article."""
    start: int
    """Offset in the paragraph."""
    line: int
    first: bool
    last: bool

    @property
    def whole(self) -> str:
        """Return the sentence with its stop."""
        return self.text + self.stop

    @property
    def place(self) -> tuple[int, int]:
        """Return where it stands: paragraph and offset, for ordering."""
        return self.paragraph, self.start


def sentences(paragraph: Paragraph, place: int) -> list[Sentence]:
    """Return the sentences of `paragraph`, which is number `place` in its article."""
    whole, line, one = paragraph.text, paragraph.numbers[0], len(paragraph.numbers) == 1
    size, start = len(whole), 0
    out: list[Sentence] = []
    pieces = iter((*_STOP.split(whole), ""))
    for text, stop in zip(pieces, pieces, strict=True):
        end = start + len(text) + len(stop)
        if start == end:
            break
        if not one:
            line = paragraph.line(start)
        out.append(Sentence(text, stop, place, start, line, start == 0, end == size))
        start = end
    return out


def body_sentences(body: Sequence[Paragraph]) -> list[Sentence]:
    """Return the sentences of all paragraphs of `body`."""
    return [s for place, paragraph in enumerate(body) for s in sentences(paragraph, place)]


def bare(text: str) -> str:
    """Return `text` without quotation and book marks."""
    return text.translate(_QUOTES) if _QUOTED.search(text) else text
