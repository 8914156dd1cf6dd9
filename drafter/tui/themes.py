"""How the wizard looks: dark, light, and with the strongest contrast; each also in 16 colours."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from textual.theme import Theme

DARK, LIGHT, CONTRAST = "dark", "light", "contrast"
NAMES: Final = {DARK: "深色", LIGHT: "浅色", CONTRAST: "高对比"}
FEW_COLOURS: Final = "standard"
"""What Rich calls a terminal of 16 colours."""


class _Colours(NamedTuple):
    """Colours of texts, then those of what lies behind them."""

    text: str
    muted: str
    accent: str
    success: str
    warning: str
    error: str
    background: str
    surface: str
    panel: str
    mark: str
    """Behind the row that the keys work on."""
    field: str
    """Behind a text that is being typed."""
    is_dark: bool = True


_MANY: Final = {
    DARK: _Colours(
        text="#e6e6e6", muted="#acb4c0", accent="#f0b264", success="#8fce8c", warning="#f0c674",
        error="#ff9595", background="#15171c", surface="#1c1f26", panel="#262a33", mark="#21456f",
        field="#2b3f5c",
    ),
    LIGHT: _Colours(
        text="#1b1f24", muted="#4d545e", accent="#8a3f00", success="#11602a", warning="#744a00",
        error="#a31515", background="#ffffff", surface="#f4f6f8", panel="#e4e8ee", mark="#cfe0f7",
        field="#dde8f7", is_dark=False,
    ),
    CONTRAST: _Colours(
        text="#ffffff", muted="#ffffff", accent="#00ffff", success="#00ff00", warning="#ffff00",
        error="#ffc0c0", background="#000000", surface="#000000", panel="#1a1a1a", mark="#0000c0",
        field="#00008a",
    ),
}  # fmt: skip
_FEW: Final = {
    DARK: _Colours(
        text="#ffffff", muted="#aaaaaa", accent="#55ffff", success="#55ff55", warning="#ffff55",
        error="#ffff55", background="#000000", surface="#000000", panel="#0000aa", mark="#0000aa",
        field="#0000aa",
    ),
    LIGHT: _Colours(
        text="#000000", muted="#555555", accent="#0000aa", success="#0000aa", warning="#aa0000",
        error="#aa0000", background="#ffffff", surface="#ffffff", panel="#55ffff", mark="#55ffff",
        field="#55ffff", is_dark=False,
    ),
    CONTRAST: _Colours(
        text="#ffffff", muted="#ffffff", accent="#55ffff", success="#55ff55", warning="#ffff55",
        error="#ffff55", background="#000000", surface="#000000", panel="#000000", mark="#0000aa",
        field="#0000aa",
    ),
}  # fmt: skip
"""The colours that such a terminal has, so that none of them is changed into its neighbour."""


def themes(colours: str | None) -> list[Theme]:
    """Return the themes for a terminal with a colour system."""
    table = _FEW if colours == FEW_COLOURS else _MANY
    return [_theme(name, each) for name, each in table.items()]


def usual_variables() -> Mapping[str, str]:
    """Return the colours of the stylesheet before a theme is chosen."""
    return _variables(_MANY[DARK])


def _theme(name: str, each: _Colours) -> Theme:
    return Theme(
        name=name, primary=each.accent, secondary=each.accent, accent=each.accent,
        foreground=each.text, background=each.background, surface=each.surface, panel=each.panel,
        success=each.success, warning=each.warning, error=each.error, dark=each.is_dark,
        text_alpha=1.0, variables=dict(_variables(each)),
    )  # fmt: skip


def _variables(each: _Colours) -> Mapping[str, str]:
    return {
        "mark": each.mark,
        "field": each.field,
        "text-muted": each.muted,
        "text-accent": each.accent,
        "text-success": each.success,
        "text-warning": each.warning,
        "text-error": each.error,
        "text-disabled": each.muted,
        "block-cursor-foreground": each.text,
        "block-cursor-background": each.mark,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": each.text,
        "block-cursor-blurred-background": each.mark,
        "block-hover-background": each.panel,
        "input-cursor-background": each.text,
        "input-cursor-foreground": each.background,
        "input-cursor-text-style": "none",
        "input-selection-background": each.accent,
        "input-selection-foreground": each.background,
        "scrollbar": each.mark,
        "scrollbar-hover": each.mark,
        "scrollbar-active": each.accent,
        "scrollbar-background": each.surface,
        "scrollbar-background-hover": each.surface,
        "scrollbar-background-active": each.surface,
        "scrollbar-corner-color": each.surface,
    }
