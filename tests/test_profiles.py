"""Layout profiles: data that users read and change, each number with its clause or reason."""

import re
from pathlib import Path

import pytest

from drafter.cli.main import run
from drafter.errors import InputError
from drafter.exporters.word import to_word
from drafter.locations import shipped_templates, user_templates
from drafter.model.outline import Outline, Paragraph, Point, Title
from drafter.storage.profiles import load_profile, profile_called, profile_files

SHIPPED = sorted((shipped_templates() / "profiles").glob("*.yaml"))
EXAMPLE = str(shipped_templates() / "examples" / "office-work-meeting.yaml")
BODY = 30
"""The line of the standard profile in which the body begins."""
WHOLE = (shipped_templates() / "profiles" / "standard.yaml").read_text("utf-8")


def made(folder: Path, text: str, name: str = "mine") -> Path:
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_number_names_its_clause_or_its_reason(path: Path) -> None:
    told = re.compile(r"^ +\w+: +[\d.]+ +# *(?:磅。|毫米。|行。|字。)?(.*)$")
    for line in path.read_text("utf-8").splitlines():
        if re.match(r" +\w+: +[\d.]+( |$)", line):
            found = told.match(line)
            assert found and len(found[1]) >= 4, line


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_profiles_make_files(path: Path) -> None:
    profile = load_profile(path)
    assert profile.name == path.stem and profile.title and profile.description
    assert to_word(Outline((Title("讲话"), Point("甲", "一是"), Paragraph("乙"))), profile)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_chinese_font_has_a_substitute(path: Path) -> None:
    profile = load_profile(path)
    assert all(profile.fonts[font].instead for font in profile.used_fonts())


def test_a_profile_is_as_the_one_it_is_based_on_but_for_what_it_says(tmp_path: Path) -> None:
    base = load_profile(profile_called("standard", ""))
    text = "based_on: standard\npage: {lines: 20}\nstyles: {title: {size: 24}}\n"
    profile = load_profile(made(tmp_path, text))
    assert profile.name == "mine"
    assert profile.page == base.page._replace(lines=20)
    assert profile.faces["title"] == base.faces["title"]._replace(size=24)
    assert profile.faces["body"] == base.faces["body"]
    assert profile.number == base.number


def test_a_profile_may_be_based_on_a_file_beside_it(tmp_path: Path) -> None:
    made(tmp_path, "based_on: standard\npage: {lines: 20}\n", "first")
    second = made(tmp_path, "based_on: first.yaml\npage: {characters: 26}\n", "second")
    assert load_profile(second).page[-2:] == (20, 26)


def test_a_whole_profile_needs_no_other(tmp_path: Path) -> None:
    assert load_profile(made(tmp_path, WHOLE)) == load_profile(profile_called("standard", ""))


def test_profiles_of_the_users_own_come_after_the_shipped_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = made(user_templates() / "profiles", "based_on: standard\n", "mine")
    assert profile_files()["mine"] == own
    monkeypatch.chdir(tmp_path)
    here = made(tmp_path / "templates" / "profiles", "based_on: standard\n", "mine")
    assert profile_files()["mine"].resolve() == here.resolve()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("title: 大字\n", 1, "缺少“description”（请加上“description: …”）"),
        ("based_on: standrad\n", 1, "没有“standrad”这种版式（是不是 standard？）"),
        ("based_on: standard\npgae: {}\n", 2, "不认识“pgae”（是不是 page？）"),
        ("based_on: standard\npage:\n  lnes: 20\n", 3, "不认识“lnes”（是不是 lines？）"),
        ("based_on: standard\npage:\n  left: 宽\n", 3, "“left”不能是“宽”（请写 0 到 1200 之间的数）"),
        ("based_on: standard\npage:\n  left: nan\n", 3, "“left”不能是“nan”（请写 0 到 1200 之间的数）"),
        ("based_on: standard\npage:\n  lines: 0\n", 3, "“lines”不能是“0”（请写 1 到 200 之间的整数）"),
        ("based_on: standard\npage:\n  lines: 60\n", 3, "60 行放不下 16 磅的字（请改 lines 或 body 的 size）"),
        ("based_on: standard\npage:\n  characters: 60\n", 3, "一行 60 个 16 磅的字太挤（请改 characters 或 body 的 size）"),
        ("based_on: standard\npage:\n  left: 200\n", 3, "页边比纸还大（请改 page 下面的页边）"),
        ("based_on: standard\nstyles:\n  titel: {}\n", 3, "不认识“titel”（是不是 title？）"),
        ("based_on: standard\nstyles:\n  note: {align: centre}\n", 3, "“align”不能是“centre”（是不是 center？）"),
        ("based_on: standard\nnumber:\n  form: 页\n", 3, "“form”不能是“页”（请用一个 {} 代表页码）"),
        ("based_on: standard\nstyles:\n  lead: {bold: 也许}\n", 3, "“bold”不能是“也许”（请写 是 或 否）"),
        ("based_on: mine.yaml\n", 1, "“based_on”绕回了自己（请改成另一种版式的名字）"),
        (WHOLE.replace("    size: 16 ", "    # "), BODY, "body 缺少“size”（请在 body 下面加上“size: …”）"),
    ],
)  # fmt: skip
def test_faults_are_told_with_file_line_key_and_way_out(
    text: str, line: int, said: str, tmp_path: Path
) -> None:
    path = made(tmp_path, text)
    with pytest.raises(InputError) as fault:
        load_profile(path)
    told, _, what = str(fault.value).rpartition(f"{path.name}:")
    assert what == f"{line}：{said}"
    assert told


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--profile", "reading"], "--profile：只有写 Word 文件才用得上版式（请用 -o 写明一个 .docx 文件）"),
        (["-o", "x.md", "--profile", "reading"], "--profile：只有写 Word 文件才用得上版式"),
        (["-o", "x.docx", "--profile", "raeding"], "没有“raeding”这种版式（是不是 reading？）"),
        (["-o", "x.docx", "--profile", "none.yaml"], "none.yaml：没有这个文件"),
        (["-o", "x.docx", "--profile", ""], "--profile 后面没有写名称"),
    ],
)  # fmt: skip
def test_a_profile_that_cannot_be_is_told_before_anything_is_written(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["generate", EXAMPLE, *arguments]) in (2, 3)
    assert said in capfd.readouterr().err
    assert not list(tmp_path.iterdir())


def test_the_profile_asked_for_is_the_one_in_the_file(tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.docx" for name in ("plain", "standard", "reading", "mine")]
    own = str(made(tmp_path, "based_on: reading\n"))
    assert run(["generate", EXAMPLE, "-o", str(paths[0])]) == 0
    for path, name in zip(paths[1:], ("standard", "reading", own), strict=True):
        assert run(["generate", EXAMPLE, "-o", str(path), "--profile", name]) == 0
    plain, standard, reading, mine = (path.read_bytes() for path in paths)
    assert plain == standard != reading == mine


def test_sources_and_variants_are_laid_out_too(tmp_path: Path) -> None:
    out, sources = tmp_path / "out.docx", tmp_path / "sources.docx"
    arguments = [
        "-o",
        str(out),
        "--sources",
        str(sources),
        "--variants",
        "2",
        "--profile",
        "reading",
    ]
    assert run(["generate", EXAMPLE, *arguments]) == 0
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {"out-1.docx", "out-2.docx", "sources-1.docx", "sources-2.docx"}


def test_profiles_are_listed_for_people_and_programs(capfd) -> None:
    made(user_templates() / "profiles", "based_on: nothing\n", "broken")
    assert run(["templates", "--profiles"]) == 0
    told = capfd.readouterr()
    assert "朗读稿" in told.out and "standard" in told.out
    assert "broken.yaml:1：没有“nothing”这种版式" in told.err
    assert run(["templates", "--profiles", "--json"]) == 0
    assert '"name": "reading"' in capfd.readouterr().out
