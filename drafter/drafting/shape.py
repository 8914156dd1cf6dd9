"""The usual shape of a speech: what opens it, sections of a heading and points, what closes it."""

from collections.abc import Sequence
from typing import NamedTuple

from drafter.drafting.outline_text import HEADED
from drafter.model.outline import Heading, Node, Note, Paragraph, Point, Salutation, Title


class PointShape(NamedTuple):
    """A point and what is said below it."""

    text: str
    cue: str = ""


class SectionShape(NamedTuple):
    """A heading and its points."""

    heading: str
    points: tuple[PointShape, ...]


class Shape(NamedTuple):
    """The texts of a speech by what they are for."""

    title: str
    notes: tuple[str, ...]
    salutation: str
    opening: tuple[str, ...]
    sections: tuple[SectionShape, ...]
    closing: tuple[str, ...]
    style: str
    """How its points are marked."""


def shape_of(nodes: Sequence[Node]) -> Shape | None:
    """Return the shape of an outline, None where it has another."""
    return _Shaping(nodes).shape()


class _Shaping:
    """Goes through the nodes once, taking what may come next."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._nodes = nodes
        self._at = 0

    def shape(self) -> Shape | None:
        front = [self._texts(kind) for kind in (Title, Note, Salutation, Paragraph)]
        (titles, notes, salutations, opening), sections = front, self._sections()
        closing = self._texts(Paragraph)
        styles = {style for _, style in sections}
        if max(len(titles), len(salutations), len(styles)) > 1 or not sections:
            return None
        if self._at < len(self._nodes):
            return None
        found = tuple(section for section, _ in sections)
        if all(p.cue for s in found for p in s.points if p is not found[-1].points[-1]):
            found, closing = _with_last_cue(found, closing, styles)
        title, salutation = "".join(titles), "".join(salutations)
        return Shape(title, notes, salutation, opening, found, closing, next(iter(styles)))

    def _texts(self, kind: type[Node]) -> tuple[str, ...]:
        start = self._at
        while self._at < len(self._nodes) and isinstance(self._nodes[self._at], kind):
            self._at += 1
        return tuple(node.text for node in self._nodes[start : self._at])

    def _sections(self) -> list[tuple[SectionShape, str]]:
        sections = []
        while self._level(self._at) == 1:
            heading, start = self._nodes[self._at].text, self._at
            self._at += 1
            points, style = self._headed() if self._level(self._at) == 2 else self._run_in()
            if not points:
                self._at = start
                break
            sections.append((SectionShape(heading, tuple(points)), style))
        return sections

    def _headed(self) -> tuple[list[PointShape], str]:
        """Take points that are headings; a paragraph between two of them is a cue."""
        points = []
        while self._level(self._at) == 2:
            text, cue = self._nodes[self._at].text, ""
            self._at += 1
            if self._is_paragraph(self._at) and self._level(self._at + 1):
                cue = self._nodes[self._at].text
                self._at += 1
            points.append(PointShape(text, cue))
        return points, HEADED

    def _run_in(self) -> tuple[list[PointShape], str]:
        points: list[PointShape] = []
        style = ""
        while self._at < len(self._nodes):
            node = self._nodes[self._at]
            if not isinstance(node, Point) or node.style != (style or node.style):
                break
            style = node.style
            points.append(PointShape(node.text, node.cue))
            self._at += 1
        return points, style

    def _level(self, at: int) -> int:
        """Return the level of the heading at a place, 0 where there is none."""
        node = self._nodes[at] if at < len(self._nodes) else None
        return node.level if isinstance(node, Heading) else 0

    def _is_paragraph(self, at: int) -> bool:
        return at < len(self._nodes) and isinstance(self._nodes[at], Paragraph)


def _with_last_cue(
    sections: tuple[SectionShape, ...], closing: tuple[str, ...], styles: set[str]
) -> tuple[tuple[SectionShape, ...], tuple[str, ...]]:
    """Return the sections with the first closing paragraph as a cue, where all others have one."""
    *points, last = sections[-1].points
    if HEADED not in styles or not closing or not (points or sections[:-1]):
        return sections, closing
    told = SectionShape(sections[-1].heading, (*points, last._replace(cue=closing[0])))
    return (*sections[:-1], told), closing[1:]
