"""Where each line of an outline was chosen: step, section, point."""

from collections.abc import Iterator
from typing import NamedTuple

from drafter.drafting.offers import Offers
from drafter.model.outline import PENDING, Heading, Node, Outline, Point
from drafter.model.spec import Choice, Spec
from drafter.tui.steps import ENDING, HEADINGS, MEETING, OPENING, POINTS, Parts


class Place(NamedTuple):
    """Where a line comes from."""

    step: str
    choice: Choice = Choice()
    section: int | None = None
    point: int | None = None
    answer: str = ""
    """Name of the question whose answer stands there as it was given."""
    item: int | None = None
    """Number of the line in an answer of several."""

    @property
    def mark(self) -> str:
        """Return a name of the place, empty where nothing can be changed."""
        if self.answer:
            return f"{self.answer}:{self.item}"
        return "" if self.section is None else f"{self.section}:{self.point}"


def placed(outline: Outline, full: Spec, offers: Offers, parts: Parts) -> tuple[Place, ...]:
    """Return the place of each node of `outline`."""
    chosen = _in_body(full)
    said = [offers.said(place.choice.text).strip() for place in chosen]
    answers = list(_answers(full))
    found: list[Place] = []
    at = 0
    for node in outline.nodes:
        if isinstance(node, (Heading, Point)) and node.text in said[at:]:
            number = said.index(node.text, at)
            found.append(chosen[number])
            at = number + 1
        elif own := next((each for each in answers if each.choice.text == node.text), None):
            found.append(own)
            answers.remove(own)
        else:
            found.append(_around(node, full, offers, parts))
    return tuple(found)


def _in_body(full: Spec) -> list[Place]:
    places: list[Place] = []
    for number, section in enumerate(full.sections):
        places.append(Place(HEADINGS, section.heading or Choice(), number))
        places += (Place(POINTS, point, number, n) for n, point in enumerate(section.points))
    return places


def _answers(full: Spec) -> Iterator[Place]:
    """Yield each line that was answered; where it is a line of the outline, it is changed there."""
    for name, said in full.answers.items():
        if isinstance(said, tuple):
            for number, item in enumerate(said):
                yield Place(MEETING, Choice(item), answer=name, item=number)
        elif isinstance(said, str):
            yield Place(MEETING, Choice(said), answer=name)


def _around(node: Node, full: Spec, offers: Offers, parts: Parts) -> Place:
    """Return the step that chooses the part that stands in `node`, or asks what it lacks."""
    chosen = [
        Place(step, full.parts[part.name])
        for step, some in ((OPENING, parts.opening), (ENDING, parts.ending))
        for part in some
        if part.name in full.parts
    ]
    said = "".join(each.choice.text for each in chosen)
    asked = any(gap not in said for gap in PENDING.findall(node.text))
    holds = (each for each in chosen if offers.said(each.choice.text).strip() in node.text)
    answered = Place(MEETING, Choice(node.text))
    return answered if asked else next(holds, answered)
