"""`drafter tui` and bare `drafter`: where they run, and what they say where they cannot."""

import os
import select
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from drafter.locations import user_drafts

DRAFTER = [sys.executable, "-m", "drafter"]
posix = pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals")


def in_a_terminal(
    *arguments: str,
    term: str,
    keys: bytes = b"",
    ready: bytes = b"",
    command: Sequence[str] = DRAFTER,
    told: int = 0,
) -> tuple[int, bytes]:
    """Run drafter in a pseudo-terminal; return status and text.

    Once `ready` is drawn, `keys` are typed, or the signal `told` is sent.
    """
    import pty

    child, terminal = pty.fork()
    if not child:
        os.environ["TERM"] = term
        os.execv(command[0], [*command, *arguments])
    shown = b""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            data = os.read(terminal, 65536)
        except OSError:  # the child has gone
            break
        if not data:
            break
        shown += data
        if ready and ready in shown:
            os.kill(child, told)  # 0 sends none
            os.write(terminal, keys)
            ready = b""
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown


@pytest.mark.parametrize("arguments", [["tui"], ["tui", "some.yaml"], ["tui", "-"]])
def test_without_a_terminal_one_line_tells_the_way_out(arguments: list[str]) -> None:
    done = subprocess.run([*DRAFTER, *arguments], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    told = done.stderr.decode()
    assert "向导要在终端里运行" in told and "drafter generate" in told and told.count("\n") == 1


def test_bare_drafter_without_a_terminal_shows_the_help() -> None:
    done = subprocess.run(DRAFTER, capture_output=True, check=False)
    assert done.returncode == 0
    assert "generate" in done.stdout.decode()


@posix
@pytest.mark.parametrize("term", ["dumb", "unknown", ""])
@pytest.mark.parametrize("arguments", [[], ["tui"]])
def test_a_terminal_that_can_draw_nothing_is_told(arguments: list[str], term: str) -> None:
    status, shown = in_a_terminal(*arguments, term=term)
    assert status == 2
    assert "这个终端画不了界面" in shown.decode() and "drafter generate" in shown.decode()


@posix
def test_where_standard_error_goes_elsewhere_it_does_not_draw_into_nothing() -> None:
    line = f"{shlex.quote(sys.executable)} -m drafter tui 2>{os.devnull}; echo status $?"
    _, shown = in_a_terminal(term="xterm", command=["/bin/sh", "-c", line])
    assert b"status 2" in shown


@posix
def test_a_word_that_says_nothing_of_the_terminal_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAFTER_AMBIGUOUS", "breit")
    status, shown = in_a_terminal("tui", term="xterm")
    assert status == 2
    assert "DRAFTER_AMBIGUOUS：不能是“breit”（请写 wide 或 narrow" in shown.decode()


@posix
@pytest.mark.parametrize(
    ("term", "no_color"),
    [("linux", ""), ("xterm-16color", ""), ("screen", ""), ("what", ""), ("tmux-256color", "1")],
)
def test_it_runs_where_there_are_few_colours_or_none(
    term: str, no_color: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLORTERM", raising=False)
    if no_color:
        monkeypatch.setenv("NO_COLOR", no_color)
    spec = tmp_path / "spec.yaml"
    spec.write_text("template: office-work-meeting\nlevel: 县\n", "utf-8")
    ready = "全县".encode()
    status, shown = in_a_terminal("tui", str(spec), term=term, keys=b"\x11", ready=ready)
    assert status == 0 and b"Traceback" not in shown


@posix
def test_a_spec_that_is_wrong_is_told_before_the_screen_is_taken(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text("template: office-work-meeting\nlevle: 县\n", "utf-8")
    status, shown = in_a_terminal("tui", str(spec), term="xterm-256color")
    assert status == 2
    assert "不认识“levle”（是不是 level？）" in shown.decode()
    assert b"\x1b[?1049h" not in shown


@posix
def test_the_wizard_opens_a_spec_and_closes_without_asking(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text("template: office-work-meeting\nlevel: 县\n", "utf-8")
    status, shown = in_a_terminal(
        "tui", str(spec), term="xterm-256color", keys=b"\x11", ready="全县".encode()
    )
    assert status == 0
    assert b"\x1b[?1049l" in shown, "the screen is given back"
    assert spec.read_text("utf-8") == "template: office-work-meeting\nlevel: 县\n"
    assert not list(user_drafts().glob("*.yaml")), "nothing was changed, nothing is kept"


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_when_told_to_end_it_gives_the_screen_back(name: str) -> None:
    number = getattr(signal, name)
    status, shown = in_a_terminal("tui", term="xterm-256color", ready="新写".encode(), told=number)
    assert status == 128 + number
    assert b"\x1b[?1049l" in shown


def seen(terminal: int, text: str) -> bool:
    """Read what is drawn until `text` is in it, or no more comes."""
    shown = b""
    with suppress(OSError):
        while text.encode() not in shown:
            if not select.select([terminal], [], [], 20)[0]:
                break
            shown += os.read(terminal, 65536)
    return text.encode() in shown


def drafted(text: str) -> bool:
    """Wait until `text` stands in a draft."""
    for _ in range(200):
        if any(text in each.read_text("utf-8") for each in user_drafts().glob("*.yaml")):
            return True
        time.sleep(0.05)
    return False


@posix
@pytest.mark.parametrize("apart", [False, True], ids=["the whole terminal", "only its keyboard"])
def test_when_the_terminal_goes_without_a_signal_all_is_saved_and_it_ends(
    apart: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pty

    monkeypatch.setenv("TERM", "xterm-256color")
    spec = tmp_path / "spec.yaml"
    spec.write_text("template: office-work-meeting\nlevel: 县\n", "utf-8")
    terminal, inner = pty.openpty()
    keyboard, keys = pty.openpty() if apart else (terminal, inner)
    with subprocess.Popen(
        [*DRAFTER, "tui", str(spec)], stdin=keys, stdout=inner, stderr=inner, start_new_session=True
    ) as wizard:  # a session of its own that has no terminal is not told
        for each in {inner, keys}:
            os.close(each)
        try:
            drawn = seen(terminal, "全县")
            os.write(keyboard, b"\x1b[D")
            changed = drafted("level: 州")
            os.close(keyboard)
            told = not apart or seen(terminal, "终端断开了")
            status = wizard.wait(30)
        finally:
            wizard.kill()
    assert drawn and changed and told
    assert status == 128 + signal.SIGHUP
