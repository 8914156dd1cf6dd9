"""Themes: legible on every screen, in 16 colours too, and remembered."""

import re
from itertools import product
from pathlib import Path

import pytest
from rich._palettes import STANDARD_PALETTE
from rich.color import ColorSystem
from textual.color import Color
from walking import Walker, app, walked

import drafter.tui
from drafter.locations import user_data
from drafter.storage.settings import read_settings, write_settings
from drafter.tui.themes import NAMES, themes

LEAST = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
TEXTS = ["foreground", "accent", "text-muted", "text-success", "text-warning", "text-error"]
BEHIND = ["background", "surface", "panel", "mark", "field"]
SCREENS = {
    "start": ["f10"],
    "meeting": ["f5", "1", "down", "down"],
    "a list": ["f5", "1", "down", "down", "down", "down"],
    "opening": ["f5", "2"],
    "headings": ["f5", "3", "enter"],
    "points": ["f5", "4"],
    "review": ["f5", "6"],
    "phrases": ["f5", "5", "enter", "tab", "down"],
    "commands": ["ctrl+p"],
    "help": ["f1"],
    "export": ["f9"],
}


def colours(theme: str, system: str) -> dict[str, Color]:
    made = next(each for each in themes(system) if each.name == theme)
    said = made.to_color_system().generate() | made.variables
    return {name: Color.parse(said[name]) for name in (*TEXTS, *BEHIND)}


@pytest.mark.parametrize("system", ["truecolor", "standard"])
@pytest.mark.parametrize("theme", NAMES)
def test_each_text_is_legible_on_each_ground(theme: str, system: str) -> None:
    known = colours(theme, system)
    for text, behind in product(TEXTS, BEHIND):
        ratio = contrast(known[text], known[behind])
        assert ratio >= LEAST[theme], f"{text} on {behind}: {ratio:.1f}"


@pytest.mark.parametrize("theme", NAMES)
def test_in_16_colours_each_colour_is_one_of_them_and_the_row_at_hand_stands_out(theme) -> None:
    known = colours(theme, "standard")
    for name, colour in known.items():
        number = colour.rich_color.downgrade(ColorSystem.STANDARD).number
        assert number is not None and tuple(STANDARD_PALETTE[number]) == colour.rgb, name
    assert known["mark"] != known["background"] and known["field"] != known["surface"]


@pytest.mark.parametrize("term", ["xterm-256color", "linux"])
@pytest.mark.parametrize("theme", NAMES)
@walked
async def test_each_screen_is_legible(
    theme: str, term: str, drawn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", term)
    if term == "linux":
        monkeypatch.delenv("COLORTERM")
    write_settings(user_data(), {"theme": theme})
    async with app(drawn).run_test(size=(110, 30)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        for name, keys in SCREENS.items():
            await walk.press(*keys)
            for text, ratio in contrasts(walk):
                assert ratio >= LEAST[theme], f"{name}: {ratio:.1f} for {text}"
            await walk.press("escape", "escape")


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio of WCAG 2, from 1 to 21."""
    dark, light = sorted(map(luminance, (one, other)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    shares = (part / 255 for part in colour.rgb)
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    return sum(c * weight for c, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def contrasts(walk: Walker) -> list[tuple[str, float]]:
    """Return each piece of text on the screen with the contrast it is drawn in."""
    found = []
    for strip in walk.app.screen._compositor.render_strips(walk.app.size):
        for segment in strip:
            style = segment.style
            if segment.text.strip() and style and style.color and style.bgcolor:
                text, behind = (Color.from_rich_color(c) for c in (style.color, style.bgcolor))
                found.append((segment.text, contrast(text, behind)))
    return found


@walked
async def test_a_theme_is_remembered() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        assert walk.app.theme == "dark"
        await walk.press("ctrl+p")
        await walk.type("高对比")
        await walk.press("enter")
        assert walk.app.theme == "contrast"
    assert read_settings(user_data())["theme"] == "contrast"
    async with app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert pilot.app.theme == "contrast"


@walked
async def test_a_theme_that_is_not_known_is_passed_over() -> None:
    write_settings(user_data(), {"theme": "什么"})
    async with app().run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert pilot.app.theme == "dark"


def test_the_stylesheet_names_no_colour_of_its_own() -> None:
    sheet = (Path(drafter.tui.__file__).parent / "drafter.tcss").read_text("utf-8")
    values = re.findall(r"(?:color|background|tint): ([^;]+);", sheet)
    assert values and all(value.startswith("$") for value in values)
