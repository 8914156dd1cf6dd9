"""`drafter check`: what it reads, what it tells, and with which status."""

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from checked import RULES

from drafter.cli.main import run
from drafter.locations import shipped_templates, user_data

GOOD = "一、提高认识\n要学懂弄通，做到知行合一。\n二、抓好落实\n要一项一项抓，一件一件办。\n"
BAD = GOOD.replace("二、抓好落实", "三、抓好落实。")
SPEC = "template: office-work-meeting\nlevel: 县\norgan: 政府办\ndate: 2026-03-12\nseed: 7\n"


def put(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def checked(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> tuple[int, str, str]:
    status = run(["check", *arguments])
    said = capsysbinary.readouterr()
    return status, said.out.decode(), said.err.decode()


@pytest.fixture
def check(capsysbinary: pytest.CaptureFixture[bytes]):
    return lambda *arguments: checked(capsysbinary, *arguments)


def test_a_sound_text_is_done(check, tmp_path: Path) -> None:
    assert check(put(tmp_path, "a.txt", GOOD)) == (0, "", "没有发现问题\n")


def test_a_finding_says_where_what_and_the_way_out(check, tmp_path: Path) -> None:
    name = put(tmp_path, "a.txt", BAD)
    status, out, err = check(name)
    assert (status, err) == (1, "警告 2 处\n")
    assert out.splitlines() == [
        f"{name}:3:1：警告：“一、”后面是“三、”，缺“二、”（请核对序号，此处应为“二、”） [number-order]",
        f"{name}:3:7：警告：单独成行的小标题末尾有“。”（请去掉末尾的标点） [heading-stop]",
    ]


def test_several_files_are_told_together_and_one_that_is_missing_does_not_stop_the_rest(
    check, tmp_path: Path
) -> None:
    one, gone = put(tmp_path, "a.txt", BAD), str(tmp_path / "gone.txt")
    status, out, err = check(gone, one)
    assert status == 3
    assert "没有这个文件" in err and out.count(one) == 2


def test_json_holds_every_place(check, tmp_path: Path) -> None:
    status, out, _ = check("--json", put(tmp_path, "a.md", f"# 题\n\n## {BAD}"))
    assert status == 1
    first = json.loads(out)[0]
    assert (first["line"], first["rule"], first["level"]) == (5, "number-order", "warning")
    assert {"file", "column", "end_line", "end_column", "text", "what", "remedy", "fix"} <= {*first}


def test_hints_can_be_left_out(check, tmp_path: Path) -> None:
    long = "要当好推动各项决策落实的督查员"
    name = put(tmp_path, "a.txt", f"{long}，一抓到底。\n新的一年，{long}，久久为功。\n")
    status, out, _ = check(name)
    assert status == 0 and "[clause-twice]" in out
    for options in (["--no-hints"], ["--level", "warning"], ["--level", "error"]):
        assert check(name, *options)[1] == ""


def test_the_level_asked_for_does_not_change_the_status(check, tmp_path: Path) -> None:
    assert check("--level", "error", put(tmp_path, "a.txt", BAD))[:2] == (0, "")


def test_rules_are_listed_and_told(check) -> None:
    status, out, _ = check("--rules")
    assert status == 0
    assert all(f"{name} " in out for name in RULES)
    for rule in RULES.values():
        status, out, _ = check("--rule", rule.id)
        assert status == 0 and rule.what in out and "缘由：" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "缺少 文件"),
        ([""], "有一个路径是空的"),
        (["--rule", "number-ordr"], "是不是 number-order？"),
        (["--json", "--sarif", "a.txt"], "只能写一个"),
        (["--yes", "a.txt"], "--yes 要和 --fix 同用"),
        (["--fix", "-"], "标准输入不能改"),
        (["--level", "fatal", "a.txt"], "--level"),
    ],
)
def test_what_cannot_be_asked_is_told(check, arguments: list[str], said: str) -> None:
    status, out, err = check(*arguments)
    assert (status, out) == (2, "")
    assert said in err


def test_sarif_has_the_shape_that_editors_read(check, tmp_path: Path) -> None:
    status, out, _ = check("--sarif", put(tmp_path, "讲 话.txt", BAD))
    log = json.loads(out)
    assert status == 1 and log["version"] == "2.1.0" and log["$schema"].endswith("2.1.0.json")
    (only,) = log["runs"]
    rules = only["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == list(RULES)
    for each in rules:
        assert each["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert each["shortDescription"]["text"] and each["fullDescription"]["text"]
    assert only["columnKind"] == "unicodeCodePoints" and len(only["results"]) == 2
    for result in only["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"].endswith("%E8%AE%B2%20%E8%AF%9D.txt")
        region = place["region"]
        assert 1 <= region["startLine"] <= region["endLine"]
        assert 1 <= region["startColumn"] < region["endColumn"]
        assert result["message"]["text"] and result["level"] == "warning"
    (fix,) = only["results"][1]["fixes"]
    (change,) = fix["artifactChanges"][0]["replacements"]
    assert change["insertedContent"] == {"text": ""}


def test_a_spec_is_checked_by_the_outline_it_gives(check, tmp_path: Path) -> None:
    literal = "outline:\n- topic: 参谋辅政\n  heading: 学习xx同志的先进事迹\n"
    name = put(tmp_path, "讲话.yaml", SPEC + literal)
    status, out, _ = check(name)
    assert status == 1
    assert f"{name}:8:1：警告：“xx”是占位" in out
    assert f"{name}：提纲第 2 行第 1 字：警告：" in out


def test_the_shipped_examples_have_nothing_but_what_only_the_user_knows(check) -> None:
    for path in sorted((shipped_templates() / "examples").glob("*.yaml")):
        lines = check(str(path), "--no-hints")[1].splitlines()
        assert [each for each in lines if "[placeholder]" not in each] == []


def test_a_spec_beside_a_document_tells_its_length(check, tmp_path: Path) -> None:
    name, spec = put(tmp_path, "a.txt", GOOD), put(tmp_path, "a.yaml", f"{SPEC}minutes: 10\n")
    assert "[section-length]" in check(name, "--spec", spec)[1]
    assert "[section-length]" not in check(name)[1]


@pytest.mark.parametrize("place", ["spec", "user"])
def test_a_rule_can_be_silenced(check, tmp_path: Path, place: str) -> None:
    name = put(tmp_path, "a.txt", BAD)
    if place == "spec":
        spec = put(tmp_path, "a.yaml", f"{SPEC}checks: {{number-order: 否, heading-stop: 否}}\n")
        assert check(name, "--spec", spec)[0] == 0
    else:
        user_data().mkdir(parents=True, exist_ok=True)
        put(user_data(), "checks.yaml", "rules: {number-order: 否, heading-stop: {level: hint}}\n")
        status, out, _ = check(name)
        assert status == 0 and "提示" in out and "number-order" not in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rules: {number-ordr: 否}\n", "checks.yaml:1：没有“number-ordr”这条规则（是不是 number-order？）"),
        ("rules:\n  parallelism:\n    settings: {score: 多}\n", "checks.yaml:3：“score”不能是“多”"),
        ("rules:\n  parallelism:\n    settings: {scroe: 3}\n", "checks.yaml:3：不认识“scroe”（是不是 score？）"),
        ("rules:\n  placeholder:\n    settings: {patterns: ['(']}\n", "checks.yaml:3：“(”不是正则表达式"),
        ("rules: {parallelism: {level: 严重}}\n", "checks.yaml:1：“level”不能是“严重”"),
        ("rules: {parallelism: 也许}\n", "checks.yaml:1：“parallelism”不能是“也许”"),
    ],
)  # fmt: skip
def test_faults_of_the_users_rules_are_told(check, tmp_path: Path, text: str, said: str) -> None:
    user_data().mkdir(parents=True, exist_ok=True)
    put(user_data(), "checks.yaml", text)
    status, _, err = check(put(tmp_path, "a.txt", GOOD))
    assert status == 2 and said in err


def test_a_spec_that_names_an_unknown_rule_is_told_its_line(check, tmp_path: Path) -> None:
    status, _, err = check(put(tmp_path, "a.yaml", f"{SPEC}checks:\n  numbering: 否\n"))
    assert status == 2 and "a.yaml:7：没有“numbering”这条规则" in err


def test_nothing_that_a_terminal_obeys_is_put_out(check, tmp_path: Path) -> None:
    text = "一、提高\x1b[31m认识xx\u202e\n要学懂弄通。\n"
    _, out, err = check(put(tmp_path, "a.txt", text))
    assert "placeholder" in out
    assert not {"\x1b", "\u202e"} & {*out, *err}


def test_a_text_too_long_for_a_speech_is_refused(check, tmp_path: Path) -> None:
    status, _, err = check(put(tmp_path, "a.txt", "要学懂弄通。\n" * 150_000))
    assert status == 2 and "超过一百万字" in err


@pytest.mark.parametrize(("text", "found"), [(BAD, 2), (f"# 题\n\n## {BAD}", 2), (SPEC, 1)])
def test_standard_input_may_be_a_text_or_a_spec(
    check, monkeypatch: pytest.MonkeyPatch, text: str, found: int
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text.encode())))
    status, out, _ = check("-")
    assert status == 1
    assert len(out.splitlines()) >= found
    assert all(line.startswith("标准输入") for line in out.splitlines())


def test_a_spec_that_is_saved_keeps_what_it_silences(tmp_path: Path) -> None:
    name, saved = put(tmp_path, "a.yaml", f"{SPEC}checks: {{cliche: 是}}\n"), tmp_path / "b.yaml"
    assert run(["generate", name, "--save-spec", str(saved), "-o", str(tmp_path / "a.md")]) == 0
    assert "checks:\n  cliche: 是\n" in saved.read_text("utf-8")
