"""The steps of the wizard, what belongs to each, and how far each has come."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from drafter.model.outline import PENDING, Outline
from drafter.model.spec import Choice, Spec
from drafter.model.template import PartPlan, Template

MEETING, OPENING, HEADINGS, POINTS, ENDING, REVIEW = (
    "meeting", "opening", "headings", "points", "ending", "review",
)  # fmt: skip
STEPS: Final = {
    MEETING: "会议",
    OPENING: "开场",
    HEADINGS: "标题",
    POINTS: "分论点",
    ENDING: "结尾",
    REVIEW: "通览",
}
"""The steps in their order, and what users call them."""
ORDER: Final = tuple(STEPS)
_BODY = re.compile(r"\{%-?\s*for\s+\w+\s+in\s+sections\b")


class State(Enum):
    """How far a step has come."""

    TODO = "未做"
    DONE = "完成"
    LACKING = "待补"


class Parts(NamedTuple):
    """The parts of a speech before its sections, and those after them."""

    opening: tuple[PartPlan, ...]
    ending: tuple[PartPlan, ...]

    def of(self, step: str) -> tuple[PartPlan, ...]:
        """Return the parts that are chosen in `step`."""
        return {OPENING: self.opening, ENDING: self.ending}.get(step, ())


def parts_of(template: Template) -> Parts:
    """Return the parts of `template`, by where its body names them."""
    body = _BODY.search(template.body)
    rest = template.body[body.start() :] if body else ""
    late = [part for part in template.plan.parts if re.search(rf"\b{part.name}\b", rest)]
    early = [part for part in template.plan.parts if part not in late]
    return Parts(tuple(early), tuple(late))


def beside(step: str, by: int) -> str:
    """Return the step `by` places after `step`, the first or last at the ends."""
    return ORDER[min(max(ORDER.index(step) + by, 0), len(ORDER) - 1)]


def states(done: frozenset[str], parts: Parts, full: Spec, outline: Outline) -> dict[str, State]:
    """Return how far each step has come; a step that nobody looked at is still to do."""
    lacking = _lacking(parts, full, outline)
    return {
        step: State.TODO if step not in done else State.LACKING if lacks else State.DONE
        for step, lacks in lacking.items()
    }


def _lacking(parts: Parts, full: Spec, outline: Outline) -> dict[str, bool]:
    found = {step: _gaps(choices) for step, choices in _choices(parts, full).items()}
    elsewhere = {gap for gaps in found.values() for gap in gaps}
    own = [gap for gap in outline.missing if gap not in elsewhere]
    open_parts = {step: _is_open(parts.of(step), full) for step in found}
    chosen = {step: bool(gaps) or open_parts[step] for step, gaps in found.items()}
    whole = bool(outline.missing) or any(open_parts.values())
    return {MEETING: bool(own), **chosen, REVIEW: whole}


def wants(step: str, parts: Parts, full: Spec) -> bool:
    """Tell whether anything is still to be chosen in `step`, or in any where it chooses nothing."""
    chosen = _choices(parts, full)
    steps = [step] if step in chosen else list(chosen)
    return any(_gaps(chosen[each]) or _is_open(parts.of(each), full) for each in steps)


def _is_open(parts: tuple[PartPlan, ...], full: Spec) -> bool:
    """Tell whether there is nothing to say for one of `parts`, where any are wanted."""
    return not full.written and any(part.name not in full.parts for part in parts)


def _choices(parts: Parts, full: Spec) -> dict[str, list[Choice]]:
    headings = [section.heading for section in full.sections if section.heading]
    return {
        OPENING: list(_chosen(parts.opening, full)),
        HEADINGS: headings,
        POINTS: [point for section in full.sections for point in section.points],
        ENDING: list(_chosen(parts.ending, full)),
    }


def _chosen(parts: tuple[PartPlan, ...], full: Spec) -> Iterator[Choice]:
    return (full.parts[part.name] for part in parts if part.name in full.parts)


def _gaps(choices: list[Choice]) -> list[str]:
    return [gap for choice in choices for gap in PENDING.findall(choice.text)]
