"""Keys at random do no harm: no exception, and the draft can be read again."""

import os
import random
from pathlib import Path

import pytest
from textual import events
from walking import Walker, app, walked

from drafter.locations import user_drafts
from drafter.tui.workshop import opened

KEYS = [
    "enter", "up", "down", "left", "right", "tab", "escape", "space", "backspace", "delete",
    "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "ctrl+z", "ctrl+y", "ctrl+s", "ctrl+p",
    "n", "p", "t", "s", "e", "x", "a", "o", "J", "K", "1", "3", "6", "pageup", "pagedown", "home",
    "end", "全", "，", "１", "{", "【",
]  # fmt: skip
PASTES = ["长" * 3000, "一、{{ region }}\n二、", "\x1b[31m红", "{{ nothing }}", "：- #\n\t"]
NUMBER = int(os.environ.get("MONKEY_KEYS", "500"))


@pytest.mark.parametrize("seed", [1])
@walked
async def test_keys_at_random(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    dice = random.Random(seed)
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await pilot.press("enter")
        for number in range(NUMBER):
            match dice.randrange(30):
                case 0:
                    pilot.app.post_message(events.Paste(dice.choice(PASTES)))
                case 1:
                    await pilot.resize_terminal(dice.randrange(20, 200), dice.randrange(5, 60))
                case _:
                    pilot.app.simulate_key(dice.choice(KEYS))
            if number % 25 == 0:
                await walk.settle()
        await walk.settle()
    for draft in user_drafts().glob("*.yaml"):
        opened(draft)
