"""Texts set as other files: Word in several ways, PDF in one and two columns, a web page."""

import html
import io
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import NamedTuple

from reading import PARSER
from scoring import plain

from drafter.mining.contents import without_contents
from drafter.mining.lines import lines
from drafter.mining.marks import Mark, block_mark
from drafter.mining.paragraphs import paragraphs

PLACES = {"〇、": 0, "（〇）": 1, "9.": 2, "9．": 2, "9、": 2, "（9）": 3}
"""Marks that Word sets by itself, and how deep they stand."""
FORMS = [
    ("chineseCounting", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
    ("decimal", "（%4）"),
]
NOT_IN_A_LINE = "，。、；：！？”’）》」】…"
RUNNING_HEAD = "某某机关内部刊物"


class Part(NamedTuple):
    """A paragraph, and what it is by the labels."""

    text: str
    level: int = 0
    title: bool = False
    lead: int = 0
    """Characters of the lead at its head."""
    wraps: bool = True


def parts(text: str, labels: Iterable[dict]) -> list[Part]:
    """Return the paragraphs of `text`, their wraps undone."""
    rows = list(lines(text))
    kept = without_contents(rows, PARSER.cues)
    contents = [Part(row.text, wraps=False) for row in rows if row not in kept]
    found = paragraphs(kept, PARSER.cues)
    labels = list(labels)
    titles = {plain(piece) for each in labels for piece in (each["title"] or "").split()}
    titles |= {plain(each["title"]) for each in labels}
    headings = {plain(each["text"]): each for label in labels for each in label["headings"]}
    return contents + [_part(each.spaced or each.text, titles - {""}, headings) for each in found]


def _part(text: str, titles: set[str], headings: dict[str, dict]) -> Part:
    if plain(text) in titles or (len(text) > 5 and any(plain(text) in title for title in titles)):
        return Part(text, title=True)
    mark = block_mark(text)
    bare = text[mark.end :] if mark else text
    if label := headings.get(plain(bare)):
        return Part(text, level=label["level"])
    stop = text.find("。") + 1
    if stop and plain(bare[: stop - len(text) + len(bare)]) in headings and stop < len(text):
        return Part(text, lead=stop)
    return Part(text)


def word_plain(text: str, labels: Iterable[dict]) -> bytes:
    """Set each paragraph plainly, with full-width spaces for indents."""
    document = new_document()
    for part in parts(text, labels):
        document.add_paragraph(part.text if part.title or part.level else f"　　{part.text}")
    return saved(document)


def word_lines(text: str, labels: Iterable[dict]) -> bytes:
    """Set each line as a paragraph, the way a wrapped text is pasted."""
    document = new_document()
    for line in text.split("\n"):
        paragraph = document.add_paragraph(re.sub("[\x00-\x08\x0b-\x1f]", "", line))
        paragraph.paragraph_format.page_break_before = "\x0c" in line or None
    return saved(document)


def word_styled(text: str, labels: Iterable[dict]) -> bytes:
    """Set headings and titles in styles."""
    document = new_document()
    for part in parts(text, labels):
        style = f"Heading {part.level}" if part.level else "Title" if part.title else None
        document.add_paragraph(part.text, style)
    return saved(document)


def word_bold(text: str, labels: Iterable[dict]) -> bytes:
    """Set headings, titles and run-in leads in bold."""
    document = new_document()
    for part in parts(text, labels):
        paragraph = document.add_paragraph()
        cut = len(part.text) if part.level or part.title else part.lead
        paragraph.add_run(part.text[:cut]).bold = True
        paragraph.add_run(part.text[cut:])
    return saved(document)


def word_numbered(text: str, labels: Iterable[dict]) -> bytes:
    """Leave the numbers of headings to Word."""
    document = new_document()
    numbers = Numbers(document)
    for part in parts(text, labels):
        mark = block_mark(part.text)
        depth = PLACES.get(mark.kind) if mark else None
        if mark is None or depth is None:
            document.add_paragraph(part.text)
        else:
            paragraph = document.add_paragraph(part.text[mark.end :])
            numbers.count(paragraph, mark, depth)
    return saved(document)


def new_document():
    """Return a Word document with what must not get in: a page head, a foot."""
    import docx

    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = RUNNING_HEAD
    section.footer.paragraphs[0].text = "第 1 页"
    return document


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class Numbers:
    """Puts paragraphs into a list of four levels."""

    def __init__(self, document) -> None:
        self.root = document.part.numbering_part.element
        levels = "".join(
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{shape}"/></w:lvl>'
            for depth, (form, shape) in enumerate(FORMS)
        )
        self.root.insert(
            0, _xml(f'<w:abstractNum {{}} w:abstractNumId="77">{levels}</w:abstractNum>')
        )
        self.number = 700
        self.counts: dict[int, int] = {}
        self._begin(0, 1)

    def _begin(self, depth: int, start: int) -> None:
        self.number += 1
        self.root.append(
            _xml(
                f'<w:num {{}} w:numId="{self.number}"><w:abstractNumId w:val="77"/><w:lvlOverride'
                f' w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
        )

    def count(self, paragraph, mark: Mark, depth: int) -> None:
        if mark.rank != self.counts.get(depth, 0) + 1:
            self._begin(depth, mark.rank)
        self.counts = {at: n for at, n in self.counts.items() if at < depth} | {depth: mark.rank}
        for upper in range(depth):
            self.counts.setdefault(upper, 1)
        properties = paragraph._p.get_or_add_pPr()
        number = (
            f'<w:numPr {{}}><w:ilvl w:val="{depth}"/><w:numId w:val="{self.number}"/></w:numPr>'
        )
        properties.append(_xml(number))


def _xml(text: str):
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    return parse_xml(text.replace("{}", nsdecls("w"), 1))


def web(text: str, labels: Iterable[dict]) -> bytes:
    """Set a page with navigation, a script, a table and a foot around the text."""
    rows = [_web_row(part) for part in parts(text, labels)]
    return (
        "<!DOCTYPE html><html><head><meta charset='gb2312'><title>门户网站</title>"
        "<script>if (a < b) document.write('<p>广告</p>')</script></head><body>"
        "<nav><ul><li>首页</li></ul></nav><div class=main>\n"
        + "\n".join(rows)
        + "<table><tr><td>浏览次数</td></tr></table></div><footer><p>主办单位</p></footer></body></html>"
    ).encode("gb18030")


def _web_row(part: Part) -> str:
    head, rest = html.escape(part.text[: part.lead]), html.escape(part.text[part.lead :])
    if part.level or part.title:
        tag = f"h{part.level + 1}" if part.level else "h1"
        return f"<{tag}>{rest}</{tag}>"
    return f"<p>&emsp;&emsp;{f'<strong>{head}</strong>' if head else ''}<span>{rest}</span></p>"


class Setting(NamedTuple):
    """How pages are set, in points."""

    size: float = 16
    pitch: float = 28.95
    columns: int = 1
    left: float = 79
    top: float = 737
    wide: float = 448
    rows: int = 22
    gutter: float = 24
    head: bool = False
    bold: bool = False


ONE_COLUMN = Setting()
TWO_COLUMNS = Setting(10.5, 16, 2, 60, 770, 475, 42, head=True)
BOLD = Setting(head=True, bold=True)


def pdf_one_column(text: str, labels: Iterable[dict]) -> bytes:
    """Set one column as an official document is, with page numbers."""
    return pdf(parts(text, labels), ONE_COLUMN)


def pdf_two_columns(text: str, labels: Iterable[dict]) -> bytes:
    """Set two columns as a journal is, with a running head."""
    return pdf([part for part in parts(text, labels) if part.wraps], TWO_COLUMNS)


def pdf_bold(text: str, labels: Iterable[dict]) -> bytes:
    """Set headings and leads in bold, with a running head."""
    return pdf(parts(text, labels), BOLD)


def pdf(parts: Iterable[Part], setting: Setting) -> bytes:
    """Return `parts` as a PDF."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=1)
    page = _Page(canvas, setting)
    for part in parts:
        page.set(part)
    page.end()
    canvas.save()
    return out.getvalue()


@cache
def _font() -> str:
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.pdfmetrics import registerFont

    registerFont(UnicodeCIDFont("STSong-Light"))
    return "STSong-Light"


class _Page:
    """Sets line after line, column after column, page after page."""

    def __init__(self, canvas, setting: Setting) -> None:
        self.canvas, self.setting = canvas, setting
        self.number, self.column, self.row = 1, 0, 0
        self.measure = (setting.wide - (setting.columns - 1) * setting.gutter) / setting.columns

    def set(self, part: Part) -> None:
        indent = 2 if part.wraps and not (part.title or part.level) else 0
        size, at = self.setting.size, 0
        rows = wrapped(part.text, self.measure, indent * size, self.width)
        for number, line in enumerate(rows):
            left = indent * self.setting.size if not number else 0
            if part.title:
                left = (
                    self.measure - self.canvas.stringWidth(line, _font(), self.setting.size)
                ) / 2
            cut = len(line) if part.title or part.level else max(0, part.lead - at)
            self.line(line, left, cut if self.setting.bold else 0)
            at += len(line)

    def width(self, text: str) -> float:
        return self.canvas.stringWidth(text, _font(), self.setting.size)

    def line(self, text: str, left: float, bold: int) -> None:
        setting = self.setting
        x = setting.left + self.column * (self.measure + setting.gutter) + left
        y = setting.top - (self.row + 1) * setting.pitch
        for piece, mode in ((text[:bold], 2), (text[bold:], 0)):
            if piece:
                self._write(x, y, piece, setting.size, mode)
                x += self.canvas.stringWidth(piece, _font(), setting.size)
        self.row += 1
        if self.row == setting.rows:
            self.row, self.column = 0, self.column + 1
        if self.column == setting.columns:
            self.end()

    def _write(self, x: float, y: float, text: str, size: float, mode: int = 0) -> None:
        self.canvas.saveState()
        written = self.canvas.beginText(x, y)
        written.setFont(_font(), size)
        written.setTextRenderMode(mode)
        written.textOut(text)
        self.canvas.drawText(written)
        self.canvas.restoreState()

    def end(self) -> None:
        """Number the page and begin the next."""
        self._write(480 if self.number % 2 else 80, 60, f"— {self.number} —", 14)
        if self.setting.head:
            head = RUNNING_HEAD if self.number % 2 else "某年第一期"
            self._write(80, 800, head, 9)
        self.canvas.showPage()
        self.number, self.column, self.row = self.number + 1, 0, 0


def wrapped(text: str, room: float, indent: float, width: Callable[[str], float]) -> Iterator[str]:
    """Yield the lines of a paragraph; no stop begins one."""
    left = room - indent
    while (cut := _fitting(text, left, width)) < len(text):
        while cut > 1 and text[cut] in NOT_IN_A_LINE:
            cut -= 1
        yield text[:cut]
        text, left = text[cut:], room
    yield text


def _fitting(text: str, room: float, width: Callable[[str], float]) -> int:
    """Return how many characters of `text` fit into `room` points."""
    for at, letter in enumerate(text):
        room -= width(letter)
        if room < 0:
            return max(at, 1)
    return len(text)


RENDERINGS = {
    "word_plain.docx": word_plain,
    "word_lines.docx": word_lines,
    "word_styled.docx": word_styled,
    "word_bold.docx": word_bold,
    "word_numbered.docx": word_numbered,
    "web.html": web,
    "one_column.pdf": pdf_one_column,
    "two_columns.pdf": pdf_two_columns,
    "bold.pdf": pdf_bold,
    "old.txt": lambda text, _: text.encode("gb18030"),
}
