"""The small parts of a Word document: settings, table of fonts, page numbers, properties."""

import re
from collections.abc import Iterator

from drafter.exporters.word.markup import HEAD, escaped, part, tag, text_run
from drafter.exporters.word.styles import style_id
from drafter.model.layout import TWIPS_A_POINT, Font, PageNumber, Profile
from drafter.model.outline import PENDING, Note, Outline, Title
from drafter.model.word_styles import PAGE_NUMBER

_CHINESE = "86"
"""The character set of fonts for simplified Chinese (GB 2312)."""
_LATIN = "00"
_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_COMPATIBLE = (
    "spaceForUL", "balanceSingleByteDoubleByteWidth", "doNotLeaveBackslashAlone", "ulTrailSpace",
    "doNotExpandShiftReturn", "adjustLineHeightInTable", "useFELayout",
)  # fmt: skip
"""What Word itself switches on in Chinese documents."""
_WORD = "http://schemas.microsoft.com/office/word"
_DATED = re.compile(r"\d{4}年|^[（(].*[）)]$")
_GAP = re.compile(r"[ \u3000]+")


def settings_part(profile: Profile) -> bytes:
    """Return the settings: no punctuation is condensed, odd and even pages differ if asked."""
    mode = tag("compatSetting", name="compatibilityMode", uri=_WORD, val=15)
    return part(
        "settings",
        tag("zoom", percent=100),
        tag("defaultTabStop", val=round(profile.page.character_pitch * 2 * TWIPS_A_POINT)),
        tag("evenAndOddHeaders") if profile.number.facing else "",
        tag("characterSpacingControl", val="doNotCompress"),
        tag("compat", *map(tag, _COMPATIBLE), mode),
        tag("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def fonts_part(profile: Profile) -> bytes:
    """Return the table of fonts, with what stands for each where it is missing."""
    return part("fonts", *(_font(name, profile) for name in profile.used_fonts()))


def _font(name: str, profile: Profile) -> str:
    said = profile.fonts.get(name, Font())
    other = next(iter((*said.instead, *said.also)), "")
    return tag(
        "font",
        tag("altName", val=other) if other else "",
        tag("charset", val=_LATIN if name.isascii() else _CHINESE),
        name=name,
    )


def foot_part(number: PageNumber, even: bool) -> bytes:
    """Return the foot of odd or of even pages: the number, some characters from the edge."""
    left, right = (number.edge, 0) if even else (0, number.edge)
    em = round(number.size * TWIPS_A_POINT)
    before, after = number.form.split("{}")
    return part(
        "ftr",
        tag(
            "p",
            tag(
                "pPr",
                tag("pStyle", val=style_id(PAGE_NUMBER)),
                tag("ind", left=left * em, right=right * em),
                tag("jc", val="left" if even else "right"),
            ),
            text_run(before) if before else "",
            *_page_field(),
            text_run(after) if after else "",
        ),
    )


def _page_field() -> Iterator[str]:
    for kind in ("begin", "", "separate"):
        if kind:
            yield tag("r", tag("fldChar", fldCharType=kind))
        else:
            yield '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    yield tag("r", tag("t", "1"))
    yield tag("r", tag("fldChar", fldCharType="end"))


def properties_part(outline: Outline, profile: Profile) -> bytes:
    """Return the properties: title, subject and, where known, author; no time, no machine."""
    titles = (node.text for node in outline.nodes if isinstance(node, Title))
    said = {
        "title": next(titles, ""),
        "subject": profile.subject,
        "creator": author(outline),
        "language": "zh-CN",
    }
    told = "".join(f"<dc:{key}>{escaped(text)}</dc:{key}>" for key, text in said.items() if text)
    return f"{HEAD}<cp:coreProperties {_CORE}>{told}</cp:coreProperties>".encode()


def author(outline: Outline) -> str:
    """Return the name of the speaker without the post, empty where nobody gave it."""
    notes = [node.text.strip() for node in outline.nodes if isinstance(node, Note)]
    named = [note for note in notes if not (_DATED.search(note) or PENDING.search(note))]
    return _GAP.split(named[0])[-1] if named else ""
