"""Pick lists: searched, narrowed, taken from, and what else is done with a phrase there."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from editing import Editor
from textual import events
from walking import Walker, app, walked

from drafter.locations import user_phrasebank
from drafter.tui.screens.wizard import WizardScreen

BANK = """\
kind: closings
entries:
- id: c-aaaaaaaa
  text: 同志们，让我们参谋在前、接着干！
  topics: [参谋辅政]
  source: {document: 去年的讲话.docx, line: 31}
- id: c-bbbbbbbb
  text: 同志们，让我们保密为重、一起干！
  topics: [安全保密]
  source: {document: 前年的讲话.txt, line: 7}
- id: c-cccccccc
  text: 同志们，让我们参谋有为、继续干！
  topics: [参谋辅政, 作风纪律]
  era: '2026'
  source: {document: 去年的讲话.docx, line: 32}
- 同志们，让我们埋头苦干！
"""
SET = """\
kind: points
entries:
- id: x-dddddddd
  topics: [参谋辅政]
  members:
  - 把头一件一一做实
  - 把再一件一一落地
"""
OWN = ("接着干", "一起干", "继续干", "们埋头苦干")


@pytest.fixture(autouse=True)
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(WizardScreen, "LOOK", 0.1)
    path = tmp_path / "phrasebank" / "closings.yaml"
    path.parent.mkdir()
    path.write_text(BANK, "utf-8")
    return path


def listed(walk: Walker) -> list[str]:
    """Return what is on the list of what the bank of this test holds."""
    lines = [
        line for line in walk.screen().splitlines() if "让我们" in line and "不再出现" not in line
    ]
    return [said for said in OWN if any(said in line for line in lines)]


async def at_closings(walk: Walker, *keys: str) -> None:
    """Go to the list of all closings, in the year of the bank."""
    await walk.settle()
    await walk.press("enter", "enter", "enter")
    await walk.type("2026-03-12")
    await walk.press("f5", "5", "enter", "shift+tab", *keys)


def test_lists_are_long_enough_for_this_test() -> None:
    assert len(OWN) == BANK.count("让我们")


@pytest.mark.parametrize("words", ["参谋", "canmou", "cm", "ＣＭ zqm", "苦干", "参谋辅政", "zzz"])
@walked
async def test_the_list_finds_what_bank_search_finds(words: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "drafter", "bank", "search", "--json", words],
        capture_output=True, check=True,
    )  # fmt: skip
    said = [entry.get("text", "") for entry in json.loads(done.stdout)["entries"]]
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk)
        await walk.type(words)
        assert listed(walk) == [own for own in OWN if any(own in text for text in said)]


@pytest.mark.parametrize(
    ("keys", "typed", "left"),
    [
        (("ctrl+g",), "参谋", ["接着干", "继续干"]),
        (("ctrl+g",), "zfjl", ["继续干"]),
        (("ctrl+g",), "不分", ["们埋头苦干"]),
        (("ctrl+l",), "2026", ["继续干"]),
        (("ctrl+l",), "不限", ["接着干", "一起干", "们埋头苦干"]),
        (("ctrl+n",), "去年", ["接着干", "继续干"]),
        (("ctrl+n",), "qiannian", ["一起干"]),
    ],
)
@walked
async def test_a_list_is_narrowed_by_topic_era_and_source(keys, typed: str, left) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk, *keys)
        await walk.type(typed)
        await walk.press("enter")
        assert listed(walk) == left
        await walk.press(*keys, "home", "up", "pageup", "enter")
        assert listed(walk) == list(OWN)


@walked
async def test_filters_and_words_go_together_and_a_row_tells_document_and_line() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk, "ctrl+g")
        await walk.type("参谋")
        await walk.press("enter", "ctrl+n")
        await walk.type("去年")
        await walk.press("enter")
        await walk.type("ziwei")
        assert listed(walk) == []
        await walk.press(*["backspace"] * 5)
        await walk.type("jxg")
        assert listed(walk) == ["继续干"]
        assert "主题：参谋辅政" in walk.screen() and "出处：去年的讲话.docx" in walk.screen()
        assert walk.screen().count("去年的讲话.docx:32") == 2


@walked
async def test_a_list_that_finds_nothing_says_which_key_widens_it() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk)
        await walk.type("没有这一句")
        assert listed(walk) == []
        assert "Ctrl+U 清空" in walk.screen() and "Shift+Tab 换到合用" in walk.screen()
        await walk.press("ctrl+u", "ctrl+g")
        await walk.type("参谋")
        await walk.press("enter")
        assert "没有找到" not in walk.screen()
        await walk.type("没有这一句")
        assert "按 Ctrl+G 放宽主题" in walk.screen()


@walked
async def test_one_letter_amiss_is_forgiven_and_told() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk)
        await walk.type("wmcmyx")
        assert listed(walk) == ["继续干"] and "差一个字母" in walk.screen()


@walked
async def test_several_points_are_taken_at_once_and_closings_one_by_one() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk, "tab")
        assert "多选" not in walk.screen() and "选了" not in walk.screen()
        await walk.press("escape", "f5", "4")
        before = walk.wizard.workshop.full(walk.wizard.session).sections[0].points
        await walk.press("a", "shift+tab", "shift+tab")
        await walk.type("调研")
        await walk.press("tab", "tab", "enter")
        points = walk.wizard.session.spec.sections[0].points
        assert points[: len(before)] == before and len(points) == len(before) + 2


@walked
async def test_a_phrase_is_edited_before_it_is_used_and_escape_leaves_it_as_it_is() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk)
        await walk.type("jzg")
        await walk.press("ctrl+f")
        await walk.type("好")
        assert walk.wizard.session.spec.parts["closing"].text.endswith("接着干！好")
        await walk.press("escape")
        assert walk.wizard.session.spec.parts["closing"].text.endswith("接着干！")
        await walk.press("e")
        await walk.type("再接再厉")
        await walk.press("enter")
        assert walk.wizard.session.spec.parts["closing"].text.endswith("接着干！再接再厉")


@walked
async def test_an_added_point_is_the_one_that_is_edited() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "4", "a", "shift+tab", "shift+tab")
        await walk.type("调研")
        await walk.press("ctrl+f")
        await walk.type("又")
        points = walk.wizard.session.spec.sections[0].points
        assert points[-1].text.endswith("又") and not points[0].text.endswith("又")


@walked
async def test_a_phrase_is_taken_into_the_users_own_bank_once() -> None:
    own = user_phrasebank() / "closings.yaml"
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk)
        await walk.type("jzg")
        await walk.press("ctrl+t")
        assert str(own.name) in walk.screen() and "收进个人短语库" in walk.screen()
        written = own.read_text("utf-8")
        assert "接着干" in written and "去年的讲话.docx" in written and "line: 31" in written
        await walk.press("ctrl+t")
        assert "已经有这一条" in walk.screen()
        assert own.read_text("utf-8") == written
        await walk.pilot.pause(0.4)
        assert listed(walk) == ["接着干"] and walk.number_listed() == 1
        await walk.press("ctrl+z")
        assert "接着干" not in own.read_text("utf-8")
        await walk.press("ctrl+y")
        assert own.read_text("utf-8") == written


@walked
async def test_a_set_is_taken_as_a_set() -> None:
    own = user_phrasebank() / "points.yaml"
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "4", "s", "shift+tab", "ctrl+t")
        assert "收进个人短语库" in walk.screen()
    bank = subprocess.run(
        [sys.executable, "-m", "drafter", "bank", "check"], capture_output=True, check=False
    )
    assert str(own) not in bank.stdout.decode()
    assert "members" in own.read_text("utf-8")


@walked
async def test_a_refused_phrase_is_gone_at_once_and_undo_brings_it_back(bank: Path) -> None:
    rejected = bank.parent / "rejected.txt"
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk)
        await walk.type("yqg")
        await walk.press("ctrl+r")
        assert listed(walk) == []
        assert "c-bbbbbbbb" in rejected.read_text("utf-8")
        await walk.press("ctrl+u")
        await walk.type("jxg")
        await walk.press("ctrl+r", "ctrl+u")
        assert listed(walk) == ["接着干", "们埋头苦干"]
        await walk.pilot.pause(0.4)
        assert listed(walk) == ["接着干", "们埋头苦干"]
        await walk.press("ctrl+z", "ctrl+z")
        await walk.sees("一起干")
        assert listed(walk) == list(OWN) and rejected.read_text("utf-8") == ""
        await walk.press("ctrl+z")
        assert "没有可以撤销" in walk.screen()
        await walk.press("ctrl+y")
        await walk.sees("一起干", there=False)


@walked
async def test_who_refuses_one_of_a_set_is_told_before_and_after_that_it_is_the_whole_set(
    bank: Path,
) -> None:
    bank.with_name("points.yaml").write_text(SET, "utf-8")
    rejected = bank.with_name("rejected.txt")
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "4", "s", "shift+tab", "shift+tab")
        await walk.type("头一件")
        assert walk.number_listed() == 1 and walk.screen().count("整组 2 句") == 2
        await walk.press("ctrl+r")
        assert "整组 2 句以后不再出现" in walk.screen() and "Ctrl+Z 撤销" in walk.screen()
        assert "x-dddddddd" in rejected.read_text("utf-8")
        await walk.press("ctrl+u")
        await walk.type("再一件")
        assert walk.number_listed() == 0
        await walk.press("ctrl+z")
        await walk.sees("再一件一一落地")
        await walk.press("ctrl+t")
        assert "已把这一句收进个人短语库" in walk.screen()


@walked
async def test_the_keys_of_the_wizard_do_nothing_in_a_list(bank: Path) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk)
        before, session = walk.screen(), walk.wizard.session
        await walk.press("f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10")
        assert walk.screen() == before and walk.wizard.session == session
        assert not user_phrasebank().exists() and not bank.with_name("rejected.txt").exists()


@walked
async def test_undo_goes_through_refusals_and_other_changes_in_turn(bank: Path) -> None:
    rejected = bank.parent / "rejected.txt"
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk)
        await walk.type("jzg")
        await walk.press("enter", "enter", "shift+tab")
        await walk.type("yqg")
        await walk.press("ctrl+r", "escape", "f5", "3", "J")
        moved = walk.wizard.session.spec.sections
        await walk.press("ctrl+z")
        assert walk.wizard.session.spec.sections != moved
        assert "c-bbbbbbbb" in rejected.read_text("utf-8")
        await walk.press("ctrl+z")
        assert rejected.read_text("utf-8") == ""
        assert "接着干" in walk.wizard.session.spec.parts["closing"].text
        await walk.press("ctrl+z")
        assert "closing" not in walk.wizard.session.spec.parts
        await walk.press("ctrl+y", "ctrl+y", "ctrl+y")
        assert walk.wizard.session.spec.sections == moved
        assert "c-bbbbbbbb" in rejected.read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="the editor is a script")
@pytest.mark.parametrize(
    ("step", "typed", "name", "line"),
    [("5", "yqg", "closings.yaml", 7), ("2", "", "office-work-meeting.md", None)],
)
@walked
async def test_the_editor_opens_at_the_phrase(
    step: str, typed: str, name: str, line: int | None, editor: Editor
) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", step, "enter")
        if typed:
            await walk.press("shift+tab")
            await walk.type(typed)
        await walk.press("ctrl+o")
        place, path = editor.arguments
        assert Path(path).name == name
        assert place == f"+{line}" if line else place[1:].isdecimal()
        if line is None:
            text = Path(path).read_text("utf-8").splitlines()[int(place[1:]) - 1]
            assert text.strip().startswith("- ")


@pytest.mark.skipif(os.name == "nt", reason="the editor is a script")
@walked
async def test_who_opens_a_shipped_file_is_told_first_what_it_is(editor: Editor) -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "4", "s", "ctrl+o")
        assert "随程序带的短语文件" in walk.screen() and "个人短语库" in walk.screen()
        with pytest.raises(FileNotFoundError):
            assert editor.arguments
        await walk.press("ctrl+o")
        assert Path(editor.arguments[-1]).name == "points.yaml"


@pytest.mark.skipif(os.name == "nt", reason="the editor is a script")
@walked
async def test_what_is_changed_in_the_editor_is_on_the_list(
    editor: Editor,
) -> None:
    editor.does(
        "text = path.read_text('utf-8').replace('一起干', '干一场')\npath.write_text(text, 'utf-8')"
    )
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await at_closings(walk)
        await walk.type("bmwz")
        await walk.press("ctrl+o")
        await walk.sees("干一场")


@walked
async def test_among_very_many_phrases_one_is_found_and_closing_early_does_no_harm(
    bank: Path,
) -> None:
    many = "".join(f"- 同志们，让我们第{number}次出发！\n" for number in range(6000))
    bank.write_text(f"{BANK}{many}", "utf-8")
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "5")
        for key in ("enter", "escape"):
            walk.app.post_message(events.Key(key, None))
            await pilot.pause()
        await walk.press("enter", "shift+tab")
        await walk.type("第5432次")
        await walk.settle()
        assert walk.number_listed() == 1 and "第5432次出发" in walk.screen()
        await walk.press("enter")
        assert "5432" in walk.wizard.session.spec.parts["closing"].text
