"""What each step shows and does, with keys alone."""

from pathlib import Path

import pytest
from textual import events
from walking import Walker, app, walked

from drafter.locations import user_drafts
from drafter.model.outline import Heading
from drafter.tui.steps import STEPS
from drafter.tui.widgets.outline_view import OutlineView


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def begun(walk: Walker, *keys: str) -> None:
    await walk.settle()
    await walk.press("enter", *keys)


def bar(walk: Walker) -> str:
    return walk.screen().splitlines()[0]


@walked
async def test_a_draft_is_listed_with_title_date_and_how_far() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk, *["down"] * 4)
        await walk.type("全县保密会议")
        await walk.press("f8", "f8", "f10")
        lines = walk.screen().splitlines()
        at = next(n for n, line in enumerate(lines) if "继续" in line)
        assert "在全县保密会议上的讲话" in lines[at]
        assert "做到“标题”，完成 2/6 步" in lines[at + 1] and "20" in lines[at + 1]


@walked
async def test_the_bar_tells_which_steps_are_done_open_or_in_need() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk)
        assert "✓" not in bar(walk) and "!" not in bar(walk)
        await walk.press("f5", "4", "f5", "3", "f5", "2")
        assert f"{STEPS['meeting']}!" in bar(walk) and f"{STEPS['points']}✓" in bar(walk)
        assert f"{STEPS['ending']}✓" not in bar(walk)


@walked
async def test_what_level_and_organ_make_is_shown_at_once() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk)
        assert "由此：全市、市委、市委办公室" in walk.screen()
        await walk.press("right", "right", "down", "right")
        assert "由此：全县、县政府、县政府办公室" in walk.screen()


@walked
async def test_topics_are_chosen_and_ordered() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "3")
        before = [s.topic for s in walk.wizard.workshop.full(walk.wizard.session).sections]
        await walk.press("t", "J", "enter")
        after = [s.topic for s in walk.wizard.session.spec.sections]
        assert after == [before[1], before[0], *before[2:]]
        await walk.press("t", "space", "enter")
        assert [s.topic for s in walk.wizard.session.spec.sections] == after[1:]
        await walk.press("ctrl+z", "ctrl+z")
        assert not walk.wizard.session.spec.sections


@walked
async def test_score_and_reasons_follow_the_heading_as_it_is_typed() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "3", "n")
        before = walk.screen()
        assert "对仗" in before
        await walk.press("enter", "ctrl+u")
        await walk.type("短")
        await walk.sees("1个字")
        score = walk.screen().partition("对仗 ")[2].partition(" 分")[0]
        assert int(score) < int(before.partition("对仗 ")[2].partition(" 分")[0])


@walked
async def test_each_next_set_is_another_and_back_again() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "3")
        seen = []
        for _ in range(4):
            await walk.press("n")
            seen.append([s.heading.text for s in walk.wizard.session.spec.sections])
        assert len(set(map(str, seen))) == 4
        await walk.press("p")
        assert [s.heading.text for s in walk.wizard.session.spec.sections] == seen[2]


@walked
async def test_the_place_stays_marked_in_the_outline_when_its_text_changes() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "3")
        for keys in (["n"], ["n"], ["enter", "end", "a"]):
            await walk.press(*keys)
            view = walk.wizard.query_one(OutlineView)
            heading = walk.wizard.session.spec.sections[0].heading
            marked = view.rows.get_option_at_index(view.rows.highlighted)
            assert heading.text in str(marked.prompt.content)


@walked
async def test_points_are_written_moved_taken_out_and_given_a_cue() -> None:
    async with app().run_test(size=(80, 60)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "4", "i")
        await walk.type("自己写的一条")
        await walk.press("enter")
        points = walk.wizard.session.spec.sections[0].points
        assert points[1].text == "自己写的一条"
        await walk.press("c")
        await walk.type("举一个例子。")
        await walk.press("enter")
        assert walk.wizard.session.spec.sections[0].points[1].cue.text == "举一个例子。"
        await walk.sees("提示：举一个例子")
        await walk.press("K")
        assert walk.wizard.session.spec.sections[0].points[0].text == "自己写的一条"
        await walk.press("f5", "6")
        await walk.sees("举一个例子")
        await walk.press("f5", "4", "x")
        assert walk.wizard.session.spec.sections[0].points == (points[0], *points[2:])


@walked
async def test_in_the_review_sections_and_points_move_and_are_numbered_anew() -> None:
    async with app().run_test(size=(80, 60)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "6")
        full = walk.wizard.workshop.full(walk.wizard.session)
        first, second = (s.heading.text for s in full.sections[:2])
        nodes = walk.wizard.workshop.outline(walk.wizard.session.spec).nodes
        at = next(n for n, node in enumerate(nodes) if isinstance(node, Heading))
        await walk.press("home", *["down"] * at)
        await walk.press("J")
        await walk.sees(f"二、{first}")
        assert f"一、{second}" in walk.screen()
        await walk.press("ctrl+z")
        await walk.sees(f"一、{first}")
        point = full.sections[0].points[0]
        await walk.press("home", *["down"] * (at + 1), "J")
        assert walk.wizard.session.spec.sections[0].points[1].text == point.text
        await walk.press("x")
        assert point not in walk.wizard.session.spec.sections[0].points


@walked
async def test_a_missing_fact_leads_to_its_question() -> None:
    async with app().run_test(size=(80, 40)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "6", "down", "enter")
        assert walk.wizard.session.step == "meeting"
        assert walk.app.focused.name == "speaker"


@pytest.mark.parametrize(("downs", "field"), [(2, "date"), (5, "achievements")])
@walked
async def test_a_line_that_lacks_a_fact_leads_to_the_question_for_it(
    downs: int, field: str
) -> None:
    async with app().run_test(size=(80, 40)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "6", *["down"] * downs, "enter")
        assert (walk.wizard.session.step, walk.app.focused.name) == ("meeting", field)


@walked
async def test_arrows_lead_through_all_questions_and_back() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk)
        seen = [walk.app.focused.name]
        while seen[-1] != "minutes" and len(seen) < 30:
            await walk.press("down")
            seen.append(walk.app.focused.name)
        assert len(set(seen)) == len(seen) > 10 and seen[-1] == "minutes"
        for name in reversed(seen[:-1]):
            await walk.press("up")
            assert walk.app.focused.name == name


@walked
async def test_the_next_phrase_for_a_part_is_one_key_away() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "2")
        seen = [walk.wizard.workshop.full(walk.wizard.session).parts["opening"].text]
        for _ in range(2):
            await walk.press("n")
            seen.append(walk.wizard.session.spec.parts["opening"].text)
        assert len(set(seen)) == 3
        await walk.press("p")
        assert walk.wizard.session.spec.parts["opening"].text == seen[1]


@walked
async def test_a_cue_is_taken_from_the_phrasebank_and_shows_its_source() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "4", "v", "tab", "tab", "enter")
        (point, *_) = walk.wizard.session.spec.sections[0].points
        assert point.cue.id and point.cue.text.endswith("。") and point.cue.text.count("，") == 1
        line = next(line for line in walk.screen().splitlines() if "提示：" in line)
        assert point.cue.text in line and ".txt:" in line.partition(point.cue.text)[2]


@walked
async def test_the_row_that_is_edited_stays_in_sight() -> None:
    async with app().run_test(size=(80, 12)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "3", "end")
        rows = walk.app.focused
        await walk.press("enter")
        assert rows.scroll_offset.y + rows.size.height == rows.virtual_size.height


BARE = """\
---
name: bare
title: 空的
description: 短语库里什么都没有时看的。
questions:
  level: {type: choice, help: 级别, choices: levels, default: 市}
  organ: {type: choice, help: 机关, choices: organs, default: 党委办}
plan:
  sections: {least: 2, most: 6}
  points: {least: 2, most: 4}
  pending:
    heading: 【待补：{% if topic %}“{{ topic }}”{% else %}第{{ number }}{% endif %}部分的小标题】
    points: 【待补：{% if topic %}“{{ topic }}”{% else %}第{{ number }}{% endif %}部分的分论点】
  topics:
    没有的主题: {lack: 不足}
    没写的主题: {lack: 不深}
  parts:
    opening: {kinds: [nothing-here]}
---
# 讲话

{{ opening }}

{% for section in sections %}
## {{ section.heading }}

{% for point in section.points %}
* {{ point }}

{% endfor %}
{% endfor %}
"""


@walked
async def test_where_the_phrasebank_has_nothing_the_steps_are_in_need(here: Path) -> None:
    (here / "bare.md").write_text(BARE, "utf-8")
    spec = here / "order.yaml"
    spec.write_text("template: ./bare.md\n", "utf-8")
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "2")
        assert "引言 待补" in walk.screen() and "按 e 自己写" in walk.screen()
        await walk.press("f5", "3")
        assert f"{STEPS['opening']}!" in bar(walk)
        assert "待补 2 个标题" in walk.screen() and "对仗" not in walk.screen()
        await walk.press("f5", "6", "f5", "2")
        assert all(f"{STEPS[step]}!" in bar(walk) for step in ("headings", "review"))
        await walk.press("f3")
        assert "短语库里没有合用的，请自己写" in walk.screen()
        await walk.press("e")
        await walk.type("今天开会。")
        await walk.press("enter", "f5", "3")
        assert f"{STEPS['opening']}✓" in bar(walk)


@walked
async def test_a_step_without_choices_names_no_key_that_does_nothing(here: Path) -> None:
    spec = here / "order.yaml"
    spec.write_text("template: as-written\ntopics: 政治忠诚、督查落实\n", "utf-8")
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        for step in "25":
            await walk.press("f5", step)
            await walk.sees("没有要选的")
            assert "另选" not in walk.screen() and "交回种子" not in walk.screen()


@walked
async def test_choose_for_me_fills_the_step_then_everything() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "2", "f3")
        spec = walk.wizard.session.spec
        assert spec.parts and "closing" not in spec.parts and not spec.sections
        assert "空着的都选好了" in walk.screen()
        assert "，n或s另选" in walk.screen()
        await walk.press("f5", "6", "f3")
        assert "，到各步n或s另选" in walk.screen()
        spec = walk.wizard.session.spec
        assert "closing" in spec.parts and all(s.heading and s.points for s in spec.sections)
        await walk.press("f3")
        assert "没有空着的" in walk.screen()
        await walk.press("ctrl+z", "ctrl+z")
        assert not walk.wizard.session.spec.parts


@walked
async def test_minutes_stand_against_the_budget_and_each_section_against_its_own() -> None:
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "2")
        assert "分钟" in walk.screen() and "计划" not in walk.screen()
        await walk.press("f5", "1", "up")
        await walk.type("40")
        await walk.sees("计划 40 分钟，6000 到 8000")
        heading = next(line for line in walk.screen().splitlines() if "一、" in line)
        assert "/1800" in heading


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ((), ["回车", "F1"]),
        (("enter",), ["下一步", "撤销", "用编辑器改", "导出"]),
        (("enter", "f5", "3"), ["换一组", "上一组", "上移", "交回种子"]),
        (("enter", "f5", "4"), ["改提示", "自己写一条", "换部分"]),
        (("enter", "f5", "6"), ["导出", "到那一步"]),
        (("enter", "f5", "3", "s"), ["按主题筛", "收藏", "不再要", "看原处", "撤销"]),
        (("enter", "f5", "3", "t"), ["选/不选", "上移"]),
        (("enter", "f9"), ["好", "算了"]),
        (("enter", "f5"), ["去"]),
        (("ctrl+p",), ["就选它"]),
        (("enter", "f2"), ["翻看"]),
    ],
)
@walked
async def test_the_help_of_each_screen_lists_its_keys(keys: tuple[str, ...], words) -> None:
    async with app().run_test(size=(80, 60)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press(*keys, "f1")
        assert "六步走完一份提纲" in walk.screen()
        missing = [word for word in words if word not in walk.screen()]
        assert not missing, walk.screen()
        await walk.press("escape")
        assert "六步走完一份提纲" not in walk.screen()


@walked
async def test_a_help_that_is_longer_than_the_screen_says_so() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "4", "s", "f1")
        assert "下面还有" in walk.screen()
        await walk.press(*["pagedown"] * 3)
        await walk.sees("下面还有", there=False)
        await walk.press("pageup")
        await walk.sees("下面还有")


@walked
async def test_a_line_of_the_template_is_called_so() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "2")
        assert "模板第 " in walk.screen() and ".md:" not in walk.screen()
        await walk.press("enter")
        assert "模板第 " in walk.screen() and ".md:" not in walk.screen()


@walked
async def test_commands_are_chinese_and_found_by_initials() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "ctrl+p")
        assert "替我选" in walk.screen() and "深色配色" in walk.screen()
        await walk.type("dbt")
        await walk.press("enter")
        assert walk.wizard.session.step == "headings"


@walked
async def test_closing_asks_nothing_and_the_exit_status_is_good() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "3", "n", "ctrl+q")
    assert pilot.app.return_code == 0
    assert next(user_drafts().glob("*.yaml"))


@walked
async def test_keys_typed_in_one_go_reach_the_editor_that_the_first_opens() -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await begun(walk, "f5", "3")
        heading = walk.wizard.workshop.full(walk.wizard.session).sections[0].heading
        for key in ("enter", "x", "n", "J"):
            walk.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await walk.settle()
        assert walk.wizard.session.spec.sections[0].heading.text == f"{heading.text}xnJ"
