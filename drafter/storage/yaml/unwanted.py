"""Characters that no file of words may hold."""

import re

from drafter.errors import InputError

UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff]"
)
"""Control characters but for line breaks and tabs, marks of direction, halves of a character."""


def hidden_character(found: str, place: str) -> InputError:
    """Return the error for a character that would move the cursor or turn the writing round."""
    if found and 0xD800 <= ord(found[0]) <= 0xDFFF:
        return InputError("这里不是 UTF-8 文字", where=place, remedy="请改用 UTF-8 编码")
    name = f"（{', '.join(f'U+{ord(each):04X}' for each in found)}）" if found else ""
    what = f"这里有看不见的控制字符{name}"
    return InputError(what, where=place, remedy="请删去这个字符")
