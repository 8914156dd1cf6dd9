"""Pages as LibreOffice sets them, measured from the PDF: every template by every profile."""

import re
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest
from word_pages import MM, Sheet, converted, font_alike, sheets

from drafter.cli.main import run
from drafter.exporters.word import to_word
from drafter.locations import shipped_templates
from drafter.model.layout import Profile
from drafter.model.outline import Note, Outline, Paragraph, Title
from drafter.storage.profiles import load_profile, profile_called, profile_files
from drafter.storage.templates import template_names

pytestmark = pytest.mark.skipif(not font_alike(), reason="needs LibreOffice and a Chinese font")
TEMPLATES = template_names(shipped_templates())
EXAMPLES = [shipped_templates() / "examples" / f"{name}.yaml" for name in TEMPLATES]
PROFILES = {name: load_profile(profile_called(name, "")) for name in profile_files()}
FULL = "full"
"""A speech of one long paragraph: its pages have no gaps but at the head and the end."""
SEVERAL = 5
"""Full lines among which one surely holds as many characters as the grid has places."""
NEAR = 1.0
"""Millimetres by which the type area may be missed."""
WIDE = re.compile("[\u3001-\u9fff，；：！？（）]+")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the PDF of every template by every profile, and of a full speech."""
    folder = tmp_path_factory.mktemp("pages")
    text = "办公室处在承上启下联系左右沟通内外的枢纽位置工作头绪多标准高要求严" * 60
    full = Outline((Title("在办公室工作会议上的讲话"), Note("林知远"), Paragraph(text)))
    files = []
    for name, profile in PROFILES.items():
        for example in EXAMPLES:
            files.append(folder / f"{example.stem}.{name}.docx")
            assert run(["generate", str(example), "-o", str(files[-1]), "--profile", name]) == 0
        files.append(folder / f"{FULL}.{name}.docx")
        files[-1].write_bytes(to_word(full, profile))
    fonts = [font for profile in PROFILES.values() for font in profile.used_fonts()]
    converted(files, fonts, folder)
    return folder


def test_comments_are_there_for_whoever_opens_the_file(tmp_path: Path) -> None:
    sources = tmp_path / "sources.docx"
    assert run(["generate", str(EXAMPLES[0]), "--sources", str(sources)]) == 0
    count = zipfile.ZipFile(sources).read("word/comments.xml").count(b"<w:comment ")
    converted([sources], [], tmp_path, "fodt")
    assert count
    assert sources.with_suffix(".fodt").read_text("utf-8").count("<office:annotation ") == count


@pytest.fixture(params=PROFILES)
def profile(request: pytest.FixtureRequest) -> Profile:
    return PROFILES[request.param]


@pytest.fixture(params=[FULL, *TEMPLATES])
def pages(folder: Path, profile: Profile, request: pytest.FixtureRequest) -> list[Sheet]:
    return sheets(folder / f"{request.param}.{profile.name}.pdf")


def test_the_paper_is_that_of_the_profile(pages: list[Sheet], profile: Profile) -> None:
    for page in pages:
        assert page.width == pytest.approx(profile.page.width, abs=0.1)
        assert page.height == pytest.approx(profile.page.height, abs=0.1)


def test_no_text_leaves_the_type_area(pages: list[Sheet], profile: Profile) -> None:
    page = profile.page
    for sheet in pages:
        for row in sheet.rows:
            assert row.left >= page.left - NEAR
            assert row.right <= page.width - page.right + NEAR
        assert top_of(sheet, profile) <= page.height - page.top + NEAR
        assert bottom_of(sheet, profile) >= page.bottom - NEAR


def top_of(sheet: Sheet, profile: Profile) -> float:
    """Return the top of the first line: four fifths of an exact line are above the base line."""
    return sheet.rows[0].base + 0.8 * pitch_of(profile)


def bottom_of(sheet: Sheet, profile: Profile) -> float:
    return sheet.rows[-1].base - 0.2 * pitch_of(profile)


def pitch_of(profile: Profile) -> float:
    return profile.page.line_pitch / 20 * MM


def test_lines_stand_on_the_grid(pages: list[Sheet], profile: Profile) -> None:
    pitch = pitch_of(profile)
    for sheet in pages:
        for upper, lower in pairwise(sheet.rows):
            lines = (upper.base - lower.base) / pitch
            assert lines == pytest.approx(round(lines), abs=0.06)
        assert len(sheet.rows) <= profile.page.lines


def test_type_has_the_sizes_of_the_profile(pages: list[Sheet], profile: Profile) -> None:
    body, sizes = profile.faces["body"].size, {face.size for face in profile.faces.values()}
    found = [glyph.size for sheet in pages for row in sheet.rows for glyph in row.glyphs]
    assert set(found) <= sizes
    assert found.count(body) > 0.9 * len(found)
    assert {glyph.size for glyph in pages[0].rows[0].glyphs} == {profile.faces["title"].size}
    assert {glyph.size for sheet in pages for glyph in sheet.number.glyphs} == {profile.number.size}


def test_a_full_line_holds_what_the_grid_says(pages: list[Sheet], profile: Profile) -> None:
    """A stop that may not begin a line takes a character or two along to the next."""
    page = profile.page
    edge = page.width - page.right - NEAR
    lines = [row for sheet in pages for row in sheet.rows if WIDE.fullmatch(row.text)]
    full = [len(row.glyphs) for row in lines if row.left < page.left + NEAR and row.right > edge]
    assert set(full) <= {page.characters, page.characters - 1, page.characters - 2}
    assert page.characters in full or len(full) < SEVERAL


def test_full_pages_hold_what_the_grid_says(folder: Path, profile: Profile) -> None:
    page = profile.page
    _, *middle, _ = sheets(folder / f"{FULL}.{profile.name}.pdf")
    assert middle
    for sheet in middle:
        assert [len(row.glyphs) for row in sheet.rows] == [page.characters] * page.lines
        assert top_of(sheet, profile) == pytest.approx(page.height - page.top, abs=NEAR)
        assert bottom_of(sheet, profile) == pytest.approx(page.bottom, abs=NEAR)


def test_paragraphs_are_indented_by_two_characters(folder: Path, profile: Profile) -> None:
    first = sheets(folder / f"{FULL}.{profile.name}.pdf")[0].rows[2]
    indent = first.left - profile.page.left
    assert indent == pytest.approx(2 * profile.page.character_pitch * MM, abs=NEAR / 2)


def test_titles_are_in_the_middle(pages: list[Sheet], profile: Profile) -> None:
    page = profile.page
    title = pages[0].rows[0]
    assert (title.left + title.right) / 2 == pytest.approx(
        (page.left + page.width - page.right) / 2, abs=NEAR
    )


def test_page_numbers_are_below_the_type_area_at_the_outer_edge(
    pages: list[Sheet], profile: Profile
) -> None:
    page, em = profile.page, profile.number.size * MM
    for number, sheet in enumerate(pages, 1):
        assert sheet.number.text == f"—{number}—"
        dash = sheet.number.glyphs[0].middle
        assert page.bottom - dash == pytest.approx(profile.number.gap, abs=0.5)
        if number % 2:
            assert page.width - page.right - sheet.number.right == pytest.approx(em, abs=NEAR)
        else:
            assert sheet.number.left - page.left == pytest.approx(em, abs=NEAR)
