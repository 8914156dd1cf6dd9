"""What the formatting of Word, PDF and web files tells, what does not get in, and what is refused."""

import io
import json
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import LEXICON, PARSER
from rendering import ONE_COLUMN, TWO_COLUMNS, Part, new_document, pdf, saved

from drafter.cli.main import run
from drafter.errors import DrafterError, FileError
from drafter.model.document import Article, Manuscript
from drafter.storage.documents import confidential, read_manuscript

BODY = "办公室的同志要把每一件小事办好，把每一份文件看细，把每一个电话接稳。"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(body: str, **parts: str) -> bytes:
    """Return a Word document of WordprocessingML; `parts` are its other parts by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        texts = {"document": f"<w:body>{body}</w:body>", **parts}
        for name, text in texts.items():
            package.writestr(f"word/{name}.xml", f'<w:{name} xmlns:w="{W}">{text}</w:{name}>')
    return out.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(data: bytes, name: str = "a.docx") -> Manuscript:
    return read_manuscript(Path(name), data)


def lines(data: bytes, name: str = "a.docx") -> list[str]:
    return read(data, name).text.split("\n")


def article(data: bytes, name: str = "a.docx") -> Article:
    (found,) = PARSER.document(read(data, name)).articles
    return found


def headings(data: bytes, name: str = "a.docx") -> list[tuple[int, str]]:
    return [(each.level, each.text) for each in article(data, name).headings]


RUNS = {
    "<w:ins><w:r><w:t>加</w:t></w:r></w:ins>": "甲加乙",
    "<w:del><w:r><w:delText>删</w:delText></w:r></w:del>": "甲乙",
    "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom>": "甲乙",
    "<w:r><w:br/></w:r>": "甲\n乙",
    "<w:r><w:tab/></w:r>": "甲\t乙",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>": "甲乙",
    "<w:r><w:footnoteReference w:id='1'/></w:r>": "甲乙",
    "<w:r><w:instrText>PAGE</w:instrText></w:r>": "甲乙",
    "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>": "甲乙",
    "<w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>": "甲链乙",
    "<w:r><w:t>一 &amp; 二</w:t></w:r>": "甲一 & 二乙",
}


@pytest.mark.parametrize("run", RUNS)
def test_only_what_is_read_aloud_gets_in(run: str) -> None:
    body = f"<w:p><w:r><w:t>甲</w:t></w:r>{run}<w:r><w:t>乙</w:t></w:r></w:p>"
    assert read(word(body)).text == RUNS[run]


def test_tables_stay_out_and_paragraphs_around_them_stay() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('表里的字')}</w:tc></w:tr></w:tbl>"
    found = read(word(p("表前") + table + p("表后")))
    assert found.text == "表前\n表后"
    assert found.heads == ("表里的字",)


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next() -> None:
    cut = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>"
    assert lines(word(cut + p("后半") + p("另一段"))) == ["前半后半", "另一段"]


FORMS = {
    "chineseCounting": ["十、", "十一、"],
    "chineseCountingThousand": ["十、", "十一、"],
    "ideographTraditional": ["癸、", "甲、"],
    "decimal": ["10、", "11、"],
    "upperRoman": ["X、", "XI、"],
    "lowerLetter": ["j、", "k、"],
    "decimalEnclosedCircle": ["⑩、", "⑪、"],
    "bullet": ["", ""],
    "somethingNew": ["10、", "11、"],
}


def numbering(
    *levels: str, uses: str = "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
) -> str:
    defined = "".join(f"<w:lvl w:ilvl='{n}'>{level}</w:lvl>" for n, level in enumerate(levels))
    return f"<w:abstractNum w:abstractNumId='0'>{defined}</w:abstractNum>{uses}"


def level(form: str, text: str, start: int = 1) -> str:
    return f"<w:start w:val='{start}'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/>"


def numbered(text: str, depth: int = 0, number: int = 1) -> str:
    return p(text, f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>")


@pytest.mark.parametrize("form", FORMS)
def test_automatic_numbers_are_told(form: str) -> None:
    data = word(numbered("甲") + numbered("乙"), numbering=numbering(level(form, "%1、", 10)))
    assert lines(data) == [mark + text for mark, text in zip(FORMS[form], "甲乙", strict=True)]


def test_numbers_count_by_level_and_begin_again_under_the_next() -> None:
    parts = numbering(level("chineseCounting", "%1、"), level("decimal", "（%1.%2）"))
    body = "".join(numbered("字", depth) for depth in (0, 1, 1, 0, 1))
    found = lines(word(body, numbering=parts))
    assert found == ["一、字", "（一.1）字", "（一.2）字", "二、字", "（二.1）字"]


def test_a_list_that_starts_anew_starts_anew() -> None:
    uses = (
        "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId"
        " w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
    )
    parts = numbering(level("decimal", "第%1章"), uses=uses)
    body = "".join(numbered("字", 0, number) for number in (1, 1, 2, 2))
    assert lines(word(body, numbering=parts)) == ["第1章 字", "第2章 字", "第1章 字", "第2章 字"]


STYLES = (
    "<w:style w:type='paragraph' w:styleId='1'><w:name w:val='标题 1'/><w:pPr><w:numPr>"
    "<w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='own'><w:name w:val='本单位'/><w:basedOn w:val='2'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='2'><w:name w:val='heading 2'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='3'><w:name w:val='甲'/><w:basedOn w:val='3'/>"
    "<w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='t'><w:name w:val='Title'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='c'><w:name w:val='toc 1'/></w:style>"
)


def test_levels_come_from_styles_and_what_they_are_based_on() -> None:
    body = "".join(p(text, f"<w:pStyle w:val='{text}'/>") for text in ("t", "1", "own", "3", "c"))
    body += p("4", "<w:outlineLvl w:val='3'/>") + p(
        "正文", "<w:pStyle w:val='1'/><w:outlineLvl w:val='9'/>"
    )
    found = read(word(body, styles=STYLES, numbering=numbering(level("chineseCounting", "%1、"))))
    assert found.text.split("\n") == ["t", "一、1", "own", "3", "4", "二、正文"]
    assert found.marks == {2: 1, 3: 2, 4: 3, 5: 4}
    assert found.titles == {1}


def test_styled_headings_without_numbers_are_headings() -> None:
    document = new_document()
    document.add_paragraph("在机关大会上的讲话", "Title")
    for part in ("同志们：", BODY):
        document.add_paragraph(part)
    for top in ("把根扎深", "把路走实"):
        document.add_paragraph(top, "Heading 1")
        document.add_paragraph(BODY)
        document.add_paragraph("先看清方向再迈步", "Heading 2")
        document.add_paragraph(BODY)
    data = saved(document)
    assert article(data).title == "在机关大会上的讲话"
    assert headings(data) == [
        (1, "把根扎深"), (2, "先看清方向再迈步"), (1, "把路走实"), (2, "先看清方向再迈步"),
    ]  # fmt: skip


def test_unnumbered_headings_take_the_level_of_numbered_ones_in_their_style() -> None:
    document = new_document()
    document.add_paragraph(BODY)
    for text, style in (
        ("一、把根扎深", 2),
        ("（一）多看", 3),
        ("（二）多问", 3),
        ("二、把路走实", 2),
    ):
        document.add_paragraph(text, f"Heading {style}")
        document.add_paragraph(BODY)
    document.add_paragraph("写在最后的几句话", "Heading 2")
    document.add_paragraph(BODY)
    assert headings(saved(document))[-1] == (1, "写在最后的几句话")


def bold(document, strong: str, rest: str = "") -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(strong).bold = True
    paragraph.add_run(rest)


def test_short_lines_and_leads_in_bold_are_headings_and_a_bold_sentence_is_not() -> None:
    document = new_document()
    document.add_paragraph(BODY)
    bold(document, "把根扎深")
    bold(document, "心里装着群众。", BODY)
    bold(document, "手上沾着泥土。", BODY)
    bold(document, "这一句话请大家一定要记在心里。")
    document.add_paragraph(BODY)
    assert headings(saved(document)) == [(1, "把根扎深"), (2, "心里装着群众"), (2, "手上沾着泥土")]


def test_where_everything_is_bold_bold_tells_nothing() -> None:
    document = new_document()
    for text in (BODY, "把根扎深", BODY):
        bold(document, text)
    assert read(saved(document)).marks == {}


def test_every_title_in_the_style_for_titles_opens_an_article() -> None:
    document = new_document()
    for title in ("把根扎深", "把路走实"):
        document.add_paragraph(title, "Title")
        document.add_paragraph(BODY)
    found = PARSER.document(read(saved(document))).articles
    assert [each.title for each in found] == ["把根扎深", "把路走实"]


PAGES = {
    "<p>一 &amp; 二&nbsp;三</p>": ["一 & 二\xa0三"],
    "<p>上<br>下</p>": ["上", "下"],
    "<p>甲<p>乙</p>": ["甲", "乙"],
    "<nav>导航</nav><script>x='<p>脚本</p>'</script><!-- <p>注释</p> --><p>正文</p>": ["正文"],
    "<header>页头</header><main><header><h1>题</h1></header><p>正文</p></main>": ["题", "正文"],
    "<p>正文。</p><table><tr><td>表</td></tr></table>": ["正文。"],
    "<table><tr><td><p>全文。</p></td></tr></table>": ["全文。"],
    "<p>1 < 2</p>": ["1 < 2"],
    "<p>中文\n   换行</p>": ["中文换行"],
}


@pytest.mark.parametrize("page", PAGES)
def test_a_web_page_gives_its_text(page: str) -> None:
    assert lines(f"<html><body>{page}</body></html>".encode(), "a.html") == PAGES[page]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb2312", "gbk", "utf-16"])
@pytest.mark.parametrize("named", [True, False])
def test_a_web_page_is_read_in_its_encoding(encoding: str, named: bool) -> None:
    meta = f"<meta charset={encoding}>" if named else ""
    assert lines(f"<html>{meta}<p>会议</p>".encode(encoding), "a.htm") == ["会议"]


def test_headings_and_bold_of_a_web_page_are_evidence() -> None:
    page = f"<h1>题</h1><h3>丙</h3><p><b>全</b><strong>粗</strong></p><p><b>句子。</b>{BODY}</p>"
    found = read(page.encode(), "a.html")
    assert (found.marks, found.leads, found.whole) == ({1: 1, 2: 3, 3: 0}, {4: 3}, True)


def test_markdown_marks_are_evidence_and_lines_stay_where_they_are() -> None:
    found = read(f"# 题\n\n## 一、甲\n**粗体**\n**句子。**{BODY}\n".encode(), "a.md")
    assert found.text == f"题\n\n一、甲\n粗体\n句子。{BODY}\n"
    assert (found.marks, found.leads) == ({1: 1, 3: 2, 4: 0}, {5: 3})


def test_markdown_headings_over_a_rule_are_evidence() -> None:
    said = f"题\n===\n\n一、甲\n---\n{BODY}\n---\n"
    found = read(said.encode(), "a.md")
    assert found.text == f"题\n\n\n一、甲\n\n{BODY}\n---\n"
    assert (found.marks, found.leads) == ({1: 1, 4: 2}, {})


LONG = [Part(f"第{n}段的第一句话写在这里。{BODY}" * 3) for n in range(1, 40)]


@pytest.mark.parametrize("setting", [ONE_COLUMN._replace(head=True), TWO_COLUMNS])
def test_a_pdf_is_read_column_by_column_without_its_furniture(setting) -> None:
    found = read(pdf(LONG, setting), "a.pdf")
    joined = "".join(found.text.split())
    assert joined == "".join(part.text for part in LONG)


def test_first_lines_of_a_pdf_are_indented() -> None:
    found = lines(pdf(LONG[:2], ONE_COLUMN), "a.pdf")
    assert [line.startswith("　　") for line in found[:2]] == [True, False]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_the_way_it_is_seen(turn: int) -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setPageRotation(turn)
    canvas.translate(300, 400)
    canvas.rotate(turn)
    canvas.drawString(-100, 50, "first line")
    canvas.drawString(-100, 20, "second line")
    canvas.rotate(45)
    canvas.drawString(-100, 0, "watermark")
    canvas.save()
    assert lines(out.getvalue(), "a.pdf") == ["first line", "second line"]


def test_a_page_full_of_scattered_characters_takes_no_time() -> None:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    for at in range(20_000):
        canvas.drawString(at * 37 % 590, at * 53 % 830, "x")
    canvas.save()
    start = time.process_time()
    assert read(out.getvalue(), "a.pdf").text
    assert time.process_time() - start < 20


def secret(text: str) -> str:
    return confidential(Manuscript("a", text), LEXICON.list("secrecy"))


MARKED = [
    "机密",
    "机密★1年",
    "绝密★启用前",
    "秘　密",
    "机 密 ★ 长期",
    "000001　机密★1年",
    "密级：秘密",
    "【机密】",
    "秘密＊3年",
    "机密\n特急",
    "机密 特急",
    "秘密/紧急",
    "机密·10年",
    "机密文件",
    "★机密",
    "内部文件 机密★5年",
    "在机关大会上的讲话（机密）",
    "【绝密】汇报提纲",
]
OPEN = [
    "机密工作会议上的讲话",
    "在全市保密工作会议上的讲话",
    "保守国家秘密，人人有责",
    "关于机密",
    "内部资料",
    "一、机密",
    "机密文件管理办法",
    "绝密、机密、秘密三级",
    "**机密**工作怎么抓",
]


@pytest.mark.parametrize("mark", MARKED)
def test_a_mark_of_secrecy_is_seen(mark: str) -> None:
    assert secret(f"{mark}\n在机关大会上的讲话\n同志们：\n{BODY}")


@pytest.mark.parametrize("line", OPEN)
def test_a_text_that_speaks_of_secrecy_is_not_marked(line: str) -> None:
    assert not secret(f"{line}\n同志们：\n{BODY}")


def test_a_mark_below_the_head_of_the_text_is_none() -> None:
    assert not secret(f"在机关大会上的讲话\n{BODY}\n机密\n{BODY}")


def test_a_mark_in_the_page_head_or_in_a_box_is_seen() -> None:
    document = new_document()
    document.sections[0].header.paragraphs[0].text = "机密★1年"
    document.add_paragraph(BODY)
    assert confidential(read(saved(document)), LEXICON.list("secrecy")) == "机密★1年"
    table = f"<w:tbl><w:tr><w:tc>{p('秘密')}</w:tc></w:tr></w:tbl>"
    assert confidential(read(word(table + p(BODY))), LEXICON.list("secrecy")) == "秘密"


@pytest.mark.parametrize(
    "frame", ["<table><tr><td>{}</td><td>001</td></tr></table>", "<header>{}</header>"]
)
def test_a_mark_above_the_text_of_a_page_is_seen(frame: str) -> None:
    def mark(above: str, below: str = "") -> str:
        page = f"<body>{above}<h1>在机关大会上的讲话</h1><p>{BODY}</p>{below}".encode()
        return confidential(read(page, "a.html"), LEXICON.list("secrecy"))

    assert mark(frame.format("机密★1年")) == "机密★1年"
    assert mark("", f"<p>{BODY}</p>" * 9 + frame.format("机密")) == ""


def test_a_marked_document_is_parsed_and_told(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(f"机密★1年\n在机关大会上的讲话\n{BODY}", "utf-8")
    assert run(["parse", "a.txt"]) == 0
    out, err = capsysbinary.readouterr()
    assert len(json.loads(out)) == 1
    assert "机密★1年" in err.decode()


def bomb(size: int) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package,
        package.open("word/document.xml", "w") as part,
    ):
        for _ in range(size):
            part.write(b" " * 2**20)
    return out.getvalue()


DOCTYPE = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def entities() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", f'{DOCTYPE}<w:p xmlns:w="{W}">&b;</w:p>')
    return out.getvalue()


def scanned() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def locked() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("open", strength=128))
    canvas.drawString(100, 100, "text")
    canvas.save()
    return out.getvalue()


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.txt", "文稿")
    return out.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.docx": (lambda: bomb(201), "大得不正常"),
    "ratio.docx": (lambda: bomb(60), "大得不正常"),
    "entities.docx": (entities, "已损坏"),
    "cut.docx": (lambda: word(p(BODY))[:300], "已损坏"),
    "locked.docx": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "设了密码"),
    "old.doc": (lambda: OLE + bytes(600), "旧版 Word 或 WPS"),
    "old.wps": (lambda: OLE + bytes(600), "旧版 Word 或 WPS"),
    "text.rtf": (lambda: b"{\\rtf1 text}", "RTF"),
    "many.zip": (zipped, "压缩包"),
    "many.rar": (lambda: b"Rar!\x1a\x07\x00", "压缩包"),
    "open.odt": (lambda: b"text", "还读不了"),
    "scanned.pdf": (scanned, "扫描件"),
    "locked.pdf": (locked, "加了密"),
    "cut.pdf": (lambda: b"%PDF-1.7 \xe5\xe4", "已损坏"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_told_with_the_way_out(name: str) -> None:
    make, said = REFUSED[name]
    with pytest.raises(FileError, match=said) as caught:
        read(make(), name)
    assert caught.value.remedy
    assert caught.value.where == name


MAGICS = [
    b"",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    OLE,
    b"{\\rtf",
    b"<html>",
    b"<!DOCTYPE html>",
    b"\xff\xfe",
    b"# ",
]
SUFFIXES = [".txt", ".md", ".docx", ".pdf", ".html", ".doc", ".wps", "", ".xyz"]
TAGS = [
    "<p>",
    "</p>",
    "<b",
    "<table>",
    "</div>",
    "<!--",
    "-->",
    "<![x[",
    "<?",
    "&#x110000;",
    "&",
    "<a b='",
    '"',
    ">",
    "<br/>",
    "<script>",
    "字",
]


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(MAGICS),
    st.one_of(
        st.binary(max_size=300), st.lists(st.sampled_from(TAGS)).map(lambda t: "".join(t).encode())
    ),
    st.sampled_from(SUFFIXES),
)
def test_any_bytes_are_a_text_or_a_told_fault(magic: bytes, rest: bytes, suffix: str) -> None:
    try:
        found = read(magic + rest, f"a{suffix}")
    except DrafterError:
        return
    assert found.text.strip()
    count = found.text.count("\n") + 1
    assert all(1 <= line <= count for line in (*found.marks, *found.leads, *found.titles))
    assert PARSER.document(found).path == f"a{suffix}"


WHOLE = word(
    p("题", "<w:pStyle w:val='t'/>") + numbered("甲") + p(BODY),
    styles=STYLES,
    numbering=numbering(level("decimal", "%1.")),
)
PAGE = pdf(LONG[:2], ONE_COLUMN)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([(WHOLE, ".docx"), (PAGE, ".pdf")]), st.data())
def test_a_damaged_file_is_a_text_or_a_told_fault(
    sound: tuple[bytes, str], data: st.DataObject
) -> None:
    content, suffix = bytearray(sound[0]), sound[1]
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        read(bytes(content), f"a{suffix}")
    except DrafterError as fault:
        assert "a" in str(fault)


@pytest.mark.parametrize(
    "make",
    [
        lambda n: (word(p("一句话。") * n), ".docx"),
        lambda n: (b"<p>a<b>b" * n, ".html"),
        lambda n: (b"<!--<a x='<" * n, ".html"),
    ],
)
def test_reading_takes_time_in_proportion(make: Callable[[int], tuple[bytes, str]]) -> None:
    seconds = []
    for count in (5_000, 40_000):
        data, suffix = make(count)
        start = time.process_time()
        with suppress(DrafterError):
            read(data, f"a{suffix}")
        seconds.append(time.process_time() - start)
    assert seconds[1] < 24 * max(seconds[0], 0.01)
