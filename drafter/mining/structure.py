"""The headings of an article, with their levels, out of marks and siblings."""

from bisect import insort
from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from drafter.mining.cues import Cues
from drafter.mining.leads import LeadGroup, Place, Places, Reader, stand_alone
from drafter.mining.marked import Found, block_headings, points
from drafter.mining.paragraphs import Paragraph
from drafter.mining.sentences import Sentence
from drafter.mining.styled import bold_leads, bold_lines, styled
from drafter.model.document import Heading

_ALONE = 1_000_000
"""Series of headings that stand alone without a mark; those by style follow, one a style."""
_LEADS = 2_000_000
"""Series from here on are run-in leads."""

Row = tuple[int, Found]
"""A level and the heading that has it."""


def headings(body: Sequence[Paragraph], sentences: Sequence[Sentence], cues: Cues) -> list[Row]:
    """Return the headings of `body` in their order, each with its level."""
    blocks = block_headings(body)
    rows = _levelled(blocks)
    rows += styled(body, blocks, rows, _ALONE)
    above = [found for _, found in rows]
    items = points(body, above, cues.thanks)
    rows += [(3, found) for found in items]
    rows += _stand_alone(body, _alone(body, above), bool(above))
    heads = frozenset(found.place for found in above)
    rows += _run_in(_groups(body, sentences, heads, items, cues), rows)
    return sorted(rows, key=lambda row: row[1].place)


def _alone(body: Sequence[Paragraph], above: Sequence[Found]) -> list[int]:
    """Return the places of short lines that head the text below them, in bold or two at least."""
    taken = [found.paragraph for found in above]
    return sorted({*stand_alone(body, taken), *bold_lines(body, taken)})


def _groups(
    body: Sequence[Paragraph],
    sentences: Sequence[Sentence],
    heads: Places,
    items: Sequence[Found],
    cues: Cues,
) -> list[LeadGroup]:
    """Return the groups of run-in leads: those in bold, and those that are like one another."""
    taken = frozenset(found.place for found in items)
    bold = bold_leads(body, sentences, heads, taken)
    seen = frozenset(member.place for group in bold for member in group.members)
    return [*bold, *Reader(cues).leads(sentences, heads, taken | seen)]


def _levelled(blocks: Sequence[Found]) -> list[Row]:
    kinds = {found.mark.kind for found in blocks if found.mark}
    parts = any(kind.startswith("第") for kind in kinds)
    return [(_level(found, kinds, parts), found) for found in blocks]


def _level(found: Found, kinds: set[str], parts: bool) -> int:
    """Return the level of a marked heading: by its mark, closed up where a mark is not used."""
    if found.mark is None or found.mark.kind.startswith("第"):
        return 1
    if found.mark.level < 3:
        return min(3, found.mark.level + parts)
    above = [
        kind for kind in ("第", "〇、", "（〇", "9.") if any(k.startswith(kind) for k in kinds)
    ]
    depth = len(above) - above.count("9.") * (found.mark.kind[0] == "9")
    return min(3, depth + 1)


def _stand_alone(body: Sequence[Paragraph], places: Sequence[int], marked: bool) -> list[Row]:
    level = 2 if marked else 1
    return [(level, Found(body[p].text, None, p, 0, body[p].line(), _ALONE)) for p in places]


def _run_in(groups: Sequence[LeadGroup], rows: Sequence[Row]) -> list[Row]:
    """Return the leads with their levels: one below what they stand under."""
    divided = _divided(groups, sorted(found.place for _, found in rows))
    ranking = _Ranking(rows)
    for number, group in enumerate(divided, _LEADS):
        ranking.take(group, number)
    return ranking.out


def _divided(groups: Sequence[LeadGroup], marks: Sequence[Place]) -> list[LeadGroup]:
    """Return the groups in their order, each divided where a member of an earlier one stands.

    One whose leads stand inside paragraphs is divided at marked points as well.
    """
    out: list[LeadGroup] = []
    cuts: list[Place] = []
    for group in sorted(groups, key=lambda each: each.first.place):
        parts = group.divided(cuts) if group.opens else group.divided(cuts, marks)
        out += parts
        for part in parts:
            for member in part.members:
                insort(cuts, member.place)
    return sorted(out, key=lambda each: each.first.place)


class _Ranking:
    """Goes through marked headings and groups of leads in their order and gives levels."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.out: list[Row] = []
        self._waiting = [(found.place, level, found.series) for level, found in rows]
        heapify(self._waiting)
        self._above: list[tuple[int, int]] = []
        self._ends: dict[int, Place] = {}

    def take(self, group: LeadGroup, number: int) -> None:
        """Give the members of `group` the level below what they stand under."""
        while self._waiting and self._waiting[0][0] < group.first.place:
            _, level, series = heappop(self._waiting)
            self._above = [above for above in self._above if above[0] < level]
            self._above.append((level, series))
        while self._above and self._over(group, self._above[-1][1]):
            self._above.pop()
        level = min(3, (self._above[-1][0] if self._above else 0) + 1)
        self._ends[number] = group.last.place
        for member in group.members:
            s = member.sentence
            heappush(self._waiting, (s.place, level, number))
            self.out.append((level, Found(s.text, None, s.paragraph, s.start, s.line, number)))

    def _over(self, group: LeadGroup, series: int) -> bool:
        """Return whether a lead before `group` is over: none of its series follows the group."""
        end = self._ends.get(series)
        return end is not None and group.first.sentence.first and end < group.last.place


def to_headings(rows: Sequence[Row]) -> list[Heading]:
    """Return `rows` as headings that know the one above them."""
    out: list[Heading] = []
    above: list[tuple[int, int]] = []
    for index, (level, found) in enumerate(rows):
        while above and above[-1][0] >= level:
            above.pop()
        parent = above[-1][1] if above else -1
        above.append((level, index))
        out.append(Heading(level, _ordinal(found), found.text, found.line, parent))
    return out


def _ordinal(found: Found) -> str:
    if found.mark:
        return found.mark.ordinal
    return "none" if _ALONE <= found.series < _LEADS else "run-in"
