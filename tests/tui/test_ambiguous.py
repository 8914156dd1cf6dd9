"""Characters of ambiguous width take one cell, whichever way the terminal draws them."""

from pathlib import Path

import pytest
from screens import Terminal, driver
from textual.app import App
from walking import Walker, app, walked
from wcwidth import wcswidth, wcwidth

from drafter.locations import user_data
from drafter.storage.settings import read_settings, write_settings
from drafter.tui.ambiguous import narrowed, told

TEXTS = [
    "“五个坚持”‘三服务’",
    "——副标题……",
    "①②③⑪ⅣⅹⒶ",
    "αβ×÷±°§※№℃",
    "┌─┐│●○★→↑①",
    "全市党委办公室 abc",
    "\ufffd里",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ambiguous", [1, 2])
def test_what_follows_stands_where_the_layout_has_it(text: str, ambiguous: int) -> None:
    for end in range(len(text) + 1):
        terminal = Terminal(80, 1, ambiguous)
        terminal.write(narrowed(text[:end]))
        assert terminal.x == wcswidth(text[:end])


@pytest.mark.parametrize("text", TEXTS[:2])
def test_marks_of_a_speech_are_drawn_by_what_no_terminal_draws_wide(text: str) -> None:
    written = narrowed(text)
    assert len(written) == len(text)
    assert [wcwidth(c, ambiguous_width=2) for c in written] == [wcwidth(c) for c in text]


@pytest.mark.parametrize("text", ["全市党委办公室", "abc 123", "\x1b[31m红\x1b[0m", "，。：《》"])
def test_other_texts_are_written_as_they_are(text: str) -> None:
    assert narrowed(text) == text


@pytest.mark.parametrize(
    ("variable", "setting", "how"),
    [
        ("wide", "", "wide"),
        ("narrow", "wide", "narrow"),
        ("", "wide", "wide"),
        ("", "", ""),
        ("what", "narrow", "narrow"),
        ("", "what", ""),
    ],
)
def test_the_variable_goes_before_the_setting(variable: str, setting: str, how: str) -> None:
    assert told({"DRAFTER_AMBIGUOUS": variable}, {"ambiguous": setting}) == how


STEPS = [[], ["f5", "2"], ["f5", "3", "enter"], ["f5", "4"], ["f5", "6"], ["f1"], ["f9"]]


def laid_out(layout: str) -> list[list[str]]:
    """Return the cells of `layout`, as a terminal that draws all narrow has them."""
    lines = layout.splitlines()
    terminal = Terminal(80, len(lines), 1)
    for y, line in enumerate(lines, 1):
        terminal.write(f"\x1b[{y};1H{line}")
    return terminal.cells


@pytest.mark.parametrize("keys", STEPS, ids=["+".join(keys) for keys in STEPS])
@pytest.mark.parametrize("ambiguous", [1, 2])
@walked
async def test_each_screen_stands_as_it_was_laid_out(
    ambiguous: int, keys: list[str], drawn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(80, 24, ambiguous)
    monkeypatch.setattr(App, "get_driver_class", lambda self: driver(terminal))
    async with app(drawn).run_test(headless=False, size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press(*keys)
        wanted = laid_out(walk.screen())
    for line, cells in zip(terminal.cells, wanted, strict=True):
        for cell, (seen, meant) in enumerate(zip(line, cells, strict=True), 1):
            alike = narrowed(meant) if ambiguous == 2 else meant
            assert seen == alike, f"cell {cell} of {''.join(line)}"


@walked
async def test_the_user_can_say_that_the_terminal_draws_them_wide(
    drawn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(user_data(), {"ambiguous": "wide"})
    terminal = Terminal(80, 24, 1)
    monkeypatch.setattr(App, "get_driver_class", lambda self: driver(terminal))
    async with app(drawn).run_test(headless=False, size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "6")
        assert "“两个确立”" in walk.screen()
    told_ = "\n".join(terminal.lines())
    assert "“" not in told_ and '"两个确立"' in told_


@walked
async def test_a_command_draws_them_the_other_way_and_it_is_remembered(
    drawn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal(80, 24, 1)
    monkeypatch.setattr(App, "get_driver_class", lambda self: driver(terminal))
    async with app(drawn).run_test(headless=False, size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "6")
        assert "“两个确立”" in "\n".join(terminal.lines())
        await walk.press("ctrl+p")
        await walk.type("字没对齐")
        await walk.press("enter")
        assert '"两个确立"' in "\n".join(terminal.lines())
    assert read_settings(user_data())["ambiguous"] == "wide"
