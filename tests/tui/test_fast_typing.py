"""Keys typed in the same instant: each meets what the one before it has opened."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual import events
from walking import Walker, app, walked

from drafter.tui.session import Session


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def heading(session: Session) -> str:
    found = session.spec.sections[0].heading
    return found.text if found else ""


def first_point(session: Session) -> str:
    return session.spec.sections[0].points[0].text


def opening(session: Session) -> str:
    return next(iter(session.spec.parts.values())).text


@pytest.mark.parametrize(
    ("step", "keys", "said"),
    [
        ("2", ["e", "end", *"改好了"], opening),
        ("3", ["e", *"改好了"], heading),
        ("3", ["enter", *"改好了", "enter", "n", "p", "e", *"改好了"], heading),
        ("4", ["enter", *"改好了"], first_point),
        ("4", ["right", "down", "left", "down", "home", "enter", *"改好了"], first_point),
        ("3", ["f5", "4", "enter", *"改好了"], first_point),
        ("6", ["f5", "3", "f8", "f7", "e", *"改好了"], heading),
        ("3", ["f2", "escape", "f1", "escape", "e", *"改好了"], heading),
    ],
)
@walked
async def test_what_follows_a_key_goes_where_the_key_leads(
    step: str, keys: list[str], said: Callable[[Session], str]
) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", step)
        await walk.rush(*keys)
        assert said(walk.wizard.session).endswith("改好了")


@walked
async def test_from_the_start_to_a_text_in_one_burst() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.rush("enter", "f8", "f8", "e", *"改好了", "enter")
        assert heading(walk.wizard.session).endswith("改好了")


@walked
async def test_what_is_searched_for_may_follow_the_key_of_the_list() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3")
        await walk.rush("s", "shift+tab", *"参谋")
        await walk.sees("参谋")
        few = walk.number_listed()
        await walk.rush(*["backspace"] * 2)
        assert 0 < few < walk.number_listed()


@walked
async def test_a_paste_right_behind_the_key_of_an_editor_is_in_it() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3")
        for event in (events.Key("e", "e"), events.Key("ctrl+u", None), events.Paste("一段话")):
            pilot.app.post_message(event)
        await walk.settle()
        assert heading(walk.wizard.session) == "一段话"
