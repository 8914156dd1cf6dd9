"""Characters that some terminals draw two cells wide, and others one (UAX #11, ambiguous).

The layout counts one cell for each. Where the terminal draws two, look-alikes of one cell are drawn
in their place; behind one that has none the cursor is put where the layout has it.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final
from unicodedata import combining, east_asian_width, normalize

from textual.driver import Driver

WIDE, NARROW = "wide", "narrow"
SETTING: Final = "ambiguous"
"""Name of the setting that tells how the terminal draws them; without it the terminal is asked."""
VARIABLE: Final = "DRAFTER_AMBIGUOUS"
"""Environment variable that tells the same, and goes before the setting."""

_PROBE: Final = "\x1b[1;1H“\x1b[6n\x1b[1;1H\x1b[K"
_LOOK_ALIKES: Final = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "…": "⋯", "‥": ":", "—": "-", "–": "-", "―": "-",
    "·": "⋅", "•": "∙", "×": "x", "÷": "/", "±": "+", "§": "S", "※": "*", "‰": "%",
    "→": "⟶", "←": "⟵", "↑": "^", "↓": "v", "●": "∙", "○": "◦", "◎": "◦", "★": "⋆", "☆": "⋆",
    "■": "▪", "□": "▫", "◆": "▪", "◇": "▫", "▲": "▴", "△": "▵",
    "℃": "C", "∶": ":", "∕": "/", "∼": "~", "′": "'", "″": '"', "\ufffd": "?",
    **{chr(0x2500 + n): "+" for n in range(0x80)}, "─": "-", "━": "-", "│": "|", "┃": "|",
    **{chr(0x2460 + n): chr(0x2780 + n) for n in range(10)},
}  # fmt: skip


def _is_ambiguous(character: str) -> bool:
    return east_asian_width(character) == "A" and not combining(character)


@cache
def _table() -> Mapping[int, str]:
    """Return what is written for each ambiguous character; those above U+FFFF are pictures."""
    found = filter(_is_ambiguous, map(chr, range(0x80, 0x10000)))
    return {ord(each): _drawn(each) for each in found}


def _drawn(character: str) -> str:
    alike = _LOOK_ALIKES.get(character, "")
    for each in (alike, normalize("NFKC", character), normalize("NFD", character)[:1]):
        if len(each) == 1 and east_asian_width(each) in ("N", "Na", "H"):
            return each
    return f"\x1b7{character}\x1b8\x1b[C"


def narrowed(data: str) -> str:
    """Return what has to be written so that each ambiguous character takes one cell."""
    return data if data.isascii() else data.translate(_table())


def told(environment: Mapping[str, str], settings: Mapping[str, str]) -> str:
    """Return how the terminal draws them by what the user says, nothing if it is to be asked."""
    said = (environment.get(VARIABLE, ""), settings.get(SETTING, ""))
    return next((each for each in said if each in (WIDE, NARROW)), "")


class Narrowing(Driver):
    """Writes each ambiguous character in one cell, once the terminal is known to draw two."""

    how: str = ""
    """How the terminal draws them; empty as long as it has not answered."""

    def start_application_mode(self) -> None:
        """Take the screen, and ask where the cursor stands after a quotation mark."""
        super().start_application_mode()  # type: ignore[safe-super]
        if not self.how and not self.is_headless:
            super().write(_PROBE)  # type: ignore[safe-super]

    def write(self, data: str) -> None:
        """Write `data` to the terminal."""
        super().write(narrowed(data) if self.how == WIDE else data)  # type: ignore[safe-super]

    def answered(self, column: int) -> bool:
        """Take the column that the terminal answers with; tell whether all has to be drawn anew."""
        if self.how:
            return False
        self.how = WIDE if column > 1 else NARROW
        return self.how == WIDE

    def turn(self) -> None:
        """Write them the other way from now on."""
        self.how = NARROW if self.how == WIDE else WIDE


def narrowing(driver: type[Driver], how: str) -> type[Driver]:
    """Return `driver` for a terminal that draws ambiguous characters as `how` tells."""
    parts: tuple[type[Any], ...] = (Narrowing, driver)
    return type(f"Narrowing{driver.__name__}", parts, {"how": how})
