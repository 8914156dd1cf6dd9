"""Texts of the wizard as they stand on the screen."""

import pytest
from rich.cells import cell_len

from drafter.tui.texts import broken, shown

HINT = "回车：改文字；Shift+J/K：移动；x：删；“改好”了就存。"


@pytest.mark.parametrize("width", range(14, 60))
def test_no_line_is_too_long_or_begins_with_a_closing_mark(width: int) -> None:
    lines = broken(HINT, width)
    assert "".join(lines) == HINT
    assert all(cell_len(line) <= width for line in lines)
    assert not any(line[0] in "，。；：、！？）》”" for line in lines)
    assert any("Shift+J/K" in line for line in lines)


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
