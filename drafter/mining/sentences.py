"""Cut paragraphs into sentences and sentences into clauses."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.mining.paragraphs import Paragraph

_SENTENCE = re.compile(r"[^。！？]*(?:[。！？]+[”’」』）》]*|$)")
_CLOSERS = "”’」』）》"
_QUOTES = str.maketrans("", "", "“”‘’《》「」")


class Sentence(NamedTuple):
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


def sentences(paragraph: Paragraph, place: int) -> Iterator[Sentence]:
    """Yield the sentences of `paragraph`, which is number `place` in its article."""
    text = paragraph.text
    size = len(text)
    for found in _SENTENCE.finditer(text):
        start, end = found.span()
        if start == end:
            continue
        close = _end(text, start, end)
        line = paragraph.line(start) if start else paragraph.numbers[0]
        yield Sentence(
            text[start:close], text[close:end], place, start, line, start == 0, end == size
        )


def _end(text: str, start: int, end: int) -> int:
    """Return the offset of the stop of a sentence; closing marks before it belong to the text."""
    close = end
    while close > start and text[close - 1] in _CLOSERS:
        close -= 1
    if close == start or text[close - 1] not in "。！？":
        return end
    while close > start and text[close - 1] in "。！？":
        close -= 1
    return close


def body_sentences(body: Sequence[Paragraph]) -> list[Sentence]:
    """Return the sentences of all paragraphs of `body`."""
    return [s for place, paragraph in enumerate(body) for s in sentences(paragraph, place)]


def bare(text: str) -> str:
    """Return `text` without quotation and book marks."""
    return text.translate(_QUOTES)
