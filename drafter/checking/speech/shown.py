"""Lines of a file as a reader sees them, and the columns in which their characters stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_OPENS = re.compile(r"[ \t]{0,3}(?:#{1,6}(?:[ \t]+|$)|(?:>[ \t]?)+|[-*+][ \t]+)")
_CLOSES = re.compile(r"[ \t]+#+[ \t]*$")
_GONE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])"
    r"|(?P<mark>\*\*|__)(?=[^\s*_])(?P<said>[^*_]+?)(?<=[^\s*_])(?P=mark)"
    r"|\[(?P<label>[^\[\]]{1,200})\]\([^()]{0,300}\)"
    r"|`[^`]{1,300}`|<!--.{0,300}?-->|</?[A-Za-z][^<>]{0,300}>"
)
"""A backslash that escapes, bold, a link; and code, remarks, tags, which nobody says."""
_FENCE = re.compile(r"[ \t]{0,3}(?:```|~~~)")
_FRONT = "---"
_BLANK = " \t\u3000\xa0\ufeff\x0c\u200b\r"


class Shown(NamedTuple):
    """A line without indent and marks; `places` are offsets and the 1-based columns there."""

    text: str
    places: tuple[tuple[int, int], ...] = ((0, 1),)


def shown_lines(text: str, marked: bool = False) -> list[Shown]:
    """Return the lines of a file; in `marked` text the marks of Markdown are taken off."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    shown = map(_unmarked, _prose(lines)) if marked else map(Shown, lines)
    return [_trimmed(line) for line in shown]


def _prose(lines: list[str]) -> Iterator[str]:
    """Yield the lines of Markdown, empty where they are code or the table of settings on top."""
    end = lines.index(_FRONT, 1) if lines[0] == _FRONT and _FRONT in lines[1:] else -1
    code = False
    for number, line in enumerate(lines):
        fence = number > end and bool(_FENCE.match(line))
        code ^= fence
        yield "" if code or fence or number <= end else line


def _unmarked(line: str) -> Shown:
    """Return a line of Markdown as it is read."""
    opened = _OPENS.match(line)
    start = opened.end() if opened else 0
    closed = _CLOSES.search(line, start) if opened and "#" in opened[0] else None
    end = closed.start() if closed else len(line)
    text, places = "", []
    for piece, column in _pieces(line, start, end):
        places.append((len(text), column))
        text += piece
    return Shown(text, tuple(places) or ((0, start + 1),))


def _pieces(line: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """Yield what stays of a line, and the column of each piece."""
    at = start
    for found in _GONE.finditer(line, start, end):
        if found.start() > at:
            yield line[at : found.start()], at + 1
        at = found.end()
        said = "said" if found["mark"] else "label"
        if found[said]:
            yield found[said], found.start(said) + 1
        elif (
            found[0] == "\\"
        ):  # the character behind a backslash stands for itself, even if it is one
            yield line[at], at + 1
            at += 1
    if at < end:
        yield line[at:end], at + 1


def _trimmed(line: Shown) -> Shown:
    """Return `line` without the blanks at its ends."""
    text = line.text.lstrip(_BLANK)
    cut = len(line.text) - len(text)
    before = [(offset, column) for offset, column in line.places if offset <= cut]
    offset, column = before[-1] if before else (0, 1)
    kept = [(o - cut, c) for o, c in line.places if o > cut]
    return Shown(text.rstrip(_BLANK), ((0, column + cut - offset), *kept))
