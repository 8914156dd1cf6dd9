"""`styles.xml`: named styles, built-in ones where Word has them, from a profile.

The order of elements in `w:pPr` and `w:rPr` is the schema's (ECMA-376 Part 1, 17.3.1.26 and
17.3.2.28); Word refuses files that have another.
"""

from collections.abc import Iterator
from typing import NamedTuple

from drafter.exporters.word.looks import fonts, indent, look, size, spacing
from drafter.exporters.word.markup import part, tag, wrapped
from drafter.model.layout import TWIPS_A_POINT, Face, Profile
from drafter.model.word_styles import (
    BODY,
    CUE,
    HEADINGS,
    LEAD,
    NOTE,
    PAGE_NUMBER,
    POINT,
    SALUTATION,
    TITLE,
)

_LANGUAGES = {"val": "en-US", "eastAsia": "zh-CN", "bidi": "ar-SA"}
COMMENT_TEXT, COMMENT_MARK = "annotation text", "annotation reference"
_OFF = ("widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid")
_COMMENT_SIZE = 9
"""Points of the text of comments: small, beside the page."""


class _Named(NamedTuple):
    """A style: name, face of the profile, what follows, outline level, alias that users see.

    Built-in styles have no alias: Word shows them in the language of its menus.
    """

    name: str
    face: str
    follows: str = BODY
    outline: int = -1
    alias: str = ""


_PARAGRAPHS = (
    _Named(TITLE, "title", NOTE),
    _Named(NOTE, "note", NOTE, alias="讲话人和日期"),
    _Named(SALUTATION, "salutation"),
    *(_Named(name, f"heading{at + 1}", outline=at) for at, name in enumerate(HEADINGS)),
    _Named(POINT, "point", POINT, alias="分论点"),
)
_STRETCHES = (
    _Named(LEAD, "lead", alias="段旨句"),
    _Named(CUE, "cue", alias="分论点后面的话"),
)


def style_id(name: str) -> str:
    """Return the id of the style called `name`, as Word makes it."""
    return "".join(f"{word[0].upper()}{word[1:]}" for word in name.split())


def styles_part(profile: Profile, comments: bool) -> bytes:
    """Return the part, with styles of comments where there are any."""
    return part(
        "styles",
        _defaults(profile),
        _body(profile),
        tag(
            "style",
            tag("name", val="Default Paragraph Font"),
            tag("uiPriority", val=1),
            tag("semiHidden"),
            type="character",
            default=1,
            styleId="DefaultParagraphFont",
        ),
        *(_paragraph_style(each, profile) for each in _PARAGRAPHS),
        *(_stretch_style(each, profile) for each in _STRETCHES),
        _page_number_style(profile),
        *(_comment_styles(profile) if comments else ()),
    )


def _defaults(profile: Profile) -> str:
    usual = [*look(profile.faces["body"], profile), tag("lang", **_LANGUAGES)]
    return tag(
        "docDefaults",
        tag("rPrDefault", wrapped("rPr", usual)),
        tag("pPrDefault"),
    )


def _body(profile: Profile) -> str:
    """Return the style of running text, which all others are based on.

    It has no widow control, no half-width spaces beside Latin letters, no hanging punctuation:
    each would break the grid or leave the type area. Nor does it leave the grid to the program
    that opens the file, since they differ: exact lines and condensed characters give the same.
    """
    face = profile.faces["body"]
    properties = [
        *(tag(name, val=0) for name in _OFF),
        spacing(profile, 0),
        indent(face.indent, profile),
        tag("jc", val=face.align or "both"),
    ]
    return tag(
        "style",
        tag("name", val=BODY),
        tag("qFormat"),
        wrapped("pPr", properties),
        wrapped("rPr", look(face, profile)),
        type="paragraph",
        default=1,
        styleId=style_id(BODY),
    )


def _paragraph_style(style: _Named, profile: Profile) -> str:
    face = profile.faces[style.face]
    return tag(
        "style",
        *_names(style),
        tag("basedOn", val=style_id(BODY)),
        tag("next", val=style_id(style.follows)),
        tag("qFormat"),
        wrapped("pPr", _paragraph(style, face, profile)),
        wrapped("rPr", look(face, profile)),
        type="paragraph",
        **({"customStyle": 1} if style.alias else {}),
        styleId=style_id(style.name),
    )


def _names(style: _Named) -> Iterator[str]:
    yield tag("name", val=style.name)
    if style.alias:
        yield tag("aliases", val=style.alias)


def _paragraph(style: _Named, face: Face, profile: Profile) -> Iterator[str]:
    if face.keep:
        yield tag("keepNext")
    yield spacing(profile, face.after)
    yield indent(face.indent, profile)
    if face.after:
        yield tag("contextualSpacing")
    if face.align:
        yield tag("jc", val=face.align)
    if style.outline >= 0:
        yield tag("outlineLvl", val=style.outline)


def _stretch_style(style: _Named, profile: Profile) -> str:
    return tag(
        "style",
        *_names(style),
        tag("basedOn", val="DefaultParagraphFont"),
        tag("qFormat"),
        wrapped("rPr", look(profile.faces[style.face], profile)),
        type="character",
        customStyle=1,
        styleId=style_id(style.name),
    )


def _page_number_style(profile: Profile) -> str:
    number = profile.number
    line = round(number.size * TWIPS_A_POINT)
    properties = [
        tag("snapToGrid", val=0),
        tag("spacing", before=0, after=0, line=line, lineRule="exact"),
        indent(0, profile),
    ]
    return tag(
        "style",
        tag("name", val=PAGE_NUMBER),
        tag("basedOn", val=style_id(BODY)),
        wrapped("pPr", properties),
        wrapped("rPr", [fonts(number.font, number.font), *size(number.size)]),
        type="paragraph",
        styleId=style_id(PAGE_NUMBER),
    )


def _comment_styles(profile: Profile) -> Iterator[str]:
    single = tag("spacing", before=0, after=0, line=240, lineRule="auto")
    yield tag(
        "style",
        tag("name", val=COMMENT_TEXT),
        tag("basedOn", val=style_id(BODY)),
        wrapped(
            "pPr", [tag("snapToGrid", val=0), single, indent(0, profile), tag("jc", val="left")]
        ),
        wrapped("rPr", size(_COMMENT_SIZE)),
        type="paragraph",
        styleId=style_id(COMMENT_TEXT),
    )
    yield tag(
        "style",
        tag("name", val=COMMENT_MARK),
        tag("basedOn", val="DefaultParagraphFont"),
        wrapped("rPr", size(_COMMENT_SIZE)),
        type="character",
        styleId=style_id(COMMENT_MARK),
    )
