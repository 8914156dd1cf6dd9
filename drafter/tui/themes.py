"""How the wizard looks: dark, light, and with the strongest contrast."""

from typing import Final

from textual.theme import Theme

DARK, LIGHT, CONTRAST = "dark", "light", "contrast"
NAMES: Final = {DARK: "深色", LIGHT: "浅色", CONTRAST: "高对比"}

THEMES: Final = (
    Theme(
        name=DARK, primary="#5b8dd6", secondary="#7d93b2", accent="#e0a458", foreground="#e2e2e2",
        background="#16181d", surface="#1c1f26", panel="#262a33", success="#7fb77e",
        warning="#e5b567", error="#e06c75", dark=True,
    ),
    Theme(
        name=LIGHT, primary="#2a5db0", secondary="#51648a", accent="#9c4a00", foreground="#1f2328",
        background="#ffffff", surface="#f6f7f9", panel="#e6e9ee", success="#1a7f37",
        warning="#8a5a00", error="#b3261e", dark=False,
    ),
    Theme(
        name=CONTRAST, primary="#ffff00", secondary="#00ffff", accent="#00ffff",
        foreground="#ffffff", background="#000000", surface="#000000", panel="#000000",
        success="#00ff00", warning="#ffff00", error="#ff8080", dark=True, text_alpha=1.0,
    ),
)  # fmt: skip
