"""Words put right inside a Word document, its formatting left as it is."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from xml.sax.saxutils import escape, unescape

from drafter.errors import FileError
from drafter.storage.readers.packed import Package

_MAIN = "word/document.xml"
_PARAGRAPH = re.compile(r"<w:p[ >](?:(?!<w:p[ >]).)*?</w:p>", re.DOTALL)
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)</w:t>")
_UNSAFE = re.compile(
    r"<w:(?:ins|del|moveFrom|moveTo|fldChar|fldSimple|instrText|sdt|tab|br|cr|noBreakHyphen)[ />]"
)
"""Tracked changes, fields and breaks, in which text does not stand as it is read."""
_QUOTES = {"&quot;": '"', "&apos;": "'"}
_BLANK = " \t\u3000\xa0\u200b\ufeff"


class Change(NamedTuple):
    """A stretch of a paragraph's text, and what is to stand there."""

    paragraph: str
    """The whole text of the paragraph, by which it is found."""
    start: int
    end: int
    text: str


def mended_word(data: bytes, changes: Sequence[Change], where: str) -> tuple[bytes, int]:
    """Return the document with the changes that are safe, and the number of those that are not.

    Safe is what stands in one run of a paragraph whose text is found as it was read.
    """
    package = Package(data, where)
    signed = any(each.startswith("_xmlsignatures") for each in package.names)
    with zipfile.ZipFile(io.BytesIO(data)) as whole:
        usual = len(whole.infolist()) == len(package.names)
        if signed or not usual or _MAIN not in package.names:
            what = "这份文档签了名，或者结构不合常规，不能代改"
            raise FileError(what, where=where, remedy="请在 Word 里改")
        xml = whole.read(_MAIN).decode("utf-8", "surrogateescape")
        mended, done = _mended(xml, changes)
        return (_packed(whole, mended) if done else data), len(changes) - done


def _packed(whole: zipfile.ZipFile, xml: str) -> bytes:
    """Return the zip file with another main part, all else as it was."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for info in whole.infolist():
            main = info.filename == _MAIN
            package.writestr(
                info, xml.encode("utf-8", "surrogateescape") if main else whole.read(info)
            )
    return out.getvalue()


def _mended(xml: str, changes: Iterable[Change]) -> tuple[str, int]:
    """Return the XML with what is safe, and how many changes that is."""
    wanted: dict[str, list[Change]] = {}
    for change in changes:
        wanted.setdefault(change.paragraph, []).append(change)
    pieces, at, done = [], 0, 0
    for found in _PARAGRAPH.finditer(xml):
        runs = _Runs(found[0])
        asked = wanted.get(runs.said)
        if asked and not _UNSAFE.search(found[0]):
            done += sum(map(runs.change, sorted(asked, key=lambda each: -each.start)))
            wanted.pop(runs.said)
            pieces += [xml[at : found.start()], runs.xml()]
            at = found.end()
    return "".join([*pieces, xml[at:]]), done


class _Runs:
    """The stretches of text of one paragraph."""

    def __init__(self, paragraph: str) -> None:
        self._paragraph = paragraph
        self._found = list(_TEXT.finditer(paragraph))
        self._texts = [unescape(each[2], _QUOTES) for each in self._found]
        whole = "".join(self._texts)
        self.said = whole.strip(_BLANK)
        self._indent = len(whole) - len(whole.lstrip(_BLANK))

    def change(self, change: Change) -> bool:
        """Make a change if it falls into one stretch."""
        start, end = change.start + self._indent, change.end + self._indent
        for number, text in enumerate(self._texts):
            if 0 <= start < len(text):
                if end <= len(text):
                    self._texts[number] = text[:start] + change.text + text[end:]
                return end <= len(text)
            start, end = start - len(text), end - len(text)
        return False

    def xml(self) -> str:
        """Return the paragraph as it is now."""
        pieces, at = [], 0
        for found, text in zip(self._found, self._texts, strict=True):
            pieces += [self._paragraph[at : found.start(2)], escape(text)]
            at = found.end(2)
        return "".join([*pieces, self._paragraph[at:]])
