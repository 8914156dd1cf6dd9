"""Which pane shows which step."""

from collections.abc import Callable, Mapping
from typing import Final

from drafter.model.spec import Spec
from drafter.tui.panes.headings import HeadingsPane
from drafter.tui.panes.meeting import MeetingPane
from drafter.tui.panes.pane import Pane
from drafter.tui.panes.parts import PartsPane
from drafter.tui.panes.points import PointsPane
from drafter.tui.panes.review import ReviewPane
from drafter.tui.panes.written import WrittenPane
from drafter.tui.steps import ENDING, HEADINGS, MEETING, OPENING, POINTS, REVIEW
from drafter.tui.workshop import Workshop

_PANES: Final[Mapping[str, Callable[[Workshop], Pane]]] = {
    MEETING: MeetingPane,
    OPENING: lambda workshop: PartsPane(workshop, OPENING),
    HEADINGS: HeadingsPane,
    POINTS: PointsPane,
    ENDING: lambda workshop: PartsPane(workshop, ENDING),
    REVIEW: ReviewPane,
}


def pane_for(step: str, workshop: Workshop, spec: Spec) -> Pane:
    """Return a new pane for `step` of `spec`, named after the step."""
    is_written = step == REVIEW and bool(spec.written)
    pane = WrittenPane(workshop) if is_written else _PANES[step](workshop)
    pane.id = step
    return pane
