"""Keys, pastes and sizes at random do no harm: no exception, and the draft can be read again."""

import os
import random
from pathlib import Path

import pytest
from textual import events
from walking import Walker, app, walked

from drafter.locations import user_drafts
from drafter.tui.workshop import opened

KEYS = [
    "enter", "up", "down", "left", "right", "tab", "shift+tab", "escape", "space", "backspace",
    "delete", "home", "end", "pageup", "pagedown", "ctrl+u", "ctrl+a", "ctrl+z", "ctrl+y",
    "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "ctrl+s", "ctrl+p",
    "ctrl+f", "ctrl+g", "ctrl+l", "ctrl+n", "ctrl+o", "ctrl+r", "ctrl+t",
    "ctrl+up", "ctrl+down", *"nptsexaoJKjk013569?/[{", *"全市，。：１３Ｎ【“…　",
]  # fmt: skip
CHARACTERS = [*"\x00\x07\x1b\x7f\x85\u200b\u202e\u2028\ufeff", *"[]{}%#:：-—“”…（）", *"👍🏽é한"]
TEXTS = [
    "长" * 3000,
    "一、{{ region }}\n二、",
    "\x1b[31m红\x1b[0m\x1b]0;题\x07",
    "{{ nothing }}",
    "{% raw %}{{",
    "：- #\n\t|>&*!",
    "[bold red]粗[/]\\[@click=app.quit]退[/]",
    "👨‍👩‍👧‍👦🇨🇳é\u0301\u0301한글",
    "\r\n\r\n第一行\r第二行\v第三行\u2029",
    "---\ntemplate: other\n",
    "1" * 400,
]
SIZES = [(80, 24), (120, 40), (200, 60), (20, 5), (1, 1), (300, 3), (33, 90)]
NUMBER = int(os.environ.get("DRAFTER_MONKEY", "300"))
"""Keys, pastes and sizes in an ordinary run; `make benchmark` does five thousand."""
MANY = 5000


def text(dice: random.Random) -> str:
    if dice.random() < 0.5:
        return dice.choice(TEXTS)
    return "".join(dice.choice([*CHARACTERS, *"会议办公室"]) for _ in range(dice.randrange(60)))


async def do_anything(walk: Walker, dice: random.Random) -> None:
    match dice.randrange(30):
        case 0:
            walk.app.post_message(events.Paste(text(dice)))
        case 1:
            await walk.pilot.resize_terminal(*dice.choice(SIZES))
        case 2:
            character = dice.choice(CHARACTERS)
            walk.app.post_message(events.Key(character, character))
        case _:
            walk.app.simulate_key(dice.choice(KEYS))


async def do_much(seed: int, number: int) -> None:
    """Do anything at all so many times, then read every draft that has come of it."""
    dice = random.Random(seed)
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await pilot.press("enter")
        for at in range(number):
            await do_anything(walk, dice)
            if at % 20 == 0:
                await walk.settle()
        await walk.settle()
    drafts = sorted(user_drafts().glob("*.yaml"))
    assert drafts
    for draft in drafts:
        opened(draft)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "true")


@pytest.mark.parametrize("seed", [1])
@walked
async def test_keys_pastes_and_sizes_at_random(seed: int) -> None:
    await do_much(seed, NUMBER)


@pytest.mark.benchmark
@pytest.mark.parametrize("seed", range(1, 6))
@walked
async def test_five_thousand_of_them(seed: int) -> None:
    await do_much(seed, MANY)
