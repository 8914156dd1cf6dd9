"""The steps in a line: where the user is, and how far each has come."""

from collections.abc import Mapping
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from drafter.tui.messages import Go
from drafter.tui.steps import STEPS, State
from drafter.tui.texts import styled

_STEP = "step"
_MARKS = {State.TODO: " ", State.DONE: "✓", State.LACKING: "!"}
"""Marks that no terminal draws two cells wide."""
_STYLES = {State.TODO: "", State.DONE: "$text-success", State.LACKING: "$text-warning"}


class StepBar(Static):
    """One word a step; the one at hand stands out."""

    DEFAULT_CLASSES: ClassVar[str] = "bar"

    def put(self, at: str, states: Mapping[str, State]) -> None:
        """Show the steps, `at` being the one at hand."""
        steps = [self._step(n, step, at, states) for n, step in enumerate(STEPS, 1)]
        self.update(Content(" ").join(steps))

    def on_click(self, event: events.Click) -> None:
        """Go to the step that was clicked."""
        step = event.style.meta.get(_STEP)
        if step in STEPS:
            self.post_message(Go(step))

    def _step(self, number: int, step: str, at: str, states: Mapping[str, State]) -> Content:
        state = states.get(step, State.TODO)
        word = styled(f" {number} {STEPS[step]}", "bold" if step == at else "")
        shown = word + styled(f"{_MARKS[state]} ", "" if step == at else _STYLES[state])
        if step == at:
            shown = shown.stylize("reverse")
        return shown.stylize(Style.from_meta({_STEP: step}))
