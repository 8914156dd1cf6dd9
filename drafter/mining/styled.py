"""Headings without a number that the file shows: by style, lines in bold, leads in bold."""

from collections.abc import Iterable, Sequence

from drafter.mining.leads import Candidate, LeadGroup, Places
from drafter.mining.likeness import Shape
from drafter.mining.marked import Found
from drafter.mining.marks import block_mark, enumerators
from drafter.mining.paragraphs import Paragraph
from drafter.mining.sentences import Sentence

_LONGEST = 80
"""Longest heading by style, in characters."""
_BOLD = 42
_LEAD = 60
"""Longest heading and longest lead in bold."""
_ENDS = "。；：;: "
_RUNS_ON = "。，、；,;"
"""What a line in bold that heads something does not end in."""

Row = tuple[int, Found]


def styled(
    body: Sequence[Paragraph], blocks: Iterable[Found], levels: Sequence[Row], series: int
) -> list[Row]:
    """Return the headings of `body` by style that carry no number, with their levels.

    `levels` are the numbered headings: those with a style show which level it stands for.
    """
    taken = {found.paragraph for found in blocks}
    ranked = [place for place, each in enumerate(body) if each.mark > 0]
    places = [place for place in ranked if place not in taken and _is_heading(body[place])]
    if not places:
        return []
    ranks = _Ranks(body, places, levels)
    rows = []
    for place in places:
        each = body[place]
        text = each.text.rstrip(_ENDS)
        found = Found(text, None, place, 0, each.line(), series + each.mark)
        rows.append((ranks.level(each.mark), found))
    return rows


def _is_heading(paragraph: Paragraph) -> bool:
    text = paragraph.text.rstrip(_ENDS)
    if not 2 <= len(text) <= _LONGEST or "。" in text:
        return False
    return not any(mark.start == 0 for mark in enumerators(text)[:1])


class _Ranks:
    """Fits the levels of styles into those of the numbers."""

    def __init__(
        self, body: Sequence[Paragraph], places: Sequence[int], levels: Sequence[Row]
    ) -> None:
        self._known: dict[int, int] = {}
        for level, found in levels:
            if (mark := body[found.paragraph].mark) > 0:
                self._known.setdefault(mark, level)
        self._used = sorted({body[place].mark for place in places})
        self._first = 2 if levels and not self._known else 1

    def level(self, mark: int) -> int:
        """Return the level for the style of rank `mark`."""
        if mark in self._known:
            return self._known[mark]
        above = max((m for m in self._known if m < mark), default=0)
        below = min((m for m in self._known if m > mark), default=0)
        if above:
            between = sum(above < used < mark for used in self._used)
            return min(3, self._known[above] + 1 + between)
        if below:
            return max(1, self._known[below] - 1)
        return min(3, self._first + self._used.index(mark))


def bold_lines(body: Sequence[Paragraph], taken: Iterable[int]) -> list[int]:
    """Return the places of short lines in bold that head the text below them."""
    closed = set(taken)
    return [
        place
        for place, paragraph in enumerate(body[:-1])
        if paragraph.mark == 0 and place not in closed and _heads(paragraph, body[place + 1])
    ]


def _heads(paragraph: Paragraph, below: Paragraph) -> bool:
    text = paragraph.text
    if not 4 <= len(text) <= _BOLD or text[-1] in _RUNS_ON or text[0] in "（(" or "。" in text:
        return False
    return below.mark != 0 and not below.alone and block_mark(text) is None


def bold_leads(
    body: Sequence[Paragraph], sentences: Sequence[Sentence], heads: Places, taken: Places
) -> list[LeadGroup]:
    """Return the leads in bold, those between two headings in one group.

    Those at a place in `taken` are points; one by itself is none.
    """
    if not any(paragraph.lead for paragraph in body):
        return []
    cuts = sorted(heads)
    groups: dict[int, list[Candidate]] = {}
    at = 0
    for rank, sentence in enumerate(sentences):
        while at < len(cuts) and cuts[at] <= sentence.place:
            at += 1
        if sentence.first and sentence.place not in taken and _leads(body, sentence):
            shape = Shape(sentence.text, frozenset())
            groups.setdefault(at, []).append(Candidate(sentence, shape, rank))
    return [LeadGroup(members) for members in groups.values() if len(members) >= 2]


def _leads(body: Sequence[Paragraph], sentence: Sentence) -> bool:
    lead = body[sentence.paragraph].lead
    if not lead or sentence.last or not 3 <= len(sentence.text) <= _LEAD:
        return False
    size = len("".join(sentence.text.split()))
    return lead in (size, size + len(sentence.stop)) and block_mark(sentence.text) is None
