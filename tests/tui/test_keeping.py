"""Phrases kept, refused, and files that change while the wizard runs."""

from pathlib import Path

import pytest
from walking import Walker, app, walked

from drafter.locations import user_phrasebank
from drafter.tui.screens.wizard import WizardScreen


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(WizardScreen, "LOOK", 0.1)
    return tmp_path


CLOSINGS = "kind: closings\nentries:\n- 同志们，让我们{}！\n"


async def told(walk: Walker, text: str) -> None:
    """Wait until `text` is on the screen."""
    for _ in range(100):
        await walk.pilot.pause(0.05)
        if text in walk.screen():
            return
    raise AssertionError(f"{text} not in\n{walk.screen()}")


def listed(walk: Walker) -> int:
    line = next(line for line in walk.screen().splitlines() if " 条" in line)
    return int(line.partition(" 条")[0].split()[-1])


@walked
async def test_search_finds_by_characters_pinyin_and_initials() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3", "s", "shift+tab")
        every = listed(walk)
        found = {}
        for words in ("参谋", "canmou", "cm", "ＣＭ"):
            await walk.type(words)
            found[words] = listed(walk)
            await walk.press("ctrl+u")
        assert 0 < found["参谋"] <= found["canmou"] <= found["cm"] < every
        assert found["ＣＭ"] == found["cm"]
        await walk.type("没有这一句")
        assert listed(walk) == 0
        await walk.press("enter", "escape")
        assert not walk.wizard.session.spec.sections


@walked
async def test_the_words_of_a_template_are_neither_kept_nor_refused() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "2", "enter", "ctrl+t")
        assert "模板自己的写法不用收" in walk.screen()
        await walk.press("ctrl+r")
        assert "不在短语文件里" in walk.screen()
    assert not user_phrasebank().exists()


@walked
async def test_a_broken_file_is_told_with_its_line_and_a_mended_one_is_used(here: Path) -> None:
    folder = here / "phrasebank"
    folder.mkdir()
    own = folder / "closings.yaml"
    own.write_text(CLOSINGS.format("一起干"), "utf-8")
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "5")
        own.write_text(CLOSINGS.format("{{ nothing }}"), "utf-8")
        await told(walk, "closings.yaml:3")
        own.write_text(CLOSINGS.format("接着干"), "utf-8")
        await told(walk, "已经用上")
        await walk.press("enter")
        await walk.type("接着干")
        assert listed(walk) == 1
