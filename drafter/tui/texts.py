"""Texts as they may be shown: never markup, never a character that a terminal would obey."""

import re

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=[\x21-\x7e])|(?<=[\x21-\x7e]) (?=[^\x00-\x7f])")
_PIECE = re.compile(r"(?:[!-~]+|.)[，。；：、！？）》”’】…]*")
"""What stays together at the end of a line."""
_SHOWN = "\ufffd"


def shown(text: str) -> str:
    """Return `text` in one line, with a mark for each character that cannot be shown."""
    return _UNSEEN.sub(_SHOWN, text.replace("\n", " ").replace("\t", " "))


def one_line(text: str) -> str:
    """Return the lines of `text` as one paragraph."""
    return "".join(line.strip() for line in text.splitlines())


def styled(text: str, style: str | Style = "") -> Content:
    """Return `text` as content in one style."""
    return Content.styled(shown(text), style)


def closed_up(text: str) -> str:
    """Return `text` without the blanks between Chinese and other characters.

    A line that is too long is then broken where it is full, not at a blank far before.
    """
    return _GAP.sub("", text)


def broken(text: str, width: int) -> list[str]:
    """Return `text` in lines of `width` cells; none begins with a closing mark."""
    lines = [""]
    for piece in _PIECE.findall(text):
        if lines[-1] and cell_len(lines[-1] + piece) > width:
            lines.append("")
        lines[-1] += piece
    return lines


def joined(*parts: tuple[str, str]) -> Content:
    """Return content made of texts, each with its style."""
    return Content.assemble(*(styled(text, style) for text, style in parts))
