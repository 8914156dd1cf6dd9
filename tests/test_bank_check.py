"""`drafter bank check` tells every fault of every file, with its line and the way out."""

import json
from pathlib import Path
from typing import Any

import pytest

from drafter.checking.rules import BANK_RULES, ENTRY_RULES
from drafter.cli.main import run
from drafter.locations import shipped_phrasebank
from drafter.storage.bank.faults import READER_RULES

Told = pytest.CaptureFixture[bytes]
FILES = {
    "closings.yaml": """\
kind: closings
entires: []
entries:
- 同志们，努力奋斗！
- {id: c-a, txet: 奋斗, topic: 政治忠诚}
- {id: c-a, text: 为{{ regoin }}奋斗, speakr: 某人}
- {id: c-b, text: '{% if 1 %}', era: 2022}
- {id: c-c, text: 在全市打赢, topics: [参谋辅证], organs: [党办], era: 22}
- {id: c-c, text: 好, seen: 多}
- {id: c-d, text: 同志们，努力奋斗！}
- {id: c-e, text: 好, source: {document: a.txt, lien: 3}}
- {id: c-c, text: 再来一次}
""",
    "points.yaml": """\
kind: point
entries:
- frame: 坚持A为B
  topics: [政治忠诚]
- id: p-a
  frame: 坚持A为B
  members:
  - {text: 坚持忠诚为本, topcs: [政治忠诚]}
  - 立足岗位为先
  - 坚持忠诚为本
- {id: p-gone, note: 改一改}
- {id: c-e, frame: A, members: [一件, 两件]}
""",
    "thanks.yaml": "kind: thanks\nentries:\n- text: 谢谢: 大家\n- text: 好\n",
    "headigns.yaml": "entries: []\n",
    "rejected.txt": "h-0a1b2c3d  # 看过\n不存在的编号\n",
}
FOUND = [
    ("closings.yaml", 2, "error", "unknown-key", ""),
    ("closings.yaml", 5, "error", "unknown-key", ""),
    ("closings.yaml", 5, "error", "unknown-key", ""),
    ("closings.yaml", 5, "error", "bad-entry", ""),
    ("closings.yaml", 6, "error", "unknown-key", ""),
    ("closings.yaml", 6, "error", "unknown-slot", "c-a"),
    ("closings.yaml", 7, "error", "bad-entry", ""),
    ("closings.yaml", 8, "warning", "leaked-local-word", "c-c"),
    ("closings.yaml", 8, "warning", "odd-era", "c-c"),
    ("closings.yaml", 8, "warning", "unknown-organ", "c-c"),
    ("closings.yaml", 8, "warning", "unknown-topic", "c-c"),
    ("closings.yaml", 9, "error", "bad-entry", ""),
    ("closings.yaml", 10, "warning", "duplicate", "c-d"),
    ("closings.yaml", 11, "error", "unknown-key", ""),
    ("closings.yaml", 12, "error", "repeated-id", ""),
    ("headigns.yaml", 0, "warning", "strange-file", ""),
    ("points.yaml", 1, "error", "bad-entry", ""),
    ("points.yaml", 3, "error", "missing-members", ""),
    ("points.yaml", 8, "error", "unknown-key", ""),
    ("points.yaml", 9, "warning", "misfit-member", "p-a"),
    ("points.yaml", 10, "warning", "repeated-member", "p-a"),
    ("points.yaml", 11, "hint", "idle-change", "p-gone"),
    ("points.yaml", 12, "warning", "shared-id", "c-e"),
    ("rejected.txt", 2, "hint", "idle-rejection", "不存在的编号"),
    ("thanks.yaml", 3, "error", "broken-yaml", ""),
]


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(
            text.replace("为{{ regoin }}奋斗", "'为{{ regoin }}奋斗'"), "utf-8"
        )
    monkeypatch.chdir(tmp_path.parent)
    return tmp_path


def found_in(folder: Path, capsysbinary: Told, status: int = 1) -> list[dict[str, Any]]:
    assert run(["bank", "check", str(folder), "--json"]) == status
    found = json.loads(capsysbinary.readouterr().out)
    assert isinstance(found, list)
    return found


def test_every_fault_of_every_file_is_found(broken: Path, capsysbinary: Told) -> None:
    found = found_in(broken, capsysbinary)
    places = [
        (Path(each["file"]).name, each["line"], each["level"], each["rule"], each["id"])
        for each in found
    ]
    assert sorted(places) == sorted(FOUND)


def test_every_fault_says_what_is_wrong_and_the_way_out(broken: Path, capsysbinary: Told) -> None:
    for each in found_in(broken, capsysbinary):
        assert list(each) == ["file", "line", "level", "rule", "what", "remedy", "id"]
        assert each["what"] and each["remedy"]


def test_every_rule_is_known(broken: Path, capsysbinary: Told) -> None:
    known = {"strange-file", *READER_RULES, *(r.id for r in (*ENTRY_RULES, *BANK_RULES))}
    found = {each["rule"] for each in found_in(broken, capsysbinary)}
    assert found <= known
    assert found >= set(READER_RULES)


def test_faults_are_told_a_line_each(broken: Path, capsysbinary: Told) -> None:
    assert run(["bank", "check", str(broken)]) == 1
    out, err = capsysbinary.readouterr()
    lines = out.decode().splitlines()
    assert len(lines) == len(FOUND)
    place = broken / "closings.yaml"
    what = "错误：c-a：没有“regoin”这个空位（是不是 region？） [unknown-slot]"
    assert f"{place}:6：{what}" in lines
    levels = [level for _, _, level, _, _ in FOUND]
    counts = [levels.count(level) for level in ("error", "warning", "hint")]
    assert err.decode() == "错误 {} 处，警告 {} 处，提示 {} 处\n".format(*counts)


def test_hints_alone_are_no_findings(tmp_path: Path, capsysbinary: Told) -> None:
    (tmp_path / "closings.yaml").write_text("entries:\n- {id: c-gone, note: 好}\n", "utf-8")
    assert [each["rule"] for each in found_in(tmp_path, capsysbinary, 0)] == ["idle-change"]
    assert run(["bank", "check", str(tmp_path), "--no-hints"]) == 0
    assert capsysbinary.readouterr().err.decode() == "没有发现问题\n"


def test_a_change_of_a_shipped_entry_is_no_fault(tmp_path: Path, capsysbinary: Told) -> None:
    (tmp_path / "closings.yaml").write_text("entries:\n- {id: c-3aae7abe, note: 好}\n", "utf-8")
    assert found_in(tmp_path, capsysbinary, 0) == []


def test_the_shipped_bank_has_no_fault(capsysbinary: Told, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = found_in(shipped_phrasebank(), capsysbinary, 0)
    assert [each for each in found if each["level"] != "hint"] == []


def test_a_folder_that_is_not_there(capsysbinary: Told) -> None:
    assert run(["bank", "check", "none"]) == 3
    assert capsysbinary.readouterr().err.decode() == "none：没有这个文件夹（请核对路径）\n"
