"""What the tests of the wizard share."""

import shutil
from pathlib import Path

import pytest
from editing import Editor
from textual.drivers.headless_driver import HeadlessDriver

_DRAWN = Path(__file__).parent / "fixtures" / "drawn"
_TERMINAL = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
_TELLING = ("NO_COLOR", "DRAFTER_AMBIGUOUS", "UNICODE_VERSION", "TEXTUAL", "TEXTUAL_DRIVER")


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look the same whatever terminal the tests are run in."""
    for name in _TELLING:
        monkeypatch.delenv(name, raising=False)
    for name, value in _TERMINAL.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a spec whose words all stand in its template, in the working folder."""
    folder = tmp_path / "drawn"
    shutil.copytree(_DRAWN, folder)
    monkeypatch.chdir(folder)
    return folder / "drawn.yaml"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    monkeypatch.setattr(HeadlessDriver, "can_suspend", True)
    made = Editor(tmp_path)
    made.does("pass")
    monkeypatch.setenv("VISUAL", f"'{made.program}'")
    return made
