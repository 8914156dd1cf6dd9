"""A draft that is changed in an editor while its wizard runs: neither side loses anything."""

from pathlib import Path

import pytest
from textual import events
from walking import Walker, app, walked

from drafter.locations import user_drafts
from drafter.storage.drafts import DraftFile
from drafter.tui.screens.wizard import WizardScreen
from drafter.tui.workshop import opened

BEGUN = "template: office-work-meeting\nlevel: 县\n"
SEEN = "已经换成改过的"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(WizardScreen, "LOOK", 0.1)
    return tmp_path


@pytest.fixture
def draft() -> Path:
    path = user_drafts() / "draft.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(BEGUN, "utf-8")
    return path


@pytest.fixture
def unwatched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WizardScreen, "LOOK", 3600)


def beside(draft: Path) -> list[Path]:
    return sorted(each for each in draft.parent.glob("*.yaml") if each != draft)


def change(path: Path, old: str, new: str) -> str:
    text = path.read_text("utf-8").replace(old, new)
    assert new in text
    path.write_text(text, "utf-8")
    return text


@walked
async def test_what_was_written_by_hand_is_taken_up_and_can_be_undone(draft: Path) -> None:
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3", "n")
        mine = walk.wizard.session.spec
        change(draft, "level: 县", "level: 市")
        await walk.sees(SEEN)
        found = walk.wizard.session.spec
        assert found.answers == {"level": "市"}
        assert [each.topic for each in found.sections] == [each.topic for each in mine.sections]
        await walk.press("ctrl+z")
        assert walk.wizard.session.spec == mine
        await walk.press("ctrl+y")
        assert walk.wizard.session.spec.answers == {"level": "市"}
    assert opened(draft)[1].spec.answers == {"level": "市"}
    assert not beside(draft)


@walked
async def test_the_fields_show_what_was_written_by_hand(draft: Path) -> None:
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        assert "全县" in walk.screen()
        change(draft, "level: 县", "level: 市")
        await walk.sees("全市")


@pytest.mark.usefixtures("unwatched")
@walked
async def test_coming_back_to_the_window_is_enough(draft: Path) -> None:
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        change(draft, "level: 县", "level: 市")
        pilot.app.post_message(events.AppBlur())
        pilot.app.post_message(events.AppFocus())
        await walk.sees(SEEN)


@pytest.mark.usefixtures("unwatched")
@walked
async def test_to_go_to_another_step_is_no_change(draft: Path) -> None:
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        change(draft, "level: 县", "level: 市")
        await walk.press("f8")
        assert walk.wizard.session.spec.answers == {"level": "市"}
    assert opened(draft)[1].spec.answers == {"level": "市"}
    assert not beside(draft)


@pytest.mark.usefixtures("unwatched")
@walked
async def test_when_both_sides_have_changed_it_the_other_is_kept_beside_and_told(
    draft: Path,
) -> None:
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3")
        text = change(draft, "level: 县", "level: 市")
        await walk.press("n")
        mine = walk.wizard.session.spec
        walk.wizard.look()
        await walk.sees("draft-手改.yaml")
    assert [each.read_text("utf-8") for each in beside(draft)] == [text]
    assert mine.answers == opened(draft)[1].spec.answers == {"level": "县"}
    assert opened(beside(draft)[0])[1].spec.answers == {"level": "市"}


@walked
async def test_one_that_cannot_be_read_is_told_and_waited_for(draft: Path) -> None:
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        before = walk.wizard.session.spec
        draft.write_text(BEGUN + "levle: 市\n", "utf-8")
        await walk.sees("draft.yaml:3")
        assert walk.wizard.session.spec == before
        draft.write_text(BEGUN.replace("县", "市"), "utf-8")
        await walk.sees("draft.yaml:3", there=False)
        assert walk.wizard.session.spec.answers == {"level": "市"}
    assert not beside(draft)


@pytest.mark.parametrize("broken", [BEGUN + "levle: 市\n", "template: [", "\0", ""])
@walked
async def test_a_broken_one_is_kept_beside_before_it_is_written_over(
    broken: str, draft: Path
) -> None:
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3")
        draft.write_text(broken, "utf-8")
        await walk.press("n")
        await walk.sees("draft-手改.yaml")
        await walk.press("n")
    assert [each.read_text("utf-8") for each in beside(draft)] == [broken]
    assert opened(draft)[1].spec.sections


@walked
async def test_to_look_around_writes_over_nothing(draft: Path) -> None:
    broken = BEGUN + "levle: 市\n"
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        draft.write_text(broken, "utf-8")
        await walk.press("f8", "f8", "f5", "6", "f7")
        await walk.sees("draft.yaml:3")
        await walk.press("f8", "f10")
    assert draft.read_text("utf-8") == broken
    assert not beside(draft)


@walked
async def test_the_start_tells_the_version_by_hand_from_the_other(draft: Path) -> None:
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3")
        draft.write_text(BEGUN + "levle: 市\n", "utf-8")
        await walk.press("n", "f10")
        assert walk.screen().count("继续") == 2
        assert walk.screen().count("外面改的那一份") == 1


@walked
async def test_another_template_is_not_taken_up(draft: Path) -> None:
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        draft.write_text("template: mobilisation\n", "utf-8")
        await walk.sees("模板换了")
    assert draft.read_text("utf-8") == "template: mobilisation\n"


@walked
async def test_remarks_are_kept_beside_when_the_draft_is_written_again(draft: Path) -> None:
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3")
        remarked = BEGUN.replace("县", "市") + "# 会议名称还要问一下\n"
        draft.write_text(remarked, "utf-8")
        await walk.sees(SEEN)
        assert walk.wizard.session.spec.answers == {"level": "市"}
        assert not beside(draft)
        await walk.press("n")
        await walk.sees("draft-手改.yaml")
    assert [each.read_text("utf-8") for each in beside(draft)] == [remarked]


@walked
async def test_a_draft_that_was_only_touched_is_no_news(draft: Path) -> None:
    async with app(draft).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3", "n")
        draft.write_bytes(draft.read_bytes())
        await pilot.pause(0.3)
        await walk.press("n")
        assert SEEN not in walk.screen()
    assert not beside(draft)


@walked
async def test_a_spec_that_nothing_was_changed_in_here_is_taken_up(here: Path) -> None:
    spec = here / "order.yaml"
    spec.write_text(BEGUN, "utf-8")
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        for level in ("市", "省"):
            spec.write_text(BEGUN.replace("县", level), "utf-8")
            await walk.sees(f"全{level}")
            assert walk.wizard.session.spec.answers == {"level": level}
        spec.write_text(BEGUN + "levle: 市\n", "utf-8")
        await walk.sees("order.yaml:3")
        assert walk.wizard.session.spec.answers == {"level": "省"}
        await walk.press("ctrl+z", "ctrl+z")
        assert walk.wizard.session.spec.answers == {"level": "县"}
    assert spec.read_text("utf-8") == BEGUN + "levle: 市\n"


def test_versions_by_hand_never_replace_each_other(draft: Path) -> None:
    with DraftFile(draft, print) as file:
        for number in range(3):
            draft.write_text(f"by hand {number}", "utf-8")
            file.save(b"ours")
            file.flush()
    assert {each.read_text("utf-8") for each in beside(draft)} == {
        f"by hand {number}" for number in range(3)
    }
    assert draft.read_bytes() == b"ours"


def test_a_file_that_came_to_stand_where_a_new_draft_goes_is_kept(draft: Path) -> None:
    new = draft.with_name("new.yaml")
    with DraftFile(new, print) as file:
        new.write_text("by hand", "utf-8")
        file.save(b"ours")
    assert (draft.parent / "new-手改.yaml").read_text("utf-8") == "by hand"
