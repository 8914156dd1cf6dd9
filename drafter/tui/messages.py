"""What widgets ask of the wizard: requests, named as such."""

from dataclasses import dataclass

from textual.message import Message

from drafter.model.spec import Answer
from drafter.tui.places import Place
from drafter.tui.session import Session


@dataclass
class Become(Message):
    """Make `session` the one at hand; changes with one `mark` are undone together."""

    session: Session
    mark: str = ""
    typed: str = ""
    """What was typed for it, to be kept if it cannot be taken."""


@dataclass
class Answered(Message):
    """Take `said` as the answer of a question; `text` is what was typed."""

    name: str
    said: Answer
    text: str


@dataclass
class Explain(Message):
    """Say something about what has the focus."""

    text: str


@dataclass
class Point(Message):
    """Mark the line of the outline that holds `text`."""

    text: str


@dataclass
class Go(Message):
    """Go to a step, and there to a place."""

    step: str
    place: Place | None = None


class GoOn(Message):
    """Go to the next step."""
