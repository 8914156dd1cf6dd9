"""`drafter check --fix`: shown first, only what needs no thought, all else as it was."""

import io
import zipfile
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_check import put

from drafter.checking.speech.fixes import mended
from drafter.cli import check, check_fixing
from drafter.cli.main import run
from drafter.errors import FileError
from drafter.model.speech import Found
from drafter.storage.word_mending import mended_word
from drafter.storage.word_paragraph import Change

BAD = "一.提高认识\n要学懂弄通，做到知行合一。\n二、抓好落实。\n要一项一项抓，一件一件办。\n"
SOUND = "一、提高认识\n要学懂弄通，做到知行合一。\n二、抓好落实\n要一项一项抓，一件一件办。\n"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>'
)


def word(*paragraphs: str, **parts: str) -> bytes:
    """Return a Word document whose paragraphs are XML."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("_rels/.rels", RELATIONS)
        body = "".join(f"<w:p>{each}</w:p>" for each in paragraphs)
        package.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        )
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def runs(*texts: str) -> str:
    return "".join(f"<w:r><w:rPr><w:b/></w:rPr><w:t>{each}</w:t></w:r>" for each in texts)


def main_part(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_the_change_is_shown_and_made(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    name = put(tmp_path, "a.txt", BAD)
    assert run(["check", "--fix", "--yes", name]) == 0
    out = capsysbinary.readouterr().out.decode()
    assert "-一.提高认识\n+一、提高认识\n" in out and "-二、抓好落实。\n+二、抓好落实\n" in out
    assert Path(name).read_text("utf-8") == SOUND


@pytest.mark.parametrize(("answer", "becomes"), [("y", SOUND), ("", BAD), ("n", BAD)])
def test_the_user_has_the_last_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, becomes: str
) -> None:
    monkeypatch.setattr(check_fixing.click, "prompt", lambda *_, **__: answer)
    name = put(tmp_path, "a.txt", BAD)
    run(["check", "--fix", name])
    assert Path(name).read_text("utf-8") == becomes


def test_what_is_written_while_it_asks_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    name = put(tmp_path, "a.txt", BAD)
    later = BAD + "又写了一段，还没有看过。\n"

    def answer(*_: object, **__: object) -> str:
        Path(name).write_text(later, "utf-8")
        return "y"

    monkeypatch.setattr(check_fixing.click, "prompt", answer)
    assert run(["check", "--fix", name]) == 2
    assert "又被改过" in capsys.readouterr().err
    assert Path(name).read_text("utf-8") == later


def test_without_an_answer_nothing_is_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object, **__: object) -> str:
        raise click.Abort

    monkeypatch.setattr(check_fixing.click, "prompt", silent)
    name = put(tmp_path, "a.txt", BAD)
    assert run(["check", "--fix", name]) == 2
    assert Path(name).read_text("utf-8") == BAD


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encoding_and_line_ends_stay(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(BAD.replace("\n", end).encode(encoding))
    assert run(["check", "--fix", "--yes", str(path)]) == 0
    assert path.read_bytes() == SOUND.replace("\n", end).encode(encoding)


def test_what_else_names_the_file_names_it_still(tmp_path: Path) -> None:
    path, other = Path(put(tmp_path, "a.txt", BAD + "一" * 200)), tmp_path / "b.txt"
    other.hardlink_to(path)
    run(["check", "--fix", "--yes", str(path)])
    assert other.samefile(path)
    assert path.read_text("utf-8") == SOUND + "一" * 200
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.txt", "b.txt"]


@pytest.mark.parametrize("name", ["长.txt", "长.docx"])
def test_however_many_faults_there_are_all_are_mended(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    lines = [f"第{number}天要学懂弄通,做到知行合一。" for number in range(2500)]
    path.write_bytes(
        word(*map(runs, lines)) if name.endswith(".docx") else "\n".join(lines).encode()
    )
    run(["check", "--fix", "--yes", str(path)])
    said = main_part(path.read_bytes()) if name.endswith(".docx") else path.read_text("utf-8")
    assert "," not in said and said.count("弄通，做到") == 2500


def test_what_one_run_does_not_mend_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "MOST_MENDED", 3)
    lines = (f"第{number}天要学懂弄通,做到知行合一。\n" for number in range(40))
    name = put(tmp_path, "a.txt", "".join(lines))
    assert run(["check", "--fix", "--yes", name]) == 1
    assert f"{name}：毛病太多，这一遍改不完；改好后请再运行一遍" in capsys.readouterr().err
    told = ""
    while "," in Path(name).read_text("utf-8"):
        assert "改不完" in told or not told
        run(["check", "--fix", "--yes", name])
        told = capsys.readouterr().err
    assert told and "改不完" not in told


def test_what_mending_brings_to_light_is_mended(tmp_path: Path) -> None:
    name = put(tmp_path, "a.txt", "要学懂弄通,，做到知行合一。\n")
    assert run(["check", "--fix", "--yes", name]) == 0
    assert Path(name).read_text("utf-8") == "要学懂弄通，做到知行合一。\n"


def test_escapes_and_marks_of_markdown_stay(tmp_path: Path) -> None:
    text = "# 题\n\n## 一.提高**认识**\n\n学\\*懂。\n\n## 二、抓\\_落实。 ##\n\n要抓。\n"
    name = put(tmp_path, "a.md", text)
    run(["check", "--fix", "--yes", name])
    after = text.replace("一.", "一、").replace("落实。 ##", "落实 ##")
    assert Path(name).read_text("utf-8") == after


def test_word_keeps_all_but_the_words(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(
        word(
            runs("一", ".提高", "认识 &amp; 站位"),
            runs("要学懂弄通。"),
            runs("二、抓好落实。"),
            runs("要抓好。"),
            word__media="x",
        )
    )
    before = path.read_bytes()
    assert run(["check", "--fix", "--yes", str(path)]) == 0
    after = main_part(path.read_bytes())
    assert after == main_part(before).replace(".提高", "、提高").replace("落实。", "落实")
    assert zipfile.ZipFile(path).read("word/media") == b"x"
    assert "+二、抓好落实" in capsysbinary.readouterr().out.decode()


@pytest.mark.parametrize(
    "paragraph",
    [
        runs("二、抓好落实") + "<w:ins><w:r><w:t>。</w:t></w:r></w:ins>",
        runs("二、抓好", "落实。").replace("</w:r><w:r>", '</w:r><w:fldSimple w:instr="X"/><w:r>'),
    ],
)
def test_what_is_not_safe_in_word_is_left_and_said(
    tmp_path: Path, paragraph: str, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word(runs("一、提高认识"), runs("要学。"), paragraph, runs("要抓。")))
    before = path.read_bytes()
    assert run(["check", "--fix", "--yes", str(path)]) == 1
    assert path.read_bytes() == before
    assert "不能代改，请在 Word 里改" in capsysbinary.readouterr().err.decode()


def test_a_change_across_runs_is_left() -> None:
    data = word(runs("甲", "乙"))
    assert mended_word(data, ["甲乙"], [Change(1, 0, 2, "甲乙", "丙")], "a") == (data, 1)


def test_a_signed_document_is_not_touched() -> None:
    data = word(runs("甲"), _xmlsignatures__a="x")
    with pytest.raises(FileError, match="签了名"):
        mended_word(data, ["甲"], [Change(1, 0, 1, "甲", "丙")], "a")


@given(
    st.text(st.sampled_from("一、.甲。\r\n\\*"), max_size=40), st.integers(0, 9), st.integers(0, 9)
)
def test_a_fault_that_has_moved_is_left(text: str, line: int, column: int) -> None:
    rows = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    row = rows[min(line, len(rows) - 1)]
    fault = Found(
        "a", min(line, len(rows) - 1) + 1, column + 1, min(line, len(rows) - 1) + 1, column + 2,
        "warning", "r", "丙", "", fix="丁",
    )  # fmt: skip
    assert mended(text, [fault]) == text
    if row[column : column + 1] == "甲":
        assert mended(text, [fault._replace(text="甲")]).count("丁") == 1
