"""What a pick list is made of: rows with a scroll bar, and lines of text above and below."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from walking import walked

import drafter.tui
from drafter.tui.themes import usual_variables
from drafter.tui.widgets.lines import Lines, Span
from drafter.tui.widgets.pick_list import PickList

ROWS = 400
HEIGHT = 10
LONG: list[Span] = [
    ("要把“一失万无”的警钟敲响，", "usual"), ("把（每一件）小事都办好。", "strong"), ("办法：12", "quiet"),
]  # fmt: skip


class Shown(App[None]):
    """A list between two texts."""

    CSS_PATH = Path(drafter.tui.__file__).with_name("drafter.tcss")
    CSS = "#above { max-height: 5; }"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return dict(usual_variables())

    def compose(self) -> ComposeResult:
        yield Lines(2, "above")
        yield PickList(lambda number: (f"第{number}条", f"{number}"))


def lines_of(app: App[None], widget: Lines | PickList) -> list[str]:
    assert app.screen
    return [widget.render_line(y).text for y in range(widget.size.height)]


@pytest.mark.parametrize("width", range(12, 60))
@walked
async def test_no_line_begins_or_ends_with_the_wrong_mark(width: int) -> None:
    app = Shown()
    async with app.run_test(size=(width, HEIGHT + 5)) as pilot:
        above = app.query_one(Lines)
        above.put(LONG)
        await pilot.pause()
        lines = [line.rstrip() for line in lines_of(app, above)]
        said = "".join(text for text, _ in LONG)
        assert said.startswith("".join(lines))
        assert len("".join(lines)) == len(said) or len(lines) == 5
        assert all(cell_len(line) <= width for line in lines)
        assert not any(line[0] in "，。：）”" or line[-1] in "“（" for line in lines if line)


@pytest.mark.parametrize(
    ("paragraphs", "height"),
    [((), 2), (([("一", "usual")],), 2), (([("字" * 70, "usual")],), 4), (([("字" * 400, "usual")],), 5)],
)  # fmt: skip
@walked
async def test_a_text_takes_the_room_it_needs_and_gives_it_back(
    paragraphs: Sequence[Sequence[Span]], height: int
) -> None:
    app = Shown()
    async with app.run_test(size=(40, 24)) as pilot:
        above = app.query_one(Lines)
        for each, wanted in ((paragraphs, height), ((), 2)):
            above.put(*each)
            await pilot.pause()
            assert above.size.height == wanted


@walked
async def test_hostile_text_is_neither_markup_nor_an_escape_sequence() -> None:
    app = Shown()
    async with app.run_test(size=(60, 24)) as pilot:
        app.query_one(Lines).put([("[red]好\x1b[31m\n坏\u202e", "usual")])
        await pilot.pause()
        assert lines_of(app, app.query_one(Lines))[0].startswith("[red]好\ufffd[31m 坏\ufffd")


def thumb(listed: PickList) -> list[int]:
    """Return the lines in which the scroll bar shows where one is."""
    mark = listed.get_component_rich_style("pick--thumb").bgcolor
    lines = [list(listed.render_line(y)) for y in range(listed.size.height)]
    return [y for y, line in enumerate(lines) if line[-1].style and line[-1].style.bgcolor == mark]


@walked
async def test_the_scroll_bar_shows_where_one_is() -> None:
    app = Shown()
    async with app.run_test(size=(40, HEIGHT + 2)) as pilot:
        listed = app.query_one(PickList)
        listed.put(range(HEIGHT))
        await pilot.pause()
        assert thumb(listed) == []
        listed.put(range(ROWS))
        await pilot.pause()
        assert thumb(listed) == [0]
        listed.move(ROWS)
        await pilot.pause()
        assert thumb(listed) == [HEIGHT - 1]
        listed.put(range(2 * HEIGHT))
        await pilot.pause()
        assert thumb(listed) == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("line", "first"), [(0, 0), (HEIGHT - 1, ROWS - HEIGHT), (5, 216)])
@walked
async def test_the_scroll_bar_can_be_clicked_and_dragged(line: int, first: int) -> None:
    app = Shown()
    async with app.run_test(size=(40, HEIGHT + 2)) as pilot:
        listed = app.query_one(PickList)
        listed.put(range(ROWS))
        await pilot.pause()
        await pilot.click(offset=(39, 2 + line))
        assert listed.scroll_offset.y == first
        assert listed.at == 0
        await pilot.mouse_down(offset=(39, 2))
        await pilot.hover(offset=(39, 2 + line))
        assert listed.scroll_offset.y == first
        await pilot.mouse_up(offset=(39, 2 + line))
        await pilot.hover(offset=(39, 2))
        assert listed.scroll_offset.y == first
