"""Undo and redo lead the eye to what they change."""

from pathlib import Path

import pytest
from walking import Walker, app, walked

from drafter.tui.widgets.rows import Rows


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def rows(walk: Walker) -> Rows:
    focused = walk.app.focused
    assert isinstance(focused, Rows)
    return focused


@pytest.mark.parametrize("change", [["enter", *"又及", "enter"], ["x"], ["J"]])
@pytest.mark.parametrize("away", [["home"], ["end"]])
@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@walked
async def test_in_the_review_the_highlight_goes_to_what_was_undone(
    size: tuple[int, int], away: list[str], change: list[str]
) -> None:
    async with app().run_test(size=size) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "6", "home")
        while "一、" not in str(rows(walk).options[rows(walk).at].prompt.content):
            await walk.press("down")
        await walk.press("down")  # the first point
        at = rows(walk).at
        await walk.press(*change, *away, "ctrl+z")
        assert rows(walk).at == at
        await walk.press(*away, "ctrl+y")
        assert rows(walk).at == at


@walked
async def test_what_is_undone_elsewhere_moves_no_highlight() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "5", "e", *"又及", "enter", "f5", "3", "down")
        await walk.press("ctrl+z")
        assert rows(walk).at == 1


@walked
async def test_in_the_headings_too() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3", "down", "down", "e", *"又及", "enter", "home")
        await walk.press("ctrl+z")
        assert rows(walk).at == 2
