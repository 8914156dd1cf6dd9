"""What `drafter parse` and `drafter mine` make of files: encodings, and files that are no texts."""

import json
import os
from pathlib import Path

import pytest

from drafter.cli.main import run
from drafter.storage.bank.ledger import FILE
from drafter.storage.bank.phrasebank import REJECTED
from drafter.storage.documents import document_text, documents_in
from drafter.storage.lexicon import PLACES

TEXT = "在机关大会上的讲话\n同志们：\n　　今天的会很短，请大家坐好。\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_a_text_is_read_in_its_encoding(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert document_text(mark + TEXT.encode(encoding), "a.txt").lstrip("\ufeff") == TEXT


def test_a_rare_character_of_gb18030_is_read() -> None:
    assert (
        document_text("镕𬬮之后，䶮字也在。".encode("gb18030"), "a.txt") == "镕𬬮之后，䶮字也在。"
    )


def test_one_damaged_byte_does_not_cost_a_document() -> None:
    data = (TEXT * 200).encode()
    assert TEXT in document_text(data[:3000] + b"\xff" + data[3000:], "a.txt")


FAULTS = {
    "magic.pdf": (b"%PDF-1.7 \xe5\xe4", 3, "PDF 文件已损坏"),
    "magic.docx": (b"PK\x03\x04\x14\x00", 3, "文件已损坏"),
    "magic.doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 3, "这是旧版 Word 或 WPS 文件"),
    "pdf.txt": (b"%PDF-1.7", 3, "PDF 文件已损坏"),
    "binary.txt": (bytes(range(256)), 3, "这是二进制文件"),
    "noise.txt": (bytes(range(128, 256)) * 9, 3, "认不出文字编码"),
    "empty.txt": (b"", 2, "这份文稿是空的"),
    "blank.txt": ("\ufeff　\n \n".encode(), 2, "这份文稿是空的"),
    "folder": (None, 3, "文件夹里没有文稿"),
    "none.txt": (b"", 3, "没有这个文件"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, (data, _, _) in FAULTS.items():
        if data is None:
            (tmp_path / name).mkdir()
        elif name != "none.txt":
            (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "old.txt").write_bytes(TEXT.encode("gb18030"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_one_line_and_the_rest_goes_on(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes], name: str
) -> None:
    _, status, said = FAULTS[name]
    assert run(["parse", "good.txt", name, "old.txt"]) == status
    out, err = capsysbinary.readouterr()
    told = err.decode()
    assert told.startswith(f"{name}：{said}")
    assert told.count("\n") == 1
    assert "（" in told, "the way out"
    assert [each["path"] for each in json.loads(out)] == ["good.txt", "old.txt"]


@pytest.mark.parametrize("order", [["none.txt", "empty.txt"], ["empty.txt", "none.txt"]])
def test_the_worst_fault_is_the_exit_status(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes], order: list[str]
) -> None:
    assert run(["parse", *order]) == 3
    assert capsysbinary.readouterr().out.split() == [b"[]"]


def test_encodings_make_no_difference(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["parse", "good.txt", "old.txt"]) == 0
    good, old = json.loads(capsysbinary.readouterr().out)
    assert good["articles"] == old["articles"]
    assert good["articles"][0]["title"] == "在机关大会上的讲话"


def test_the_structure_has_the_keys_that_are_promised(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    run(["parse", "good.txt"])
    article = json.loads(capsysbinary.readouterr().out)[0]["articles"][0]
    assert list(article) == [
        *("title", "byline", "date", "salutations", "headings"),
        *("parallel", "yao", "closings", "transitions", "thanks"),
    ]


def test_a_folder_is_mined_and_what_is_no_text_is_told(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["mine", ".", "--into", "bank"]) == 3
    told = capsysbinary.readouterr().err.decode()
    assert "binary.txt：这是二进制文件" in told
    assert "empty.txt：这份文稿是空的" in told
    assert "magic.doc：这是旧版 Word 或 WPS 文件" in told
    assert [path.name for path in (folder / "bank").glob("*.yaml")] == ["openings.yaml"]


def test_documents_are_found_once_and_in_order(tmp_path: Path) -> None:
    for name in ("b/z.txt", "b/a.TXT", "c.md", "d.pdf", "e.jpg", "~$c.docx", ".f.txt", "b/g.wps"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found, faults = documents_in([tmp_path / "c.md", tmp_path, tmp_path / "b"])
    assert faults == []
    assert [path.name for path in found] == ["a.TXT", "c.md", "d.pdf", "g.wps", "z.txt"]


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "c[1].txt"]),
        ("?", ["b.txt", "c[1].txt"]),
        ("d/c[1].txt", ["c[1].txt"]),
    ],
)
def test_patterns_stand_for_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pattern: str, names: list[str]
) -> None:
    (tmp_path / "d").mkdir()
    for name in ("a.txt", "d/b.txt", "d/c[1].txt"):
        (tmp_path / name).touch()
    monkeypatch.chdir(tmp_path)
    found, faults = documents_in([Path(pattern)])
    assert faults == []
    assert [path.name for path in found] == names


def test_a_pattern_that_fits_nothing_is_told(tmp_path: Path) -> None:
    found, faults = documents_in([tmp_path / "*.txt"])
    assert found == []
    assert ["没有符合的文件" in str(fault) for fault in faults] == [True]


def test_a_folder_and_a_pattern_are_parsed(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run(["parse", "good.txt", "g*d.txt", str(folder)]) == 3
    out, err = capsysbinary.readouterr()
    told = [each["path"] for each in json.loads(out)]
    assert told == ["good.txt", "good.txt", str(folder / "good.txt"), str(folder / "old.txt")]
    assert err.decode().count("\n") == 8


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    found, faults = documents_in([tmp_path])
    assert found == []
    assert ["文件夹里没有文稿" in str(fault) for fault in faults] == [True]


@pytest.mark.parametrize("asked", [".", "**/*.txt"])
def test_the_own_files_of_a_phrasebank_are_no_documents(
    asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "phrasebank").mkdir()
    for name in (FILE, REJECTED, PLACES, "closings.yaml", "talk.txt"):
        (tmp_path / "phrasebank" / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / FILE).write_text(TEXT, encoding="utf-8")
    found, faults = documents_in([Path(asked)])
    assert [str(path) for path in found] == [FILE, str(Path("phrasebank/talk.txt"))]
    assert faults == []


def test_an_own_file_of_a_phrasebank_that_is_named_is_refused(tmp_path: Path) -> None:
    for name in (FILE, "closings.yaml"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    found, faults = documents_in([tmp_path / FILE])
    assert found == []
    assert "这是短语库自己的文件，不是文稿" in str(faults[0])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("asked", [".", "*.txt"])
def test_a_pipe_in_a_folder_is_told_and_not_waited_for(
    asked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe.txt")
    Path("talk.txt").write_text(TEXT, encoding="utf-8")
    found, faults = documents_in([Path(asked)])
    assert found == [Path("talk.txt")]
    assert "pipe.txt：这是管道或设备，不是文稿" in str(faults[0])


@pytest.mark.parametrize("command", ["mine", "parse"])
def test_an_empty_path_is_no_folder(
    command: str, folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert run([command, "good.txt", ""]) == 2
    told = capsysbinary.readouterr().err.decode()
    assert told == f"drafter {command}：有一个路径是空的（请核对引号和变量）\n"
