"""Layout profiles: what a Word file looks like, in millimetres, points, lines and characters."""

from collections.abc import Mapping
from typing import NamedTuple

TWIPS_A_POINT = 20
TWIPS_A_MM = 1440 / 25.4
ALIGNMENTS = ("left", "center", "right", "both")
FACES = (
    "body", "title", "note", "salutation", "heading1", "heading2", "heading3", "point",
    "lead", "cue",
)  # fmt: skip
"""What a profile sets; lead and cue are stretches of a point."""


def twips(millimetres: float) -> int:
    """Return `millimetres` in the unit of Word, a twentieth of a point."""
    return round(millimetres * TWIPS_A_MM)


class Page(NamedTuple):
    """Paper, margins in millimetres, and the grid of the type area."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    lines: int
    characters: int

    @property
    def line_pitch(self) -> int:
        """Return the height of a line in twips: the most with which all lines fit."""
        area = twips(self.height) - twips(self.top) - twips(self.bottom)
        return area // self.lines

    @property
    def measure(self) -> int:
        """Return the width of the type area in twips."""
        return twips(self.width) - twips(self.left) - twips(self.right)

    @property
    def character_pitch(self) -> float:
        """Return the width of a place of the grid in points."""
        return self.measure / self.characters / TWIPS_A_POINT


class Face(NamedTuple):
    """How a style looks; what is empty or 0 is as in the body."""

    font: str = ""
    digits: str = ""
    """Font of digits and Latin letters."""
    size: float = 0
    """Points."""
    bold: bool = False
    align: str = ""
    indent: int = 0
    """Characters by which the first line is indented."""
    after: float = 0
    """Lines left free below the last of its kind."""
    keep: bool = False
    """Whether it stays on the page of what follows."""


class PageNumber(NamedTuple):
    """The page number below the type area."""

    form: str
    """The text, with `{}` for the number."""
    font: str
    size: float
    gap: float
    """Millimetres between the type area and the dashes."""
    edge: int
    """Characters, of its own size, between the number and the edge of the type area."""
    facing: bool
    """Whether even pages have it at the left."""


class Font(NamedTuple):
    """Other names of a font, and what usually stands for it where it is missing."""

    also: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()


class Profile(NamedTuple):
    """A layout."""

    name: str
    title: str
    description: str
    subject: str
    """What the properties of the file call it."""
    page: Page
    number: PageNumber
    faces: Mapping[str, Face]
    fonts: Mapping[str, Font]
    highlight: str
    """Colour behind 【待补：…】, as Word calls it."""
    words: tuple[str, ...] = ()
    """Words that a title is not broken within, beside which it may be."""

    def used_fonts(self) -> tuple[str, ...]:
        """Return the fonts that the layout names, each once."""
        named = [font for face in self.faces.values() for font in (face.font, face.digits)]
        named.append(self.number.font)
        return tuple(dict.fromkeys(font for font in named if font))
