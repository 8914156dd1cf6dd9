"""Word files made to harm: a clear message or a right result, in bounded memory and time."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from test_check_fixing import RELATIONS, WORD, runs, word

from drafter.cli.main import run

_MEMORY = 300 * 2**20
_SECONDS = 120
"""Seconds of processor time; what is measured is far below."""
_MEASURED = r"""
import json, re, sys, time
from pathlib import Path
from drafter.cli.main import run, speak_utf8
speak_utf8()
status = run(["check", "--json", sys.argv[1]])
told = Path("/proc/self/status")
most = re.search(r"VmHWM:\s*(\d+)", told.read_text()) if told.exists() else None
memory = int(most[1]) * 1024 if most else 0
print(json.dumps([status, memory, time.process_time()]), file=sys.stderr)
"""


def document(xml: str, **parts: str) -> bytes:
    return packed({"word/document.xml": xml} | {n.replace("__", "/"): p for n, p in parts.items()})


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", RELATIONS)
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def body(inner: str, head: str = "") -> str:
    return f'{head}<w:document xmlns:w="{WORD}"><w:body>{inner}</w:body></w:document>'


def paragraph(text: str) -> str:
    return f"<w:p>{runs(text)}</w:p>"


ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "学学学学学学学学学学"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
OUTSIDE = '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BROKEN = {
    "bomb": lambda: document(body(paragraph("学" * 20_000_000))),
    "bomb beside the text": lambda: document(body(paragraph("学")), word__media="0" * 250_000_000),
    "bomb of paragraphs": lambda: document(body(paragraph("x") * 600_000)),
    "bomb in an attribute": lambda: document(body(f'<w:p w:a="{"a" * 30_000_000}"/>')),
    "entities": lambda: document(body(paragraph("&d;"), ENTITIES)),
    "entity outside": lambda: document(body(paragraph("&a;"), OUTSIDE)),
    "empty": lambda: b"",
    "cut off": lambda: word(*[runs(f"第{n}段。") for n in range(500)])[:3000],
    "no text part": lambda: packed({}),
    "no XML": lambda: document("这不是 XML"),
    "half of the XML": lambda: document(body(paragraph("学"))[:-40]),
    "not packed": lambda: "这不是压缩包".encode(),
    "old Office": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_told_in_one_line(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], name: str
) -> None:
    path = tmp_path / "讲话.docx"
    path.write_bytes(BROKEN[name]())
    assert run(["check", str(path)]) in (2, 3)
    said = capsysbinary.readouterr()
    assert said.out == b""
    lines = said.err.decode().splitlines()
    assert len(lines) == 1 and lines[0].startswith(f"{path}：") and "请" in lines[0]
    assert "root:" not in lines[0]


def test_a_size_that_lies_is_found_out(tmp_path: Path) -> None:
    data = bytearray(document(body(paragraph("学" * 2_000_000))))
    at = data.find(b"PK\x01\x02", data.find(b"PK\x01\x02") + 4)
    data[at + 24 : at + 28] = (1000).to_bytes(4, "little")
    path = tmp_path / "a.docx"
    path.write_bytes(bytes(data))
    assert run(["check", str(path)]) == 3


def test_macros_are_not_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "a.docm"
    xml = body(paragraph("一、提高认识") + paragraph("要学。") + paragraph("二、抓好落实"))
    path.write_bytes(document(xml, word__vbaProject_bin="Shell"))
    assert run(["check", str(path)]) == 0


LARGE = {
    "many paragraphs": (
        "".join(paragraph(f"第{n}件事要办好，一项一项抓，一件一件办，久久为功{n}。") for n in range(10_000)),
        0,
    ),
    "many headings": ("".join(paragraph(f"一、提高认识{n}") for n in range(3_000)), 999),
    "one long paragraph": (paragraph("一是学。" * 30_000), 999),
    "many runs": (f"<w:p>{runs('学') * 30_000}</w:p>", 0),
    "deep": ("<w:sdt>" * 100_000 + paragraph("学") + "</w:sdt>" * 100_000, 0),
    "brackets": (paragraph("【" * 200_000), 0),
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_what_is_large_is_read_in_bounded_memory_and_time(tmp_path: Path, name: str) -> None:
    inner, least = LARGE[name]
    path = tmp_path / "a.docx"
    path.write_bytes(document(body(inner)))
    command = [sys.executable, "-c", _MEASURED, str(path)]
    done = subprocess.run(command, capture_output=True, check=True)
    status, memory, seconds = json.loads(done.stderr.decode().splitlines()[-1])
    found = [each for each in json.loads(done.stdout) if each["rule"] == "number-order"]
    assert status in (0, 1) and len(found) >= least
    assert memory < _MEMORY  # 0 where the system does not tell
    assert seconds < _SECONDS
