"""Files with several faults: all are told at once, one a line, each with its place."""

from pathlib import Path

import pytest

from drafter.cli.main import run
from drafter.errors import InputError
from drafter.storage.bank.phrasebank import read_phrases

SPEC = """\
template: office-work-meeting
level: 镇
date: 很久以前
minuets: 10
minutes: 很久
log: 也许
topics: [参谋辅证, 统筹协调]
sections: 99
parts:
  openning: 甲
  closing: [乙]
checks: {没有: 否}
outline:
- topic: 督查落时
  heading: {txet: 甲}
  points:
  - 抓{{ regoin }}督查
  - [丙]
- headings: 丁
"""
TOLD = [
    "2：“level”不能是“镇”",
    "3：“date”不能是“很久以前”（请写成 2026-03-12 这样的日期）",
    "4：不认识“minuets”（是不是 minutes？）",
    "5：“minutes”不能是“很久”（请写 0 到 600 之间的整数）",
    "6：“log”不能是“也许”（请写 是 或 否）",
    "7：“topic”不能是“参谋辅证”（是不是 参谋辅政？）",
    "8：“sections”不能是“99”",
    "10：不认识“openning”（是不是 opening？）",
    "11：这里应当是一段文字，现在是一个列表（请写成一段文字）",
    "12：没有“没有”这条规则",
    "14：“topic”不能是“督查落时”（是不是 督查落实？）",
    "15：不认识“txet”（是不是 text？）",
    "17：没有“regoin”这个空位（是不是 region？）",
    "18：这里应当是一段文字，现在是一个列表（请写成一段文字）",
    "19：不认识“headings”（是不是 heading？）",
]
BANK = """\
kind: closings
entries:
- 同志们，让我们为{{ regoin }}努力！
- {id: my-1, text: 让我们努力！, topic: [督查落实]}
- 让我们加油！
- {text: 让我们奋斗！, seen: 很多}
- {id: my-2, txet: 让我们奋斗！}
- members: [甲, {text: 乙, eras: 2026}, {text: ""}]
"""


def told(capsys: pytest.CaptureFixture[str], path: Path) -> list[str]:
    """Return what is told of the faults in `path`, without its name."""
    assert run(["generate", str(path), "--no-log"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return [line.removeprefix(f"{path}:") for line in err.splitlines()]


def test_all_faults_of_a_spec_are_told_in_the_order_of_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "讲话.yaml"
    path.write_text(SPEC, "utf-8")
    found = told(capsys, path)
    assert [line[: len(wanted)] for line, wanted in zip(found, TOLD, strict=True)] == TOLD


def test_all_faults_of_a_phrase_file_are_told(tmp_path: Path) -> None:
    path = tmp_path / "closings.yaml"
    with pytest.raises(InputError) as fault:
        read_phrases(BANK, path, "closings", frozenset(["region"]))
    assert [line.removeprefix(f"{path}:") for line in fault.value.lines] == [
        "3：没有“regoin”这个空位（是不是 region？）",
        "4：不认识“topic”（是不是 topics？）",
        "6：“seen”不能是“很多”（请写 1 到 99999999 之间的整数）",
        "7：不认识“txet”（是不是 text？）",
        "8：不认识“eras”（是不是 era？）",
        "8：缺少“text”（请加上“text: …”）",
    ]


def test_of_very_many_faults_the_first_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "讲话.yaml"
    keys = "".join(f"key{number}: 甲\n" for number in range(3000))
    path.write_text(f"template: office-work-meeting\n{keys}", "utf-8")
    found = told(capsys, path)
    assert len(found) == 21
    assert [line.partition("：")[0] for line in found[:20]] == [str(n) for n in range(2, 22)]
    assert found[-1] == "还有 2980 处，请先改好这些"


def test_keys_said_twice_are_told_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "讲话.yaml"
    path.write_text(
        "template: office-work-meeting\nseed: 1\nseed: 2\nlevel: &a 市\nseed: 3\n", "utf-8"
    )
    assert [line[:20] for line in told(capsys, path)] == [
        "3:1：“seed”写了两次，第一次在第",
        "4:8：不支持 & 锚点和 ! 标签；文",
        "5:1：“seed”写了两次，第一次在第",
    ]


def test_one_fault_is_told_as_ever(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "讲话.yaml"
    path.write_text("template: office-work-meeting\nseeed: 1\n", "utf-8")
    assert told(capsys, path) == ["2：不认识“seeed”（是不是 seed？）"]
