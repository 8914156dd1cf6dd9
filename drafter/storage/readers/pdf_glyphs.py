"""The characters of a PDF page: where they stand and in what type."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator
from math import radians, tau
from typing import Any, NamedTuple

_DARK = re.compile(r"Bold|Black|Heavy|Hei|Kai|黑|楷", re.IGNORECASE)
_HEAVY = 600
_STROKED = 2
"""Text that is filled and stroked: the bold of type faces that have none."""
_MOST = 30_000
"""Characters that a page may have."""
_SIMPLE = str.maketrans(
    "\u2e83\u2e84\u2e8b\u2e97\u2ea0\u2ec5\u2ecb\u2ed3\u2ed4\u2ed8\u2eda\u2edb\u2edc\u2edd\u2ee2"
    "\u2ee5\u2ee6\u2ee9\u2eec\u2eef",
    "\u4e5a\u4e5b\u5369\u5fc3\u6c11\u89c1\u8f66\u957f\u95e8\u9752\u9875\u98ce\u98de\u98df\u9a6c"
    "\u9c7c\u9e1f\u9ec4\u9f50\u9f99",
)
"""Radicals that stand for the characters they look like; NFKC leaves these alone."""
_SPACES = (0x20, 0xA0, 0x3000)
_WIDE, _SEEN, _NAMED = 0.6, 0.22, 0.15
"""Type sizes that make a space between two characters: of itself, where the library sees one
in the layout, and where one stands in the file."""
_UPRIGHT = 0.05
"""Radians by which a line may lean; a watermark leans more."""


class Glyph(NamedTuple):
    """A character, its edges and base line in points, and whether it is set off from the body."""

    text: str
    left: float
    right: float
    base: float
    height: float
    strong: bool
    space: float
    """Type sizes of white before it that make a space: fewer where the file names one."""

    @property
    def size(self) -> float:
        """Return the size of the type: a Chinese character is as wide as it is high."""
        wide = self.right - self.left
        return (
            wide
            if "\u2e80" <= self.text <= "\uffef" and wide > 0.5 * self.height
            else self.height / 1.2
        )


def glyphs(page: Any) -> list[Glyph]:
    """Return the characters of a page as they are drawn, white space left out."""
    from pypdfium2 import raw

    textpage = page.get_textpage()
    try:
        return list(_glyphs(raw, page, textpage))
    finally:
        textpage.close()


def _glyphs(raw: Any, page: Any, textpage: Any) -> Iterator[Glyph]:
    turn = page.get_rotation()
    types = _Types(raw, textpage)
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    edges, at_x, at_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    space = _WIDE
    for index in range(min(_MOST, raw.FPDFText_CountChars(textpage))):
        code = raw.FPDFText_GetUnicode(textpage, index)
        text = readable(code)
        if not text:
            if code in _SPACES:
                space = _SEEN if raw.FPDFText_IsGenerated(textpage, index) else _NAMED
            continue
        if not raw.FPDFText_GetLooseCharBox(textpage, index, edges):
            continue
        if not raw.FPDFText_GetCharOrigin(textpage, index, at_x, at_y):
            continue
        if not _upright(raw.FPDFText_GetCharAngle(textpage, index), turn):
            continue
        left, right, base, tall = _turned(box, x.value, y.value, turn)
        yield Glyph(text, left, right, base, tall, types.strong(index), space)
        space = _WIDE


def _upright(angle: float, turn: int) -> bool:
    off = (angle + radians(turn)) % tau
    return off < _UPRIGHT or off > tau - _UPRIGHT


def _turned(box: Any, x: float, y: float, turn: int) -> tuple[float, float, float, float]:
    """Return left, right, base and height as they are seen on a page that is turned clockwise."""
    match turn:
        case 90:
            return box.bottom, box.top, -x, box.right - box.left
        case 180:
            return -box.right, -box.left, -y, box.top - box.bottom
        case 270:
            return -box.top, -box.bottom, x, box.right - box.left
        case _:
            return box.left, box.right, y, box.top - box.bottom


def readable(code: int) -> str:
    """Return the character that a code stands for, empty for white space and signs of control."""
    if code < 33 or code == 127 or 0xFFFE <= code <= 0xFFFF or code > 0x10FFFF:
        return ""
    if 0xD800 <= code <= 0xDFFF:
        return ""
    text = chr(code)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF:
        return unicodedata.normalize("NFKC", text).translate(_SIMPLE)
    return "" if text.isspace() or code in (0xAD, 0x200B, 0xFEFF) else text


def garbled(text: str) -> bool:
    """Return whether a third of a text is no characters: private codes, replacements."""
    bad = sum("\ue000" <= letter <= "\uf8ff" or letter == "\ufffd" for letter in text)
    return bad * 3 > len(text)


class _Types:
    """The type of each text object, looked up once."""

    def __init__(self, raw: Any, textpage: Any) -> None:
        self._raw = raw
        self._textpage = textpage
        self._known: dict[int | None, bool] = {}

    def strong(self, index: int) -> bool:
        """Return whether the character at `index` is bold or in a type face of headings."""
        drawn = self._raw.FPDFText_GetTextObject(self._textpage, index)
        address = ctypes.cast(drawn, ctypes.c_void_p).value
        if address not in self._known:
            self._known[address] = self._strong(index, drawn)
        return self._known[address]

    def _strong(self, index: int, drawn: Any) -> bool:
        raw = self._raw
        if raw.FPDFTextObj_GetTextRenderMode(drawn) == _STROKED:
            return True
        if raw.FPDFText_GetFontWeight(self._textpage, index) >= _HEAVY:
            return True
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        size = raw.FPDFText_GetFontInfo(self._textpage, index, name, 128, ctypes.byref(flags))
        if not 0 < size <= 128:
            return False
        told = name.value.decode("utf-8", "replace")
        return _DARK.search(told + name.value.decode("gb18030", "replace")) is not None
