"""A template: its questions, its plan and its body."""

from collections.abc import Iterable, Mapping
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
    separators: str = ""
    """Marks that part a list written in one line."""
    line: int = 0


class Wording(NamedTuple):
    """The template's own words for a part, offered to speeches of a certain time."""

    phrase: Phrase
    since: str = ""
    """First date (ISO, may be cut short: `2026`, `2026-03`)."""
    until: str = ""
    """Last date, likewise."""
    levels: tuple[str, ...] = ()
    """Levels that it suits; none for all. Its organs stand in the phrase."""


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
    weight: int = 1
    """Share of the length; a section has 10."""
    line: int = 0


class TopicPlan(NamedTuple):
    """A topic that may carry a section, and what the template says of it elsewhere."""

    name: str
    lack: str = ""
    """The shortfall that a section on the topic takes up."""
    must: bool = False
    """Whether it is among the sections wherever the user lists no topics."""
    asked: bool = False
    """Whether it is among the sections only where the user asks for it."""


class Span(NamedTuple):
    """Least and most of a number."""

    least: int
    most: int


class HeadingPlan(NamedTuple):
    """Which sets of headings, and of points, are in the tone of the template."""

    tags: tuple[str, ...] = ()
    """A set of headings with one of these tags is drawn more often than others."""
    without: tuple[str, ...] = ()
    """A set with one of these tags, or headings with one of these words in the frame, is left."""
    first: tuple[str, ...] = ()
    """A set with one of these tags goes before all others: it is made for the occasion."""


class CuePlan(NamedTuple):
    """Which chains may stand as a cue below a point."""

    holding: tuple[str, ...] = ()
    """A mined clause must open with one of these to be offered; own ones need not."""
    without: tuple[str, ...] = ()
    """A clause that holds one of these is not offered."""


class Pending(NamedTuple):
    """What stands in place of what the phrasebank cannot give: Jinja2, of `topic` and `number`."""

    heading: str = ""
    points: str = ""
    where: str = ""


_ALWAYS = ("headings", "points", "fillers")
"""Kinds that the sections are made of."""
_CUES = ("parallel", "yao")
"""Kinds that cue lines are made of."""


class Plan(NamedTuple):
    """Which parts the outline has, how many sections and points, which topics in which order."""

    sections: Span = Span(3, 5)
    points: Span = Span(2, 4)
    pending: Pending = Pending()
    topics: tuple[TopicPlan, ...] = ()
    parts: tuple[PartPlan, ...] = ()
    months: Mapping[str, Span] = {}
    """Words that only some months know, with the first and the last of these months."""
    headings: HeadingPlan = HeadingPlan()
    cues: CuePlan = CuePlan()

    def place(self, topic: str) -> int:
        """Return the usual place of `topic`, -1 when it has none."""
        return next((n for n, each in enumerate(self.topics) if each.name == topic), -1)

    def in_order(self, topics: Iterable[str]) -> list[str]:
        """Return `topics` in the order of the plan."""
        return sorted(topics, key=self.place)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of phrases that the plan draws on, each once."""
        return self.kinds_for(cues=True)

    def kinds_for(self, cues: bool) -> tuple[str, ...]:
        """Return the kinds of phrases that the plan draws on with or without cue lines."""
        more = _CUES if cues else ()
        drawn = (*_ALWAYS, *more, *(kind for part in self.parts for kind in part.kinds))
        return tuple(dict.fromkeys(drawn))


class Template(NamedTuple):
    """One file of `templates/`."""

    name: str
    """What it is called by: the name of its file."""
    title: str
    description: str
    questions: tuple[Question, ...]
    plan: Plan
    body: str
    path: str = ""
    body_line: int = 1
    """Line of the file where the body starts."""
    named: str = ""
    """What its head says that it is called."""
