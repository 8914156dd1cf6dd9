"""Outlines read back from elsewhere, opened in the wizard."""

import random
from pathlib import Path

import pytest
from test_monkey import do_anything
from walking import Walker, app, walked

from drafter.cli.main import run
from drafter.locations import user_drafts
from drafter.tui.steps import ORDER
from drafter.tui.workshop import opened

SHAPED = """\
# 在全市办公室工作会议上的讲话

同志们：

今天开个短会。

## 一、守住底线

一是查清隐患。要看死角、看盲区。

二是补上短板。

## 二、提升本领

一是学好业务。

同志们，让我们干起来！
"""
ODD = SHAPED.replace("## 二、提升本领", "补一段话，不成章法。\n\n### （一）提升本领")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("EDITOR", "true")
    return tmp_path


def imported(here: Path, text: str) -> Path:
    outline, spec = here / "提纲.md", here / "提纲.yaml"
    outline.write_text(text, "utf-8")
    assert run(["import", str(outline), "-o", str(spec)]) == 0
    assert ("written:" in spec.read_text("utf-8")) is (text == ODD)
    return spec


@pytest.mark.parametrize("text", [SHAPED, ODD], ids=["shaped", "odd"])
@walked
async def test_every_step_opens_and_the_outline_is_delivered(text: str, here: Path) -> None:
    async with app(imported(here, text)).run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        for step in ORDER:
            assert walk.wizard.session.step == step
            await walk.press("f8")
        await walk.sees("守住底线")
        await walk.press("o", "tab", "enter")
    (written,) = [each for each in here.glob("*.md") if each.name != "提纲.md"]
    assert written.read_text("utf-8") == text


@walked
async def test_headings_of_the_usual_shape_are_edited_as_any(here: Path) -> None:
    async with app(imported(here, SHAPED)).run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3", "enter", "ctrl+u")
        await walk.type("守牢底线")
        await walk.press("enter")
        await walk.sees("守牢底线")
        assert walk.wizard.session.spec.sections[0].points[0].text == "查清隐患"


@walked
async def test_paragraphs_around_the_sections_are_changed_where_they_stand(here: Path) -> None:
    async with app(imported(here, SHAPED)).run_test(size=(80, 30)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "6", "home", "down", "down", "enter", "ctrl+u")
        await walk.type("今天开个长会。")
        await walk.press("enter", "i")
        await walk.type("再说一句。")
        await walk.press("enter")
        await walk.sees("再说一句。")
        answers = walk.wizard.session.spec.answers
        assert answers["opening"] == ("今天开个长会。", "再说一句。")
        assert answers["closing"] == ("同志们，让我们干起来！",)
        await walk.press("K")
        await walk.settle()
        assert walk.wizard.session.spec.answers["opening"] == ("再说一句。", "今天开个长会。")
        await walk.press("x")
        assert walk.wizard.session.spec.answers["opening"] == ("今天开个长会。",)
        await walk.press("ctrl+z", "ctrl+z", "ctrl+z", "ctrl+z")
        assert walk.wizard.session.spec.answers == answers | {"opening": ("今天开个短会。",)}
        await walk.press("home", "enter", "ctrl+u")
        await walk.type("新标题")
        await walk.press("enter")
        assert walk.wizard.session.spec.answers["title"] == "新标题"


@walked
async def test_a_point_is_written_below_another_in_the_review(here: Path) -> None:
    async with app(imported(here, SHAPED)).run_test(size=(80, 30)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "6", "home", *["down"] * 4, "i")
        await walk.type("守好大门")
        await walk.press("enter")
        await walk.sees("二是守好大门")
        points = [point.text for point in walk.wizard.session.spec.sections[0].points]
        assert points == ["查清隐患", "守好大门", "补上短板"]


@walked
async def test_keys_that_come_fast_change_the_line_they_were_meant_for(here: Path) -> None:
    async with app(imported(here, SHAPED)).run_test(size=(80, 30)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "6", "home", *["down"] * 4)
        for key in ("J", "J", "K", "J", "x"):
            walk.app.simulate_key(key)
        await walk.settle()
        points = [point.text for point in walk.wizard.session.spec.sections[0].points]
        assert points == ["补上短板"]


@pytest.mark.parametrize("text", [SHAPED, ODD], ids=["shaped", "odd"])
@walked
async def test_any_keys_do_no_harm(text: str, here: Path) -> None:
    dice = random.Random(text)
    async with app(imported(here, text)).run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        for at in range(150):
            await do_anything(walk, dice)
            if at % 20 == 0:
                await walk.settle()
        await walk.settle()
    for draft in user_drafts().glob("*.yaml"):
        opened(draft)
