"""Text edited in place: its lines are broken by Chinese rules, and cursor and mouse keep to them."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.widgets import TextArea
from walking import Walker, app, walked

from drafter.tui.widgets.flowing_area import folds

TEXT = (
    "要“守住底线”，把（查、改、防）贯穿始终；做到“事事有回音、件件有着落”，让群众满意、让基层减负。"
    * 3
)
BEFORE, BEHIND = "“（", "，。、；”）"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


async def edited(walk: Walker, text: str) -> TextArea:
    """Open the editor on the first heading, and put `text` into it."""
    await walk.settle()
    await walk.press("enter", "f5", "3", "enter", "ctrl+u")
    await walk.type(text)
    assert isinstance(walk.app.focused, TextArea)
    return walk.app.focused


def rows(area: TextArea) -> list[str]:
    return [row for line in area.wrapped_document.lines for row in line]


@given(st.text("甲乙“”（），。 ab\u0301👍", max_size=40), st.integers(2, 9))
def test_rows_are_whole_and_no_wider_than_the_field(line: str, width: int) -> None:
    places = [0, *folds(line, width), len(line)]
    parts = [line[at:end] for at, end in pairwise(places)]
    assert "".join(parts) == line
    assert all(cell_len(part) <= width for part in parts)
    assert all(parts) or not line


@pytest.mark.parametrize(
    ("line", "width", "parts"),
    [
        ("甲乙丙，丁", 6, ["甲乙", "丙，丁"]),
        ("甲乙“丙”丁", 6, ["甲乙", "“丙”丁"]),
        ("甲a123456789", 6, ["甲", "a12345", "6789"]),
        ("甲乙", 6, ["甲乙"]),
    ],
)
def test_marks_stay_with_what_they_belong_to(line: str, width: int, parts: list[str]) -> None:
    places = [0, *folds(line, width), len(line)]
    assert [line[at:end] for at, end in pairwise(places)] == parts


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60), (33, 30)])
@walked
async def test_no_row_begins_or_ends_with_a_mark_that_may_not_stand_there(
    size: tuple[int, int],
) -> None:
    async with app().run_test(size=size) as pilot:
        walk = Walker(pilot)
        area = await edited(walk, TEXT)
        found = rows(area)
        assert "".join(found) == TEXT and len(found) > 1
        assert not [row for row in found if row[0] in BEHIND or row[-1] in BEFORE]
        shown = found[-min(len(found), area.size.height) :]
        drawn = walk.screen().replace(" ", "")
        assert all(row in drawn for row in shown)
        await pilot.resize_terminal(60, 30)
        await walk.settle()
        again = rows(area)
        assert "".join(again) == TEXT and again != found
        assert not [row for row in again if row[0] in BEHIND or row[-1] in BEFORE]


@walked
async def test_the_cursor_goes_through_every_letter_and_row() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        area = await edited(walk, TEXT)
        found, columns = rows(area), []
        for _ in TEXT:
            area.action_cursor_left()
            columns.append(area.cursor_location[1])
        assert columns == list(range(len(TEXT)))[::-1]
        starts = [0]
        for row in found[:-1]:
            starts.append(starts[-1] + len(row))
        for number, start in enumerate(starts):
            assert area.cursor_location == (0, start)
            x, y = area.wrapped_document.location_to_offset(area.cursor_location)
            assert (x, y) == (0, number)
            await walk.press("down")
        await walk.press("home")
        assert area.cursor_location[1] == starts[-1]
        await walk.press("up", "end")
        assert area.cursor_location[1] == starts[-1] - 1
        place = walk.app.cursor_position
        assert place.y == area.content_region.y + len(found) - 2 - area.scroll_offset.y


@walked
async def test_what_is_typed_where_the_mouse_clicked_stands_there() -> None:
    async with app().run_test(size=(80, 40)) as pilot:
        walk = Walker(pilot)
        area = await edited(walk, TEXT)
        found = rows(area)
        region = area.content_region
        for number, row in enumerate(found[:4]):
            await pilot.click(offset=(region.x + cell_len(row[:5]), region.y + number))
            await walk.settle()
            before = sum(map(len, found[:number])) + 5
            assert area.cursor_location == (0, before)
        await walk.type("新")
        assert area.text == f"{TEXT[:before]}新{TEXT[before:]}"
        await pilot.click(offset=(region.right - 2, region.y))
        assert area.cursor_location == (0, len(found[0]) - 1)


@walked
async def test_lines_of_a_list_are_broken_by_the_same_rules() -> None:
    async with app().run_test(size=(60, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter")
        area = walk.wizard.query(TextArea).first()
        area.focus()
        for item in (TEXT[:90], TEXT[:50]):
            await walk.type(item)
            await walk.press("enter")
        lines = area.wrapped_document.lines
        assert ["".join(line) for line in lines] == [TEXT[:90], TEXT[:50], ""]
        marks = [row for line in lines for row in line if row and row[0] in BEHIND]
        assert not marks
        await walk.press("up", "up", "home")
        await walk.type("头")
        row, column = area.cursor_location
        assert area.document.get_line(row)[column - 1] == "头"
