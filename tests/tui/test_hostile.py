"""Nothing that a phrase, a file or a user says is taken for markup or for an escape sequence."""

from pathlib import Path

import pytest
from walking import Walker, app, walked

MARKUP = "[b]粗[/b][red]红[/red][@click=app.quit]点[/]"
UNSEEN = "零\u200b宽\u202e反\u2066向\ufeff"
SAID = MARKUP + UNSEEN
FORBIDDEN = ("\x1b", "\u200b", "\u202e", "\u2066", "\ufeff")

SPEC = f"""\
template: office-work-meeting
meeting: '{MARKUP}会议'
speaker: '{MARKUP}'
parts:
  opening: '{MARKUP}开场。'
outline:
- topic: 政治忠诚
  heading: '{MARKUP}标题'
  points:
  - {{text: "{MARKUP}分论点", cue: "{MARKUP}提示"}}
  - 第二条
"""
BANK = f"""\
kind: closings
entries:
- text: 同志们，{MARKUP}结尾！
  topics: ['{MARKUP}主题']
  source: {{document: '{MARKUP}.txt', line: 3}}
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    bank = tmp_path / "phrasebank" / "closings.yaml"
    bank.parent.mkdir()
    bank.write_text(BANK, "utf-8")
    (tmp_path / "[b]order[_b].yaml").write_text(SPEC, "utf-8")
    return tmp_path


def plain(walk: Walker) -> str:
    """Return the screen, which holds nothing that a terminal would obey, in one line."""
    shown = walk.screen()
    assert not any(each in shown for each in FORBIDDEN)
    return "".join(shown.split())


PLACES = [
    (("f5", "1"), "会议", "a field"),
    (("f5", "2"), "开场", "a part"),
    (("f5", "3"), "标题", "a heading"),
    (("f5", "3", "enter"), "标题", "the editor in place"),
    (("f5", "4"), "分论点", "a point"),
    (("f5", "4"), "提示", "a cue"),
    (("f5", "6"), "标题", "the whole outline"),
    (("f2",), "标题", "the outline over the screen"),
    (("f5", "5", "enter", "shift+tab"), "结尾", "a pick list"),
    (("f5", "5", "enter", "shift+tab", "粗"), ".txt:3", "a source"),
    (("f5", "5", "enter", "shift+tab", "ctrl+g"), "主题", "a list of topics"),
    (("f5", "5", "enter", "shift+tab", "ctrl+n"), ".txt", "a list of sources"),
    (("f9",), "会议", "a file name"),
]


@pytest.mark.parametrize(("keys", "after", "where"), PLACES, ids=[p[2] for p in PLACES])
@walked
async def test_markup_is_shown_as_it_is(
    keys: tuple[str, ...], after: str, where: str, here: Path
) -> None:
    async with app(next(here.glob("*order*"))).run_test(size=(160, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press(*keys)
        start = MARKUP.replace("/", "-") if where == "a file name" else MARKUP
        assert start[:20] in plain(walk) and after in plain(walk)


@walked
async def test_what_cannot_be_seen_has_a_mark_wherever_it_is_typed(here: Path) -> None:
    async with app().run_test(size=(160, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3", "enter")
        await walk.type(SAID)
        plain(walk)
        await walk.press("enter", "f5", "6")
        plain(walk)
        await walk.press("f1", "escape", "f9")
        await walk.type(SAID)
        await walk.press("enter")
        plain(walk)


@walked
async def test_notes_errors_and_titles_show_names_as_they_are(here: Path) -> None:
    async with app().run_test(size=(160, 40), notifications=True) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("o")
        await walk.type("[b]none[_b].yaml")
        await walk.press("enter")
        await walk.sees("没有这个文件")
        assert "[b]none[_b].yaml：" in plain(walk)
        await walk.press("ctrl+u")
        await walk.type("[b]order[_b].yaml")
        await walk.press("enter", "f8")
        (here / "phrasebank" / "closings.yaml").write_text(BANK + "- [[b]]\n", "utf-8")
        await walk.sees("closings.yaml:")
        (here / "[b]order[_b].yaml").write_text(SPEC + "\n", "utf-8")
        await walk.sees("[b]order[_b].yaml")
        await walk.press("f10")
        assert MARKUP in plain(walk)
        assert "[b]" not in pilot.app.title


@walked
async def test_a_draft_that_somebody_wrote_in_is_listed_as_it_is() -> None:
    from drafter.locations import user_drafts
    from drafter.model.spec import Spec
    from drafter.storage.drafts import Progress, draft_bytes

    user_drafts().mkdir(parents=True)
    progress = Progress(step="points", title=f"{SAID}\x1b[31m")
    (user_drafts() / "x.yaml").write_bytes(draft_bytes(Spec("office-work-meeting"), progress))
    async with app().run_test(size=(160, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        assert MARKUP in plain(walk) and "\ufffd" in plain(walk)
