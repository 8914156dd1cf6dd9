"""Texts as they may be shown: never markup, never a character that a terminal would obey."""

import re
from itertools import pairwise

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
_GAP = re.compile(r"(?<=[^\x00-\x7f]) (?=[\x21-\x7e])|(?<=[\x21-\x7e]) (?=[^\x00-\x7f])")
_PIECE = re.compile(
    r"[（《〈“‘【〔「『]*(?:[!-~]+|.)[，。；：、！？）》〉”’】〕」』…—·]* *", re.DOTALL
)
"""What stays in one line: closing marks with what is before, opening ones with what follows."""
_SHOWN = "\ufffd"


def shown(text: str) -> str:
    """Return `text` in one line, with a mark for each character that cannot be shown."""
    return _UNSEEN.sub(_SHOWN, text.replace("\n", " ").replace("\t", " "))


def one_line(text: str) -> str:
    """Return the lines of `text` as one paragraph; what is one line already stays as it is."""
    lines = text.splitlines()
    said = [line for line in lines if line.strip()] or lines
    return said[0] if len(said) == 1 else "".join(line.strip() for line in said)


def styled(text: str, style: str | Style = "") -> Content:
    """Return `text` as content in one style."""
    return Content.styled(shown(text), style)


def closed_up(text: str) -> str:
    """Return `text` without the blanks between Chinese and other characters.

    A line that is too long is then broken where it is full, not at a blank far before.
    """
    return _GAP.sub("", text)


def broken(text: str, width: int) -> list[str]:
    """Return `text` in lines of `width` cells, none with a mark where it may not stand."""
    places = [0, *breaks(text, width), len(text)]
    return [text[at:end] for at, end in pairwise(places)]


def breaks(text: str, width: int) -> list[int]:
    """Return where lines of `width` cells begin, but for the first.

    None begins with a closing mark, and none ends with an opening one.
    """
    found: list[int] = []
    used = 0
    for piece in _PIECE.finditer(text):
        if used and used + cell_len(piece[0].rstrip(" ")) > width:
            found.append(piece.start())
            used = 0
        used += cell_len(piece[0])
    return found


def joined(*parts: tuple[str, str]) -> Content:
    """Return content made of texts, each with its style."""
    return Content.assemble(*(styled(text, style) for text, style in parts))
