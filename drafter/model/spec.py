"""A spec: what the user asks for, answers, and chooses."""

from collections.abc import Mapping
from typing import NamedTuple

from drafter.model.outline import Node

YES = frozenset(["yes", "true", "是"])
NO = frozenset(["no", "false", "否"])

Answer = str | int | bool | tuple[str, ...]


class Choice(NamedTuple):
    """A text the user chose: literal, or a phrase by its id, or both.

    With both, the text stands and the id only tells where it came from.
    """

    text: str = ""
    id: str = ""
    where: str = ""
    cue: "Choice | None" = None
    """What to say under a point, in one line."""
    why: str = ""
    """Why it was chosen, in a few words; empty for what the spec said."""
    fillers: tuple[tuple[str, str], ...] = ()
    """Letter and id of what fills the frame, where the text was made of one."""


class Section(NamedTuple):
    """A section as far as it is decided; what is empty is filled from the phrasebank."""

    topic: str = ""
    heading: Choice | None = None
    points: tuple[Choice, ...] = ()


class Written(NamedTuple):
    """A line of the outline as somebody wrote it; ids tell which phrases it still is."""

    node: Node
    id: str = ""
    cue_id: str = ""


class Spec(NamedTuple):
    """The order for one speech."""

    template: str
    answers: Mapping[str, Answer] = {}
    seed: str = "1"
    number: int = 0
    """Number of sections; 0 leaves it to the phrasebank."""
    topics: tuple[str, ...] = ()
    parts: Mapping[str, Choice] = {}
    sections: tuple[Section, ...] = ()
    where: str = ""
    minutes: int = 0
    """How long the speech is to last; 0 plans no length."""
    rate: int = 0
    """Characters spoken in a minute; 0 for the usual range."""
    log: bool = True
    """Whether earlier speeches are looked at, and this one may be entered."""
    checks: Mapping[str, bool] = {}
    """Rules for speeches that are switched on or off for this one, by their id."""
    written: tuple[Written, ...] = ()
    """The whole outline as somebody wrote it; with it nothing is composed."""
    profile: str = ""
    """The layout of the Word file, by its name or its file; empty for the standard one."""

    @property
    def date(self) -> str:
        """Return the date as ISO text, empty when it is not known."""
        date = self.answers.get("date", "")
        return date if isinstance(date, str) else ""
