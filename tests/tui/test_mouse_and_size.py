"""The mouse does what keys do, and the terminal may change its size at any time."""

from pathlib import Path

import pytest
from walking import Walker, app, walked
from wcwidth import wcswidth

from drafter.tui.steps import STEPS

SIZES = [(200, 60), (40, 12), (80, 24), (20, 5), (120, 40), (1, 1), (60, 8), (200, 60)]
DEEPEST = [["f5"], ["t"], ["enter"], ["s"], ["f1"], ["ctrl+p"], ["f9"], ["f2"]]


async def click(walk: Walker, text: str, nth: int = -1) -> None:
    """Click `text` where it stands on the screen, by default the last time."""
    lines = walk.screen().splitlines()
    rows = [row for row, line in enumerate(lines) if text in line]
    assert rows, f"{text} not in\n{walk.screen()}"
    before = lines[rows[nth]].partition(text)[0]
    await walk.pilot.click(offset=(wcswidth(before) + 1, rows[nth]))
    await walk.settle()


@walked
async def test_a_click_on_a_step_goes_there(drawn: Path) -> None:
    async with app(drawn).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        for step, name in reversed(STEPS.items()):
            await click(walk, name, 0)
            assert walk.wizard.session.step == step


@walked
async def test_a_click_on_a_key_does_what_the_key_does(drawn: Path) -> None:
    async with app(drawn).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await click(walk, "F8 下一步")
        assert walk.wizard.session.step == "opening"
        await click(walk, "F1 帮助")
        assert "六步走完一份提纲" in walk.screen()
        await click(walk, "Esc 回去")
        assert "六步走完一份提纲" not in walk.screen()
        await walk.press("3")
        before = walk.wizard.session.spec.sections
        await click(walk, "n 换一组")
        assert walk.wizard.session.spec.sections != before
        await click(walk, "2 开场")
        await click(walk, "^Z 撤销")
        assert walk.wizard.session.spec.sections == before


@walked
async def test_a_click_on_a_row_takes_it_in_hand(drawn: Path) -> None:
    async with app(drawn).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3")
        await click(walk, "以清廉为镜")
        await click(walk, "回车 改好了")
        await walk.press("K")
        topics = [section.topic for section in walk.wizard.session.spec.sections]
        assert topics == ["政治忠诚", "作风纪律", "参谋辅政"]


@walked
async def test_a_click_on_a_choice_chooses_it(drawn: Path) -> None:
    async with app(drawn).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "1")
        await click(walk, "政府办")
        assert walk.wizard.session.spec.answers["organ"] == "政府办"


@pytest.mark.parametrize("keys", [[], *DEEPEST], ids=lambda keys: "+".join(keys) or "step")
@walked
async def test_any_size_at_any_time_and_nothing_is_lost(keys: list[str], drawn: Path) -> None:
    async with app(drawn).run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3", *keys)
        before, session = walk.screen(), walk.wizard.session
        for size in (*SIZES, (120, 40)):
            await pilot.resize_terminal(*size)
            await walk.settle()
        assert walk.wizard.session == session
        assert walk.screen() == before


@walked
async def test_what_is_being_typed_outlives_a_new_size(drawn: Path) -> None:
    async with app(drawn).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3", "enter", "ctrl+u")
        await walk.type("半句话")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await walk.settle()
        await walk.type("写完了")
        await walk.press("enter")
        assert walk.wizard.session.spec.sections[0].heading.text == "半句话写完了"


@walked
async def test_the_outline_comes_and_goes_with_the_room(drawn: Path) -> None:
    async with app(drawn).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3")
        assert "我就讲这些" not in walk.screen()
        await walk.press("f2")
        assert "我就讲这些" in walk.screen()
        await pilot.resize_terminal(120, 40)
        await walk.press("escape")
        assert "我就讲这些" in walk.screen() and "对仗" in walk.screen()
        await pilot.resize_terminal(80, 24)
        await walk.settle()
        assert "我就讲这些" not in walk.screen()


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
@walked
async def test_the_line_of_keys_always_names_the_help(size, drawn: Path) -> None:
    async with app(drawn).run_test(size=size) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        for key in "123456":
            await walk.press("f5", key)
            assert "F1 帮助" in walk.screen().splitlines()[-1]
