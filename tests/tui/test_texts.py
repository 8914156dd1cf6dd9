"""Texts of the wizard as they stand on the screen."""

from pathlib import Path

import pytest
from rich.cells import cell_len
from walking import Walker, app, walked

from drafter.tui.texts import broken, shown

HINT = "回车：改文字；Shift+J/K：移动；x：删；“改好”了就存。"


@pytest.mark.parametrize("width", range(14, 60))
def test_no_line_is_too_long_or_begins_with_a_closing_mark(width: int) -> None:
    lines = broken(HINT, width)
    assert "".join(lines) == HINT
    assert all(cell_len(line) <= width for line in lines)
    assert not any(line[0] in "，。；：、！？）》”" for line in lines)
    assert any("Shift+J/K" in line for line in lines)


MAY_NOT_BEGIN, MAY_NOT_END = "，、。；”’》】）！…—", "“‘（《【"
OPENED = "他说：“（一）要‘快’、《要》【好】”，又说：“干……就干——好！”"


@pytest.mark.parametrize("width", range(18, 60))
def test_no_line_ends_with_an_opening_mark_or_parts_a_dash(width: int) -> None:
    lines = broken(OPENED, width)
    assert "".join(lines) == OPENED and all(cell_len(line) <= width for line in lines)
    assert not any(line[0] in MAY_NOT_BEGIN or line[-1] in MAY_NOT_END for line in lines)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
@walked
async def test_no_line_of_the_outline_breaks_the_rules(size: tuple[int, int], drawn: Path) -> None:
    points = [
        f"{'多' * many}“一”、‘好’；把《要》（点）写进“{'少' * many}”。" for many in range(8, 40)
    ]
    spec = drawn.read_text("utf-8")
    drawn.write_text(spec.replace("points: [", f"points: [{', '.join(points)}, ", 1), "utf-8")
    async with app(drawn).run_test(size=size) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "6", *["pagedown"] * 3)
        lines = [line.strip(" ") for line in walk.screen().splitlines()]
        seen = [line for line in lines if "多" in line or "少" in line]
        assert len(seen) > 10
        assert not [line for line in seen if line[0] in MAY_NOT_BEGIN or line[-1] in MAY_NOT_END]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("全市", "全市"),
        ("一\n二\t三", "一 二 三"),
        ("\x1b[31m红", "\ufffd[31m红"),
        ("a\u202eb\u200bc", "a\ufffdb\ufffdc"),
        ("[bold]不是标记[/]", "[bold]不是标记[/]"),
    ],
)
def test_nothing_that_a_terminal_would_obey_is_shown(text: str, seen: str) -> None:
    assert shown(text) == seen
