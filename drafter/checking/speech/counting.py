"""Numbers that a speech announces, against what follows."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile, zip_longest

from drafter.checking.speech.series import NUMERALS, articles, mark_of, value
from drafter.mining.cues import any_of
from drafter.mining.marks import enumerators
from drafter.model.numerals import quantity
from drafter.model.speech import Hit, Line, Rule, Speech

_NUMBER = rf"(?P<number>[{NUMERALS}两]{{1,2}}|\d{{1,2}})"
_COINED = re.compile(
    rf"[“‘]?(?<![第{NUMERALS}])(?P<number>[二两三四五六七八九十])个(?P<word>[\u4e00-\u9fff]{{2}})[”’]?(?![\u4e00-\u9fff]?[”’])"
)
_SINGLE = re.compile(
    r"[“‘](?P<number>[二两三四五六七八九十])个?(?P<word>[\u4e00-\u9fff])[”’](?=[：:])"
)
"""One whose word is a single character, such as “三关” and “三个少”."""
_ITEMS = re.compile(r"[、，；,;]")
_PARTS = re.compile(r"[、，；,;和]")
_STOP = re.compile(r"[。！？]")
_NEAR = 8
"""Characters behind a coined number before which its first member begins."""
_REACH = 600
"""Characters behind a coined number in which its members stand."""
_BEFORE = 2
"""Paragraphs between what announces sections and the first of them."""


def coined(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find coined numbers (五个坚持) that another number of members follows."""
    for line, below in zip_longest(speech.lines, speech.lines[1:]):
        for found, counted in _counts(line.text, _goes_on(below)):
            if counted > 1 and counted != value(found["number"]):
                said, right = found[0].strip("“”‘’"), quantity(counted)
                remedy = f"请补齐，或改成“{right}{said[1:]}”"
                yield Hit(line, *found.span(), f"“{said}”后面列了{right}个", remedy)


def _counts(text: str, goes_on: bool) -> Iterator[tuple[re.Match[str], int]]:
    """Yield coined numbers and how many members follow each."""
    for found in _COINED.finditer(text):
        yield found, _members(text, found, goes_on)
    for found in _SINGLE.finditer(text):
        yield found, _alike(found["word"], text[found.end() + 1 :])


def _goes_on(below: Line | None) -> bool:
    """Return whether points of the paragraph above may go on in this one."""
    first = next(iter(enumerators(below.text)), None) if below else None
    return first is not None and first.rank != 1


def _members(text: str, found: re.Match[str], goes_on: bool) -> int:
    """Return how many members with the coined word follow in the same breath, 0 for none."""
    word, rest = found["word"], text[found.end() : found.end() + _REACH]
    points = enumerators(rest)
    stop = _STOP.search(rest)
    if points and points[0].start <= _NEAR:
        return 0 if goes_on else _points_with(word, rest)
    said = rest[: stop.start() if stop else len(rest)]
    said = said[: next((at.start() for at in _COINED.finditer(said)), len(said))]
    items = [item for item in _ITEMS.split(said) if item]
    first = next((at for at, item in enumerate(items) if word in item), -1)
    if not 0 <= first <= 1 or (first == 1 and len(items[0]) > _NEAR):
        return 0
    holding = 0
    for item in items[first:]:
        if word not in item:
            break
        holding += item.count(word)
    return holding


def _alike(word: str, rest: str) -> int:
    """Return how many members in a row begin with `word`, or end with it."""
    parts = _PARTS.split(_STOP.split(rest)[0])
    begun = takewhile(lambda part: part.startswith(word), parts)
    ended = takewhile(lambda part: part.endswith(word), parts)
    return max(len(list(begun)), len(list(ended)))


def _points_with(word: str, rest: str) -> int:
    """Return how many points in a row hold `word`, 0 unless all of them do."""
    points = enumerators(rest)
    same = [point for point in points if point.kind == points[0].kind]
    edges = [point.start for point in same] + [len(rest)]
    parts = [rest[a:b] for a, b in pairwise(edges)]
    heads = [_STOP.split(part)[0] for part in parts]
    return len(heads) if all(word in head for head in heads) else 0


def announced(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find transitions (我讲三点意见) whose number is not that of the sections below."""
    words = speech.known.words
    starts, units = (
        any_of(words.get("transition_starts", ())),
        any_of(words.get("transition_units", ())),
    )
    pattern = re.compile(rf"{starts}[^。；]{{0,60}}?(?<!第){_NUMBER}{units}")
    for lines in articles(speech):
        for at, line in enumerate(lines):
            last = _last_sentence(line)
            found = pattern.search(line.text, last)
            if line.kind == "paragraph" and found and not mark_of(line):
                yield from _compared(line, found, _sections(lines, at))


def _last_sentence(line: Line) -> int:
    """Return where the last sentence of `line` begins."""
    ends = [found.end() for found in _STOP.finditer(line.text[:-1])]
    return ends[-1] if ends else 0


def _sections(lines: Sequence[Line], at: int) -> int:
    """Return how many headings of one level follow soon, 0 where none does."""
    near = lines[at + 1 : at + 2 + _BEFORE]
    first = next((line for line in near if line.depth and mark_of(line)), None)
    mark = first and mark_of(first)
    if not (first and mark) or mark.rank != 1:
        return 0
    count = 0
    for line in lines[at + 1 :]:
        own = mark_of(line)
        if own and line.depth < first.depth:
            break
        count += bool(own and line.depth == first.depth)
    return count


def _compared(line: Line, found: re.Match[str], sections: int) -> Iterator[Hit]:
    said = value(found["number"])
    if sections > 1 and said > 1 and sections != said:
        what = f"过渡语说“{found['number']}”，下面是{quantity(sections)}个部分"
        remedy = f"请改成“{quantity(sections)}”，或增删小标题"
        yield Hit(line, found.start("number"), found.end(), what, remedy)
