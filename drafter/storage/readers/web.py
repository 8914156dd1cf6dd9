"""Web pages: paragraphs and headings out of HTML, the furniture of the page left out."""

import re
from html.parser import HTMLParser

from drafter.errors import FileError
from drafter.model.document import Manuscript
from drafter.storage.readers.gathered import Block, Gathering, Run
from drafter.storage.readers.plain import text_in

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{1,20})", re.IGNORECASE)
_ENCODINGS = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs"), "big5hkscs"),
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
}
_HEAD = 4096
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b[^<>]{0,2000}>.*?(?:</\1\s*>|\Z)"
    r"|<[!?][^<>]{0,2000}>|<(?!/?[a-z][^<>]{0,20000}>)",
    re.IGNORECASE | re.DOTALL,
)
"""What is no text: comments, scripts, declarations; a `<` that begins no tag stands for itself."""
_BLOCK = re.compile(
    "address|article|blockquote|body|center|dd|div|dl|dt|fieldset|form|h[1-6r]|head|header|html|li"
    "|main|ol|p|pre|section|table|td|th|title|tr|ul|caption"
)
_SKIPPED = re.compile(
    "head|title|nav|footer|aside|noscript|template|select|button|map|iframe|svg|figure|object"
    "|canvas|textarea|audio|video|menu|dialog"
)
_BOLD = ("b", "strong")
_STYLED = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_EMPTY = re.compile("br|hr|img|input|link|meta|wbr|area|base|col|embed|source|track")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WRAP = re.compile(r"(?<=[\u2e80-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\u2e80-\uffef])")
_DEEPEST = 400
_ABOVE = ("-table", "-header")
_HEADS, _MOST, _LONG, _MUCH = 8, 100, 60, 10_000
"""Paragraphs after which no mark of secrecy stands; lines, and characters, that are looked at."""


def read_web(data: bytes, where: str) -> Manuscript:
    """Return the text of a web page; where all of it stands in tables, they are its layout."""
    text = _UNSEEN.sub(_kept, _decoded(data, where))
    for tables in (False, True):
        page = _Page(tables)
        page.feed(text)
        page.close()
        page.end_block()
        found = page.gathering.manuscript(where, page.heads)
        if tables or "。" in found.text:
            return found
    return found


def _kept(found: re.Match[str]) -> str:
    return "&lt;" if found[0] == "<" else " "


def _decoded(data: bytes, where: str) -> str:
    named = _CHARSET.search(data[:_HEAD])
    encoding = _ENCODINGS.get(named[1].decode().lower()) if named else None
    if encoding and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            pass
    try:
        return text_in(data, where)
    except FileError as fault:
        raise FileError(
            fault.what, where=where, remedy="请用浏览器打开，另存为 UTF-8 网页"
        ) from fault


class _Page(HTMLParser):
    """Follows the tags of a page and gathers its blocks."""

    def __init__(self, tables: bool) -> None:
        super().__init__(convert_charrefs=True)
        self.gathering = Gathering()
        self._tables = tables
        self._open: list[tuple[str, bool]] = []
        self._skipped = self._strong = 0
        self._level = -1
        self._runs: list[Run] = []
        self.heads: list[str] = []
        """What stands at the head of the page, and not in its text."""
        self._blocks = 0

    def _skips(self, tag: str) -> bool:
        """Return whether an element is none of the text; the head of an article is."""
        if tag == "header":
            return not any(each in ("article", "main") for each, _ in self._open)
        return _SKIPPED.fullmatch(tag) is not None or (tag == "table" and not self._tables)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the start of an element."""
        if tag == "br":
            self._runs.append(Run("\n"))
        if _BLOCK.fullmatch(tag):
            self.end_block()
        if _EMPTY.fullmatch(tag) or len(self._open) >= _DEEPEST:
            return
        bold = tag in _BOLD or any(k == "style" and _STYLED.search(v or "") for k, v in attrs)
        skipped = self._skips(tag)
        self._open.append((tag if not skipped else f"-{tag}", bold))
        self._skipped += skipped
        self._strong += bold
        if tag[0] == "h" and tag[1:] in "123456" and tag[1:]:
            self._level = min(4, int(tag[1:]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element that is closed where it begins; browsers heed that only of empty ones."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element, and of those left open in it."""
        if _BLOCK.fullmatch(tag):
            self.end_block()
        names = [name.lstrip("-") for name, _ in self._open[-40:]]
        if tag not in names:
            return
        for _ in range(names[::-1].index(tag) + 1):
            name, bold = self._open.pop()
            self._skipped -= name.startswith("-")
            self._strong -= bold
        if tag[0] == "h":
            self._level = -1

    def handle_data(self, data: str) -> None:
        """Take text."""
        if not self._skipped:
            text = _SPACE.sub(" ", _WRAP.sub("", data))
            if not self._runs or self._runs[-1].text.endswith(("\n", " ")):
                text = text.lstrip(" ")
            self._runs.append(Run(text, self._strong > 0))
        elif self._blocks < _HEADS and any(name in _ABOVE for name, _ in self._open):
            lines = (line.strip()[:_LONG] for line in data[:_MUCH].split("\n"))
            self.heads = [*self.heads, *filter(None, lines)][:_MOST]

    def end_block(self) -> None:
        """End the paragraph at hand."""
        if any(run.text.strip() for run in self._runs):
            self.gathering.add(Block(self._runs, self._level))
            self._blocks += 1
        self._runs = []
