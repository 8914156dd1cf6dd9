"""The rows of a PDF as lines of text: indents, blank lines, and which line goes on with which."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from drafter.model.document import Manuscript
from drafter.storage.readers.pdf_evidence import Evidence, Placed
from drafter.storage.readers.pdf_frames import Frame, frames
from drafter.storage.readers.pdf_lines import Row

_INDENT = 1.2
"""Type sizes from which on a line is indented."""
_DEEPEST = 30
_LOOSE = 1.6
"""Usual distances between lines that make a blank line."""
_SOLID = 1.2
"""Type sizes from line to line at the least."""
_FULL = 2.2
"""Type sizes that may be left at the end of a full line: no stop begins a line."""
_SHORT = 5
"""Type sizes that are left at the end of a paragraph, but not where a long number did not fit."""
_EVEN = 0.6
"""Type sizes by which the margins of a centred line may differ."""
_EXACT = 0.1
_LIKE = 0.25
"""Part of the type size by which two lines of one paragraph may seem to differ."""
_OFTEN = 0.25
"""Part of the paragraphs that are indented where indents show what begins one."""
_FIRST = 3.5
"""Widest indent of a first line, in type sizes."""
_FILLED = 0.4
"""Part of the lines that are full where a line that is not ends a paragraph."""
_STOPS = tuple("。！？：；”")

Set = tuple[Row, Frame]


def manuscript(path: str, pages: Sequence[Sequence[Row]], heads: Sequence[str]) -> Manuscript:
    """Return the pages as a text of which each line is a line of the page."""
    framed = frames(pages)
    lines: list[str] = []
    placed: list[Placed] = []
    for number, page in enumerate(pages):
        turned = "\x0c" if number else ""
        for row, apart in _apart(page):
            indent = _indent(row, framed[number, row.column])
            lines += [""] * apart
            lines.append(turned + "\u3000" * indent + row.text)
            placed.append(Placed(row, len(lines), indent > 0 or apart))
            turned = ""
    marks, leads = Evidence(placed).found()
    rows = [(row, framed[number, row.column]) for number, page in enumerate(pages) for row in page]
    joints = {placed[at].line: going for at, going in _joints(rows)}
    return Manuscript(path, "\n".join(lines), marks, leads, heads=tuple(heads), joints=joints)


def _apart(page: Sequence[Row]) -> Iterator[tuple[Row, bool]]:
    """Yield the rows and whether each stands apart from the one above."""
    pairs = list(pairwise(page))
    steps = [one.base - two.base for one, two in pairs if one.column == two.column]
    usual = max(median(steps), 1.0) if steps else 1000.0
    yield from ((row, False) for row in page[:1])
    for above, row in pairs:
        pitch = max(usual, _SOLID * min(above.size, row.size))
        yield row, row.column == above.column and above.base - row.base > pitch * _LOOSE


def _indent(row: Row, frame: Frame) -> int:
    off = (row.left - frame.left) / row.size
    return min(_DEEPEST, round(off)) if off >= _INDENT else 0


def _joints(rows: Sequence[Set]) -> Iterator[tuple[int, bool]]:
    """Yield the rows, by number, that are seen to go on (True) or to begin (False)."""
    pairs = list(pairwise(rows))
    begun = [_begins(*two) for one, two in pairs if not _full(*one)]
    indents = sum(begun) > _OFTEN * len(begun)
    filled = sum(_full(*each) for each in rows) > _FILLED * len(rows)
    for at, (one, two) in enumerate(pairs, 1):
        heading = indents and _heading(one, two, rows[at + 1 : at + 2])
        if _centred_on(one, two) or (_fills(one, two, indents) and not heading):
            yield at, True
        elif filled and (heading or _parted(one, two) or (indents and _begins(*two))):
            yield at, False


def _parted(one: Set, two: Set) -> bool:
    """Return whether a paragraph ends between two rows."""
    return _over(*one) and not _centred(*two)


def _fills(one: Set, two: Set, indents: bool) -> bool:
    """Return whether a full line goes on at the edge; without indents, in mid-sentence."""
    open_end = indents or not one[0].text.endswith(_STOPS)
    return open_end and _full(*one) and not _indent(*two) and _like(one, two)


def _heading(one: Set, two: Set, rest: Sequence[Set]) -> bool:
    """Return whether a line at the edge, behind a sentence, ends without a stop."""
    if _indent(*two) or not one[0].text.endswith(_STOPS) or two[0].text.endswith(_STOPS):
        return False
    return not rest or not _full(*two) or _begins(*rest[0])


def _over(row: Row, frame: Frame) -> bool:
    """Return whether a paragraph ends with a row: it is far from full, or a sentence ends in it."""
    room = frame.right - row.right
    return room > _SHORT * row.size or (row.text.endswith(_STOPS) and not _full(row, frame))


def _like(one: Set, two: Set) -> bool:
    return abs(one[0].size - two[0].size) < _LIKE * one[0].size


def _centred_on(one: Set, two: Set) -> bool:
    """Return whether a full line goes on in a centred one, as long titles do."""
    row, frame = one
    filled = frame.right - frame.left - (row.right - row.left) < _FULL * row.size
    going = filled and not row.text.endswith(_STOPS)
    return going and _centred(*two) and _like(one, two)


def _begins(row: Row, frame: Frame) -> bool:
    """Return whether a row has the indent of a first line."""
    return _INDENT <= (row.left - frame.left) / row.size <= _FIRST and not _centred(row, frame)


def _full(row: Row, frame: Frame) -> bool:
    return frame.right - row.right < _FULL * row.size and not _centred(row, frame)


def _centred(row: Row, frame: Frame) -> bool:
    before, after = row.left - frame.left, frame.right - row.right
    indented = abs(before / row.size - 2) < _EXACT  # the indent of a first line, even by chance
    even = abs(before - after) < _EVEN * row.size
    return before >= _INDENT * row.size and even and not indented
