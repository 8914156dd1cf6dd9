"""Phrase files, templates and specs that change while the wizard runs."""

import shutil
from pathlib import Path

import pytest
from walking import Walker, app, walked

from drafter.locations import shipped_templates
from drafter.tui.screens.wizard import WizardScreen

MEETING = "help: 会议名称"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(WizardScreen, "LOOK", 0.1)
    return tmp_path


@pytest.fixture
def template(here: Path) -> Path:
    folder = here / "templates"
    folder.mkdir()
    return Path(shutil.copy(shipped_templates() / "mobilisation.md", folder / "own.md"))


@pytest.fixture
def spec(here: Path, template: Path) -> Path:
    text = template.read_text("utf-8").replace("name: mobilisation", "name: own", 1)
    template.write_text(text, "utf-8")
    path = here / "order.yaml"
    path.write_text("template: own\nseed: 3\n", "utf-8")
    return path


def test_files_are_looked_at_twice_in_two_seconds() -> None:
    assert vars(WizardScreen).get("LOOK", 0.1) <= 1


@walked
async def test_a_changed_template_asks_its_new_questions(template: Path, spec: Path) -> None:
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        text = template.read_text("utf-8")
        question = "questions:\n  weather:\n    type: text\n    help: 当天天气\n"
        template.write_text(text.replace("questions:\n", question, 1), "utf-8")
        await walk.sees("当天天气")
        await walk.sees("已经用上")


@walked
async def test_a_broken_template_is_told_until_it_is_mended(template: Path, spec: Path) -> None:
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        text = template.read_text("utf-8")
        template.write_text(text.replace("plan:\n", "plan:\n  nonsense: 1\n", 1), "utf-8")
        await walk.sees("own.md:")
        assert "仍用原来的" in walk.screen()
        await walk.press("f8", "f8", "n")
        assert len(walk.wizard.session.spec.sections) >= 2
        assert "仍用原来的" in walk.screen()
        template.write_text(text, "utf-8")
        await walk.sees("仍用原来的", there=False)


@walked
async def test_a_file_that_is_moved_away_and_back_is_waited_for(template: Path, spec: Path) -> None:
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        away = template.rename(template.with_suffix(".away"))
        await walk.sees("仍用原来的")
        away.rename(template)
        await walk.sees("仍用原来的", there=False)


@walked
async def test_a_spec_that_changes_is_told_and_stays_as_it_is(spec: Path) -> None:
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3", "n")
        mine = walk.wizard.session
        changed = "template: own\nseed: 9\n"
        spec.write_text(changed, "utf-8")
        await walk.sees("order.yaml在外面改过")
        await walk.press("f8", "f7")
        assert walk.wizard.session.spec == mine.spec
    assert spec.read_text("utf-8") == changed


@walked
async def test_a_phrase_mended_while_the_list_is_open_is_on_it(here: Path) -> None:
    bank = here / "phrasebank" / "closings.yaml"
    bank.parent.mkdir()
    bank.write_text("kind: closings\nentries:\n- 同志们，让我们一起干！\n", "utf-8")
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "5", "enter", "shift+tab")
        await walk.type("让我们一")
        assert "让我们一起干" in walk.screen()
        bank.write_text("kind: closings\nentries:\n- 同志们，让我们一道干！\n", "utf-8")
        await walk.sees("让我们一道干")
        assert "让我们一起干" not in walk.screen()


@walked
async def test_who_is_typing_is_not_disturbed(here: Path) -> None:
    bank = here / "phrasebank" / "closings.yaml"
    bank.parent.mkdir()
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3", "enter", "ctrl+u")
        await walk.type("站得")
        bank.write_text("kind: closings\nentries:\n- 同志们，让我们一起干！\n", "utf-8")
        await walk.sees("已经用上")
        await walk.type("稳")
        assert walk.wizard.session.spec.sections[0].heading.text == "站得稳"
