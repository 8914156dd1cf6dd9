"""From the characters of a page to its rows, column by column."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from drafter.storage.readers.pdf_glyphs import Glyph

_SAME_LINE = 0.4
"""Part of the type size by which base lines of one line may differ."""
_APART = 1.4
"""Type sizes between two stretches of a line that may stand in two columns."""
_WORD = 0.15
"""Type sizes that make a space between words."""
_FEWEST = 4
"""Lines that make a column."""
_MOST = 1500
"""Stretches of a page above which it is a drawing or a trap."""
_CROSSING = 0.34
"""Part of the lines that may run across the gap between columns: titles, page numbers."""


class Row(NamedTuple):
    """A line of a page, in points from the left and the foot of the page."""

    text: str
    left: float
    right: float
    base: float
    size: float
    strong: tuple[bool, ...]
    """Of each character, white space left out, whether it is set off from the body."""
    column: int = 0
    """Which stretch of the page, in the order of reading, it stands in."""


class Stretch(NamedTuple):
    """Characters of one line that stand close together."""

    glyphs: list[Glyph]
    left: float
    right: float
    base: float
    size: float


def rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """Return the rows of a page in the order of reading."""
    stretches = list(_once(_stretches(glyphs)))
    found = []
    for column, group in enumerate(_columns(stretches, 0)):
        found += [_row(line, column) for line in _lined_up(group)]
    return found


def _stretches(glyphs: Iterable[Glyph]) -> Iterator[Stretch]:
    held: list[Glyph] = []
    for glyph in glyphs:
        if held and not _follows(held[-1], glyph):
            yield _stretch(held)
            held = []
        held.append(glyph)
    if held:
        yield _stretch(held)


def _follows(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.size, glyph.size, 1.0)
    if abs(before.base - glyph.base) > _SAME_LINE * size:
        return False
    return -0.6 * size < glyph.left - before.right < _APART * size


def _stretch(glyphs: list[Glyph]) -> Stretch:
    size = median(glyph.size for glyph in glyphs)
    return Stretch(glyphs, glyphs[0].left, glyphs[-1].right, glyphs[0].base, max(size, 1.0))


def _once(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """Leave out what is drawn a second time in its place, as cheap bold is."""
    seen: set[tuple[str, int, int]] = set()
    for each in stretches:
        text = "".join(glyph.text for glyph in each.glyphs)
        x, y = round(each.left / 3), round(each.base / 3)
        if not any((text, x + dx, y + dy) in seen for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
            yield each
        seen.add((text, x, y))


def _columns(stretches: list[Stretch], depth: int) -> Iterator[list[Stretch]]:
    """Yield what is read one after the other: columns, and what runs across them."""
    gap = _gap(stretches) if depth < 3 else None
    if gap is None:
        yield stretches
        return
    band: list[Stretch] = []
    across: list[Stretch] = []
    for each in sorted(stretches, key=lambda each: -each.base):
        if each.left < gap < each.right:
            if band:
                yield from _sides(band, gap, depth)
                band = []
            across.append(each)
        else:
            if across:
                yield across
                across = []
            band.append(each)
    yield from (_sides(band, gap, depth) if band else [across])


def _sides(band: Sequence[Stretch], gap: float, depth: int) -> Iterator[list[Stretch]]:
    for side in ([e for e in band if e.right <= gap], [e for e in band if e.right > gap]):
        if side:
            yield from _columns(side, depth + 1)


def _gap(stretches: Sequence[Stretch]) -> float | None:
    """Return where a gap runs down between two columns, None where there is none."""
    if not 2 * _FEWEST <= len(stretches) <= _MOST:
        return None
    left, right = min(e.left for e in stretches), max(e.right for e in stretches)
    edges = sorted({round(each.left, 1) - 1 for each in stretches})
    best: tuple[int, float] | None = None
    for x in edges:
        if not 0.2 < (x - left) / max(right - left, 1) < 0.8:
            continue
        across = sum(each.left < x < each.right for each in stretches)
        if (best is None or across < best[0]) and _divides(stretches, x, across, right - left):
            best = (across, x)
    return best[1] if best else None


def _divides(stretches: Sequence[Stretch], x: float, across: int, wide: float) -> bool:
    before = [each.right - each.left for each in stretches if each.right <= x]
    after = [each.right - each.left for each in stretches if each.left >= x]
    if min(len(before), len(after)) < _FEWEST or across > _CROSSING * len(stretches):
        return False
    return min(median(before), median(after)) > 0.15 * wide


def _lined_up(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Yield the stretches of each line, from the top down and from left to right."""
    line: list[Stretch] = []
    for each in sorted(stretches, key=lambda each: (-each.base, each.left)):
        if line and line[0].base - each.base > _SAME_LINE * max(line[0].size, each.size):
            yield sorted(line, key=lambda each: each.left)
            line = []
        line.append(each)
    if line:
        yield sorted(line, key=lambda each: each.left)


def _row(line: Sequence[Stretch], column: int) -> Row:
    glyphs = sorted((g for stretch in line for g in stretch.glyphs), key=lambda glyph: glyph.left)
    size = max(stretch.size for stretch in line)
    text = glyphs[0].text
    for before, glyph in pairwise(glyphs):
        text += (
            " " if glyph.left - before.right > _wide(before, glyph) * size else ""
        ) + glyph.text
    strong = tuple(glyph.strong for glyph in glyphs for _ in glyph.text)
    right = max(stretch.right for stretch in line)
    return Row(text, line[0].left, right, line[0].base, size, strong, column)


def _wide(before: Glyph, glyph: Glyph) -> float:
    """Return how many type sizes make a space between two characters."""
    return _WORD if before.text.isascii() and glyph.text.isascii() else glyph.space
