"""The body: sections with heading and points, the user's kept, the rest from the phrasebank."""

from collections.abc import Sequence

from drafter.drafting.headings import choose_headings, demanded
from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.drafting.phrases import Register, chosen
from drafter.drafting.points import choose_points, point_sets
from drafter.model.phrase import Phrase, Phrasebank, PhraseSet
from drafter.model.slots import filled
from drafter.model.spec import Choice, Section, Spec
from drafter.model.template import Plan


def compose_sections(
    spec: Spec, plan: Plan, bank: Phrasebank, known: Register, occasion: Occasion, ledger: Ledger
) -> tuple[Section, ...]:
    """Return the sections with every heading and point decided."""
    composer = _Composer(plan, bank, occasion, ledger)
    asked = tuple(known.settled_section(section) for section in _asked(spec))
    for section in asked:
        composer.enter(section)
    headed = composer.with_headings(asked)
    return tuple(composer.with_points(section) for section in headed)


def _asked(spec: Spec) -> list[Section]:
    """Return the sections that the spec asks for; none when it leaves their number open."""
    number = max(spec.number, len(spec.sections), len(spec.topics))
    sections = [*spec.sections, *[Section()] * (number - len(spec.sections))]
    left = [topic for topic in spec.topics if all(topic != each.topic for each in sections)]
    return [
        each if each.topic or each.heading or not left else each._replace(topic=left.pop(0))
        for each in sections
    ]


class _Composer:
    def __init__(self, plan: Plan, bank: Phrasebank, occasion: Occasion, ledger: Ledger) -> None:
        self._plan = plan
        self._occasion = occasion
        self._ledger = ledger
        self._headings = bank.sets("headings")
        sets = bank.sets("points")
        self._points = {
            topic.name: point_sets(topic.name, sets, occasion, plan.points) for topic in plan.topics
        }

    def enter(self, section: Section) -> None:
        """Enter what the user chose, so that nothing says it again."""
        for choice in (section.heading, *section.points):
            if choice:
                self._ledger.add(self._occasion.said(choice.text))

    def with_headings(self, asked: tuple[Section, ...]) -> list[Section]:
        """Return the sections with a heading each, in the order of the plan where it is free."""
        carried = [topic for topic, sets in self._points.items() if sets]
        demand = demanded(asked, carried, self._occasion, self._plan)
        found = choose_headings(demand, self._sets(asked), self._occasion, self._ledger)
        if not asked:
            return self._free(found)
        spare = self._plan.in_order(topic for topic in found if topic not in demand.fixed)
        return [self._headed(section, found, spare) for section in asked]

    def _sets(self, asked: Sequence[Section]) -> list[PhraseSet]:
        """Return the usable sets as the seed ranks them, first those the user drew on."""
        suiting = [each for each in self._headings if self._occasion.suits(each)]
        drawn = {each.heading.id.partition(".")[0] for each in asked if each.heading}
        ranked = self._occasion.ranked("headings", suiting)
        return sorted(ranked, key=lambda each: each.id not in drawn)

    def _free(self, found: dict[str, Phrase]) -> list[Section]:
        """Return sections on as many of the found topics as the seed says."""
        if not found:
            return self._gaps()
        least = min(self._plan.sections.least, len(found))
        number = least + self._occasion.lot("sections", "") % (len(found) - least + 1)
        topics = self._plan.in_order(list(found)[:number])
        for topic in topics:
            self._ledger.add(self._occasion.said(found[topic].text))
        return [Section(topic, chosen(found[topic])) for topic in topics]

    def _gaps(self) -> list[Section]:
        """Return the least sections of the plan, all to be written by the user."""
        topics = [topic.name for topic in self._plan.topics[: self._plan.sections.least]]
        return [Section(each, _pending(self._plan.pending_heading, each)) for each in topics]

    def _headed(self, section: Section, found: dict[str, Phrase], spare: list[str]) -> Section:
        if section.heading:
            return section
        topic = section.topic or (spare.pop(0) if spare else "")
        heading = chosen(found[topic]) if topic in found else None
        if heading:
            self._ledger.add(self._occasion.said(heading.text))
        else:
            heading = _pending(self._plan.pending_heading, topic)
        return section._replace(topic=topic, heading=heading)

    def with_points(self, section: Section) -> Section:
        """Return `section` with points of its topic, or a visible gap."""
        if section.points:
            return section
        points = choose_points(
            section.topic,
            self._points.get(section.topic, []),
            self._occasion,
            self._plan.points,
            self._ledger,
        )
        label = section.topic or (section.heading.text if section.heading else "")
        gap = (_pending(self._plan.pending_points, label),)
        return section._replace(points=tuple(map(chosen, points)) or gap)


def _pending(text: str, topic: str) -> Choice:
    return Choice(filled(text, {"topic": topic}))
