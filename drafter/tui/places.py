"""Where each line of an outline was chosen: step, section, point."""

from typing import NamedTuple

from drafter.drafting.offers import Offers
from drafter.model.outline import Heading, Node, Outline, Point
from drafter.model.spec import Choice, Spec
from drafter.tui.steps import ENDING, HEADINGS, MEETING, OPENING, POINTS, Parts


class Place(NamedTuple):
    """Where a line comes from."""

    step: str
    choice: Choice = Choice()
    section: int | None = None
    point: int | None = None

    @property
    def mark(self) -> str:
        """Return a name of the place."""
        return f"{self.section}:{self.point}"


def placed(outline: Outline, full: Spec, offers: Offers, parts: Parts) -> tuple[Place, ...]:
    """Return the place of each node of `outline`."""
    chosen = _in_body(full)
    said = [offers.said(place.choice.text).strip() for place in chosen]
    found: list[Place] = []
    at = 0
    for node in outline.nodes:
        if isinstance(node, (Heading, Point)) and node.text in said[at:]:
            number = said.index(node.text, at)
            found.append(chosen[number])
            at = number + 1
        else:
            found.append(_around(node, full, offers, parts))
    return tuple(found)


def _in_body(full: Spec) -> list[Place]:
    places: list[Place] = []
    for number, section in enumerate(full.sections):
        places.append(Place(HEADINGS, section.heading or Choice(), number))
        places += (Place(POINTS, point, number, n) for n, point in enumerate(section.points))
    return places


def _around(node: Node, full: Spec, offers: Offers, parts: Parts) -> Place:
    """Return the step that chooses the part that stands in `node`."""
    for step, some in ((OPENING, parts.opening), (ENDING, parts.ending)):
        for part in some:
            choice = full.parts.get(part.name)
            if choice and offers.said(choice.text).strip() in node.text:
                return Place(step, choice)
    return Place(MEETING, Choice(node.text))
