"""Outlines edited in Word the way clerks do: the edits come back, and nothing else changes."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reading import PARSER
from rendering import Numbers, new_document, saved

from drafter.drafting.reading_back import read_back
from drafter.exporters import EXPORTERS
from drafter.mining.marks import block_mark
from drafter.model.outline import (
    Heading,
    Node,
    Note,
    Outline,
    Paragraph,
    Point,
    Salutation,
    Title,
)

TITLE = Title("在全市办公室工作会议上的讲话")
FRONT = (
    TITLE,
    Note("市委副书记  林知远"),
    Note("（2026年3月12日）"),
    Salutation("同志们："),
    Paragraph("今天开个短会，只讲一件事。"),
    Paragraph("下面，我讲两点意见。"),
)
HEADS = (
    Heading("守住底线", 1),
    Heading("查清隐患", 2),
    Paragraph("要看死角、看盲区。"),
    Heading("补上短板", 2),
)
POINTS = (
    Heading("提升本领", 1),
    Point("学业务", "一是", "每周一课。"),
    Point("练手艺", "一是"),
    Point("查作风", "一是", "要见人见事。"),
)
LAST = (Paragraph("同志们，让我们干起来！"),)
NODES: tuple[Node, ...] = (*FRONT, *HEADS, *POINTS, *LAST)


class Copy:
    """The outline in Word, open for editing."""

    def __init__(self, nodes: tuple[Node, ...] = NODES) -> None:
        self.document = docx.Document(io.BytesIO(EXPORTERS[".docx"](Outline(nodes))))

    def at(self, text: str):
        return next(each for each in self.document.paragraphs if text in each.text)

    def typed(self, text: str, before: str, bold: bool = False):
        paragraph = self.at(before).insert_paragraph_before()
        paragraph.add_run(text).bold = bold or None
        return paragraph

    def read(self):
        return read_back(saved(self.document), "提纲.docx", PARSER)

    @property
    def nodes(self) -> tuple[Node, ...]:
        return self.read().nodes


def swapped(*pairs: tuple[Node, tuple[Node, ...]]) -> tuple[Node, ...]:
    """Return the nodes with some of them replaced by others."""
    others = dict(pairs)
    return tuple(new for node in NODES for new in others.get(node, (node,)))


def xml(text: str):
    return parse_xml(text.replace("{}", nsdecls("w"), 1))


def lose_style(copy: Copy, text: str, bold: bool = False) -> None:
    paragraph = copy.at(text)
    paragraph.style = "Normal"
    for run in paragraph.runs:
        run.bold = bold or None


def type_over(copy: Copy, text: str, new: str) -> None:
    paragraph = copy.at(text)
    first, *others = paragraph.runs
    first.text = new
    for run in others:
        run._r.getparent().remove(run._r)


def clear(copy: Copy, text: str) -> None:
    element = copy.at(text)._p
    element.getparent().remove(element)


def merge(copy: Copy, text: str, other: str) -> None:
    """Delete the mark of a paragraph, as Backspace at the head of the next one does."""
    first, second = copy.at(text)._p, copy.at(other)._p
    for run in list(second.r_lst):
        first.append(run)
    second.getparent().remove(second)


def break_title(copy: Copy) -> None:
    run = copy.at("在全市").runs[0]
    run.text = "在全市办公室工作会议"
    run.add_break()
    run.add_text("上的讲话")


def part_title(copy: Copy) -> None:
    type_over(copy, "在全市", "上的讲话")
    copy.at("上的讲话").insert_paragraph_before("在全市办公室工作会议", "Title")


def track(copy: Copy) -> None:
    """Delete and insert with the changes tracked."""
    run = copy.at("只讲一件事").runs[0]
    run.text = "今天开个"
    parent = run._r.getparent()
    gone = xml('<w:del {} w:id="1" w:author="某"><w:r><w:delText>短会</w:delText></w:r></w:del>')
    new = xml('<w:ins {} w:id="2" w:author="某"><w:r><w:t>会，只讲一件事。</w:t></w:r></w:ins>')
    parent.append(gone)
    parent.append(new)


def number_by_word(copy: Copy) -> None:
    """Let Word count the headings of level 1 in place of the typed numbers."""
    lists = new_document().part.numbering_part
    copy.document.part.relate_to(lists, RELATIONSHIP_TYPE.NUMBERING)
    numbers = Numbers(copy.document)
    for text, typed in (("守住底线", "一、守住底线"), ("提升本领", "二、提升本领")):
        mark = block_mark(typed)
        type_over(copy, text, text)
        numbers.count(copy.at(text), mark, 0)


def insert_table(copy: Copy) -> None:
    table = copy.document.add_table(1, 1)
    table.cell(0, 0).text = "一、表里的字"
    copy.at("今天开个短会")._p.addnext(table._tbl)


EDITS: dict[str, tuple[Callable[[Copy], object], tuple[Node, ...]]] = {
    "nothing": (lambda copy: None, NODES),
    "another heading": (
        lambda copy: type_over(copy, "守住底线", "一、守牢底线"),
        swapped((HEADS[0], (Heading("守牢底线", 1),))),
    ),
    "a heading without its number": (lambda copy: type_over(copy, "守住底线", "守住底线"), NODES),
    "a heading with a wrong number": (
        lambda copy: type_over(copy, "守住底线", "三．守住底线"),
        NODES,
    ),
    "a heading with a narrow bracket": (
        lambda copy: type_over(copy, "查清隐患", "(4) 查清隐患".replace("4", "四")),
        NODES,
    ),
    "numbers by Word": (number_by_word, NODES),
    "a heading typed without a style": (
        lambda copy: copy.typed("二、抓好落实", "提升本领"),
        swapped((POINTS[0], (Heading("抓好落实", 1), POINTS[0]))),
    ),
    "a bold line without style or number": (
        lambda copy: copy.typed("抓好落实", "提升本领", bold=True),
        swapped((POINTS[0], (Heading("抓好落实", 2), POINTS[0]))),
    ),
    "the style of a heading lost": (lambda copy: lose_style(copy, "守住底线", bold=True), NODES),
    "the style of a lower heading lost": (lambda copy: lose_style(copy, "查清隐患"), NODES),
    "the style of a point lost": (lambda copy: lose_style(copy, "学业务"), NODES),
    "the style of the title lost": (lambda copy: lose_style(copy, "在全市", bold=True), NODES),
    "the style of the notes lost": (
        lambda copy: [lose_style(copy, text) for text in ("林知远", "2026年")],
        NODES,
    ),
    "the style of the salutation lost": (lambda copy: lose_style(copy, "同志们："), NODES),
    "a point typed without a style": (
        lambda copy: copy.typed("四是强保障。要有人有钱。", "干起来"),
        swapped((POINTS[3], (POINTS[3], Point("强保障", "一是", "要有人有钱。")))),
    ),
    "a point begun in bold": (
        lambda copy: copy.typed("强保障。", "干起来", bold=True).add_run("要有人有钱。"),
        swapped((POINTS[3], (POINTS[3], Point("强保障", "段首句", "要有人有钱。")))),
    ),
    "what to say typed right behind a point": (
        lambda copy: copy.at("练手艺").runs[0].add_text("每人一样。"),
        swapped((POINTS[2], (Point("练手艺", "一是", "每人一样。"),))),
    ),
    "two points joined": (lambda copy: merge(copy, "学业务", "练手艺"), NODES),
    "two paragraphs joined": (
        lambda copy: merge(copy, "只讲一件事", "两点意见"),
        swapped(
            (FRONT[4], (Paragraph("今天开个短会，只讲一件事。下面，我讲两点意见。"),)),
            (FRONT[5], ()),
        ),
    ),
    "a paragraph deleted": (lambda copy: clear(copy, "看死角"), swapped((HEADS[2], ()))),
    "a section deleted": (
        lambda copy: [clear(copy, t) for t in ("守住底线", "查清", "看死角", "补上短板")],
        (*FRONT, *POINTS, *LAST),
    ),
    "changes tracked": (track, swapped((FRONT[4], (Paragraph("今天开个会，只讲一件事。"),)))),
    "the title broken by hand": (break_title, NODES),
    "the title in two paragraphs": (part_title, NODES),
    "blank lines": (lambda copy: copy.typed("", "提升本领"), NODES),
    "full-width blanks before the text": (
        lambda copy: type_over(copy, "两点意见", "\u3000\u3000下面，我讲两点意见。"),
        NODES,
    ),
    "a break within a paragraph": (
        lambda copy: (
            copy.at("干起来").runs[0].add_break()
            or copy.at("干起来").runs[0].add_text("谢谢大家。")
        ),
        (*NODES, Paragraph("谢谢大家。")),
    ),
    "a table": (insert_table, NODES),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_comes_back_and_nothing_else_changes(edit: str) -> None:
    change, expected = EDITS[edit]
    copy = Copy()
    change(copy)
    assert copy.nodes == expected


def test_what_is_left_out_is_told() -> None:
    copy = Copy()
    insert_table(copy)
    track(copy)
    assert copy.read().told == (
        "没有读进来：表格 1 处",
        "有修订痕迹：按接受全部修订后的文字读",
    )


def test_a_document_without_any_style_is_recognised() -> None:
    copy = Copy()
    for paragraph in copy.document.paragraphs:
        paragraph.style = "Normal"
        for run in paragraph.runs:
            run.style = None
    found = copy.read()
    assert [n for n in found.nodes if isinstance(n, Heading)] == [
        n for n in NODES if isinstance(n, Heading)
    ]
    assert found.nodes[0] == TITLE
    assert "请核对" in found.told[0]
