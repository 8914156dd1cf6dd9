"""Cut paragraphs into sentences and sentences into clauses."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.mining.paragraphs import Paragraph

_SENTENCE = re.compile(r"([^。！？]*)([。！？]+[”’」』）》]*)?")
_QUOTED = re.compile("[“”‘’《》「」]")
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
    size, one = len(paragraph.text), len(paragraph.numbers) == 1
    line = paragraph.numbers[0]
    for found in _SENTENCE.finditer(paragraph.text):
        start, end = found.span()
        if start == end:
            break
        text, stop = found.groups("")
        if not one:
            line = paragraph.line(start)
        yield Sentence(text, stop, place, start, line, start == 0, end == size)


def body_sentences(body: Sequence[Paragraph]) -> list[Sentence]:
    """Return the sentences of all paragraphs of `body`."""
    return [s for place, paragraph in enumerate(body) for s in sentences(paragraph, place)]


def bare(text: str) -> str:
    """Return `text` without quotation and book marks."""
    return text.translate(_QUOTES) if _QUOTED.search(text) else text
