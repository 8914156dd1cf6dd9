"""Word documents: what the profile says stands in the file, and nothing of this machine."""

import io
import os
import subprocess
import sys
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Length, Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from word_order import faults, parts

from drafter.exporters.word import to_word
from drafter.model.layout import Profile
from drafter.model.outline import (
    POINT_STYLES,
    Filling,
    Heading,
    Note,
    Origin,
    Outline,
    Paragraph,
    Point,
    Salutation,
    Title,
)
from drafter.storage.profiles import load_profile, profile_called

PROFILES = {name: load_profile(profile_called(name, "")) for name in ("standard", "reading")}
TITLE = "在全市办公室系统作风建设推进会暨督查工作交流会上的讲话"
NODES = (
    Title(TITLE),
    Note("云澜市委副书记  林知远"),
    Note("（2026年3月12日）"),
    Salutation("同志们："),
    Paragraph("今天开个短会，主题是“严实”——……10件事。"),
    Heading("守住底线", 1),
    Heading("查隐患", 2),
    Heading("看死角", 3),
    Point("摸清底数", "一是", "完成【待补：数字】件。"),
    Point("补齐短板", "一是"),
)
ORIGINS = (
    Origin(TITLE, "template", why="模板写法"),
    Origin("今天开个短会", "opening", "o-1", "甲.txt", 3, (("region", "全市"),), "种子抽中"),
    Origin("守住底线", "heading", "h-1", "自编", why="种子抽中"),
    Origin(
        "摸清底数", "point", "p-1", "乙.txt", 5, (), "", (Filling("A", "底数", "f-1", "丙", 7),)
    ),
    Origin("哪里也没有的话", "cue", "c-1", "丁.txt", 9),
)
OUTLINE = Outline(NODES, origins=ORIGINS)
STYLES = {
    "title": "Title",
    "note": "Note",
    "salutation": "Salutation",
    "heading1": "Heading 1",
    "heading2": "Heading 2",
    "heading3": "Heading 3",
    "point": "Point",
    "body": "Normal",
}


def opened(data: bytes):
    return docx.Document(io.BytesIO(data))


def text_of(data: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(part).decode()


def inherited(style, read):
    """Return what `read` finds in a style or in those it is based on."""
    while style is not None:
        if (value := read(style)) is not None:
            return value
        style = style.base_style
    return None


def font_of(style, script: str) -> str | None:
    look = style.element.rPr
    fonts = None if look is None else look.find(qn("w:rFonts"))
    return None if fonts is None else fonts.get(qn(f"w:{script}"))


@pytest.fixture(params=PROFILES.values(), ids=PROFILES)
def profile(request: pytest.FixtureRequest) -> Profile:
    return request.param


def test_page_margins_and_grid_are_those_of_the_profile(profile: Profile) -> None:
    (section,) = opened(to_word(OUTLINE, profile)).sections
    page = profile.page
    for edge in (
        "page_width",
        "page_height",
        "top_margin",
        "bottom_margin",
        "left_margin",
        "right_margin",
    ):
        wanted = getattr(page, edge.removeprefix("page_").removesuffix("_margin"))
        assert getattr(section, edge) == pytest.approx(Mm(wanted), abs=Mm(0.02))
    grid = section._sectPr.find(qn("w:docGrid"))
    assert grid.get(qn("w:type")) == "linesAndChars"
    area = section.page_height - section.top_margin - section.bottom_margin
    assert Length(area).twips // int(grid.get(qn("w:linePitch"))) == page.lines
    measure = section.page_width - section.left_margin - section.right_margin
    place = profile.faces["body"].size + int(grid.get(qn("w:charSpace"))) / 4096
    assert Length(measure).pt / place == pytest.approx(page.characters, abs=0.02)


@pytest.mark.parametrize(("face", "name"), STYLES.items())
def test_styles_are_those_of_the_profile(face: str, name: str, profile: Profile) -> None:
    style = opened(to_word(OUTLINE, profile)).styles[name]
    wanted, body = profile.faces[face], profile.faces["body"]
    assert inherited(style, lambda each: font_of(each, "eastAsia")) == (wanted.font or body.font)
    for script in ("ascii", "hAnsi", "cs"):
        assert inherited(style, lambda each, s=script: font_of(each, s)) == (
            wanted.digits or body.digits
        )
    assert inherited(style, lambda each: each.font.size).pt == (wanted.size or body.size)
    form = style.paragraph_format
    indent = style.element.pPr.find(qn("w:ind"))
    assert int(indent.get(qn("w:firstLineChars"))) == wanted.indent * 100
    assert form.first_line_indent.pt == pytest.approx(
        wanted.indent * profile.page.character_pitch, abs=0.05
    )
    assert form.line_spacing.pt * 20 == profile.page.line_pitch
    assert form.line_spacing_rule == docx.enum.text.WD_LINE_SPACING.EXACTLY
    assert bool(form.keep_with_next) == wanted.keep


def test_the_standard_is_that_of_the_state() -> None:
    """GB/T 9704-2012, 5.1, 5.2, 7.3 and 7.5."""
    document = opened(to_word(OUTLINE))
    (section,) = document.sections
    edges = [section.page_width, section.page_height, section.top_margin, section.left_margin]
    assert [round(edge.mm) for edge in edges] == [210, 297, 37, 28]
    styles = document.styles
    assert styles["Normal"].font.size.pt == 16
    assert styles["Normal"].paragraph_format.line_spacing.pt == 28.95
    assert styles["Title"].font.size.pt == 22
    assert styles["footer"].font.size.pt == 14
    fonts = [font_of(styles[name], "eastAsia") for name in ("Heading 1", "Heading 2", "Heading 3")]
    assert fonts == ["黑体", "楷体_GB2312", "仿宋_GB2312"]


def test_paragraphs_have_their_styles_and_numbers_as_text() -> None:
    told = [
        (each.style.name, each.text.replace("\n", ""))
        for each in opened(to_word(OUTLINE)).paragraphs
    ]
    assert told == [
        ("Title", TITLE),
        ("Note", "云澜市委副书记  林知远"),
        ("Note", "（2026年3月12日）"),
        ("Salutation", "同志们："),
        ("Normal", "今天开个短会，主题是“严实”——……10件事。"),
        ("Heading 1", "一、守住底线"),
        ("Heading 2", "（一）查隐患"),
        ("Heading 3", "1.看死角"),
        ("Point", "一是摸清底数。完成【待补：数字】件。"),
        ("Point", "二是补齐短板。"),
    ]


def test_headings_stand_in_the_navigation_pane() -> None:
    styles = opened(to_word(OUTLINE)).styles
    levels = [
        styles[f"Heading {n}"].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for n in (1, 2, 3)
    ]
    assert levels == ["0", "1", "2"]


def test_bare_headings_do_not_hang_together() -> None:
    headings = [
        Heading("甲", 1),
        Heading("乙", 2),
        Heading("丙", 2),
        Heading("丁", 1),
        Paragraph("戊"),
    ]
    told = opened(to_word(Outline(tuple(headings)))).paragraphs
    kept = [each.paragraph_format.keep_with_next for each in told]
    assert kept == [None, False, False, None, None]


def test_a_point_is_told_from_what_follows_it() -> None:
    point = opened(to_word(OUTLINE)).paragraphs[8]
    assert [(run.style.name, run.text) for run in point.runs] == [
        ("Lead", "一是摸清底数。"),
        ("Cue", "完成"),
        ("Cue", "【待补：数字】"),
        ("Cue", "件。"),
    ]


def test_what_is_pending_is_highlighted_and_nothing_else() -> None:
    runs = [run for each in opened(to_word(OUTLINE)).paragraphs for run in each.runs]
    assert [run.text for run in runs if run.font.highlight_color] == ["【待补：数字】"]


def test_quotes_and_dashes_are_in_the_chinese_font() -> None:
    runs = [
        run for each in opened(to_word(OUTLINE)).paragraphs for run in each.runs if run.text.strip()
    ]
    hints = {run._r.rPr.find(qn("w:rFonts")).get(qn("w:hint")) for run in runs}
    assert hints == {"eastAsia"}


def test_no_theme_can_change_the_fonts() -> None:
    data = to_word(OUTLINE, sources=True)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not any("theme" in name for name in archive.namelist())
        assert "Theme=" not in "".join(archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize(("pages", "align"), [("footer", "right"), ("even_page_footer", "left")])
def test_page_numbers_are_at_the_outer_edge(pages: str, align: str) -> None:
    document = opened(to_word(OUTLINE))
    assert document.settings.odd_and_even_pages_header_footer
    (foot,) = getattr(document.sections[0], pages).paragraphs
    assert foot.text == "— 1 —"
    assert foot.alignment == getattr(docx.enum.text.WD_ALIGN_PARAGRAPH, align.upper())
    assert getattr(foot.paragraph_format, f"{align}_indent").pt == 14
    assert " PAGE " in foot._p.xml


def test_properties_tell_title_and_speaker_and_no_time() -> None:
    data = to_word(OUTLINE)
    told = opened(data).core_properties
    assert (told.title, told.author, told.subject, told.language) == (
        TITLE,
        "林知远",
        "讲话稿",
        "zh-CN",
    )
    assert not told.created and not told.modified and not told.last_modified_by


@pytest.mark.parametrize(
    ("notes", "author"),
    [
        (["【待补：讲话人】", "【待补：会议日期】"], ""),
        (["（2026年3月12日）"], ""),
        (["县委办公室理论学习中心组"], "县委办公室理论学习中心组"),
        (["（2026年3月12日）", "市长\u3000林知远"], "林知远"),
        ([], ""),
    ],
)
def test_only_a_speaker_who_is_known_is_the_author(notes: list[str], author: str) -> None:
    nodes = [Title("标题"), *map(Note, notes)]
    assert opened(to_word(Outline(tuple(nodes)))).core_properties.author == author


def test_without_sources_there_are_no_comments() -> None:
    assert not list(opened(to_word(OUTLINE)).comments)


def test_sources_are_comments_on_the_words_they_are_about() -> None:
    data = to_word(OUTLINE, sources=True)
    comments = list(opened(data).comments)
    assert {each.author for each in comments} == {"drafter"}
    assert [each.text.split("\n") for each in comments] == [
        ["短语：o-1", "出处：甲.txt:3", "填入：region＝全市", "缘由：种子抽中"],
        ["短语：h-1", "出处：自编", "缘由：种子抽中"],
        ["短语：p-1", "出处：乙.txt:5", "填入：A＝底数（f-1，丙:7）"],
        ["短语：c-1", "出处：丁.txt:9"],
    ]
    assert commented(data) == [
        "今天开个短会",
        "守住底线",
        "摸清底数",
        "一是摸清底数。完成【待补：数字】件。",
    ]


def commented(data: bytes) -> list[str]:
    """Return the text of each stretch that a comment is about."""
    found: dict[str, str] = {}
    begun: set[str] = set()
    for element in opened(data).element.body.iter():
        number = element.get(qn("w:id"))
        if element.tag == qn("w:commentRangeStart"):
            begun.add(number)
            found[number] = ""
        elif element.tag == qn("w:commentRangeEnd"):
            begun.remove(number)
        elif element.tag == qn("w:t"):
            found |= {each: found[each] + element.text for each in begun}
    assert not begun
    return [found[number] for number in sorted(found, key=int)]


def test_comments_change_no_word() -> None:
    plain, told = (opened(to_word(OUTLINE, sources=sources)) for sources in (False, True))
    assert [each.text for each in plain.paragraphs] == [each.text for each in told.paragraphs]


@pytest.mark.parametrize("sources", [False, True])
def test_word_takes_the_order_of_elements(profile: Profile, sources: bool) -> None:
    assert faults(to_word(OUTLINE, profile, sources)) == []


def test_the_strict_reader_sees_a_wrong_order() -> None:
    data = to_word(OUTLINE)
    for part, right, wrong in [
        ("word/styles.xml", "<w:keepNext/>", ""),
        ("word/styles.xml", 'w:val="Title"/>', 'w:val="Title"/><w:rPr/>'),
        ("word/document.xml", 'w:val="Lead"', 'w:val="Laed"'),
    ]:
        broken = text_of(data, part).replace(right, wrong)
        if not wrong:
            broken = text_of(data, part).replace("<w:jc", f"{right}<w:jc")
        assert faults(replaced(data, part, broken))


def replaced(data: bytes, part: str, text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return out.getvalue()


TEXTS = st.text(max_size=60) | st.sampled_from(
    ["<w:t>&\"'", "\x00\x1b[31m\ud800\uffff", "a\r\nb\tc", "【待补：甲】【待补】", "——" * 30]
)
SOME_NODES = st.lists(
    st.builds(Title, TEXTS)
    | st.builds(Note, TEXTS)
    | st.builds(Salutation, TEXTS)
    | st.builds(Paragraph, TEXTS)
    | st.builds(Heading, TEXTS, st.integers(1, 3))
    | st.builds(Point, TEXTS, st.sampled_from(POINT_STYLES), TEXTS),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(
    SOME_NODES, st.lists(st.builds(Origin, TEXTS, TEXTS, TEXTS, TEXTS), max_size=6), st.booleans()
)
def test_any_outline_makes_a_sound_file(nodes: list, origins: list, sources: bool) -> None:
    outline = Outline(tuple(nodes), origins=tuple(origins))
    data = to_word(outline, PROFILES["standard"], sources)
    assert faults(data) == []
    assert len(list(parts(data)["word/document.xml"].iter(qn("w:p")))) == len(nodes)
    assert data == to_word(outline, PROFILES["standard"], sources)


def test_the_same_outline_gives_the_same_bytes_in_every_process() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests'); from test_word import OUTLINE, to_word\n"
        "import hashlib; print(hashlib.sha256(to_word(OUTLINE, sources=True)).hexdigest())"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_the_zip_tells_neither_time_nor_system() -> None:
    with zipfile.ZipFile(io.BytesIO(to_word(OUTLINE))) as archive:
        told = {(each.date_time, each.create_system, each.extra) for each in archive.infolist()}
    assert told == {((1980, 1, 1, 0, 0, 0), 3, b"")}
