"""The wizard walked with keys alone, at three sizes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from walking import Walker, app, walked

from drafter.locations import user_drafts
from drafter.tui.steps import ORDER, STEPS

SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("size", SIZES)
@walked
async def test_every_step_is_walked_and_the_outline_is_what_generate_gives(
    size, here: Path
) -> None:
    async with app().run_test(size=size) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter")
        seen = []
        for _ in ORDER:
            seen.append(walk.wizard.session.step)
            assert STEPS[seen[-1]] in walk.screen()
            await walk.press("f8")
        assert tuple(seen) == ORDER
        await walk.press("o", "tab", "enter")
        assert walk.keys <= 12 + 2  # the last F8 went nowhere, and Tab chose Markdown
    written = next(here.glob("*.md"))
    spec = next(here.glob("*.yaml"))
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "generate", spec.name], capture_output=True, check=True
    )
    assert done.stdout == written.read_bytes()
    assert "一、" in written.read_text("utf-8")


@walked
async def test_own_words_get_into_the_outline(here: Path) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "right", "enter", "enter")
        await walk.type("２０２６－３－１２")
        await walk.press("f5", "3", "enter", "ctrl+u")
        await walk.type("以忠诚为本，站得稳")
        await walk.press("enter", "f8", "s", "down", "enter", "f8", "enter")
        await walk.press("down", "enter", "f8", "o", "tab", "enter")
        session = walk.wizard.session
    assert session.spec.answers == {"level": "州", "date": "2026-03-12"}
    assert session.spec.sections[0].heading.text == "以忠诚为本，站得稳"
    assert "closing" in session.spec.parts
    text = next(here.glob("*.md")).read_text("utf-8")
    assert "一、以忠诚为本，站得稳" in text and "2026年3月12日" in text and "全州" in text


@walked
async def test_undo_takes_back_what_was_done_and_redo_brings_it_again() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3", "n")
        first = walk.wizard.session.spec.sections
        await walk.press("n")
        second = walk.wizard.session.spec.sections
        assert first != second
        await walk.press("ctrl+z")
        assert walk.wizard.session.spec.sections == first
        await walk.press("ctrl+y")
        assert walk.wizard.session.spec.sections == second


@walked
async def test_a_draft_is_there_again_after_a_new_start() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3", "t", "space", "enter")
        kept = walk.wizard.session
        assert kept.spec.sections
        await walk.press("ctrl+q")
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        assert "继续" in walk.screen()
        await walk.press("enter")
        assert walk.wizard.session.step == "headings"
        assert [s.topic for s in walk.wizard.session.spec.sections] == [
            s.topic for s in kept.spec.sections
        ]


@walked
async def test_a_text_that_is_no_answer_is_told_and_not_lost() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "enter", "enter")
        await walk.type("2026-13-40")
        assert "不能是“2026-13-40”" in walk.screen()
        await walk.press("f8", "f7")
        assert "2026-13-40" in walk.screen()
        await walk.press("ctrl+q")
    draft = next(user_drafts().glob("*.yaml"))
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        assert "2026-13-40" in walk.screen()


@walked
async def test_the_second_wizard_on_a_draft_is_told() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f8", "ctrl+s")
        draft = next(user_drafts().glob("*.yaml"))
        code = (
            "import sys\nfrom pathlib import Path\nfrom drafter.errors import DrafterError\n"
            "from drafter.storage.drafts import DraftFile\n"
            "try: DraftFile(Path(sys.argv[1]), print)\nexcept DrafterError as e: print(e)"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(draft)],
            capture_output=True, check=True, env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        )  # fmt: skip
    assert "已在另一个窗口里打开" in done.stdout.decode()
