"""`drafter generate`: JSON, variants, length, sources as a table, and the log of finished speeches."""

import json
import os
import re
import zipfile
from pathlib import Path

import pytest

from drafter.cli.main import run
from drafter.locations import shipped_templates, user_data

EXAMPLE = str(shipped_templates() / "examples" / "office-work-meeting.yaml")
CELLS = re.compile(r"(?<!\\)\|")


class Done:
    """What a command wrote."""

    def __init__(self, capsysbinary: pytest.CaptureFixture[bytes], *arguments: object) -> None:
        capsysbinary.readouterr()
        self.status = run([str(argument) for argument in arguments])
        out, err = capsysbinary.readouterr()
        self.out, self.told = out.decode(), err.decode()


@pytest.fixture
def generate(capsysbinary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: Done(capsysbinary, "generate", EXAMPLE, *arguments)


def log() -> Path:
    return user_data() / "speeches.yaml"


def test_json_on_screen_holds_what_is_told(generate) -> None:
    done = generate("--json", "--set", "minutes=10", "--set", "speaker=【待补：讲话人】")
    value = json.loads(done.out)
    assert value["missing"] == ["讲话人"]
    assert value["assumed"] and value["origins"] and value["nodes"]
    assert {"name", "least", "aim", "most", "present"} == set(value["length"][0])
    assert all(origin["why"] for origin in value["origins"])


def test_length_is_told_as_a_table(generate) -> None:
    told = generate("--set", "minutes=10").told.splitlines()
    assert told[0].split() == ["计划", "现有", "部分"]
    assert any(re.search(r"1500–2000 字 +\d+ 字  合计", line) for line in told)
    assert "计划" not in generate().told


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("minutes=很久", "请写 0 到 600 之间的整数"),
        ("rate=20", "请写 60 到 400 之间的整数"),
        ("log=也许", "请写 是 或 否"),
    ],
)
def test_a_key_that_says_nothing_is_told(generate, said: str, fault: str) -> None:
    done = generate("--set", said)
    assert (done.status, fault in done.told, done.out) == (2, True, "")


def test_variants_are_shown_one_after_the_other(generate) -> None:
    done = generate("--variants", 3)
    seeds = re.findall(r"^<!-- 第 \d 份：--seed (\S+) -->$", done.out, re.MULTILINE)
    assert len(seeds) == 3 and seeds[0] == "1"
    assert "、".join(seeds) in done.told
    for seed in seeds:
        assert generate("--seed", seed).out in done.out


def test_variants_are_written_to_files_of_their_own(generate) -> None:
    done = generate(
        "--variants", 2, "-o", "out.md", "-o", "out.txt", "--sources", "s.yaml", "--save-spec", "f.yaml",
    )  # fmt: skip
    assert (done.status, done.out) == (0, "")
    names = sorted(f"{stem}-{n}{end}" for n in (1, 2) for stem, end in (
        ("out", ".md"), ("out", ".txt"), ("s", ".yaml"), ("f", ".yaml")))  # fmt: skip
    assert sorted(path.name for path in Path().iterdir()) == names
    assert Path("out-1.md").read_text("utf-8") != Path("out-2.md").read_text("utf-8")
    assert Path("out-1.md").read_text("utf-8") == generate().out


def test_variants_as_json_are_a_list(generate) -> None:
    value = json.loads(generate("--variants", 2, "--json").out)
    assert len({each["seed"] for each in value}) == 2
    assert all(each["nodes"] for each in value)


@pytest.mark.parametrize("said", ["1", "21", "x", "", "²", "-3"])
def test_an_odd_number_of_variants_is_refused(generate, said: str) -> None:
    done = generate("--variants", said)
    assert (done.status, "请写 2 到 20 之间的整数" in done.told) == (2, True)


def test_sources_as_a_table_have_a_row_for_every_line(generate) -> None:
    done = generate("--sources", "s.md", "--json", "--set", "speaker=甲|乙")
    head, rule, *rows = Path("s.md").read_text("utf-8").splitlines()
    cells = [[cell.strip() for cell in CELLS.split(row)[1:-1]] for row in (head, rule, *rows)]
    assert {len(row) for row in cells} == {6}
    texts = [cell[0].replace("\\", "") for cell in cells[2:]]
    for node in json.loads(done.out)["nodes"]:
        words = "".join(node["text"].split())
        assert any("".join(text.split()) in words for text in texts), node
    assert all(row[5] for row in cells)


def test_a_finished_speech_is_entered_and_avoided_next_time(generate) -> None:
    first = generate("--finish", "-o", "a.md")
    assert f"已记入 {log()}" in first.told
    assert "speaker: 云澜市委副书记" in log().read_text("utf-8")
    second = generate("--set", "date=2026-07-12", "--json")
    used = {
        each["phrase"] for each in json.loads(generate("--json").out)["origins"] if "phrase" in each
    }
    said = {each["phrase"] for each in json.loads(second.out)["origins"] if each["part"] == "point"}
    assert not used & said
    alone = json.loads(generate("--set", "date=2026-07-12", "--json", "--no-log").out)
    assert "again" not in alone


def test_a_finished_speech_gives_the_same_bytes_again(generate) -> None:
    before = generate("--finish").out
    assert generate("--finish").out == before
    assert "已有这次讲话" in generate("--finish").told
    generate("--finish", "--set", "date=2026-07-12")
    assert generate().out == before


def test_what_is_used_again_is_told(generate) -> None:
    generate("--finish", "--set", "date=2026-01-05", "--save-spec", "a.yaml")
    told = generate("--set", "parts.transition=office-work-meeting.transition.1").told
    seen = generate("--set", "parts.transition=office-work-meeting.transition.2").told
    assert "2026-01-05 的讲话里用过：下面，" in told + seen


def test_no_log_reads_and_writes_nothing(generate) -> None:
    log().parent.mkdir(parents=True, exist_ok=True)
    log().write_text("- 坏了\n", "utf-8")
    assert generate().status == 2 and "speeches.yaml:1" in generate().told
    assert generate("--no-log").status == generate("--set", "log=否").status == 0
    assert log().read_text("utf-8") == "- 坏了\n"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--no-log"], "请去掉 --no-log"),
        (["--set", "log=否"], "请去掉 --no-log 或 log: 否"),
        (["--set", "date="], "请在说明书里写上“date: …”"),
        (["--set", "speaker="], "请在说明书里写上“speaker: …”"),
        (["--variants", "2"], "请用 --seed 选定一份再定稿"),
    ],
)
def test_what_cannot_be_finished_is_refused_and_nothing_is_written(generate, more, said) -> None:
    done = generate("--finish", "-o", "a.md", *more)
    assert (done.status, said in done.told) == (2, True)
    assert not Path("a.md").exists() and not log().exists()


TEMPLATE = (shipped_templates() / "mobilisation.md").read_text("utf-8")


def test_templates_of_the_user_are_found_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary
) -> None:
    monkeypatch.chdir(tmp_path)
    own, here = user_data() / "templates", tmp_path / "templates"
    for folder, name, title in (
        (own, "mine", "个人的"),
        (own, "both", "个人的"),
        (here, "both", "这里的"),
    ):
        folder.mkdir(parents=True, exist_ok=True)
        text = TEMPLATE.replace("name: mobilisation", f"name: {name}")
        (folder / f"{name}.md").write_text(
            text.replace("title: 动员讲话", f"title: {title}"), "utf-8"
        )
    (here / "readme.md").write_text("# 不是模板\n", "utf-8")
    listed = Done(capsysbinary, "templates")
    assert listed.status == 0
    lines = {line.split()[0]: line.split()[1] for line in listed.out.splitlines()}
    assert (lines["mine"], lines["both"], lines["mobilisation"]) == ("个人的", "这里的", "动员讲话")
    assert f"templates{os.sep}readme.md:1：模板开头少了说明部分" in listed.told
    Path("s.yaml").write_text("template: mine\n", "utf-8")
    assert Done(capsysbinary, "generate", "s.yaml").status == 0
    assert Done(capsysbinary, "new", "both").out.startswith("# 这里的：说明书")


def test_templates_of_the_same_name_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary
) -> None:
    monkeypatch.chdir(tmp_path)
    here = tmp_path / "templates"
    here.mkdir()
    for name in ("mine", "mobilisation"):
        (here / f"{name}.md").write_text(TEMPLATE, "utf-8")
    listed = Done(capsysbinary, "templates")
    names = [line.split()[0] for line in listed.out.splitlines()]
    assert names.count("mobilisation") == names.count("mine") == 1
    assert f"{Path('templates', 'mine.md')}：name 写的是“mobilisation”" in listed.told
    assert f"用的是 {Path('templates', 'mobilisation.md')}" in listed.told
    assert "template: mine\n" in Done(capsysbinary, "new", "mine").out


@pytest.mark.parametrize("name", ["讲话.md", "讲话.txt"])
def test_an_outline_in_place_of_a_spec_is_told_as_such(
    tmp_path: Path, capsysbinary, name: str
) -> None:
    path = tmp_path / name
    path.write_text("# 讲话\n\n同志们：\n\n## 一、提高认识\n", "utf-8")
    done = Done(capsysbinary, "generate", path)
    assert done.status == 2 and "说明书应是 YAML 文件" in done.told


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        ("topics: [政治忠诚，参谋辅政]", "要换成半角逗号加一个空格"),
        ("topics: ［政治忠诚］", "列表要用半角方括号"),
        ("topics:\n  -政治忠诚", "“-”后面要空一格"),
        ("level: “县”", "引号要用半角的，或者不写引号"),
        ("outline:\n  - topic：政治忠诚", "“：”要换成半角冒号加一个空格"),
    ],
)
def test_marks_of_an_input_method_are_told(
    tmp_path: Path, capsysbinary, said: str, hint: str
) -> None:
    path = tmp_path / "s.yaml"
    path.write_text(f"template: office-work-meeting\n{said}\n", "utf-8")
    done = Done(capsysbinary, "generate", path)
    assert done.status == 2 and hint in done.told and path.name in done.told


def test_a_template_lists_all_that_it_asks(capsysbinary) -> None:
    shown = Done(capsysbinary, "templates", "mobilisation").out
    value = json.loads(Done(capsysbinary, "templates", "mobilisation", "--json").out)
    for question in value["questions"]:
        assert f"{question['name']}（" in shown and question["help"] in shown
        assert not question["when"] or f"条件：{question['when']}" in shown
        assert not question["choices"] or f"可选：{'、'.join(question['choices'])}" in shown
    assert "政治忠诚" in value["topics"] and "opening" in value["parts"]
    assert value["sections"] == {"least": 3, "most": 3}


def _saved_elsewhere(path: Path, **entry: object) -> None:
    """Pack the file anew, as another program does."""
    with zipfile.ZipFile(path) as whole:
        parts = [(info, whole.read(info)) for info in whole.infolist()]
    with zipfile.ZipFile(path, "w") as out:
        for info, data in parts:
            for name, value in entry.items():
                setattr(info, name, value)
            out.writestr(info, data)


@pytest.mark.parametrize(
    "entry",
    [{"date_time": (2026, 1, 2, 3, 4, 6)}, {"create_system": 0}],
    ids=["another time", "the system that Word names"],
)
def test_what_was_edited_in_word_is_not_written_over(generate, entry: dict[str, object]) -> None:
    path = Path("a.docx")
    assert generate("-o", path).status == generate("-o", path).status == 0
    _saved_elsewhere(path, **entry)
    edited = path.read_bytes()
    done = generate("-o", path, "-o", "b.md")
    assert done.status == 2 and path.read_bytes() == edited and not Path("b.md").exists()
    assert (
        "这个文件在 Word 里改过（换一个文件名，或加 --force；要读回改动用 drafter import）"
        in done.told
    )
    assert generate("-o", path, "--force").status == 0 and path.read_bytes() != edited


def test_edited_variants_and_sources_are_kept_as_well(generate) -> None:
    generate("-o", "a.docx", "--variants", 2)
    _saved_elsewhere(Path("a-2.docx"), create_system=0)
    assert generate("-o", "a.docx", "--variants", 2).status == 2
    assert generate("-o", "x.md", "--sources", "a-2.docx").status == 2
    assert generate("-o", "a.docx", "--variants", 2, "--force").status == 0


def test_what_was_put_right_by_check_is_not_written_over(generate, capsysbinary) -> None:
    generate("-o", "a.docx", "--set", "date=2026-01-01")
    with zipfile.ZipFile("a.docx") as whole:
        parts = [(info, whole.read(info)) for info in whole.infolist()]
    with zipfile.ZipFile("a.docx", "w") as out:
        for info, data in parts:
            out.writestr(info, data.replace("部署".encode(), "布署".encode()))
    assert Done(capsysbinary, "check", "--fix", "--yes", "a.docx").told.startswith("已改好")
    assert generate("-o", "a.docx").status == 2
