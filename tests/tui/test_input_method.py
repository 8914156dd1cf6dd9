"""What an input method types does what its narrow twin does."""

from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input
from walking import Walker, app, walked

from drafter.model.template import Question
from drafter.tui.wide_keys import narrow_key, twin
from drafter.tui.widgets.fields import field


@pytest.mark.parametrize(
    ("typed", "key", "character"),
    [
        ("１", "1", "1"),
        ("ｎ", "n", "n"),
        ("Ｊ", "J", "J"),
        ("？", "question_mark", "?"),
        ("／", "slash", "/"),
        ("、", "slash", "/"),
        ("\u3000", "space", " "),
        ("。", "full_stop", "."),
        ("【", "left_square_bracket", "["),
    ],
)
def test_a_wide_key_is_its_narrow_twin(typed: str, key: str, character: str) -> None:
    pressed = narrow_key(events.Key(typed, typed))
    assert (pressed.key, pressed.character) == (key, character)


@pytest.mark.parametrize("typed", ["n", "J", "全", "?", ""])
def test_other_keys_are_as_they_are(typed: str) -> None:
    pressed = events.Key(typed or "f1", typed or None)
    assert narrow_key(pressed) is pressed
    assert twin(typed) == typed


@pytest.mark.parametrize(
    ("kind", "typed", "read"),
    [
        ("date", "2026-03-12", "2026-03-12"),
        ("date", "２０２６－０３－１２", "2026-03-12"),
        ("date", "２０２６／３／１２", "2026/3/12"),
        ("date", "2026。3。12", "2026-3-12"),
        ("date", "2026、3、12", "2026-3-12"),
        ("date", "2026—3—12", "2026-3-12"),
        ("date", "2026年3月12日", "2026年3月12日"),
        ("date", "２０２６ 年 ３ 月 １２ 日", "2026年3月12日"),
        ("date", "20260312", "2026-03-12"),
        ("date", "明天", "明天"),
        ("number", "４０", "40"),
        ("number", " 40 ", "40"),
        ("number", "４０分钟", "40"),
        ("number", "四十", "四十"),
        ("text", "第１次 会议。", "第１次 会议。"),
    ],
)
def test_what_is_read_in_a_field(kind, typed: str, read: str) -> None:
    asked = field(Question("asked", kind, "问"))
    assert isinstance(asked, Input) and asked.read(typed) == read


@pytest.mark.parametrize("typed", ["２０２６－０３－１２", "2026。3。12", "2026年3月12日"])
@walked
async def test_a_date_typed_with_an_input_method_is_taken(typed: str, drawn: Path) -> None:
    async with app(drawn).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "1", "down", "down", "ctrl+u")
        await walk.type(typed)
        assert walk.wizard.session.spec.date == "2026-03-12"
        assert not walk.wizard.session.unsettled


@pytest.mark.parametrize(
    ("typed", "level"), [("州", "州"), ("３", "州"), ("\u3000", "区"), ("1", "省")]
)
@walked
async def test_a_choice_is_made_by_its_character_or_number(
    typed: str, level: str, drawn: Path
) -> None:
    async with app(drawn).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "1")
        await walk.type(typed)
        assert walk.wizard.session.spec.answers["level"] == level


@walked
async def test_shortcuts(drawn: Path) -> None:
    async with app(drawn).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        for digit, step in (
            ("３", "headings"),
            ("４", "points"),
            ("６", "review"),
            ("2", "opening"),
        ):
            await walk.press("f5")
            await walk.type(digit)
            assert walk.wizard.session.step == step
        await walk.type("？")
        assert "六步走完一份提纲" in walk.screen()
        await walk.press("escape")
        await walk.type("３")
        assert walk.wizard.session.step == "headings"
        first = walk.wizard.session.spec.sections[0].topic
        await walk.type("Ｊ")
        assert walk.wizard.session.spec.sections[1].topic == first
        await walk.type("、")
        assert "找" in walk.screen() and walk.app.focused.value == ""


@pytest.mark.parametrize("keys", [["f5", "1", *["down"] * 3], ["f5", "3", "enter", "ctrl+u"]])
@walked
async def test_a_text_takes_a_wide_blank_as_it_is_typed_or_pasted(
    keys: list[str], drawn: Path
) -> None:
    async with app(drawn).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press(*keys)
        await walk.type("主任\u3000王")
        pilot.app.post_message(events.Paste("\u3000建国"))
        await walk.settle()
        said = repr("主任\u3000王\u3000建国").strip("'")
        assert said in repr(walk.wizard.session.spec)
