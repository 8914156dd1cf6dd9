import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from drafter.cli.main import COMMANDS
from drafter.locations import shipped_templates

EXAMPLE = shipped_templates() / "examples" / "office-work-meeting.yaml"


def drafter(*arguments: object, given: bytes = b"", folder: Path | None = None, **environment: str):
    return subprocess.run(
        [sys.executable, "-m", "drafter", *map(str, arguments)],
        input=given,
        capture_output=True,
        cwd=folder,
        env=os.environ | environment,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary").write_bytes(bytes(range(256)))
    (tmp_path / "empty.yaml").touch()
    (tmp_path / "bad.yaml").write_text("template: x\nlevel: 市: 县\n", encoding="utf-8")
    (tmp_path / "key.yaml").write_text(
        "template: office-work-meeting\nlevle: 县\n", encoding="utf-8"
    )
    (tmp_path / "type.yaml").write_text(
        "template: office-work-meeting\nlevel: [县]\n", encoding="utf-8"
    )
    (tmp_path / "slot.yaml").write_text(
        "template: office-work-meeting\n\nparts:\n  closing: 为{{ regoin }}奋斗\n", encoding="utf-8"
    )
    (tmp_path / "name.yaml").write_text("template: office-meeting\n", encoding="utf-8")
    (tmp_path / "long.yaml").write_text(
        "template: office-work-meeting\noutline: [{}, {}, {}, {}, {}, {}]\n", encoding="utf-8"
    )
    (tmp_path / "there.yaml").write_text("不要动", encoding="utf-8")
    (tmp_path / "colon.yaml").write_text(
        "template: office-work-meeting\nlevel：县\n\nseed: 1\n", encoding="utf-8"
    )
    (tmp_path / "escape.yaml").write_text(
        'template: office-work-meeting\nmeeting: "会\\e[1m"\n', encoding="utf-8"
    )
    (tmp_path / "bidi.yaml").write_text(
        "template: office-work-meeting\nmeeting: 会\u202e议\n", encoding="utf-8"
    )
    (tmp_path / "answer.yaml").write_text(
        "template: office-work-meeting\nmeeting: 全{{ regoin }}会议\n", encoding="utf-8"
    )
    (tmp_path / "twice.yaml").write_text(
        "template: office-work-meeting\noutline:\n- heading: 一、抓落实\n- heading: （二）抓落实\n",
        encoding="utf-8",
    )
    return tmp_path


FAULTS = [
    (["nwe"], 2, "drafter：没有“nwe”这个命令（是不是 new？）"),
    (["generate"], 2, "缺少 SPEC"),
    (["generate", EXAMPLE, "--sed", "1"], 2, "没有“--sed”这个选项（是不是 --seed？）"),
    (["generate", EXAMPLE, "--set"], 2, "选项“--set”后面的值"),
    (["generate", EXAMPLE, "more"], 2, "参数太多"),
    (["generate", "none.yaml"], 3, "none.yaml：没有这个文件"),
    (["generate", "folder"], 3, "folder：这是一个文件夹"),
    (["generate", "binary"], 2, "binary：这不是文字文件"),
    (["generate", "empty.yaml"], 2, "empty.yaml：说明书是空的（可以先用 drafter new"),
    (["generate", "bad.yaml"], 2, "bad.yaml:2:9：这里多了一个冒号"),
    (["generate", "key.yaml"], 2, "key.yaml:2：不认识“levle”（是不是 level？）"),
    (["generate", "type.yaml"], 2, "type.yaml:2：“level”应当是一段文字，现在是一个列表"),
    (["generate", "slot.yaml"], 2, "slot.yaml:4：没有“regoin”这个空位（是不是 region？）"),
    (
        ["generate", "name.yaml"],
        2,
        "name.yaml:1：没有“office-meeting”这个模板（是不是 office-work-meeting？）",
    ),
    (
        ["generate", EXAMPLE, "-o", "x.pdf"],
        2,
        "x.pdf：不会写“.pdf”格式（可用的后缀：.md、.txt、.docx、.json）",
    ),
    (["generate", EXAMPLE, "-o", "none/x.md"], 3, "所在的文件夹不存在"),
    (["generate", EXAMPLE, "-o", "good.md", "-o", "bad.xyz"], 2, "bad.xyz"),
    (["generate", EXAMPLE, "--sources", "folder"], 3, "folder：这是一个文件夹"),
    (["generate", EXAMPLE, "--set", "level=乡"], 2, "--set：“level”不能是“乡”"),
    (["generate", EXAMPLE, "--set", "lvl=县"], 2, "--set：不认识“lvl”（是不是 level？）"),
    (["generate", EXAMPLE, "--set", "level"], 2, "请写成 键=值"),
    (["generate", EXAMPLE, "--set", "exchange.9=x"], 2, "请写 1 到 2 的序号"),
    (["generate", EXAMPLE, "--set", "level.x=1"], 2, "“level”应当是"),
    (["generate", EXAMPLE, "--set", "parts.openning=x"], 2, "是不是 opening？"),
    (["generate", EXAMPLE, "--set", "date=2026-02-31"], 2, "“date”不能是“2026-02-31”"),
    (["generate", EXAMPLE, "--set", "sections=九"], 2, "请写 3 到 5 之间的整数"),
    (["generate", EXAMPLE, "--set", "sections=6"], 2, "--set：“sections”不能是“6”"),
    (["generate", "long.yaml"], 2, "long.yaml:2：“outline”有 6 项，这个模板最多 5 个部分"),
    (
        [
            "generate",
            EXAMPLE,
            "--set",
            "topics=政治忠诚、参谋辅政、统筹协调、督查落实、为民服务、数字化",
        ],
        2,
        "--set：“topics”有 6 项，这个模板最多 5 个部分（请留下 5 项",
    ),
    (["generate", EXAMPLE, "--set", "topics=政治忠诚、参谋"], 2, "是不是 参谋辅政？"),
    (["generate", EXAMPLE, "--set", "topics=政治忠诚、政治忠诚"], 2, "主题写了两次"),
    (["generate", EXAMPLE, "--set", "stale=也许"], 2, "请写 是 或 否"),
    (["generate", EXAMPLE, "--set", f"level={'长' * 500}"], 2, f"“level”不能是“{'长' * 60}…”"),
    (["generate", "a\nb\x1b"], 3, "a\\x0ab\\x1b：没有这个文件"),
    (["generate", "长" * 500], 3, f"{'长' * 60}…：文件名太长"),
    (["generate", "colon.yaml"], 2, "colon.yaml:2:6：这里的“：”要换成半角冒号加一个空格"),
    (["generate", "escape.yaml"], 2, "escape.yaml:2:10：这里有看不见的控制字符（U+001B）"),
    (["generate", "bidi.yaml"], 2, "bidi.yaml:2:10：这里有看不见的控制字符（U+202E）"),
    (["generate", "answer.yaml"], 2, "answer.yaml:2：没有“regoin”这个空位（是不是 region？）"),
    (["generate", "twice.yaml"], 2, "twice.yaml:4：小标题“抓落实”写了两次"),
    (["generate", EXAMPLE, "--set", "meeting=\x1b[1m"], 2, "--set：这里有看不见的控制字符"),
    (["generate", EXAMPLE, "--set", "meeting={{ meeting }}"], 2, "没有“meeting”这个空位"),
    (["generate", EXAMPLE, "--set", "region={{ our }}", "--set", "our={{ region }}"], 2, "绕回"),
    (
        [
            "generate",
            EXAMPLE,
            "--set",
            "sections=3",
            "--set",
            "topics=政治忠诚、数字化、安全保密、能力提升",
        ],
        2,
        "--set：“sections”是 3，“topics”却有 4 项（请改成 sections: 4",
    ),
    (["generate", EXAMPLE, "-o", "a.md", "-o", "./a.md"], 2, "./a.md：-o 把同一个文件写了两次"),
    (["generate", EXAMPLE, "-o", "a.md", "--sources", "a.md"], 2, "-o 和 --sources 写的是同一个"),
    (["generate", "there.yaml", "--sources", "there.yaml"], 2, "--sources 会覆盖说明书"),
    (["generate", EXAMPLE, "-o", ""], 2, "-o 后面没有写名称"),
    (["generate", EXAMPLE, "--sources", ""], 2, "--sources 后面没有写名称"),
    (["generate", EXAMPLE, "--save-spec", ""], 2, "--save-spec 后面没有写名称"),
    (["generate", EXAMPLE, "--save-spec", "-"], 2, "--save-spec 后面没有写名称"),
    (["generate", EXAMPLE, "--bank", ""], 2, "--bank 后面没有写名称"),
    (["generate", EXAMPLE, "-o", "a.md", "-o", "none/b.md"], 3, "none/b.md：所在的文件夹不存在"),
    (["new", "-o", ""], 2, "-o 后面没有写名称"),
    (["new", "office-meeting"], 2, "是不是 office-work-meeting？"),
    (["new", "-o", "there.yaml"], 3, "there.yaml：文件已经存在（换一个名字，或加 --force 覆盖）"),
    (["templates", "nothing"], 2, "没有“nothing”这个模板"),
]


@pytest.mark.parametrize(("arguments", "status", "said"), FAULTS)
def test_a_fault_is_one_line_and_writes_nothing(
    folder: Path, arguments: list[object], status: int, said: str
) -> None:
    before = {path.name: path.is_dir() or path.read_bytes() for path in folder.iterdir()}
    done = drafter(*arguments, folder=folder)
    told = done.stderr.decode()
    assert done.returncode == status
    assert said in told
    assert told.count("\n") == 1
    assert "（" in told, "the way out"
    assert not done.stdout
    assert {p.name: p.is_dir() or p.read_bytes() for p in folder.iterdir()} == before


def test_results_go_to_standard_output_and_talk_to_standard_error() -> None:
    done = drafter("generate", EXAMPLE)
    assert done.returncode == 0
    assert done.stdout.decode().startswith("# 在全市党委办公室系统工作会议上的讲话\n")


def test_the_starter_generates_as_it_is(folder: Path) -> None:
    starter = drafter("new").stdout
    done = drafter("generate", "-", given=starter)
    assert (done.returncode, drafter("new", "-o", "s.yaml", folder=folder).returncode) == (0, 0)
    first, _, rest = (folder / "s.yaml").read_bytes().partition(b"\n")
    assert rest == starter
    assert (folder / first.decode().partition("$schema=")[2]).is_file()
    assert drafter("generate", "s.yaml", folder=folder).stdout == done.stdout


def test_force_overwrites(folder: Path) -> None:
    assert drafter("new", "-o", "there.yaml", "--force", folder=folder).returncode == 0
    assert "template:" in (folder / "there.yaml").read_text("utf-8")


def test_every_output_is_written(folder: Path) -> None:
    done = drafter(
        "generate", EXAMPLE, "-o", "a.md", "-o", "b.MD", "--sources", "src.yaml",
        "--save-spec", "full.yaml", "--seed", 5, "--set", "level=县", folder=folder,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, b"")
    outline = (folder / "a.md").read_bytes()
    assert outline == (folder / "b.MD").read_bytes() and "全县" in outline.decode()
    assert drafter("generate", "full.yaml", folder=folder).stdout == outline
    sources = yaml.safe_load((folder / "src.yaml").read_text("utf-8"))
    keys = {"text", "part", "phrase", "document", "line", "slots", "why", "fillers"}
    assert keys >= set().union(*sources)
    assert all(each["why"] for each in sources)
    assert "seed: '5'" in (folder / "full.yaml").read_text("utf-8")


def test_strict_makes_gaps_a_finding(folder: Path) -> None:
    starter = drafter("new").stdout
    done = drafter("generate", "-", "--strict", "-o", "a.md", given=starter, folder=folder)
    assert done.returncode == 1
    assert "讲话人职务、姓名；会议日期" in done.stderr.decode()
    assert "请核对：存在问题一句按主题代拟" in done.stderr.decode()
    assert (folder / "a.md").exists()


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_same_bytes_in_every_process(folder: Path, seed: str) -> None:
    files = ["-o", "a.md", "--sources", "b.yaml", "--save-spec", "c.yaml"]
    drafter("generate", EXAMPLE, *files, folder=folder, PYTHONHASHSEED="random")
    once = [(folder / name).read_bytes() for name in files[1::2]]
    drafter("generate", EXAMPLE, *files, folder=folder, PYTHONHASHSEED=seed)
    assert [(folder / name).read_bytes() for name in files[1::2]] == once


def test_templates_are_listed_for_people_and_programs() -> None:
    assert "office-work-meeting" in drafter("templates").stdout.decode()
    asked = json.loads(drafter("templates", "office-work-meeting", "--json").stdout)
    assert {"name", "type", "help", "default", "choices", "when"} == set(asked["questions"][0])
    assert [each["name"] for each in json.loads(drafter("templates", "--json").stdout)]


def test_without_a_command_the_help_is_shown() -> None:
    shown = drafter().stdout.decode()
    assert all(name in shown for name in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    shown = drafter(command, "--help").stdout.decode()
    assert shown.startswith("用法：drafter")
    assert "选项" in shown and "显示帮助。" in shown
    assert not any(word in shown for word in ("Usage", "Options:", "Show this"))


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_goes_away_is_no_fault() -> None:
    command = f"{sys.executable} -m drafter generate {EXAMPLE} | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr and b"BrokenPipe" not in done.stderr


posix = pytest.mark.skipif(sys.platform == "win32", reason="shell and streams of POSIX")


@posix
@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("generate {spec} >&-", 3, "标准输出：已经关闭"),
        ("generate - <&-", 3, "标准输入：已经关闭"),
        ("generate {spec} -o x.md 2>&-", 0, ""),
        ("generate none 2>&-", 3, ""),
        ("generate {spec} --set meeting=$(printf '\\377')", 2, "--set：这里不是 UTF-8 文字"),
        ("generate {spec} --seed $(printf '\\377')", 2, "--set：这里不是 UTF-8 文字"),
        ("generate $(printf 'a\\377')", 3, "a\\xff：没有这个文件"),
        ("$(printf 'a\\377')", 2, "没有“a\\xff”这个命令"),
        ("new -o $(printf 'a\\377.yaml')", 0, "已写入 a\\xff.yaml"),
        ("generate {spec} -o loop.md", 3, "loop.md：这个链接绕回了自己"),
        ("generate loop.md", 3, "loop.md：这个链接绕回了自己"),
    ],
)
def test_odd_streams_and_names(folder: Path, line: str, status: int, said: str) -> None:
    (folder / "loop.md").symlink_to("loop.md")
    command = f"{sys.executable} -m drafter {line.format(spec=EXAMPLE)}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, cwd=folder, check=False)
    told = done.stderr.decode()
    assert done.returncode == status
    assert said in told and told.count("\n") <= 1 + (status == 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("line", ["generate {spec}", "new", "templates", "--help", "new --help"])
def test_a_full_disk_behind_standard_output_is_told(line: str) -> None:
    command = f"{sys.executable} -m drafter {line.format(spec=EXAMPLE)}"
    done = subprocess.run(["sh", "-c", f"{command} >/dev/full"], capture_output=True, check=False)
    assert done.returncode == 3
    assert done.stderr.decode().splitlines()[0].startswith("标准输出：磁盘已满")
    silent = subprocess.run(
        ["sh", "-c", f"{command} 2>/dev/full"], capture_output=True, check=False
    )
    assert silent.returncode == 0 and silent.stdout


def test_an_interruption_while_loading_is_quiet() -> None:
    code = (
        "import sys, builtins; real = builtins.__import__\n"
        "def slow(name, *rest):\n"
        "    if name == 'click': raise KeyboardInterrupt\n"
        "    return real(name, *rest)\n"
        "builtins.__import__ = slow\n"
        "from drafter.__main__ import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (130, b"")


def test_the_spec_may_be_saved_over_itself(folder: Path) -> None:
    (folder / "s.yaml").write_bytes(EXAMPLE.read_bytes())
    once = drafter("generate", "s.yaml", "--save-spec", "s.yaml", folder=folder)
    again = drafter("generate", "s.yaml", "--seed", "9", folder=folder)
    assert (once.returncode, again.stdout) == (0, once.stdout)
    assert "每一句都已写明" in again.stderr.decode()


def test_a_bank_of_unknown_or_no_files_is_told(folder: Path) -> None:
    bank = folder / "bank"
    bank.mkdir()
    done = drafter("generate", EXAMPLE, "--bank", "bank", folder=folder)
    assert done.returncode == 0
    assert "bank：这里没有短语文件" in done.stderr.decode()
    (bank / "closngs.yaml").write_text("entries: []\n", encoding="utf-8")
    told = drafter("generate", EXAMPLE, "--bank", "bank", folder=folder).stderr.decode()
    assert f"bank{os.sep}closngs.yaml：没有用到" in told and "是不是 closings.yaml？" in told


def test_the_help_names_values_and_statuses_in_chinese() -> None:
    shown = drafter("--help").stdout.decode()
    assert "[命令] [参数]..." in shown and "退出状态：0 完成" in shown
    asked = drafter("generate", "--help").stdout.decode()
    assert all(word in asked for word in ("文件", "键=值", "整数", "文件夹"))
    assert "TEXT" not in asked


def test_a_console_of_another_encoding_gets_utf8() -> None:
    done = drafter("generate", EXAMPLE, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert "讲话" in done.stdout.decode("utf-8")
