"""The wizard killed at any moment: its draft loads, and lacks at most the last change."""

import os
import random
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest
from walking import Walker, app, walked

from drafter.locations import user_drafts
from drafter.storage.drafts import DraftFile
from drafter.tui.workshop import opened

ROUNDS = int(os.environ.get("DRAFTER_KILLS", "6"))
"""Kills in an ordinary run; `make benchmark` does two hundred."""
MANY = 200
WAIT = 60

TYPED = """
import asyncio, os, random, sys
from hashlib import sha256
from textual import events
from drafter.storage import drafts
from drafter.tui import opening
from drafter.tui.app import DrafterApp

log = open(sys.argv[1], "ab", buffering=0)

def told(what, data):
    log.write(f"{what} {sha256(data).hexdigest()}\\n".encode())
    os.fsync(log.fileno())

class Told(drafts.DraftFile):
    def save(self, data):
        told("taking", data)
        super().save(data)
        told("taken", data)

opening.DraftFile = Told
SCRIPTS = [
    ["f5", "1", "tab", *"讲话会议abc", "backspace", "2", "backspace"],
    ["f5", "3", "n", "n", "ctrl+z", "enter", *"站得稳", "enter", "p", "J"],
    ["f5", "4", "n", "enter", "end", *"，落到实处", "enter", "x", "ctrl+z", "ctrl+y"],
    ["f5", "5", "e", *"同志们", "enter", "f6", "f3", "ctrl+z"],
    ["f5", "6", "down", "down", "enter", *"改", "escape", "f7", "f8"],
]

async def main(seed):
    dice = random.Random(seed)
    app = DrafterApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.post_message(events.Key("enter", "\\r"))
        await pilot.pause()
        while True:
            for key in dice.choice(SCRIPTS):
                app.post_message(events.Key(key, key if len(key) == 1 else None))
                await asyncio.sleep(dice.choice([0, 0, 0.01, 0.05]))

asyncio.run(main(int(sys.argv[2])))
"""


def type_until_killed(log: Path, seed: int) -> list[tuple[str, str]]:
    """Let a wizard be typed into, kill it, and return what it had told before."""
    log.touch()
    chance = random.Random(seed)
    with subprocess.Popen(
        [sys.executable, "-c", TYPED, str(log), str(seed)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=log.parent,
    ) as child:  # fmt: skip
        end = time.monotonic() + WAIT
        while not log.stat().st_size and child.poll() is None and time.monotonic() < end:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 1.2))
        ended = child.poll()
        child.kill()
        assert child.stderr
        said = child.stderr.read().decode()
    assert ended is None, said
    lines = log.read_text("ascii").splitlines()
    return [(what, digest) for what, _, digest in (line.partition(" ") for line in lines)]


def assert_lacks_at_most_the_last_change(told: list[tuple[str, str]]) -> None:
    taking = [digest for what, digest in told if what == "taking"]
    taken = sum(what == "taken" for what, _ in told)
    drafts = sorted(user_drafts().glob("*.yaml"))
    if not drafts:
        assert taken <= 1, "more than one change was never written"
        return
    (draft,) = drafts
    opened(draft)
    written = sha256(draft.read_bytes()).hexdigest()
    assert written in taking[max(taken - 2, 0) :], f"{taken} changes taken, the last two not kept"


def kill_again_and_again(rounds: range, folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """Kill a wizard in each round, and return the number of changes that were taken in all."""
    changes = 0
    for number in rounds:
        monkeypatch.setenv("DRAFTER_DATA", str(folder / f"data{number}"))
        told = type_until_killed(folder / f"log{number}", number)
        assert_lacks_at_most_the_last_change(told)
        changes += sum(what == "taken" for what, _ in told)
    return changes


def test_a_killed_wizard_lacks_at_most_the_last_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kill_again_and_again(range(ROUNDS), tmp_path, monkeypatch) > ROUNDS


@pytest.mark.benchmark
def test_two_hundred_kills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changes = kill_again_and_again(range(MANY), tmp_path, monkeypatch)
    print(f"\n{MANY} kills · {changes} changes taken · every draft loads, none lacks two changes")


HOLDING = """
import sys
from pathlib import Path
from drafter.storage.drafts import DraftFile
held = DraftFile(Path(sys.argv[1]), print)
print("held", flush=True)
sys.stdin.read()
"""


@walked
async def test_a_second_wizard_is_told_and_a_killed_one_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    draft = user_drafts() / "draft.yaml"
    draft.parent.mkdir(parents=True)
    draft.write_text("template: office-work-meeting\nlevel: 县\n", "utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(draft)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        async with app().run_test(size=(80, 24), notifications=True) as pilot:
            walk = Walker(pilot)
            await walk.settle()
            await walk.press("enter")
            for _ in range(100):
                await pilot.pause(0.05)
                if "另一个窗口" in walk.screen():
                    break
            assert "另一个窗口" in walk.screen()
            other.kill()
            other.wait()
            await walk.press("enter")
            assert walk.wizard.session.spec.answers == {"level": "县"}


def test_what_a_killed_wizard_left_half_written_is_swept_away(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    old, new = (tmp_path / f".draft.yaml.{name}-0.part" for name in ("1", "2"))
    for each in (old, new):
        each.write_bytes(b"half")
    os.utime(old, (0, 0))
    with DraftFile(draft, print) as file:
        file.save(b"template: office-work-meeting\n")
    assert not old.exists()
    assert new.exists(), "it may be another wizard's"
    assert draft.read_bytes() == b"template: office-work-meeting\n"
