"""What a line of an outline is taken for when nothing but its text and its place tell.

Exporters ask here whether what they write would be taken for something else, and importers read
by it: so a text comes back as it was, and needs a mark of its own only where it would not.
"""

import re
from collections.abc import Sequence

from drafter.model.outline import (
    PENDING,
    Heading,
    Node,
    Note,
    Paragraph,
    Point,
    Salutation,
    Title,
)

_UNSEEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
"""Control characters and marks that turn the writing round: no text of an outline has them."""
STOPS = "。！？】；：…"
"""After one of these a point needs no full stop."""
_DIGITS = "零一二三四五六七八九十百千"
_NUMERAL = rf"(?:[{_DIGITS}]+|\d{{5,}})"
_OWN = {1: f"{_NUMERAL}、", 2: f"（{_NUMERAL}）", 3: r"\d+\."}
"""Numbers of headings as exporters write them, by level.

Patterns are texts here, compiled when first used: an outline has need of few of them.
"""
_LOOSE = {
    1: rf"(?:第{_NUMERAL}(?:部分|章|节)[、：:]?|{_NUMERAL}[、.．])(?!{_NUMERAL}、)\s*",
    2: rf"[（(]{_NUMERAL}[）)](?:[、.．](?=\s*[\u4e00-\u9fff“‘《]))?\s*",
    3: r"\d{1,3}[.．、](?!\d)\s*",
}
"""Numbers of headings as people type them."""
_POINTS = {
    "一是": f"{_NUMERAL}是",
    "一要": f"{_NUMERAL}要",
    "第一": f"第{_NUMERAL}，",
    "首先": "首先，|其次，|再次，|最后，",
}
_SEVERAL = rf"[。；，：！？](?:{_NUMERAL}[是要]|第{_NUMERAL}，)|[。；！？](?:其次|再次|最后)，"
"""A second point in the same paragraph."""
_NUMBERS = {1: f"{_DIGITS}第0", 2: "（(", 3: "0"}
"""What the loose number of a heading may begin with, by level; 0 is for every digit."""
_MARKS = frozenset(f"{_DIGITS}第首其再最")
"""What the mark of a point may begin with, beside digits."""
_SENTENCE = "[。！？]"
_FIRST_WORD = "首先，"
_LONGEST = 60
"""Characters of a heading that carries a number but no style."""
_SHORT = 40
"""Characters of a line with post and name, or a form of address."""
_ENDS = tuple("。！？；：，、…")


def seen(text: str) -> str:
    """Return `text` without characters that nobody sees."""
    return re.sub(_UNSEEN, "", text)


def own_number(text: str, level: int) -> int:
    """Return how long the number is with which an exporter begins a heading of `level`."""
    found = re.match(_OWN[level], text)
    return found.end() if found else 0


def loose_number(text: str) -> tuple[int, int]:
    """Return level and length of the number that `text` begins with, as people write it; else 0."""
    begun = "0" if text[:1].isdigit() else text[:1]
    if text[1:2].isdigit() and not text[1:6].isdigit() and begun in _NUMBERS[2]:
        return 0, 0  # a date, no number: most outlines need no pattern for it
    for level, pattern in _LOOSE.items():
        if begun and begun in _NUMBERS[level] and (found := re.match(pattern, text)):
            return level, found.end()
    return 0, 0


def unnumbered(text: str, level: int) -> str:
    """Return a heading of `level` without its number, whatever number that is."""
    own = own_number(text, level)
    at = max(own, loose_number(text)[1])
    return text[at:].strip() or text[own:].strip() or text


def point_mark(text: str) -> tuple[str, int]:
    """Return the style of the mark that `text` begins with, and its length; else no style."""
    if text[:1] in _MARKS or text[:1].isdigit():
        for style, pattern in _POINTS.items():
            if found := re.match(pattern, text):
                return style, found.end()
    return "", 0


def split_lead(text: str) -> tuple[str, str]:
    """Return the first sentence of `text`, mark and stop with it, and the rest."""
    _, start = point_mark(text)
    pending = PENDING.match(text, start)
    stop = pending or re.compile(_SENTENCE).search(text, start)
    end = stop.end() if stop else len(text)
    return text[:end], text[end:].strip()


def point_of(lead: str, cue: str, style: str = "") -> Point | None:
    """Return the point that begins with `lead`; with `style` no mark is looked for in it."""
    at = 0
    if not style:
        style, at = point_mark(lead)
    text = lead[at:].removesuffix("。").strip()
    return Point(text, style or "段首句", cue) if text else None


def salutes(text: str) -> bool:
    """Tell whether `text` looks like a form of address on a line of its own."""
    return text.endswith(("：", ":")) and len(text) <= _SHORT and not re.search(_SENTENCE, text)


def notes(text: str) -> bool:
    """Tell whether `text`, below a title, looks like a speaker or a date."""
    return len(text) <= _SHORT and not text.endswith(_ENDS)


def plain_node(text: str, before: Sequence[Node]) -> Node:
    """Return what a line is that has no style, from its text and the nodes `before` it."""
    level, at = loose_number(text)
    if level and at < len(text) <= _LONGEST and not re.search(_SENTENCE, text):
        return Heading(text[at:].strip(), level)
    point = _marked_point(text, before)
    if point:
        return point
    if before and isinstance(before[-1], (Title, Note)) and notes(text):
        return Note(text)
    if salutes(text) and not any(isinstance(n, (Paragraph, Heading, Point)) for n in before):
        return Salutation(text)
    return Paragraph(text)


def _marked_point(text: str, before: Sequence[Node]) -> Point | None:
    style, at = point_mark(text)
    if not style or re.compile(_SEVERAL).search(text, at):
        return None
    if style == "首先" and not text.startswith(_FIRST_WORD) and not _goes_on(before):
        return None
    return point_of(*split_lead(text))


def _goes_on(before: Sequence[Node]) -> bool:
    """Tell whether a point stands below the last heading."""
    for node in reversed(before):
        if isinstance(node, (Point, Heading)):
            return isinstance(node, Point)
    return False


def resembles(text: str) -> bool:
    """Tell whether running text might be taken for something else when its style is lost."""
    if len(text) <= _LONGEST and not text.endswith(("。", "！", "？")):
        return True
    return bool(loose_number(text)[0] or point_mark(text)[0])
