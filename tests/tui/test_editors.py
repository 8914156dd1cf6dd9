"""Texts handed to the user's editor and taken back; nothing is lost when it fails."""

import os
from pathlib import Path

import pytest
from editing import Editor
from textual import events
from walking import Walker, app, walked

from drafter.errors import FileError
from drafter.tui import editors

posix = pytest.mark.skipif(os.name == "nt", reason="the editor is a script")
PATH = Path("/files/my phrases.yaml")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


@pytest.fixture
def everything_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editors.shutil, "which", lambda name: name if name != "none" else None)


@pytest.mark.parametrize(
    ("editor", "line", "words"),
    [
        (["vi"], 7, ["vi", "+7", str(PATH)]),
        (["/usr/bin/vim", "-n"], 7, ["/usr/bin/vim", "-n", "+7", str(PATH)]),
        (["nano"], 7, ["nano", "+7", str(PATH)]),
        (["nano"], 0, ["nano", str(PATH)]),
        (["emacs", "-nw"], 7, ["emacs", "-nw", "+7", str(PATH)]),
        (["code"], 7, ["code", "--wait", "--goto", f"{PATH}:7"]),
        (["code", "--wait"], 0, ["code", "--wait", str(PATH)]),
        (["subl"], 7, ["subl", "--wait", f"{PATH}:7"]),
        (["hx"], 7, ["hx", f"{PATH}:7"]),
        (["notepad.exe"], 7, ["notepad.exe", str(PATH)]),
        (["another-editor"], 7, ["another-editor", str(PATH)]),
    ],
)
@pytest.mark.usefixtures("everything_is_there")
def test_each_editor_is_told_the_line_in_its_own_way(editor, line, words) -> None:
    assert editors.command(editor, PATH, line) == words


@pytest.mark.parametrize(
    ("variables", "windows", "words"),
    [
        ({"VISUAL": "none -w", "EDITOR": "vi"}, False, ["none", "-w"]),
        ({"EDITOR": "none --cmd 'set nu'"}, False, ["none", "--cmd", "set nu"]),
        ({"EDITOR": "'/my none/none' -w"}, False, ["/my none/none", "-w"]),
        ({"EDITOR": '"C:\\my none\\none" -n'}, True, ["C:\\my none\\none", "-n"]),
        ({"VISUAL": "  ", "EDITOR": "none"}, False, ["none"]),
    ],
)
def test_the_editor_is_what_the_variables_say(
    variables: dict[str, str], windows: bool, words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, said in variables.items():
        monkeypatch.setenv(name, said)
    assert editors.chosen_editor(windows) == words


@posix
def test_a_path_with_blanks_need_not_be_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "my editor"
    program.touch(0o755)
    monkeypatch.setenv("EDITOR", str(program))
    assert editors.chosen_editor() == [str(program)]


def test_without_a_variable_an_editor_of_the_system_is_taken() -> None:
    assert editors.chosen_editor()[0] in ("vi", "nano", "editor", "notepad")


@posix
@pytest.mark.parametrize(
    ("there", "chosen"), [(("nano", "vi"), "nano"), (("vi", "editor"), "vi"), ((), "nano")]
)
def test_nano_goes_before_vi(
    there: tuple[str, ...], chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editors.shutil, "which", lambda name: name if name in there else None)
    assert editors.chosen_editor() == [chosen]


@posix
@pytest.mark.parametrize("name", ["nano", "vi"])
@walked
async def test_who_has_chosen_no_editor_is_told_first_how_to_leave_it(
    name: str, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL")
    monkeypatch.setenv("PATH", str(editor.program.parent))
    editor.does("path.write_text('以实干为先，干得成', 'utf-8')")
    editor.program.rename(editor.program.with_name(name))
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3", "f4")
        assert "离开" in walk.screen() and "以实干为先，干得成" not in walk.screen()
        await walk.press("f4")
        assert walk.wizard.session.spec.sections[0].heading.text == "以实干为先，干得成"


@pytest.mark.parametrize(
    ("said", "told"),
    [("no-such-editor", "no-such-editor：没有这个编辑器"), ("vi 'x", "引号不成对")],
)
@walked
async def test_an_editor_that_cannot_be_run_is_told(
    said: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", said)
    with pytest.raises(FileError, match=told):
        editors.command(editors.chosen_editor(), PATH)
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3", "f4")
        assert told in walk.screen()
        await walk.type("好")
        assert walk.wizard.session.spec.sections[0].heading.text.endswith("好")


WRITES = "path.write_text({!r}, 'utf-8')"


@posix
@pytest.mark.parametrize(
    ("keys", "written", "answer"),
    [
        (("down", "down", "down", "down"), "全市\n重点工作\n会议\n", "全市重点工作会议"),
        (("down",) * 6, "一项\r\n两项\r\n", ("一项", "两项")),
    ],
)
@walked
async def test_a_field_goes_to_the_editor_and_comes_back(
    keys: tuple[str, ...], written: str, answer: object, editor: Editor
) -> None:
    editor.does(WRITES.format(written))
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", *keys, "f4")
        assert answer in walk.wizard.session.spec.answers.values()
    left = Path(editor.arguments[-1])
    assert not left.exists() and not left.parent.exists()


@posix
@pytest.mark.parametrize("step", ["2", "3", "4", "6"])
@walked
async def test_a_line_of_a_list_goes_to_the_editor_and_comes_back(
    step: str, editor: Editor
) -> None:
    editor.does("path.write_text(path.read_text('utf-8').strip() + '又及。\\n', 'utf-8')")
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", step)
        if step == "6":
            await walk.press(*["down"] * 9)
        await walk.press("f4", "enter")
        assert "又及" in str(walk.wizard.session.spec)
        await walk.press("ctrl+z")
        assert "又及" not in str(walk.wizard.session.spec)


@posix
@walked
async def test_the_file_is_private(editor: Editor, tmp_path: Path) -> None:
    seen = tmp_path / "mode.txt"
    editor.does(f"Path({str(seen)!r}).write_text(oct(path.parent.stat().st_mode))")
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3", "f4")
    assert seen.read_text().endswith("700")


@posix
@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (WRITES.format("改过\n") + "; sys.exit(3)", "状态3"),
        ("path.write_bytes('改过'.encode('gbk'))", "不是UTF-8"),
    ],
)
@walked
async def test_what_cannot_be_taken_stays_in_its_file(
    lines: str, told: str, editor: Editor
) -> None:
    editor.does(lines)
    async with app().run_test(size=(200, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3", "f4")
        left = Path(editor.arguments[-1])
        assert told in walk.screen() and "改过的文字留在" in walk.screen()
        assert left.name in walk.screen()
        assert "改过" in left.read_bytes().decode("gbk" if "gbk" in lines else "utf-8")
        assert "改过" not in str(walk.wizard.session.spec)


@posix
@walked
async def test_an_editor_left_without_a_change_leaves_no_file(editor: Editor) -> None:
    editor.does("sys.exit(1)")
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f5", "3", "f4")
        assert "状态1" in walk.screen() and "留在" not in walk.screen()
    assert not Path(editor.arguments[-1]).parent.exists()


LONG = "一二三四五六七八九十" * 500


@pytest.mark.parametrize("pasted", [LONG, f"{LONG[:2000]}\n{LONG[2000:]}\r\n", f"\n{LONG}"])
@walked
async def test_a_long_text_is_pasted_whole(pasted: str) -> None:
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", *["down"] * 4)
        pilot.app.post_message(events.Paste(pasted))
        await walk.settle()
        assert walk.wizard.session.spec.answers["meeting"] == LONG
        await walk.press("f5", "3", "enter", "ctrl+u")
        pilot.app.post_message(events.Paste(pasted))
        await walk.settle()
        assert walk.wizard.session.spec.sections[0].heading.text == LONG
