"""What the user has said so far: a value; every change gives another one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from drafter.model.spec import Answer, Choice, Section, Spec, Written
from drafter.tui.deeds import Deed
from drafter.tui.steps import ENDING, HEADINGS, OPENING, ORDER, POINTS, Parts

T = TypeVar("T")


class Session(NamedTuple):
    """A spec under way, and how far its user has come."""

    spec: Spec
    step: str = ORDER[0]
    done: frozenset[str] = frozenset()
    """Steps that the user has gone through."""
    unsettled: Mapping[str, str] = {}
    """Texts typed into fields that are no valid answers yet, by the name of the field."""
    deeds: tuple[Deed, ...] = ()
    """What was done to phrase files on the way."""

    def at(self, step: str) -> "Session":
        """Return the session at `step`; the step it leaves counts as gone through."""
        left = () if step == self.step else (self.step,)
        arrived = (step,) if step == ORDER[-1] else ()
        return self._replace(step=step, done=self.done.union(left, arrived))

    def answer(self, name: str, said: Answer) -> "Session":
        """Return the session with an answer; an empty one leaves the question open."""
        answers = {key: value for key, value in self.spec.answers.items() if key != name}
        if said != "" and said != ():
            answers[name] = said
        return self.forget(name)._with(answers=answers)

    def doing(self, deed: Deed) -> "Session":
        """Return the session with one more deed."""
        return self._replace(deeds=(*self.deeds, deed))

    def typing(self, name: str, text: str) -> "Session":
        """Return the session with `text` in the field `name`, which cannot be its answer yet."""
        return self._replace(unsettled={**self.unsettled, name: text})

    def forget(self, name: str) -> "Session":
        """Return the session without what is typed in the field `name`."""
        left = {key: text for key, text in self.unsettled.items() if key != name}
        return self._replace(unsettled=left)

    def plan(self, minutes: int) -> "Session":
        """Return the session with a length in minutes, 0 for none."""
        return self.forget("minutes")._with(minutes=minutes)

    def choose(self, part: str, choice: Choice | None) -> "Session":
        """Return the session with `choice` for a part; None leaves it to the seed."""
        parts = {key: value for key, value in self.spec.parts.items() if key != part}
        return self._with(parts={**parts, part: choice} if choice else parts)

    def on_topics(self, topics: Sequence[str]) -> "Session":
        """Return the session with a section on each of `topics`; sections that stay keep all."""
        kept = {section.topic: section for section in self.spec.sections}
        return self.with_sections(kept.get(topic) or Section(topic) for topic in topics)

    def with_sections(self, sections: Iterable[Section]) -> "Session":
        """Return the session with these sections and no others."""
        return self._with(sections=tuple(sections), topics=(), number=0)

    def with_written(self, lines: Iterable[Written]) -> "Session":
        """Return the session with the outline as `lines` say it."""
        return self._with(written=tuple(lines))

    @property
    def is_settled(self) -> bool:
        """Tell whether every section has its topic and heading."""
        return bool(self.spec.sections) and all(s.topic and s.heading for s in self.spec.sections)

    def settled(self, full: Spec) -> "Session":
        """Return the session with the topics and headings of `full` wherever it has none."""
        return self.with_sections(_headed(self.spec, full))

    def take_headings(self, headings: Sequence[tuple[str, Choice | None]]) -> "Session":
        """Return the session with a section for each topic and heading.

        Points stay where the topic stays.
        """
        points = {section.topic: section.points for section in self.spec.sections}
        return self.with_sections(
            Section(topic, heading, points.get(topic, ())) for topic, heading in headings
        )

    def set_heading(self, number: int, heading: Choice | None) -> "Session":
        """Return the session with another heading of the section at `number`."""
        return self._section(number, heading=heading)

    def set_points(self, number: int, points: Sequence[Choice]) -> "Session":
        """Return the session with other points of the section at `number`."""
        return self._section(number, points=tuple(points))

    def move_section(self, number: int, by: int) -> "Session":
        """Return the session with the section at `number` moved by some places."""
        return self.with_sections(moved(self.spec.sections, number, by))

    def drop_section(self, number: int) -> "Session":
        """Return the session without the section at `number`."""
        return self.with_sections(
            section for at, section in enumerate(self.spec.sections) if at != number
        )

    def filled(self, full: Spec, step: str, parts: Parts) -> "Session":
        """Return the session with what `full` has for all that is still open in `step`."""
        match step:
            case s if s in (OPENING, ENDING):
                names = {part.name for part in parts.of(step)}
                open_parts = {name: c for name, c in full.parts.items() if name in names}
                return self._with(parts={**open_parts, **self.spec.parts})
            case s if s == HEADINGS:
                return self.settled(full)
            case s if s == POINTS:
                return self.with_sections(full.sections)
            case _:
                return self._replace(spec=full)

    def reseeded(self) -> "Session":
        """Return the session with the next seed: what is open is chosen anew."""
        seed = self.spec.seed
        return self._with(seed=str(int(seed) + 1) if seed.isdecimal() else f"{seed}1")

    def _with(self, **values: object) -> "Session":
        return self._replace(spec=self.spec._replace(**values))  # type: ignore[arg-type]

    def _section(self, number: int, **values: object) -> "Session":
        sections = list(self.spec.sections)
        sections[number] = sections[number]._replace(**values)  # type: ignore[arg-type]
        return self.with_sections(sections)


def _headed(spec: Spec, full: Spec) -> Iterable[Section]:
    """Return the sections of `full` with no other points than those `spec` has."""
    if len(spec.sections) != len(full.sections):
        return [section._replace(points=()) for section in full.sections]
    pairs = zip(spec.sections, full.sections, strict=True)
    return [own._replace(topic=all_.topic, heading=all_.heading) for own, all_ in pairs]


def moved(items: Sequence[T], number: int, by: int) -> list[T]:
    """Return `items` with the one at `number` moved by some places, as far as there is room."""
    rest = [item for at, item in enumerate(items) if at != number]
    to = min(max(number + by, 0), len(rest))
    return [*rest[:to], items[number], *rest[to:]]


class History(NamedTuple):
    """The sessions before and after the one at hand: undo keeps the old value, nothing else."""

    now: Session
    before: tuple[Session, ...] = ()
    after: tuple[Session, ...] = ()
    mark: str = ""
    """What the last change was made to; further changes to the same are undone together."""

    def then(self, session: Session, mark: str = "") -> "History":
        """Return the history with `session` at hand; `mark` names a field that is being typed."""
        if session.spec == self.now.spec and session.deeds == self.now.deeds:
            return self._replace(now=session)
        joined = bool(mark) and mark == self.mark
        before = self.before if joined else (*self.before, self.now)
        return History(session, before, (), mark)

    def undone(self) -> "History":
        """Return the history one change back, at the step where the change was made."""
        if not self.before:
            return self
        *before, last = self.before
        now = self._beside(last)
        return History(now, tuple(before), (self.now, *self.after))

    def redone(self) -> "History":
        """Return the history one change on."""
        if not self.after:
            return self
        first, *after = self.after
        return History(self._beside(first), (*self.before, self.now), tuple(after))

    def _beside(self, session: Session) -> Session:
        """Return `session` as far gone through as the one at hand."""
        done = session.done | self.now.done
        return session._replace(step=self.now.step, done=done)
