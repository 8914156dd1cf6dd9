"""Outlines edited as Markdown or plain text, with what people type there."""

import docx
import pytest
from reading import PARSER
from rendering import saved

from drafter.drafting.reading_back import read_back
from drafter.exporters import EXPORTERS
from drafter.importers.plain import plain_nodes
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

FRONT = (
    Title("在全市办公室工作会议上的讲话"),
    Note("市委副书记  林知远"),
    Note("（2026年3月12日）"),
    Salutation("同志们："),
    Paragraph("今天开个短会，只讲一件事。"),
)
BODY = (
    Heading("守住底线", 1),
    Heading("查清隐患", 2),
    Paragraph("要看死角、看盲区。"),
    Heading("提升本领", 1),
    Point("学业务", "一是", "每周一课。"),
    Point("练手艺", "一是"),
)
NODES: tuple[Node, ...] = (*FRONT, *BODY)
NEW = Heading("抓好落实", 1)
EDITS: dict[str, tuple[str, str, str, tuple[Node, ...]]] = {
    "a heading without marks": (".md", "## 二、提升", "二、抓好落实\n\n## 二、提升", (NEW,)),
    "a heading in bold": (".md", "## 二、提升", "**二、抓好落实**\n\n## 二、提升", (NEW,)),
    "a heading without a number": (".md", "## 二、提升", "## 抓好落实\n\n## 二、提升", (NEW,)),
    "a heading closed by marks": (".md", "## 二、提升", "## 抓好落实 ##\n\n## 提升", (NEW,)),
    "the title in two lines": (".md", "会议上的讲话", "会议\n# 上的讲话", ()),
    "no blank line": (".md", "短会，只讲一件事。\n\n", "短会，只讲一件事。\n", ()),
    "a line broken": (".md", "短会，只讲", "短会，\n只讲", ()),
    "blank lines and blanks": (".md", "\n\n## 二", "  \n\n\n\n## 二", ()),
    "Windows": (".md", "\n", "\r\n", ()),
    "the title in two lines of text": (".txt", "会议上的讲话", "会议\n　　　　　　　上的讲话", ()),
    "a line without indent": (".txt", "　　二、提升", "二、抓好落实\n　　二、提升", (NEW,)),
    "a line with more indent": (".txt", "　　二、提升", "　　 二、抓好落实\n　　二、提升", (NEW,)),
    "a wrong number": (".txt", "　　二、提升", "　　五、抓好落实\n　　二、提升", (NEW,)),
    "a point of text": (
        ".txt",
        "　　二是练",
        "　　二是强保障。要有人。\n　　二是练",
        (Point("强保障", "一是", "要有人。"),),
    ),
    "blank lines of text": (".txt", "\n", "\n\n", ()),
    "Windows text": (".txt", "\n", "\r\n", ()),
}


@pytest.mark.parametrize("edit", EDITS)
def test_what_people_type_is_read(edit: str) -> None:
    suffix, old, new, more = EDITS[edit]
    before = EXPORTERS[suffix](Outline(NODES)).decode()
    assert old in before
    found = read_back(before.replace(old, new).encode(), f"提纲{suffix}", PARSER)
    at = NODES.index(BODY[5] if more and isinstance(more[0], Point) else BODY[3])
    assert found.nodes == (*NODES[:at], *more, *NODES[at:])
    assert found.told == ()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_any_encoding_is_read(suffix: str, encoding: str) -> None:
    data = EXPORTERS[suffix](Outline(NODES)).decode().encode(encoding)
    assert read_back(data, f"提纲{suffix}", PARSER).nodes == NODES


def test_nothing_unseen_gets_in() -> None:
    text = EXPORTERS[".md"](Outline(NODES)).decode().replace("短会", "短\u202e会\x07\ufeff")
    assert read_back(text.encode(), "提纲.md", PARSER).nodes == NODES


@pytest.mark.parametrize(
    ("line", "node"),
    [
        ("一是甲；二是乙；三是丙。", Paragraph("一是甲；二是乙；三是丙。")),
        ("最后，感谢大家。", Paragraph("最后，感谢大家。")),
        ("首先，感谢大家。", Point("感谢大家", "首先")),
        ("一、二、三产业要融合。", Paragraph("一、二、三产业要融合。")),
        ("3.5万人受益。", Paragraph("3.5万人受益。")),
        ("（二）抓好落实", Heading("抓好落实", 2)),
        ("2．抓好落实", Heading("抓好落实", 3)),
        ("第一部分 抓好落实", Heading("抓好落实", 1)),
        ("（一）抓好落实。要一抓到底。", Paragraph("（一）抓好落实。要一抓到底。")),
    ],
)
def test_a_line_without_style_is_what_it_looks_like(line: str, node: Node) -> None:
    assert plain_nodes(f"\u3000\u3000{line}") == (node,)


def test_other_markdown_is_recognised() -> None:
    text = (
        "在全市办公室工作会议上的讲话\n\n同志们：\n\n今天开个短会，讲两件事，请大家记牢。\n\n"
        "一、守住底线\n\n要看死角、看盲区，一处也不放过。\n\n二、提升本领\n\n要每周一课，人人上台。\n"
    )
    found = read_back(text.encode(), "原稿.md", PARSER)
    assert [node for node in found.nodes if isinstance(node, (Title, Heading))] == [
        Title("在全市办公室工作会议上的讲话"),
        Heading("守住底线", 1),
        Heading("提升本领", 1),
    ]


SPEECH = """在全县政府系统作风建设大会上的讲话
主任　赵大明
（2026年2月30日）
同志们：
　　县委、县政府决定召开这次会议。下面，我讲几点意见。
　　一、提高认识
　　（一）、要加强督查
　　督查是落实的抓手。
　　（二）、要加强考核
　　考核是指挥棒。
　　二、抓好落实
　　要一项一项抓。
　　希望大家努力
　　谢谢大家。
"""


def test_each_indented_line_is_a_paragraph() -> None:
    nodes = read_back(SPEECH.encode(), "原稿.txt", PARSER).nodes
    assert nodes[:4] == (
        Title("在全县政府系统作风建设大会上的讲话"),
        Note("主任　赵大明"),
        Note("（2026年2月30日）"),
        Salutation("同志们："),
    )
    assert nodes[5:8] == (
        Heading("提高认识", 1),
        Heading("要加强督查", 2),
        Paragraph("督查是落实的抓手。"),
    )
    assert nodes[-3:] == (
        Paragraph("要一项一项抓。"),
        Paragraph("希望大家努力"),
        Paragraph("谢谢大家。"),
    )


WRAPPED = """\
关于做好全县政府系统办公室
工作的讲话
====================

同志们：

今天我们召开全县政府办公室系统工作会议，总结去年工作，部署今
年任务。这次会议十分重要，县委高度重视。下面，我讲两点意见。

一、提高站位，把服务大局摆在前面
--------------------------------

这是第一位的要求，要做到三点，一点也不能少，一刻也不能松懈了。
一是要把思想认识统一到县委的决策部署上来，统一到全县的大局上
来。

提升本领
---

调查研究要深入。要走到田间地头，听到真话，看到实情，摸到家底。
要拿出有分量的建议。

---

谢谢大家。
"""


def test_markdown_with_wrapped_lines_and_headings_over_a_rule_is_read() -> None:
    found = read_back(WRAPPED.encode(), "原稿.md", PARSER)
    assert found.nodes == (
        Title("关于做好全县政府系统办公室工作的讲话"),
        Salutation("同志们："),
        Paragraph(
            "今天我们召开全县政府办公室系统工作会议，总结去年工作，部署今年任务。"
            "这次会议十分重要，县委高度重视。下面，我讲两点意见。"
        ),
        Heading("提高站位，把服务大局摆在前面", 1),
        Paragraph("这是第一位的要求，要做到三点，一点也不能少，一刻也不能松懈了。"),
        Point("要把思想认识统一到县委的决策部署上来，统一到全县的大局上来", "一是"),
        Heading("提升本领", 1),
        Paragraph(
            "调查研究要深入。要走到田间地头，听到真话，看到实情，摸到家底。要拿出有分量的建议。"
        ),
        Paragraph("谢谢大家。"),
    )


@pytest.mark.parametrize("second", ["要每周一课。", "要每周一课，学业务、练手艺，人人过关。"])
def test_lines_that_end_with_their_sentences_are_paragraphs(second: str) -> None:
    first, third = (
        "要看死角、看盲区，一处也不放过，一天也不松。",
        "要人人上台，个个过关，一个也不少，一次也不落。",
    )
    text = f"# 讲话\n\n## 一、甲\n\n{first}\n{second}\n{third}\n"
    nodes = read_back(text.encode(), "原稿.md", PARSER).nodes
    assert [node.text for node in nodes[2:]] == text.splitlines()[4:]


def test_a_rule_under_a_sentence_is_no_heading() -> None:
    text = "# 讲话\n\n## 一、甲\n\n要看死角，一处也不放过。\n---\n\n要每周一课。\n"
    nodes = read_back(text.encode(), "原稿.md", PARSER).nodes
    assert nodes[2:] == (Paragraph("要看死角，一处也不放过。"), Paragraph("要每周一课。"))


@pytest.mark.parametrize("more", ["", "〈附〉", "〈附〉‹注›"])
def test_angle_brackets_in_word_are_text(more: str) -> None:
    said = f"标题写成<b>加粗</b>，换行写成<br>，实体写成&lt;b&gt;{more}。"
    document = docx.Document()
    for line in ("在全市办公室工作会议上的讲话", "同志们：", said, "一、守住底线", "要看死角。"):
        document.add_paragraph(line)
    assert Paragraph(said) in read_back(saved(document), "原稿.docx", PARSER).nodes


def test_a_block_of_wrapped_lines_is_not_torn() -> None:
    said = "要坚持把为民服务放在心上，把群众的小事当作自己的大事，一件一件办，一项一项抓，决不拖延推诿，"
    body = f"{said * 5}让群众满意。"
    wrapped = "\n".join(f"    {body[at : at + 25]}" for at in range(0, len(body), 25))
    text = f"    在全市办公室工作会议上的讲话\n\n    同志们：\n\n{wrapped}\n"
    found = read_back(text.encode(), "原稿.txt", PARSER)
    assert found.nodes[-1] == Paragraph(body)


@pytest.mark.parametrize("number", ["（二）、", "（二）", "(二)、", "（二）．", "（二） "])
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_a_typed_number_goes_wholly(suffix: str, number: str) -> None:
    text = EXPORTERS[suffix](Outline(NODES)).decode()
    for own in ("（一）", "一、"):
        text = text.replace(f"{own}查清", f"{number}查清")
    assert number + "查清" in text
    assert read_back(text.encode(), f"讲话{suffix}", PARSER).nodes == NODES
