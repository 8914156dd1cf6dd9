"""Quotation marks and brackets that have no counterpart (GB/T 15834-2011)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drafter.model.speech import Hit, Line, Rule, Speech

_ITEM = re.compile(r"(?:\d{1,2}|(?<![\u4e00-\u9fffa-zA-Z])[一二三四五六七八九十a-zA-Z])[)）]")
"""A number with a closing bracket alone, such as 1）."""
_OPENING_QUOTE = "“"
_NEAR = 3
"""Lines of the file within which a quotation that runs over paragraphs closes."""


def unpaired(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find marks that open or close alone within a paragraph.

    A quotation that runs over paragraphs opens each of them, or the first, and closes the last.
    """
    pairs = list(zip(rule.settings["opening"], rule.settings["closing"], strict=False))
    opening, closing = "".join(a for a, _ in pairs), "".join(b for _, b in pairs)
    held: list[Hit] = []
    for line in speech.lines:
        yield from (hit for hit in held if line.number - hit.line.number > _NEAR)
        held = [hit for hit in held if line.number - hit.line.number <= _NEAR]
        alone = [_hit(line, at, opening, closing) for at in _alone(line.text, opening, closing)]
        while held and alone and _closes(held[-1], alone[0], opening, closing):
            held.pop()
            alone.pop(0)
        if line.text.startswith(_OPENING_QUOTE):
            held = [hit for hit in held if _mark(hit) != _OPENING_QUOTE]
        held += alone
    yield from held


def _closes(opened: Hit, closed: Hit, opening: str, closing: str) -> bool:
    """Tell whether the second mark is the counterpart of the first, a few paragraphs above."""
    pairs = dict(zip(opening, closing, strict=True))
    return pairs.get(_mark(opened)) == _mark(closed)


def _mark(hit: Hit) -> str:
    return hit.line.text[hit.start]


def _alone(text: str, opening: str, closing: str) -> Sequence[int]:
    """Return where marks stand that have no counterpart."""
    items = {found.end() - 1 for found in _ITEM.finditer(text)}
    opened: list[int] = []
    waiting: Counter[str] = Counter()
    alone: list[int] = []
    for at, mark in enumerate(text):
        if mark in opening:
            opened.append(at)
            waiting[mark] += 1
        elif mark in closing:
            wanted = opening[closing.index(mark)]
            if not waiting[wanted]:
                alone += [] if at in items else [at]
                continue
            while text[last := opened.pop()] != wanted:
                alone.append(last)
                waiting[text[last]] -= 1
            waiting[wanted] -= 1
    return sorted([*alone, *opened])


def _hit(line: Line, at: int, opening: str, closing: str) -> Hit:
    mark = line.text[at]
    opens = mark in opening
    other = closing[opening.index(mark)] if opens else opening[closing.index(mark)]
    what = f"“{mark}”没有配对的“{other}”" if opens else f"“{mark}”前面没有“{other}”"
    remedy = f"请补上“{other}”，或删去“{mark}”"
    return Hit(line, at, at + 1, what, remedy)
