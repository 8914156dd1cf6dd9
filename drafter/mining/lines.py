"""From the raw text of a document to lines with the marks of their layout."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import repeat

from drafter.model.document import Manuscript

_DASHES = r"[-—–―－·•.\s]*"
_NUMBER = r"(?:\d{1,4}|[一二三四五六七八九十百]{1,4})"
_PAGE_NUMBER = re.compile(
    rf"{_DASHES}\d{{1,4}}\s*页?{_DASHES}(?:[/／]\s*\d{{1,4}}{_DASHES})?"
    rf"|{_DASHES}第\s*{_NUMBER}\s*页\s*[,，/／]?\s*(?:共\s*{_NUMBER}\s*页)?{_DASHES}"
    rf"|{_DASHES}\d{{1,4}}\s*页?\s*[/／,，]?\s*共\s*\d{{1,4}}\s*页{_DASHES}"
)
_PAGE_LENGTH = 24
_PAGE_HEADS = frozenset("-—–―－·•.第")
_SPACED = re.compile(r"\S(?:[ \u3000]\S){3,}")
_MARKER = re.compile(r"(?<!#)#{2,}\w{1,200}#{2,}|</?[a-zA-Z][^<>]{0,80}>")
_BLANK = " \t\u3000\xa0\ufeff\x0c"
_FOLD: dict[int, str | int | None] = {
    0x3000: " ",
    0xA0: " ",
    9: " ",
    0xFEFF: None,
    0x200B: None,
    0x200C: None,
    0x200D: None,
}
_FOLD |= {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_FOLD |= {code: code - 0xFEE0 for code in range(0xFF41, 0xFF5B)}
_FOLD |= dict.fromkeys((*range(9), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0)))
_FOLD |= dict.fromkeys((*range(0x200E, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_UNUSUAL = re.compile(
    r"[\u3000\xa0\x00-\x09\x0b\x0e-\x1f\x7f-\x9f\ufeff\u200b-\u200f\u202a-\u202e\u2066-\u2069"
    r"０-９Ａ-Ｚａ-ｚ]"
)
_FEW = 16
"""Kinds of odd characters that a text is searched for one by one."""


@dataclass(slots=True)  # made in a third of the time of a named tuple or a frozen value
class Line:
    """A line that holds text, stripped, and how it stood on the page."""

    text: str
    number: int
    """1-based line number in the file."""
    indent: int = 0
    """Leading spaces; an ideographic space counts two."""
    gap: int = 0
    """Blank lines before it."""
    page: bool = False
    """Whether a page break stands right before it."""
    display: bool = False
    """Whether it was letter-spaced, as titles are."""
    mark: int = -1
    """Its level as a heading by the style of the file; 0 in bold as a whole, -1 unknown."""
    lead: int = 0
    """Characters at its head that stand in bold up to a stop, white space left out."""
    title: bool = False
    """Whether it has the style for titles."""
    joint: bool | None = None
    """Whether it goes on with the line before, where its place on the page shows that."""


def folded(text: str) -> str:
    """Return `text` with full-width letters, digits and odd spaces folded; punctuation stays."""
    found = _UNUSUAL.search(text)
    for _ in range(_FEW):  # a text has few kinds of them; to replace one is faster
        if not found:
            return text
        text = text.replace(found.group(), _folded(found.group()))
        found = _UNUSUAL.search(text, found.start())
    return text.translate(_FOLD) if found else text


def _folded(letter: str) -> str:
    return letter.translate(_FOLD)


def page_number(text: str) -> bool:
    """Return whether a line holds nothing but a running page number."""
    if len(text) > _PAGE_LENGTH or not (text[:1] in _PAGE_HEADS or text[:1].isdecimal()):
        return False
    return _PAGE_NUMBER.fullmatch(text) is not None


def letter_spaced(text: str) -> bool:
    """Return whether a space stands after every character of a line, as in a display title."""
    return _SPACED.fullmatch(text) is not None


def lines(text: str) -> Iterator[Line]:
    """Yield the lines of `text` that hold something, without page numbers and markers."""
    gap, page = 0, False
    for number, (raw, stripped, breaks) in enumerate(_raw_lines(text), 1):
        page = page or breaks
        if "<" in stripped or "##" in stripped:
            stripped = _MARKER.sub("", stripped).strip()
        if not stripped:
            gap += 1
            continue
        if len(stripped) <= _PAGE_LENGTH and page_number(stripped):
            page = True
            continue
        indent = _indent(raw) if raw[0] in _BLANK else 0
        display = " " in stripped and letter_spaced(stripped)
        if display:
            stripped = stripped.replace(" ", "")
        yield Line(stripped, number, indent, gap, page or indent == 1, display)
        gap, page = 0, False


def _raw_lines(text: str) -> Iterator[tuple[str, str, bool]]:
    """Yield each line as it stands, folded and stripped, and whether a page breaks in it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    raw = text.split("\n")
    if "\x0c" in text:
        plain = folded(text.replace("\x0c", "")).split("\n")
        return zip(raw, map(str.strip, plain), ["\x0c" in each for each in raw], strict=True)
    plain = folded(text).split("\n")
    return zip(raw, map(str.strip, plain), repeat(False))


def evident(rows: Iterable[Line], manuscript: Manuscript) -> list[Line]:
    """Return `rows` with what the formatting of the file tells of them."""
    marks, leads, titles = manuscript.marks, manuscript.leads, manuscript.titles
    if not (marks or leads or titles or manuscript.joints):
        return list(rows)
    return [
        replace(
            row,
            mark=marks.get(row.number, -1),
            lead=leads.get(row.number, 0),
            title=row.number in titles,
            joint=manuscript.joints.get(row.number),
        )
        for row in rows
    ]


def _indent(raw: str) -> int:
    body = raw.lstrip()
    lead = raw[: len(raw) - len(body)]
    return len(lead) + lead.count("\u3000")
