"""Which lines are titles by the formatting of the file, and which are headings below them."""

from collections.abc import Sequence
from typing import NamedTuple

from drafter.mining.marks import block_mark
from drafter.mining.paragraphs import Paragraph

_SUBTITLE = ("——", "—")


class Titling(NamedTuple):
    """How a document sets its titles."""

    named: bool = False
    """Whether a style for titles is used."""
    level: int = 0
    """The level of headings in which titles stand; 0 for none."""
    sure: bool = False
    """Whether headings stand below that level, so that it is left to titles."""

    def opens(self, line: Paragraph) -> bool:
        """Return whether a line is a title whatever stands around it."""
        return line.title or (self.sure and line.mark == self.level)

    def heads(self, line: Paragraph) -> bool:
        """Return whether a line is a heading by its style, and no title."""
        return line.mark > 0 and not line.title and (self.named or line.mark != self.level)


def titling_of(paragraphs: Sequence[Paragraph]) -> Titling:
    """Return how a document sets its titles."""
    if any(each.title for each in paragraphs):
        return Titling(named=True)
    free = [
        (at, p.mark) for at, p in enumerate(paragraphs) if p.mark > 0 and not block_mark(p.text)
    ]
    if not free:
        return Titling()
    top = min(mark for _, mark in free)
    numbered = [each.mark for each in paragraphs if each.mark > 0 and block_mark(each.text)]
    before = paragraphs[: next(at for at, mark in free if mark == top)]
    plain_title = bool(before) and before[0].alone and before[0].mark < 1
    if min(numbered, default=top) < top or (plain_title and not all(p.alone for p in before)):
        return Titling()
    deeper = any(mark > top for mark in (*numbered, *(mark for _, mark in free)))
    return Titling(level=top, sure=deeper and top not in numbered)


def shown(titles: Sequence[Paragraph]) -> list[Paragraph]:
    """Return those of some short lines that have a title's style, with the subtitles below them."""
    styled = [each for each in titles if each.title or each.mark > 0]
    if not styled:
        return list(titles)
    return [each for each in titles if each in styled or each.text.startswith(_SUBTITLE)]
