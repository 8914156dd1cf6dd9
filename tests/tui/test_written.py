"""An outline written elsewhere: walked through and changed line by line in the last step."""

import subprocess
import sys
from pathlib import Path

import pytest
from editing import Editor
from walking import Walker, app, walked

from drafter.cli.main import run
from drafter.exporters import EXPORTERS
from drafter.locations import user_drafts
from drafter.model.outline import Heading, Paragraph, Point
from drafter.tui.workshop import opened

TEXT = """\
# 在全市办公室工作会议上的讲话

同志们：

今天开个短会。

## 一、守住底线

一是查清隐患。要看死角、看盲区。

二是补上短板。

### （一）提升本领

补一段话，不成章法。

## 二、转变作风

一是说了就办。

同志们，让我们干起来！
"""
SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "原稿.md").write_text(TEXT, "utf-8")
    assert run(["import", "原稿.md", "-o", "原稿.yaml"]) == 0
    return tmp_path / "原稿.yaml"


def nodes(walk: Walker) -> list[object]:
    return [each.node for each in walk.wizard.session.spec.written]


def texts(walk: Walker) -> list[str]:
    return [each.node.text for each in walk.wizard.session.spec.written]


async def reviewed(walk: Walker, row: int) -> None:
    """Go to the last step, and there to the line `row`."""
    await walk.settle()
    await walk.press("f5", "6", "home", *["down"] * row)


def highlighted(walk: Walker) -> str:
    rows = walk.app.focused
    return texts(walk)[rows.highlighted]


@pytest.mark.parametrize("size", SIZES)
@walked
async def test_a_line_is_edited_in_place(spec: Path, size: tuple[int, int]) -> None:
    async with app(spec).run_test(size=size) as pilot:
        walk = Walker(pilot)
        await reviewed(walk, 2)
        await walk.press("enter", "ctrl+u")
        await walk.type("今天开个长会。")
        await walk.press("enter")
        await walk.sees("今天开个长会。")
        assert nodes(walk)[2] == Paragraph("今天开个长会。")
        await walk.press("down", "enter", "ctrl+u")
        await walk.type("守牢底线")
        await walk.press("enter")
        await walk.sees("一、守牢底线")
        await walk.press("down", "c", "ctrl+u")
        await walk.type("多看两眼。")
        await walk.press("enter")
        await walk.sees("一是查清隐患。多看两眼。")
        assert nodes(walk)[3:5] == [Heading("守牢底线", 1), Point("查清隐患", "一是", "多看两眼。")]
        await walk.press("ctrl+z", "ctrl+z", "ctrl+z")
        assert nodes(walk)[2] == Paragraph("今天开个短会。")
        await walk.press("ctrl+y")
        assert nodes(walk)[2] == Paragraph("今天开个长会。")


@walked
async def test_an_edit_given_up_leaves_the_line_as_it_was(spec: Path) -> None:
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await reviewed(walk, 2)
        before = walk.wizard.session.spec.written
        await walk.press("enter")
        await walk.type("不要")
        await walk.press("escape", "i")
        await walk.type("也不要")
        await walk.press("escape", "i", "enter")
        assert walk.wizard.session.spec.written == before


@walked
async def test_the_editor_of_the_users_choice_takes_a_line(spec: Path, editor: Editor) -> None:
    editor.does("path.write_text('从编辑器来的\\n一段。\\n', 'utf-8')")
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await reviewed(walk, 2)
        await walk.press("f4", "enter")
        assert nodes(walk)[2] == Paragraph("从编辑器来的一段。")


@walked
async def test_lines_are_added_below_and_taken_out(spec: Path) -> None:
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await reviewed(walk, 4)
        await walk.press("i")
        await walk.type("盯住关键环节")
        await walk.press("enter")
        await walk.sees("二是盯住关键环节")
        assert nodes(walk)[5] == Point("盯住关键环节", "一是")
        assert highlighted(walk) == "盯住关键环节"
        await walk.press("x")
        await walk.sees("盯住关键环节", there=False)
        assert "盯住关键环节" not in texts(walk)
        await walk.press("home", "down", "down", "i")
        await walk.type("再加一段。")
        await walk.press("enter")
        assert nodes(walk)[2:4] == [Paragraph("今天开个短会。"), Paragraph("再加一段。")]


@walked
async def test_lines_and_sections_move_even_when_keys_come_fast(spec: Path) -> None:
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await reviewed(walk, 2)
        walk.app.simulate_key("J")
        walk.app.simulate_key("J")
        await walk.settle()
        assert texts(walk)[2:5] == ["守住底线", "查清隐患", "今天开个短会。"]
        assert highlighted(walk) == "今天开个短会。"
        await walk.press("ctrl+z", "ctrl+z", "home", *["down"] * 3, "J")
        await walk.sees("一、转变作风")
        assert texts(walk)[3:5] == ["转变作风", "说了就办"]
        assert texts(walk)[-1] == "同志们，让我们干起来！"
        assert highlighted(walk) == "守住底线"
        await walk.press("x")
        assert texts(walk)[3:] == ["转变作风", "说了就办", "同志们，让我们干起来！"]


@walked
async def test_a_line_is_made_another_kind(spec: Path) -> None:
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await reviewed(walk, 2)
        await walk.sees("段落。回车")
        await walk.press("t")
        await walk.type("一级")
        await walk.press("enter")
        await walk.sees("一、今天开个短会")
        assert nodes(walk)[2] == Heading("今天开个短会", 1)
        await walk.sees("一级标题。回车")


@walked
async def test_a_line_is_taken_from_the_phrasebank_or_added_from_it(spec: Path) -> None:
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await reviewed(walk, 5)
        before = texts(walk)
        await walk.press("s")
        await walk.press("enter")
        taken = walk.wizard.session.spec.written[5]
        assert taken.id and taken.node.text != before[5] and "{{" not in taken.node.text
        assert isinstance(taken.node, Point)
        await walk.press("a", "down", "enter")
        added = walk.wizard.session.spec.written[6]
        assert added.id and isinstance(added.node, Point)
        assert [*texts(walk)[:5], *texts(walk)[7:]] == [*before[:5], *before[6:]]
        assert highlighted(walk) == added.node.text


@walked
async def test_findings_follow_the_lines(spec: Path) -> None:
    async with app(spec).run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await reviewed(walk, 2)
        await walk.press("enter", "ctrl+u")
        await walk.type("【待补：会议议程】")
        await walk.press("enter")
        await walk.sees("待补：会议议程")
        assert "通览!" in walk.screen().splitlines()[0]


@walked
async def test_what_is_delivered_is_what_generate_makes_of_the_spec(spec: Path) -> None:
    suffixes = [suffix.lstrip(".") for suffix in EXPORTERS]
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await reviewed(walk, 3)
        await walk.press("J", "i")
        await walk.type("加一段话：{{ region }}。")
        await walk.press("enter", "K")
        for suffix in suffixes:
            await walk.press("o", "ctrl+u")
            await walk.type(f"{suffix}-of-wizard.{suffix}")
            await walk.press("enter")
            await walk.sees("已写入")
    assert "加一段话" in (spec.parent / "md-of-wizard.md").read_text("utf-8")
    options = [word for suffix in suffixes for word in ("-o", f"again.{suffix}")]
    order = f"{suffixes[0]}-of-wizard.yaml"
    subprocess.run([sys.executable, "-m", "drafter", "generate", order, *options], check=True)
    for suffix in suffixes:
        written = spec.parent / f"{suffix}-of-wizard.{suffix}"
        assert written.read_bytes() == (spec.parent / f"again.{suffix}").read_bytes(), suffix


@walked
async def test_the_draft_holds_every_change(spec: Path) -> None:
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await reviewed(walk, 2)
        await walk.press("i")
        await walk.type("一直都在")
        written = walk.wizard.session.spec.written
    (draft,) = user_drafts().glob("*.yaml")
    assert opened(draft)[1].spec.written == written


@pytest.mark.parametrize("size", SIZES)
@walked
async def test_steps_without_choices_say_where_the_text_is_changed(
    spec: Path, size: tuple[int, int]
) -> None:
    async with app(spec).run_test(size=size) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        for step in "2345":
            await walk.press("f5", step)
            await walk.sees("全文照原稿，在“通览”里逐行改")


@walked
async def test_nothing_is_asked_that_would_change_nothing(spec: Path) -> None:
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        screen = walk.screen()
        assert all(word in screen for word in ("级别", "讲话人", "会议日期", "全文照原稿"))
        moot = ("第一个小标题前面的各段", "分论点怎样标", "称谓", "标题下面的各行")
        assert not [word for word in moot if word in screen]
        await walk.press(*["down"] * 4)
        assert walk.app.focused.name == "minutes"
