"""Properties of paragraphs and characters that styles are made of, from the faces of a profile."""

from collections.abc import Iterator

from drafter.exporters.word.markup import tag
from drafter.model.layout import TWIPS_A_POINT, Face, Profile


def indent(characters: int, profile: Profile) -> str:
    """Return the indent of a first line, in characters and, for other programs, in twips."""
    width = round(characters * profile.page.character_pitch * TWIPS_A_POINT)
    return tag("ind", firstLineChars=characters * 100, firstLine=width)


def fonts(east: str, latin: str) -> str:
    """Return fonts for all scripts: no font of a theme may come in."""
    said = {"ascii": latin, "hAnsi": latin, "eastAsia": east, "cs": latin}
    return tag("rFonts", **{script: font for script, font in said.items() if font})


def spacing(profile: Profile, after: float) -> str:
    """Return the exact pitch of lines, and what is left free below."""
    pitch = profile.page.line_pitch
    below = {"afterLines": round(after * 100), "after": round(after * pitch)}
    return tag("spacing", before=0, **below, line=pitch, lineRule="exact")


def look(face: Face, profile: Profile) -> Iterator[str]:
    """Yield fonts, weight and size, as far as `face` says them."""
    if face.font or face.digits:
        yield fonts(face.font, face.digits)
    if face.bold:
        yield tag("b") + tag("bCs")
    if face.size:
        yield tag("snapToGrid", val=0)
        yield tag("spacing", val=_condensed(face, profile))
        yield from size(face.size)


def _condensed(face: Face, profile: Profile) -> int:
    """Return what is added to the width of characters, in twips, so that a line holds them all.

    One twip goes to programs that round the measure down; full lines are justified anyway. Type
    of another size than the body's stands as it is.
    """
    if face.size != profile.faces["body"].size:
        return 0
    return int((profile.page.character_pitch - face.size) * TWIPS_A_POINT // 1) - 1


def size(points: float) -> tuple[str, str]:
    """Return the size of type; Word counts in half points."""
    return tag("sz", val=round(points * 2)), tag("szCs", val=round(points * 2))
