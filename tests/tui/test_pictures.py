"""How the wizard looks, on a template of its own: the phrasebank may grow without a new picture."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea
from walking import Walker, app

from drafter.locations import shipped_phrasebank, user_data
from drafter.storage.drafts import Progress, Recent
from drafter.storage.settings import write_settings
from drafter.storage.templates import load_template
from drafter.storage.vocabulary import load_vocabulary
from drafter.tui.screens import start
from drafter.tui.themes import NAMES

Compare = Callable[..., bool]
SIZES = {"dark": (80, 24), "light": (120, 40), "contrast": (80, 24)}
SCREENS = {
    "start": ["f10"],
    "meeting": ["f5", "1", "down", "down", "down", "down", "down"],
    "opening": ["f5", "2"],
    "headings": ["f5", "3", "down", "enter"],
    "points": ["f5", "4"],
    "ending": ["f5", "5"],
    "review": ["f5", "6", "down"],
    "phrases": ["f5", "5", "enter", "down", "tab"],
    "narrowing": ["f5", "5", "enter", "ctrl+g"],
    "topics": ["f5", "3", "t"],
    "jumping": ["f5"],
    "outline": ["f2"],
    "export": ["f5", "6", "o"],
    "commands": ["ctrl+p"],
    "help": ["f1"],
}


@pytest.fixture
def few_to_begin_with(drawn: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """List the one template, and a draft of a day that stands."""
    template = load_template(Path("templates/drawn.md"), load_vocabulary(shipped_phrasebank()))
    said = Progress("points", ("meeting", "opening", "headings"), "在全县办公室工作会议上的讲话")
    draft = Recent(Path("草稿.yaml"), datetime(2026, 3, 12, 9, 30), said)
    monkeypatch.setattr(start, "templates", lambda: [template])
    monkeypatch.setattr(start, "recent_drafts", lambda *_: [draft])


@pytest.mark.usefixtures("few_to_begin_with")
@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen(snap_compare: Compare, screen: str, theme: str, drawn: Path) -> None:
    write_settings(user_data(), {"theme": theme})

    async def go(pilot: Pilot[None]) -> None:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press(*SCREENS[screen])
        for field in (*walk.app.screen.query(Input), *walk.app.screen.query(TextArea)):
            field.cursor_blink = False

    assert snap_compare(app(drawn), run_before=go, terminal_size=SIZES[theme])
