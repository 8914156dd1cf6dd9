"""Specs as people save and change them: encodings, changes in vain, the layout they ask for."""

import codecs
from pathlib import Path

import pytest
import yaml

from drafter.cli.main import run
from drafter.storage.drafts import read_draft

SPEC = "template: office-work-meeting\nlevel: 县\norgan: 政府办\nspeaker: 张三\nseed: 7\n"
WRITTEN = """\
template: office-work-meeting
level: 县
written:
- title: 在会议上的讲话
- note: （2026年3月12日）
- heading: 提高认识
  level: 1
- paragraph: 这是第一位的要求。
"""
AS_WRITTEN = """\
template: as-written
level: 县
title: 在会议上的讲话
outline:
- topic: 督查落实
  heading: 把部署落到实处
  points: [紧盯部署抓督查, 紧盯问题抓整改]
"""


def put(folder: Path, text: str, encoding: str = "utf-8", mark: bytes = b"") -> Path:
    path = folder / "讲话.yaml"
    path.write_bytes(mark + text.encode(encoding))
    return path


@pytest.fixture
def generate(capsysbinary: pytest.CaptureFixture[bytes]):
    def done(*arguments: object) -> tuple[int, bytes, str]:
        status = run(["generate", *map(str, arguments), "--no-log"])
        out, err = capsysbinary.readouterr()
        return status, out, err.decode()

    return done


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        ("gbk", b"", "GB18030"),
        ("gb18030", b"", "GB18030"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "UTF-16"),
        ("utf-8", codecs.BOM_UTF8, ""),
        ("utf-8", b"", ""),
    ],
)
def test_a_spec_is_read_in_the_encodings_that_documents_are(
    encoding: str, mark: bytes, name: str, generate, tmp_path: Path
) -> None:
    wanted = generate(put(tmp_path, SPEC))
    path = put(tmp_path, SPEC.replace("\n", "\r\n"), encoding, mark)
    status, out, told = generate(path)
    assert (status, out) == wanted[:2]
    note = f"{path}：是 {name} 编码，已照读；drafter 写出的说明书一律是 UTF-8\n"
    assert told == (note if name else "") + wanted[2]
    assert read_draft(path)[0].encoding == name


def test_a_spec_that_is_written_anew_is_utf8(generate, tmp_path: Path) -> None:
    path = put(tmp_path, SPEC, "gbk")
    status, _, told = generate(path, "--save-spec", path)
    assert status == 0
    assert "是 GB18030 编码" in told
    assert yaml.safe_load(path.read_text("utf-8"))["speaker"] == "张三"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (SPEC.encode().replace("张".encode(), b"\xe5\xbc"), ":4"),  # damaged
        (SPEC.encode("gbk").replace("张".encode("gbk"), b"\xff"), ":2"),
        (SPEC.encode().replace("张".encode(), b"\0"), ""),
        (SPEC.encode("utf-16-le"), ""),  # nothing tells that it is
    ],
)
def test_a_spec_that_is_damaged_is_refused(data: bytes, line: str, generate, tmp_path) -> None:
    path = tmp_path / "讲话.yaml"
    path.write_bytes(data)
    status, out, told = generate(path)
    assert (status, out) == (2, b"")
    assert told.startswith(f"{path}{line}：这")
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "change", "way_out"),
    [
        (WRITTEN, "date=2026-05-01", "written 里的各行"),
        (WRITTEN, "level=市", "written 里的各行"),
        (AS_WRITTEN, "date=2026-05-01", "title、opening、outline 等各项的原文"),
        (AS_WRITTEN, "level=市", "title、opening、outline 等各项的原文"),
    ],
)
def test_a_change_that_reaches_nothing_is_told(
    text: str, change: str, way_out: str, generate, tmp_path: Path
) -> None:
    path = put(tmp_path, text)
    before = generate(path)
    told = f"--set {change}：提纲没有变，文字在说明书里是写定的（要改文字，请改 {way_out}）\n"
    assert generate(path, "--set", change) == (*before[:2], told + before[2])


@pytest.mark.parametrize(
    ("text", "change"),
    [
        (SPEC, "level=市"),
        (SPEC, "speaker=李四"),
        (AS_WRITTEN, "title=在大会上的讲话"),
        (AS_WRITTEN, "level=县"),
        (WRITTEN, "minutes=10"),
    ],
)
def test_a_change_that_does_something_is_not_remarked_on(
    text: str, change: str, generate, tmp_path: Path
) -> None:
    assert "提纲没有变" not in generate(put(tmp_path, text), "--set", change)[2]


def test_the_layout_of_the_spec_is_used_unless_another_is_asked_for(
    generate, tmp_path: Path
) -> None:
    names = ("plain", "spec", "option", "set", "reading")
    plain, spec, option, changed, reading = (tmp_path / f"{name}.docx" for name in names)
    path = put(tmp_path, SPEC)
    generate(path, "-o", plain)
    generate(path, "-o", reading, "--profile", "reading")
    generate(path, "-o", changed, "--set", "profile=reading")
    path = put(tmp_path, f"{SPEC}profile: reading\n")
    saved = tmp_path / "定稿.yaml"
    generate(path, "-o", spec, "--save-spec", saved)
    generate(path, "-o", option, "--profile", "standard")
    assert plain.read_bytes() == option.read_bytes()
    assert reading.read_bytes() == spec.read_bytes() == changed.read_bytes()
    assert plain.read_bytes() != reading.read_bytes()
    assert yaml.safe_load(saved.read_text("utf-8"))["profile"] == "reading"


def test_a_layout_is_of_no_account_where_there_is_none(generate, tmp_path: Path) -> None:
    wanted = generate(put(tmp_path, SPEC))
    assert generate(put(tmp_path, f"{SPEC}profile: reading\n")) == wanted


def test_a_layout_that_is_none_is_told_with_its_line(generate, tmp_path: Path) -> None:
    path = put(tmp_path, f"{SPEC}profile: raeding\n")
    told = f"{path}:6：没有“raeding”这种版式（是不是 reading？）\n"
    assert generate(path) == (2, b"", told)
