"""How many keys the wizard takes, beside what is typed."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from walking import Walker, app, walked

from drafter.tui.steps import ORDER


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@walked
async def test_from_start_to_the_exported_outline_with_all_defaults(here: Path) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", *["f8"] * (len(ORDER) - 1), "o", "enter")
        assert walk.keys <= 12
    with ZipFile(next(here.glob("*.docx"))) as written:
        assert "一、" in written.read("word/document.xml").decode()


@walked
async def test_an_own_title_three_own_headings_and_a_phrase_that_is_searched(here: Path) -> None:
    own = ("以忠诚为本，站得稳", "以参谋为要，谋得深", "以实干为先，干得成")
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", *["down"] * 4)
        await walk.type("全市办公室主任会议")
        await walk.press("f8", "f8")
        for heading in own:
            await walk.press("enter", "ctrl+u")
            await walk.type(heading)
            await walk.press("enter", "down")
        await walk.press("f8", "s")
        await walk.type("dy")
        await walk.press("enter", "f8", "f8", "o", "tab", "enter")
        assert walk.keys <= 60
        assert walk.wizard.session.spec.sections[0].points
    text = next(here.glob("*.md")).read_text("utf-8")
    assert "在全市办公室主任会议上的讲话" in text
    for number, heading in zip("一二三", own, strict=True):
        assert f"{number}、{heading}" in text
