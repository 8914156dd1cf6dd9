"""`drafter bank`: what is told of the phrasebank, to people and to programs."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import wcwidth

from drafter.cli.bank import BANK_COMMANDS
from drafter.cli.main import run

HEADINGS = """\
kind: headings
entries:
- id: h-mine
  frame: 坚持A为B
  level: 1
  topics: [能力提升]
  members:
  - {text: 坚持龙门为本, topics: [政治忠诚], era: 2022}
  - 坚持砥柱为先
  source: {document: 讲话.txt, line: 2}
  seen: 3
  tags: [常用]
  note: 人工润色
"""
CLOSINGS = """\
kind: closings
entries:
- 同志们，让我们鱼跃龙门！
- id: c-mine
  text: 让我们中流砥柱、一往无前！
  organs: [政府办]
  source: [{document: 讲话.txt, line: 4}, 旧稿.docx]
"""
DOCUMENT = "同志们：\n一要坚持龙门为本。坚\n持砥柱为先。\n中间一句说了一半，让我们中流\n\n砥柱、一往无前！好。\n"
Told = pytest.CaptureFixture[bytes]


@pytest.fixture(autouse=True)
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "headings.yaml").write_text(HEADINGS, "utf-8")
    (folder / "closings.yaml").write_text(CLOSINGS, "utf-8")
    (folder / "rejected.txt").write_text("c-3aae7abe  # 不要\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def told(capsysbinary: Told, *arguments: str, status: int = 0) -> tuple[str, str]:
    assert run(["bank", *arguments]) == status
    out, err = capsysbinary.readouterr()
    return out.decode(), err.decode()


def data(capsysbinary: Told, *arguments: str, status: int = 0) -> Any:
    return json.loads(told(capsysbinary, *arguments, "--json", status=status)[0])


def ids(found: Any) -> list[str]:
    return [each["id"] for each in found["entries"]]


def test_the_group_lists_its_commands(capsysbinary: Told) -> None:
    shown, _ = told(capsysbinary)
    assert all(f"  {name} " in shown for name in BANK_COMMANDS)


@pytest.mark.parametrize("name", BANK_COMMANDS)
def test_every_command_has_help_in_chinese(name: str, capsysbinary: Told) -> None:
    shown, _ = told(capsysbinary, name, "--help")
    assert shown.startswith(f"用法：drafter bank {name}") and "--json" in shown


def test_a_command_that_is_not_there(capsysbinary: Told) -> None:
    _, said = told(capsysbinary, "serach", status=2)
    assert said == "drafter bank：没有“serach”这个命令（是不是 search？）\n"


def test_path_tells_every_layer_in_order(capsysbinary: Told, bank: Path) -> None:
    layers = data(capsysbinary, "path", "--bank", "mine")
    assert [each["layer"] for each in layers] == ["自带", "个人", "当前文件夹", "--bank"]
    assert [each["exists"] for each in layers] == [True, False, False, True]
    assert layers[-1]["files"] == {"closings.yaml": 2, "headings.yaml": 1}
    assert (layers[-1]["entries"], layers[-1]["rejected"]) == (3, 1)
    shown, _ = told(capsysbinary, "path", "--bank", "mine")
    assert "4. --bank  mine\n   2 个文件，3 条，不要的编号 1 个\n" in shown


def test_path_tells_the_layers_though_a_file_is_broken(capsysbinary: Told, bank: Path) -> None:
    (bank / "thanks.yaml").write_text("kind: thanks\nentries:\n- {text: 谢谢\n", "utf-8")
    shown, said = told(capsysbinary, "path", "--bank", "mine", status=2)
    assert "1. 自带" in shown
    assert "4. --bank  mine\n   2 个文件，3 条，不要的编号 1 个\n" in shown
    assert shown.endswith("   还有 1 处读不了，没有算进来\n")
    assert said.startswith(f"{bank.relative_to(Path.cwd()) / 'thanks.yaml'}:3:3：花括号没有成对")


def test_stats_fit_a_narrow_terminal(capsysbinary: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drafter.cli.bank_stats.terminal_cells", lambda: 40)
    shown, _ = told(capsysbinary, "stats", "--bank", "mine")
    bars = [line for line in shown.splitlines() if "█" in line]
    assert bars and max(map(wcwidth.wcswidth, bars)) <= 40


def test_a_folder_that_is_not_there(capsysbinary: Told) -> None:
    _, said = told(capsysbinary, "list", "--bank", "none", status=3)
    assert said == "none：没有这个文件夹（请核对路径）\n"


def test_list_lays_the_layers_over_one_another(capsysbinary: Told) -> None:
    shipped = ids(data(capsysbinary, "list", "closings"))
    both = ids(data(capsysbinary, "list", "closings", "--bank", "mine"))
    assert "c-3aae7abe" in shipped and "c-3aae7abe" not in both
    assert "c-mine" in both


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--source", "讲话"], ["c-mine", "h-mine"]),
        (["headings", "--source", "讲话"], ["h-mine"]),
        (["--organ", "政府办", "--source", "旧稿"], ["c-mine"]),
        (["headings", "--topic", "能力提升", "--source", "讲话", "--era", "2022"], ["h-mine"]),
        (["headings", "--topic", "数字化", "--source", "讲话"], []),
    ],
)
def test_list_narrowed(arguments: list[str], found: list[str], capsysbinary: Told) -> None:
    assert sorted(ids(data(capsysbinary, "list", *arguments, "--bank", "mine"))) == found


def test_list_as_a_table(capsysbinary: Told) -> None:
    shown, said = told(capsysbinary, "list", "--source", "讲话", "--bank", "mine")
    assert shown == (
        "编号    次数  主题      内容\n"
        "c-mine     1            让我们中流砥柱、一往无前！\n"
        "h-mine     3  能力提升  【坚持A为B】\n"
        "              政治忠诚    坚持龙门为本\n"
        "                          坚持砥柱为先\n"
    )
    assert said == "共 2 条\n"


def test_a_limit_tells_how_many_there_are(capsysbinary: Told) -> None:
    shown, said = told(capsysbinary, "list", "points", "--limit", "1")
    assert shown.count("p-") == 1
    assert "这里是前 1 条" in said


def test_an_unknown_kind(capsysbinary: Told) -> None:
    _, said = told(capsysbinary, "list", "heading", status=2)
    assert "没有“heading”这种短语（是不是 headings？）" in said


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["龙门"], ["h-mine", "c-"]),
        (["为本", "龙门"], ["h-mine"]),
        (["龙门 为本"], ["h-mine"]),
        (["longmen", "同志们"], ["c-"]),
        (["lm", "weib"], ["h-mine"]),
        (["zldizhu"], ["c-mine"]),
        (["龙门", "不会有的"], []),
    ],
)
def test_search_for_words_in_any_order(
    words: list[str], found: list[str], capsysbinary: Told
) -> None:
    listed = ids(data(capsysbinary, "search", *words, "--bank", "mine"))
    mine = [each for each in listed if each == "h-mine" or each.startswith("c-")]
    assert len(mine) == len(found)
    assert all(any(each.startswith(name) for each in mine) for name in found)


@pytest.mark.parametrize("word", ["czfz", "cmfz", "canmoufuzheng", "canmfz", "参谋辅政"])
def test_search_finds_the_term_of_the_issue(word: str, capsysbinary: Told) -> None:
    found = data(capsysbinary, "search", word)
    texts = [each.get("text") for part in (found, found["near"]) for each in part["entries"]]
    assert "参谋辅政" in texts


def test_what_is_found_exactly_is_not_said_to_be_near(capsysbinary: Told) -> None:
    assert data(capsysbinary, "search", "cmfz")["near"] == {"count": 0, "entries": []}


def test_search_says_when_it_shows_what_is_near(capsysbinary: Told) -> None:
    shown, said = told(capsysbinary, "search", "zlzx", "--bank", "mine", "--organ", "政府办")
    assert "中流砥柱" in shown
    assert "没有完全相合的，下面差一个字母" in said


def test_search_narrowed(capsysbinary: Told) -> None:
    assert ids(data(capsysbinary, "search", "龙门", "--bank", "mine", "--era", "2022")) == [
        "h-mine"
    ]


def test_show_tells_all_of_an_entry_and_the_sentence_it_came_from(capsysbinary: Told) -> None:
    Path("讲话.txt").write_text(DOCUMENT, "utf-8")
    shown, _ = told(capsysbinary, "show", "h-mine", "c-mine", "--bank", "mine")
    file = os.path.join("mine", "headings.yaml")  # noqa: PTH118
    assert shown.startswith(f"h-mine\n  位置  --bank  {file}:3\n  种类  headings\n")
    for part in (
        "  框架  坚持A为B\n",
        "  层级  1\n",
        "  标记  常用\n  备注  人工润色\n  次数  3\n",
        "    1. 坚持龙门为本  （政治忠诚、2022）\n    2. 坚持砥柱为先\n",
        "  出处  讲话.txt:2\n        一要坚持龙门为本。坚持砥柱为先。\n",
        "  出处  讲话.txt:4\n        中间一句说了一半，让我们中流砥柱、一往无前！好。\n",
        "  出处  旧稿.docx\n\n",
    ):
        assert part in shown


def test_show_looks_for_documents_below_a_folder(capsysbinary: Told) -> None:
    below = Path("归档", "2022")
    below.mkdir(parents=True)
    (below / "讲话.txt").write_text(DOCUMENT, "utf-8")
    (shown,) = data(capsysbinary, "show", "c-mine", "--bank", "mine", "--documents", "归档")
    first, second = shown["sources"]
    assert first["path"] == str(below / "讲话.txt")
    assert first["sentence"].endswith("一往无前！好。")
    assert second == {"document": "旧稿.docx", "line": 0, "path": "", "sentence": ""}


def test_a_source_cannot_name_a_file_elsewhere(
    capsysbinary: Told, bank: Path, tmp_path: Path
) -> None:
    (tmp_path.parent / "秘密.txt").write_text("不该读的\n", "utf-8")
    hostile = "entries:\n- {id: t-1, text: 好, source: {document: ../秘密.txt, line: 1}}\n"
    (bank / "thanks.yaml").write_text(hostile, "utf-8")
    (shown,) = data(capsysbinary, "show", "t-1", "--bank", "mine")
    assert shown["sources"][0]["sentence"] == ""


def test_show_of_a_member_shows_its_set(capsysbinary: Told) -> None:
    shown = data(capsysbinary, "show", "h-mine.2", "--bank", "mine")
    assert [each["id"] for each in shown] == ["h-mine"]


def test_show_of_an_unknown_id_offers_the_nearest(capsysbinary: Told) -> None:
    shown, said = told(capsysbinary, "show", "h-mien", "c-mine", "--bank", "mine", status=2)
    assert shown.startswith("c-mine\n")
    assert "没有“h-mien”这一条（是不是 h-mine？）" in said


def test_stats(capsysbinary: Told) -> None:
    counted = data(capsysbinary, "stats", "--bank", "mine")
    assert counted["layers"]["--bank"] == 3
    assert counted["sources"]["旧稿.docx"] == 1
    assert set(counted) == {
        *("entries", "texts", "kinds", "topics", "eras", "sources", "layers"),
        "topics_without_entries",
    }
    shown, _ = told(capsysbinary, "stats", "--bank", "mine")
    assert f"共 {counted['entries']} 条" in shown
    assert "█" in shown


HOSTILE = 'entries:\n- {id: "t-\\e[31m", text: "谢\\e]0;x\\a谢", note: "a\\r\\nb"}\n'


def test_a_file_with_control_characters_is_refused(capsysbinary: Told, bank: Path) -> None:
    (bank / "thanks.yaml").write_text(HOSTILE, "utf-8")
    for arguments in (["list"], ["search", "谢"], ["check", "mine"]):
        shown, said = told(
            capsysbinary, *arguments, "--bank", "mine", status=1 if arguments[0] == "check" else 2
        )
        assert "\x1b" not in shown + said and "\x07" not in shown + said


def test_nothing_in_a_file_breaks_a_line(capsysbinary: Told, bank: Path) -> None:
    entry = 'entries:\n- {id: t-1, text: "谢谢\\n大家\\t！", note: "两\\n行", tags: ["a\\nb"]}\n'
    (bank / "thanks.yaml").write_text(entry, "utf-8")
    shown, _ = told(capsysbinary, "list", "thanks", "--bank", "mine")
    assert [line for line in shown.splitlines() if "t-1" in line] == [
        "t-1            1        谢谢\\x0a大家\\x09！"
    ]


def on_a_terminal(cells: int, *arguments: str) -> str:
    """Return what a command shows on a terminal of so many cells."""
    import pty

    ours, theirs = pty.openpty()
    environment = os.environ | {"COLUMNS": str(cells), "LINES": "40"}
    command = [sys.executable, "-m", "drafter", "bank", *arguments]
    with subprocess.Popen(
        command, stdout=theirs, stderr=subprocess.DEVNULL, env=environment
    ) as run:
        os.close(theirs)
        shown = b""
        try:
            while some := os.read(ours, 1 << 16):
                shown += some
        except OSError:  # the terminal hangs up
            pass
        run.wait()
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
@pytest.mark.parametrize("cells", [60, 100])
def test_tables_fit_the_terminal(cells: int) -> None:
    lines = on_a_terminal(cells, "list").splitlines()
    assert max(wcwidth.wcswidth(line) for line in lines) <= cells
    assert any(line.endswith("…") for line in lines)
    assert sum(line[0] not in " 编" for line in lines) == 50
