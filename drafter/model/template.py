"""A template: its questions, its plan and its body."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from drafter.model.phrase import Phrase

QuestionKind = Literal["text", "choice", "number", "date", "list", "yes-no"]


class Question(NamedTuple):
    """What is asked of the user; declared in the template and nowhere else."""

    name: str
    kind: QuestionKind
    help: str
    default: str | tuple[str, ...] = ""
    """May be a Jinja2 expression over the words and the answers before it."""
    choices: tuple[str, ...] = ()
    when: str = ""
    """Expression: the question is asked only if it is true."""
    validate: str = ""
    """Jinja2 text that gives what is wrong with the answer `value`, or nothing."""
    line: int = 0


class Wording(NamedTuple):
    """The template's own words for a part, offered to speeches of a certain time."""

    phrase: Phrase
    since: str = ""
    """First date (ISO, may be cut short: `2026`, `2026-03`)."""
    until: str = ""
    """Last date, likewise."""


class PartPlan(NamedTuple):
    """Where the text of a part may come from."""

    name: str
    kinds: tuple[str, ...] = ()
    """Kinds of the phrasebank."""
    wordings: tuple[Wording, ...] = ()
    holding: tuple[str, ...] = ()
    """A phrase must hold one of these to be offered."""
    without: tuple[str, ...] = ()
    """A phrase that holds one of these is not offered."""
    most: int = 0
    """Most characters of a phrase; 0 for any number."""


class TopicPlan(NamedTuple):
    """A topic that may carry a section, and what the template says of it elsewhere."""

    name: str
    lack: str = ""
    """The shortfall that a section on the topic takes up."""


class Span(NamedTuple):
    """Least and most of a number."""

    least: int
    most: int


class Plan(NamedTuple):
    """Which parts the outline has, how many sections and points, which topics in which order."""

    sections: Span = Span(3, 5)
    points: Span = Span(2, 4)
    pending_heading: str = ""
    """What stands in place of a heading that the phrasebank cannot give; `{{ topic }}` in it."""
    pending_points: str = ""
    topics: tuple[TopicPlan, ...] = ()
    parts: tuple[PartPlan, ...] = ()

    def in_order(self, topics: Iterable[str]) -> list[str]:
        """Return `topics` in the order of the plan."""
        order = {topic.name: place for place, topic in enumerate(self.topics)}
        return sorted(topics, key=lambda topic: order.get(topic, len(order)))

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of phrases that the plan draws on, each once."""
        drawn = ("headings", "points", *(kind for part in self.parts for kind in part.kinds))
        return tuple(dict.fromkeys(drawn))


class Template(NamedTuple):
    """One file of `templates/`."""

    name: str
    title: str
    description: str
    questions: tuple[Question, ...]
    plan: Plan
    body: str
    path: str = ""
    body_line: int = 1
    """Line of the file where the body starts."""
