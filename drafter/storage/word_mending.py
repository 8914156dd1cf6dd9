"""Words put right inside a Word document, its formatting left as it is."""

import io
import re
import time
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence

from drafter.errors import FileError
from drafter.storage.readers.packed import Package
from drafter.storage.word_paragraph import BLANK, Change, WordParagraph

_MAIN = "word/document.xml"
_PARAGRAPH = re.compile(r"<w:p[ >](?:(?!<w:p[ >]).)*?</w:p>", re.DOTALL)


def mended_word(
    data: bytes, lines: Sequence[str], changes: Sequence[Change], where: str
) -> tuple[bytes, int]:
    """Return the document with the changes that are safe, and the number of those that are not.

    `lines` are what was read of it. Safe is what stands there to the letter and is put right in
    one run or character by character, in a line of the file that cannot be taken for another.
    """
    package = Package(data, where)
    signed = any(each.startswith("_xmlsignatures") for each in package.names)
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        usual = len(whole.infolist()) == len(package.names)
        if signed or not usual or _MAIN not in package.names:
            what = "这份文档签了名，或者结构不合常规，不能代改"
            raise FileError(what, where=where, remedy="请在 Word 里改")
        xml = whole.read(_MAIN).decode("utf-8", "surrogateescape")
        mended, done = _mended(xml, lines, changes)
        return (_packed(whole, mended) if done else data), len(changes) - done


def _packed(whole: zipfile.ZipFile, xml: str) -> bytes:
    """Return the zip file with another main part of this moment, all else as it was."""
    out, now = io.BytesIO(), time.localtime()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for info in whole.infolist():
            data = whole.read(info)
            if info.filename == _MAIN:
                info.date_time, data = now, xml.encode("utf-8", "surrogateescape")
            package.writestr(info, data)
    return out.getvalue()


def _mended(xml: str, lines: Sequence[str], changes: Iterable[Change]) -> tuple[str, int]:
    """Return the XML with what is safe, and how many changes that is."""
    found = list(_PARAGRAPH.finditer(xml))
    paragraphs = [WordParagraph(each[0]) for each in found]
    rows = [(each, *row) for each in paragraphs for row in each.rows()]
    asked = _told_apart(line.strip(BLANK) for line in lines)
    there = dict(zip(_told_apart(bare for _, _, bare in rows), rows, strict=True))
    often = [Counter(bare for bare, _ in each) for each in (asked, there)]
    done = 0
    for change in changes:
        name, line = asked[change.line - 1], lines[change.line - 1]
        if often[0][name[0]] == often[1][name[0]]:
            indent = len(line) - len(line.lstrip(BLANK))
            done += there[name][0].change(change, there[name][1] - indent)
    return _spliced(xml, found, [each.xml() for each in paragraphs]), done


def _told_apart(lines: Iterable[str]) -> list[tuple[str, int]]:
    """Return each line, and how many of the same text stand above it."""
    seen: Counter[str] = Counter()
    names = []
    for line in lines:
        names.append((line, seen[line]))
        seen[line] += 1
    return names


def _spliced(text: str, found: Iterable[re.Match[str]], puts: Iterable[str]) -> str:
    pieces, at = [], 0
    for each, put in zip(found, puts, strict=True):
        pieces += [text[at : each.start()], put]
        at = each.end()
    return "".join([*pieces, text[at:]])
