"""Take out page numbers that the layout left inside a line (办14公室)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from drafter.mining.cues import Cues
from drafter.mining.lines import Line

_DIGIT = re.compile("[0-9]")
_STOPS = "。！？：；”"
_NEAR = 60
_CONTEXT = 4000
"""Characters on either side in which the word must stand again, unbroken."""


def unglued(rows: Sequence[Line], cues: Cues) -> list[Line]:
    """Return `rows` without page numbers that break a word or a sentence."""
    return [
        _unglued(rows, index, cues) if _DIGIT.search(row.text) else row
        for index, row in enumerate(rows)
    ]


def _unglued(rows: Sequence[Line], index: int, cues: Cues) -> Line:
    row = rows[index]
    text = row.text
    if index and (found := cues.glued_head.match(text)) and rows[index - 1].text[-1] not in _STOPS:
        text = text[found.end() :]
    for found in list(cues.glued.finditer(text))[:_NEAR]:
        if _breaks_word(text, found, rows, index):
            text = text[: found.start()] + text[found.end() :]
            break
    return row if text is row.text else replace(row, text=text)


def _breaks_word(text: str, found: re.Match[str], rows: Sequence[Line], index: int) -> bool:
    """Return whether the two sides of a number form a word that stands near by unbroken."""
    left, right = text[found.start() - 1], text[found.end() : found.end() + 2]
    near = [text[max(0, found.start() - _CONTEXT) : found.end() + _CONTEXT]]
    near += [row.text[:_CONTEXT] for row in rows[max(0, index - _NEAR) : index + _NEAR]]
    return any(left + right in part for part in near)
