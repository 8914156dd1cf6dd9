"""`drafter import`: exported, edited, read back, exported again, and nothing is lost."""

import io
from pathlib import Path

import docx
import pytest
import yaml
from hypothesis import given, settings
from outlines import OUTLINES
from reading import PARSER
from rendering import saved
from test_template_inventory import BANK, NAMES, TEMPLATES, VOCABULARY, example_of

from drafter.cli.main import run
from drafter.drafting.draft import draft
from drafter.drafting.phrases import register
from drafter.drafting.reading_back import read_back
from drafter.drafting.recognising import Recogniser
from drafter.drafting.taking_back import written_spec
from drafter.exporters import EXPORTERS
from drafter.exporters.word import to_word
from drafter.locations import shipped_templates
from drafter.model.outline import Heading, Outline, Paragraph
from drafter.model.spec import Spec
from drafter.storage.profiles import load_profile, profile_called
from drafter.storage.specs.files import SpecFile
from drafter.storage.specs.records import spec_to_yaml

SUFFIXES = (".docx", ".md", ".txt")
EXAMPLES = shipped_templates() / "examples"
FOREIGN = """\
在全县政府办公室系统工作会议上的讲话
县政府办公室主任  林知远
（2026年3月12日）
同志们：
今天我们召开全县政府办公室系统工作会议，总结去年工作，部署今年任务。下面，我讲两点意见。
一、提高站位，把服务大局摆在前面
这是第一位的要求，要做到三点，一点也不能少，一刻也不能松。
（一）学在深处。要坚持读原著、学原文、悟原理，真正做到融会贯通。
（二）做在实处。要把学习成果转化为推动工作的实际成效。
二、聚焦中心，把参谋服务做优
一是调查研究要深入。要走到田间地头，听到真话，看到实情。
二是文稿起草要精准。要改到不能再改，字字有来历。
同志们，让我们共同努力，为全县发展作出新的更大贡献！
"""


def exported(name: str, suffix: str, folder: Path) -> Path:
    out = folder / f"{name}{suffix}"
    assert run(["generate", str(EXAMPLES / f"{name}.yaml"), "-o", str(out), "--no-log"]) == 0
    return out


def edited(path: Path, old: str, new: str) -> None:
    """Change some words of a file, as in Word or in an editor."""
    if path.suffix != ".docx":
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        return
    document = docx.Document(io.BytesIO(path.read_bytes()))
    for paragraph in document.paragraphs:
        for each in paragraph.runs:
            each.text = each.text.replace(old, new)
    path.write_bytes(saved(document))


def nodes_of(path: Path):
    return read_back(path.read_bytes(), str(path), PARSER).nodes


def read_in(path: Path, *options: str) -> Path:
    """Read `path` back into a spec, and return what that generates in the same format."""
    spec, again = path.with_suffix(".yaml"), path.with_name(f"again{path.suffix}")
    assert run(["import", str(path), "-o", str(spec), *options]) == 0
    assert run(["generate", str(spec), "-o", str(again), "--no-log"]) == 0
    return again


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("earlier", [False, True])
def test_nothing_is_lost_on_the_way(name: str, suffix: str, earlier: bool, tmp_path: Path) -> None:
    path = exported(name, suffix, tmp_path)
    before = nodes_of(path)
    heading = next(n for n in before if isinstance(n, Heading))
    last = next(n for n in reversed(before) if isinstance(n, Paragraph))
    edited(path, heading.text, "改过的小标题，改得面目全非")
    edited(path, last.text, "改过的最后一段。")
    options = ["--spec", str(EXAMPLES / f"{name}.yaml")] if earlier else []
    again = read_in(path, *options)
    changed = {
        heading: heading._replace(text="改过的小标题，改得面目全非"),
        last: Paragraph("改过的最后一段。"),
    }
    assert nodes_of(again) == tuple(changed.get(node, node) for node in before)
    if suffix != ".docx":
        assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize("profile", ["standard", "reading"])
@pytest.mark.parametrize("name", NAMES)
def test_comments_and_layout_change_nothing(name: str, profile: str) -> None:
    outline = example_of(name)
    layout = load_profile(profile_called(profile, ""))
    data = to_word(outline, layout, sources=True)
    assert read_back(data, "提纲.docx", PARSER).nodes == outline.nodes


@pytest.mark.parametrize("name", [name for name in NAMES if name != "as-written"])
def test_the_earlier_spec_gives_template_and_answers(name: str, tmp_path: Path) -> None:
    path, old = exported(name, ".docx", tmp_path), EXAMPLES / f"{name}.yaml"
    edited(path, nodes_of(path)[-1].text, "改过的最后一段。")
    read_in(path, "--spec", str(old))
    spec = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    for key, said in yaml.safe_load(old.read_text("utf-8")).items():
        if key not in ("topics", "sections", "seed", "marks", "outline"):
            assert str(spec[key]) == str(said)
    assert "written" not in spec
    assert all(section["heading"]["id"] for section in spec["outline"])


def test_phrases_are_known_again_without_the_earlier_spec(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = exported("mobilisation", ".md", tmp_path)
    read_in(path)
    spec = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    assert spec["template"] == "as-written"
    assert (spec["level"], spec["date"]) == ("区", "2027-03-04")
    assert all("id" in point for section in spec["outline"] for point in section["points"])
    assert "小标题 3 个、分论点 9 个" in capsys.readouterr().err


def test_any_other_text_is_recognised(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "原稿.txt"
    path.write_text(FOREIGN, "utf-8")
    again = read_in(path)
    told = capsys.readouterr().err
    assert "请核对" in told
    assert "没有读进来" not in told
    spec = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    assert (spec["level"], spec["organ"], spec["date"]) == ("县", "政府办", "2026-03-12")
    kinds = [next(iter(line)) for line in spec["written"]]
    assert kinds == [
        *("title", "note", "note", "salutation", "paragraph", "heading", "paragraph"),
        *("heading", "paragraph", "heading", "paragraph", "heading", "point", "point", "paragraph"),
    ]
    assert "二是文稿起草要精准。要改到不能再改，字字有来历。" in again.read_text("utf-8")


def test_an_impossible_date_is_left_open_and_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "原稿.txt"
    path.write_text("在全县工作会议上的讲话\n（2026年2月30日）\n同志们：\n今天开会。\n", "utf-8")
    read_in(path)
    spec = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    assert "date" not in spec and {"note": "（2026年2月30日）"} in spec["written"]
    assert "日历上没有“2026年2月30日”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "level", "organ"),
    [
        ("全市党委办公室系统要为市委服务。", "市", "党委办"),
        ("全县一盘棋。", "县", ""),
        ("全县政府系统要按县委、县政府的要求办。", "县", "政府办"),
        ("全县政府系统要服务县委办公室。", "", ""),
        ("既要看全省，也要看全市。", "", ""),
        ("大家干起来。", "", ""),
    ],
)
def test_level_and_organ_are_taken_from_words_only_beyond_doubt(
    text: str, level: str, organ: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "提纲.md"
    path.write_text(f"# 讲话\n\n## 一、甲\n\n{text}\n", "utf-8")
    read_in(path)
    spec = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    assert (spec.get("level", ""), spec.get("organ", "")) == (level, organ)
    assert ("看不出" in capsys.readouterr().err) is not (level and organ != "")


@settings(max_examples=100, deadline=None)
@given(OUTLINES.filter(lambda outline: outline.nodes))
def test_a_whole_outline_in_a_spec_is_generated_as_it_is(outline: Outline) -> None:
    template = TEMPLATES["as-written"]
    known = Recogniser(register(BANK, template), str, None)
    spec = written_spec(Spec("as-written"), outline.nodes, known)
    text = spec_to_yaml(spec).decode()
    again = SpecFile(text, "").spec(template, VOCABULARY.slots, VOCABULARY.words)
    assert draft(again, template, BANK, VOCABULARY).nodes == outline.nodes
    assert spec_to_yaml(again).decode() == text


def test_the_phrases_of_a_whole_outline_are_told(tmp_path: Path) -> None:
    path = tmp_path / "提纲.yaml"
    path.write_text(
        "template: as-written\nminutes: 5\nwritten:\n- title: 讲话\n- heading: 甲\n"
        "- point: 逐项认领，压实落实责任\n  id: p-own00032.1\n",
        "utf-8",
    )
    assert run(["generate", str(path), "-o", str(tmp_path / "提纲.json"), "--no-log"]) == 0
    told = yaml.safe_load((tmp_path / "提纲.json").read_text("utf-8"))["origins"]
    assert told[-1]["phrase"] == "p-own00032.1"
    assert told[-1]["document"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("- {}", "看不出是什么"),
        ("- {title: 甲, note: 乙}", "看不出是什么"),
        ("- {title: ''}", "缺少“title”"),
        ("- {heading: 甲, level: 4}", "“level”不能是“4”"),
        ("- {point: 甲, style: 二是}", "“style”不能是“二是”"),
        ("- {paragraph: 甲, cue: 乙}", "不认识“cue”"),
    ],
)
def test_a_line_that_cannot_be_is_told_with_its_place(
    line: str, fault: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text(f"template: as-written\nwritten:\n{line}\n", "utf-8")
    assert run(["generate", str(path)]) == 2
    told = capsys.readouterr().err
    assert fault in told
    assert "spec.yaml:3" in told


def test_the_result_goes_to_standard_output(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = exported("mobilisation", ".txt", tmp_path)
    capfdbinary.readouterr()
    assert run(["import", str(path)]) == 0
    assert yaml.safe_load(capfdbinary.readouterr().out)["template"] == "as-written"


@pytest.mark.parametrize(
    ("arguments", "status", "fault"),
    [
        (["没有.docx"], 3, "没有.docx"),
        (["空.md"], 2, "这份文稿是空的"),
        (["坏.docx"], 3, "打不开"),
        (["压.docx"], 3, "不是 Word 文档"),
        (["长.txt"], 2, "不像一份提纲"),
        (["讲话.md", "-o", "讲话.md"], 2, "会覆盖要读的文件"),
        (["讲话.md", "-o", "有.yaml"], 3, "已经存在"),
        (["讲话.md", "-o", ""], 2, "-o"),
        (["讲话.md", "-o", "新.docx"], 2, "请写成 新.yaml"),
        (["讲话.md", "-o", "有"], 3, "有.yaml：文件已经存在"),
        (["有.yaml"], 2, "有.yaml：这是说明书，不是提纲，不用读回（要提纲用 drafter generate"),
        (["讲话.md", "--spec", ""], 2, "--spec"),
        (["讲话.md", "--spec", "没有.yaml"], 3, "没有.yaml"),
        (["讲话.md", "--template", "没有"], 2, "没有“没有”这个模板"),
    ],
)
def test_what_cannot_be_done_is_told(
    arguments: list[str],
    status: int,
    fault: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("空.md").write_text("\n", "utf-8")
    Path("坏.docx").write_bytes(b"PK\x03\x04" + bytes(100))
    Path("压.docx").write_bytes(_archive())
    Path("讲话.md").write_text("# 讲话\n\n## 一、甲\n\n话。\n", "utf-8")
    Path("长.txt").write_text("甲\n" * 30_000, "utf-8")
    Path("有.yaml").write_text("不要动", "utf-8")
    assert run(["import", *arguments]) == status
    assert fault in capsys.readouterr().err
    assert Path("有.yaml").read_text("utf-8") == "不要动"


def _archive() -> bytes:
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "甲")
    return out.getvalue()


def test_a_spec_is_replaced_when_asked_for(tmp_path: Path) -> None:
    path = exported("mobilisation", ".md", tmp_path)
    spec = tmp_path / "有.yaml"
    spec.write_text("不要了", "utf-8")
    assert run(["import", str(path), "-o", str(spec), "--force"]) == 0
    assert "as-written" in spec.read_text("utf-8")


def test_a_spec_without_a_suffix_gets_one(tmp_path: Path) -> None:
    path = exported("mobilisation", ".md", tmp_path)
    assert run(["import", str(path), "-o", str(tmp_path / "新")]) == 0
    assert "as-written" in (tmp_path / "新.yaml").read_text("utf-8")
    assert not (tmp_path / "新").exists()


ANSWERED = """\
template: office-work-meeting
level: 市
organ: 党委办
date: 2026-03-12
speaker: 市委副书记  林知远
exchange: [听澜区委办公室, 市委政策研究室]
achievements: [起草文稿3200件, 督办重要事项86件，按期办结率98%]
seed: 1
"""


@pytest.mark.parametrize(
    ("edits", "key", "answer"),
    [
        ([("3200", "3500")], "achievements", ["起草文稿3500件", "督办重要事项86件，按期办结率98%"]),
        (
            [("3200", "3500"), ("86件", "90余件")],
            "achievements",
            ["起草文稿3500件", "督办重要事项90余件，按期办结率98%"],
        ),
        ([("3月12日", "4月1日")], "date", "2026-04-01"),
        ([("林知远", "江晚舟"), ("听澜区", "望江区")], "speaker", "市委副书记  江晚舟"),
        (
            [("听澜区委办公室、", "望江区委办公室、")],
            "exchange",
            ["望江区委办公室", "市委政策研究室"],
        ),
    ],
)
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_answer_edited_where_it_stands_is_the_new_answer(
    suffix: str, edits: list[tuple[str, str]], key: str, answer: object, tmp_path: Path
) -> None:
    old, path = tmp_path / "原来的.yaml", tmp_path / f"讲话{suffix}"
    old.write_text(ANSWERED, "utf-8")
    assert run(["generate", str(old), "-o", str(path), "--no-log"]) == 0
    for edit in edits:
        edited(path, *edit)
    again = read_in(path, "--spec", str(old))
    spec = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    assert (spec["template"], spec[key]) == ("office-work-meeting", answer)
    assert nodes_of(again) == nodes_of(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("同志们：", "各位同志："),  # no answer
        ("3月12日", "2月30日"),  # no date
    ],
)
def test_what_is_no_answer_stays_as_it_was_written(old: str, new: str, tmp_path: Path) -> None:
    earlier, path = tmp_path / "原来的.yaml", tmp_path / "讲话.md"
    earlier.write_text(ANSWERED, "utf-8")
    assert run(["generate", str(earlier), "-o", str(path), "--no-log"]) == 0
    edited(path, old, new)
    again = read_in(path, "--spec", str(earlier))
    assert again.read_bytes() == path.read_bytes()
    assert yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))["date"] == "2026-03-12"


def test_of_two_items_that_say_the_same_the_one_edited_changes(tmp_path: Path) -> None:
    earlier, path = tmp_path / "原来的.yaml", tmp_path / "讲话.md"
    twice = ANSWERED.replace("市委政策研究室]", "听澜区委办公室]")
    earlier.write_text(twice, "utf-8")
    assert run(["generate", str(earlier), "-o", str(path), "--no-log"]) == 0
    text = path.read_text("utf-8")
    assert text.count("听澜区委办公室") == 2
    path.write_text(text.replace("听澜区委办公室", "望江区委办公室", 1), "utf-8")
    again = read_in(path, "--spec", str(earlier))
    spec = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    assert again.read_bytes() == path.read_bytes()
    assert spec["exchange"] == ["望江区委办公室", "听澜区委办公室"]


def test_another_template_keeps_the_text(tmp_path: Path) -> None:
    path = exported("mobilisation", ".md", tmp_path)
    again = read_in(path, "--template", "office-work-meeting")
    assert again.read_bytes() == path.read_bytes()
    spec = yaml.safe_load(path.with_suffix(".yaml").read_text("utf-8"))
    assert spec["template"] == "office-work-meeting"
    assert EXPORTERS[".md"](Outline(nodes_of(path))) == path.read_bytes()
