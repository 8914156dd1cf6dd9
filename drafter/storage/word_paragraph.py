"""A paragraph in the XML of a Word document, its characters changed where that is safe."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, unescape

BLANK = " \t\u3000\xa0\u200b\ufeff\x0c\r"
_PROPERTIES = re.compile(r"<w:([pr]Pr)[ >].*?</w:\1>", re.DOTALL)
"""In these a `w:tab` is a stop of the ruler, not a character."""
_PIECE = re.compile(
    r"<w:t(?: [^>]*)?>(?P<text>[^<]*)</w:t>"
    r"|<w:(?P<sign>tab|ptab|br|cr|noBreakHyphen)(?P<more>[ /][^>]*)?>"
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNSAFE = re.compile(r"<w:(?:ins|del|moveFrom|moveTo|fldChar|fldSimple|instrText|sdt)[ />]")
"""Tracked changes and fields, in which text does not stand as it is read."""
_QUOTES = {"&quot;": '"', "&apos;": "'"}
_NUMBERED = re.compile(r"&#(x?)([0-9A-Fa-f]{1,6});")
_BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_KEPT = ' xml:space="preserve"'
"""Without it blanks at the edges of a text are dropped."""


class Change(NamedTuple):
    """A stretch of a line of the document as it was read, and what is to stand there."""

    line: int
    """1-based."""
    start: int
    end: int
    was: str
    """What is said to stand there; where it does not, nothing is changed."""
    text: str


class WordParagraph:
    """The characters of a paragraph, each with the element that it stands in."""

    def __init__(self, xml: str) -> None:
        self._xml = xml
        self._safe = not _UNSAFE.search(xml)
        bare = _PROPERTIES.sub(lambda found: " " * len(found[0]), xml)
        self._found = list(_PIECE.finditer(bare))
        texts = [_said(each) for each in self._found]
        self._was = "".join(texts)
        self._now = list(self._was)
        self._owners = [number for number, text in enumerate(texts) for _ in text]
        self._changed: set[int] = set()

    def rows(self) -> Iterator[tuple[int, str]]:
        """Yield the text of each line without the blanks at its ends, and where it begins."""
        at = 0
        for row in _BREAKS.split(self._was):
            yield at + len(row) - len(row.lstrip(BLANK)), row.strip(BLANK)
            at += len(row) + 1

    def change(self, change: Change, shift: int) -> bool:
        """Make a change, `shift` characters on, if what it speaks of stands there and is safe."""
        start, end = change.start + shift, change.end + shift
        if start < 0 or not self._safe or self._was[start:end] != change.was:
            return False
        cut, was, text = _least(change.was, change.text)
        span = range(start + cut, start + cut + len(was))
        if not was:
            return not text or self._insert(start + cut, text)
        if not self._may_change(span, len(was) == len(text)):
            return False
        parts = list(text) if len(was) == len(text) else [text] + [""] * (len(was) - 1)
        for at, part in zip(span, parts, strict=True):
            self._now[at] = part
        self._changed.update(span)
        return True

    def _may_change(self, span: range, apiece: bool) -> bool:
        """Tell whether characters may be changed: one by one, or as a stretch of one run."""
        owners = {self._owners[at] for at in span}
        texts = all(self._found[owner]["text"] is not None for owner in owners)
        return texts and (apiece or len(owners) == 1) and self._changed.isdisjoint(span)

    def _insert(self, at: int, text: str) -> bool:
        """Put `text` behind the character before `at`, at the head of a line before the next."""
        if at and self._may_change(range(at - 1, at), apiece=True):
            self._now[at - 1] += text
            return True
        if at < len(self._now) and self._may_change(range(at, at + 1), apiece=True):
            self._now[at] = text + self._now[at]
            return True
        return False

    def xml(self) -> str:
        """Return the paragraph as it is now; elements without a change stay to the letter."""
        texts = [""] * len(self._found)
        for owner, text in zip(self._owners, self._now, strict=True):
            texts[owner] += text
        pieces, at = [], 0
        for found, text in zip(self._found, texts, strict=True):
            if found["text"] is not None and text != _said(found):
                pieces += [self._xml[at : found.start()], _element(found, text)]
                at = found.end()
        return "".join([*pieces, self._xml[at:]])


def _said(found: re.Match[str]) -> str:
    """Return the characters that an element stands for; a page break is none."""
    if found["sign"]:
        return "" if 'w:type="page"' in (found["more"] or "") else _SIGNS[found["sign"]]
    numbered = _NUMBERED.sub(lambda each: chr(int(each[2], 16 if each[1] else 10)), found["text"])
    return unescape(numbered, _QUOTES)


def _element(found: re.Match[str], text: str) -> str:
    opens = found[0][: found.start("text") - found.start()]
    if text != text.strip() and "xml:space" not in opens:
        opens = f"{opens[:-1]}{_KEPT}>"
    return f"{opens}{escape(text)}</w:t>"


def _least(was: str, text: str) -> tuple[int, str, str]:
    """Return the offset of what is different, what it was, and what it is to be."""
    start, most = 0, min(len(was), len(text))
    while start < most and was[start] == text[start]:
        start += 1
    end = 0
    while end < most - start and was[-1 - end] == text[-1 - end]:
        end += 1
    return start, was[start : len(was) - end], text[start : len(text) - end]
