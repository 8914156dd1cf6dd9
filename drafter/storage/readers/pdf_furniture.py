"""Running heads, feet and page numbers: the same text at the same place on page after page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from drafter.storage.readers.pdf_lines import Row

_NUMBER = re.compile(r"[\dⅠ-Ⅻivxlc一二三四五六七八九十]+|\s", re.IGNORECASE)
_DEEP = 3
"""Lines at the head and at the foot of a page that may be furniture."""
_STEP = 6.0
"""Points within which two lines stand at the same place."""
_LEVEL = 4.0
"""Points within which two stretches make one line."""
_OFTEN = 3
_LONG = 80
_SMALL = 0.92
_APART = 1.9
"""Body sizes: smaller type, and so far above the text, is a page head though it stands but once."""

_LOOSE = 1.25
"""Usual distances between lines from which on an outer line stands apart from the text."""
_MOST = 0.6
"""Part of the pages on which a line that does not stand apart has to return."""

Page = Sequence[Row]
Key = tuple[str, int, int]


class Edge(NamedTuple):
    """One of the outermost lines of a page: what tells it from others, its rows, how it stands."""

    key: Key
    rows: list[Row]
    gap: float
    """Points to the next line inwards."""
    apart: bool


def without_furniture(pages: Sequence[Page]) -> tuple[list[list[Row]], list[str]]:
    """Return the pages without their furniture, and what stood at the heads of the first two."""
    edges = [list(_edges(page)) for page in pages]
    count = Counter(key for page in edges for key in {edge.key for edge in page})
    often = min(_OFTEN, max(2, (len(pages) + 1) // 2))
    most = max(often, _MOST * len(pages))
    sizes = [row.size for page in pages for row in page]
    body = median(sizes) if sizes else 1.0
    kept, heads = [], []
    for number, page in enumerate(pages):
        outer = edges[number]
        gone = {*_returning(outer, count, often, most), *_small_head(outer, body)}
        kept.append([row for row in page if row not in gone])
        if number < 2:
            heads += [row.text for row in page if row in gone]
    return kept, heads


def _edges(page: Page) -> Iterator[Edge]:
    """Yield the outermost lines of a page, from the edge inwards, those of the head first."""
    lines: list[list[Row]] = []
    for row in sorted(page, key=lambda row: -row.base):
        if lines and lines[-1][0].base - row.base < _LEVEL:
            lines[-1].append(row)
        else:
            lines.append([row])
    gaps = [one[0].base - two[0].base for one, two in pairwise(lines)] or [0.0]
    usual = median(gaps)
    for side, outer, steps in ((1, lines, gaps), (-1, lines[::-1], gaps[::-1])):
        for line, gap in zip(outer[:_DEEP], [*steps, 0.0][:_DEEP], strict=False):
            text = _NUMBER.sub("", "".join(row.text for row in line))
            key = (text[:_LONG], side, round(line[0].base / _STEP))
            yield Edge(key, line, gap, gap > _LOOSE * usual)


def _returning(
    edges: Sequence[Edge], count: Counter[Key], often: float, most: float
) -> Iterator[Row]:
    """Yield the rows of lines that return, from each edge inwards to the first that does not."""
    closed = 0
    for (text, side, place), rows, _, apart in edges:
        if side == closed:
            continue
        times = sum(count[text, side, place + off] for off in (-1, 0, 1))
        if times >= (often if apart else most):
            yield from rows
        else:
            closed = side


def _small_head(edges: Sequence[Edge], body: float) -> Iterator[Row]:
    """Yield the rows of a page head that is known by its type alone."""
    head = next(iter(edges), None)
    if head and head.gap > _APART * body and all(row.size <= _SMALL * body for row in head.rows):
        yield from head.rows
