"""Word documents made PDF by LibreOffice, and what stands where on their pages."""

import ctypes
import io
import os
import shutil
import subprocess
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

MM = 25.4 / 72
ALIKE = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei")
"""Fonts whose Chinese characters are squares, as those of the profiles are."""
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
{aliases}
</fontconfig>
"""
ALIAS = (
    '<alias binding="same"><family>{name}</family><prefer><family>{there}</family></prefer></alias>'
)


class Glyph(NamedTuple):
    """A character: left edge and base line in millimetres from the left and the bottom, points."""

    left: float
    base: float
    text: str
    size: float
    middle: float


class Row(NamedTuple):
    """The characters on one base line, from left to right."""

    base: float
    glyphs: tuple[Glyph, ...]

    @property
    def text(self) -> str:
        return "".join(each.text for each in self.glyphs)

    @property
    def left(self) -> float:
        return self.glyphs[0].left

    @property
    def right(self) -> float:
        last = self.glyphs[-1]
        return last.left + last.size * MM


class Sheet(NamedTuple):
    """A page: its size in millimetres, the rows of its text, and its number at the foot."""

    width: float
    height: float
    rows: tuple[Row, ...]
    number: Row


def font_alike() -> str:
    """Return a font that can stand for those of the profiles; empty where there is none."""
    if not (shutil.which("soffice") and shutil.which("fc-list")):
        return ""
    listed = subprocess.run(
        ["fc-list", ":", "family"], capture_output=True, check=False
    ).stdout.decode()
    return next((font for font in ALIKE if font in listed), "")


def converted(files: list[Path], fonts: list[str], folder: Path, to: str = "pdf") -> None:
    """Convert `files` into `folder`, with the same squares for all Chinese `fonts`."""
    for file in files:
        file.write_bytes(_turned_round(file.read_bytes()))
    there = font_alike()
    aliases = (ALIAS.format(name=name, there=there) for name in fonts if not name.isascii())
    (folder / "fonts.conf").write_text(CONFIGURATION.format(aliases="\n".join(aliases)), "utf-8")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'office').as_uri()}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            str(folder),
            *map(str, files),
        ],
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
        capture_output=True,
        check=True,
        timeout=300,
    )


def _turned_round(data: bytes) -> bytes:
    """Return a document that forbids hanging punctuation the way LibreOffice understands it.

    It takes `w:overflowPunct` for its opposite, so what is off for Word is on for it.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            off, on = (f'<w:overflowPunct w:val="{value}"/>'.encode() for value in (0, 1))
            new.writestr(name, old.read(name).replace(off, on))
    return out.getvalue()


def sheets(path: Path) -> list[Sheet]:
    """Return the pages of a PDF."""
    document = pypdfium2.PdfDocument(path)
    try:
        return [_sheet(page) for page in document]
    finally:
        document.close()


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    texts = page.get_textpage()
    lines: dict[float, list[Glyph]] = defaultdict(list)
    for at in range(texts.count_chars()):
        glyph = _glyph(texts, at)
        if not glyph.text.isspace():
            lines[round(glyph.base, 1)].append(glyph)
    rows = [Row(base, tuple(sorted(lines[base]))) for base in sorted(lines, reverse=True)]
    width, height = page.get_size()
    texts.close()
    page.close()
    return Sheet(width * MM, height * MM, tuple(rows[:-1]), rows[-1])


def _glyph(texts: pypdfium2.PdfTextPage, at: int) -> Glyph:
    left, base, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    pdfium.FPDFText_GetCharOrigin(texts, at, left, base)
    pdfium.FPDFText_GetMatrix(texts, at, matrix)
    size = pdfium.FPDFText_GetFontSize(texts, at) * matrix.d
    _, low, _, high = texts.get_charbox(at)
    character = chr(pdfium.FPDFText_GetUnicode(texts, at))
    return Glyph(left.value * MM, base.value * MM, character, round(size, 1), (low + high) / 2 * MM)
