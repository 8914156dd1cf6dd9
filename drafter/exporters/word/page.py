"""The section of a Word document: paper, margins, grid, and the feet of its pages."""

from drafter.exporters.word.markup import tag
from drafter.exporters.word.package import relation
from drafter.model.layout import TWIPS_A_POINT, Page, Profile, twips

_UNITS_A_POINT = 4096
"""In which Word counts what is added to the width of a character."""
_DASH = 0.52
"""How high a dash is above the bottom of its line, in parts of the size of type: in an exact line
a fifth is below the base line, and a dash is, by font, a quarter to two fifths above it."""


def section(profile: Profile) -> str:
    """Return paper, margins and grid; Word shows lines and characters among the page's settings."""
    page, number = profile.page, profile.number
    feet = {"default": "footer1"} | ({"even": "footer2"} if number.facing else {})
    return tag(
        "sectPr",
        *(
            f'<w:footerReference w:type="{pages}" r:id="{relation(name)}"/>'
            for pages, name in feet.items()
        ),
        tag("pgSz", w=twips(page.width), h=twips(page.height)),
        tag("pgMar", **_margins(profile)),
        tag("cols", space=425),
        _grid(page, profile.faces["body"].size),
    )


def _margins(profile: Profile) -> dict[str, int]:
    """Return the margins; the foot is so high that its dashes are `gap` below the type area."""
    page, number = profile.page, profile.number
    dash = round(number.size * TWIPS_A_POINT * _DASH)
    foot = twips(page.bottom) - twips(number.gap) - dash
    edges = {edge: twips(getattr(page, edge)) for edge in ("top", "right", "bottom", "left")}
    return edges | {"header": twips(page.top) // 2, "footer": max(foot, 0), "gutter": 0}


def _grid(page: Page, size: float) -> str:
    """Return the grid: Word adds `charSpace` to the width of every character of `size`."""
    space = int((page.character_pitch - size) * _UNITS_A_POINT // 1)
    return tag("docGrid", type="linesAndChars", linePitch=page.line_pitch, charSpace=space)
