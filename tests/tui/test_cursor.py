"""The terminal's cursor stands where the text's does, for the windows of input methods."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from screens import Terminal, driver
from textual.app import App
from walking import Walker, app, walked

WORD = "标记“词”"
FIELDS = {
    "a line": ["f5", "1", "down", "down", "down", "ctrl+u"],
    "a list": ["f5", "1", "down", "down", "down", "down", "down", "ctrl+end", "enter"],
    "a heading": ["f5", "3", "down", "enter", "ctrl+u"],
    "the search of a pick list": ["f5", "5", "enter"],
    "the search of the commands": ["ctrl+p"],
    "the name of a file": ["f9", "ctrl+u"],
    "the path of a spec": ["f10", "o"],
}


@asynccontextmanager
async def typing_into(
    spec: Path,
    monkeypatch: pytest.MonkeyPatch,
    keys: list[str],
    before: str = "",
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[tuple[Terminal, Walker]]:
    terminal = Terminal(*size, 2)
    monkeypatch.setattr(App, "get_driver_class", lambda self: driver(terminal))
    async with app(spec).run_test(headless=False, size=size) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press(*keys)
        await walk.type(before + WORD)
        yield terminal, walk


def place_of(word: str, terminal: Terminal) -> tuple[int, int]:
    """Return the column behind the last `word` on the screen, and its row."""
    narrow = word.replace("“", '"').replace("”", '"')
    cells = [cell for c in narrow for cell in ([c] if c.isascii() else [c, ""])]
    for row, line in reversed(list(enumerate(terminal.cells))):
        for at in range(len(line) - len(cells), -1, -1):
            if line[at : at + len(cells)] == cells:
                return at + len(cells), row
    raise AssertionError(f"{word} not in\n" + "\n".join(terminal.lines()))


@pytest.mark.parametrize("field", FIELDS)
@walked
async def test_in_each_field(field: str, drawn: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with typing_into(drawn, monkeypatch, FIELDS[field]) as (terminal, walk):
        x, y = place_of(WORD, terminal)
        assert (terminal.x, terminal.y) == (x, y)
        await walk.press("left")
        assert (terminal.x, terminal.y) == (x - 1, y)
        await walk.press("left")
        assert (terminal.x, terminal.y) == (x - 3, y)


@pytest.mark.parametrize("field", ["a line", "a list", "a heading"])
@walked
async def test_in_a_text_longer_than_its_field(
    field: str, drawn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with typing_into(drawn, monkeypatch, FIELDS[field], "长" * 60) as (terminal, _):
        assert (terminal.x, terminal.y) == place_of(WORD, terminal)


@walked
async def test_in_the_last_field_of_a_form_that_had_to_scroll(
    drawn: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with typing_into(drawn, monkeypatch, ["f5", "1", "shift+tab"], size=(60, 14)) as (
        terminal,
        _,
    ):
        assert (terminal.x, terminal.y) == place_of(WORD, terminal)
