"""The bar of a long run: what it says, how wide it is, and where it is not."""

import io
import os
import sys

import pytest
from wcwidth import wcswidth

from drafter.cli.progress import Progress, duration, fitting


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    return shown


def test_it_tells_files_rate_time_left_and_what_is_read() -> None:
    clock = Clock()
    bar = Progress(4, 8_000_000, clock)
    clock.now = 10.0
    bar.step("一.txt", 2_000_000)
    assert bar.line("一.txt") == "█████░░░░░░░░░░░░░░░ 1/4  200 KB/秒  还要 31 秒  一.txt"
    for _ in range(3):
        bar.step("二.txt", 2_000_000)
    assert bar.line("二.txt") == "████████████████████ 4/4  800 KB/秒  二.txt"


@pytest.mark.parametrize("columns", [20, 41, 60, 200])
def test_it_fits_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    terminal = watched(monkeypatch)
    size = os.terminal_size((columns, 24))
    monkeypatch.setattr("shutil.get_terminal_size", lambda: size)
    Progress(1, 5).step("很长的名字" * 20 + "\x1b]0;x\x07", 5)
    drawn = terminal.getvalue().removeprefix("\r\x1b[2K")
    assert 0 < wcswidth(drawn) < columns
    assert "\x1b" not in drawn


@pytest.mark.parametrize(
    ("text", "columns", "fits"),
    [("汉字", 4, "汉字"), ("汉字", 3, "汉"), ("汉a字", 3, "汉a"), ("", 3, ""), ("abc", 0, "")],
)
def test_wide_letters_take_two_columns(text: str, columns: int, fits: str) -> None:
    assert fitting(text, columns) == fits


def test_a_fault_is_told_on_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    bar = Progress(2, 10)
    bar.step("a.txt", 5)
    bar.tell("b.txt：读不了")
    assert terminal.getvalue().endswith("\r\x1b[2Kb.txt：读不了\n")


def test_a_log_gets_no_bar(capsys) -> None:
    bar = Progress(1, 5)
    bar.step("a.txt", 5)
    bar.clear()
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("seconds", "told"),
    [(0, "1 秒"), (58.5, "59 秒"), (60, "2 分钟"), (3000, "51 分钟"), (4000, "1 小时 7 分钟")],
)
def test_a_time_is_told_in_words(seconds: float, told: str) -> None:
    assert duration(seconds) == told
