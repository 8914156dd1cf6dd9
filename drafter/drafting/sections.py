"""The body: sections with heading and points, the user's kept, the rest from the phrasebank."""

from collections.abc import Sequence

from drafter.drafting.candidates import candidates
from drafter.drafting.filling import fillers_on
from drafter.drafting.headings import Demand, Proposal, demanded, proposals
from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.drafting.points import choose_points, evened, sets_on
from drafter.drafting.stock import Stock
from drafter.model.numerals import numeral
from drafter.model.outline import PENDING
from drafter.model.phrase import PhraseSet
from drafter.model.spec import Choice, Section, Spec
from drafter.templating.words import evaluated


def compose_sections(
    spec: Spec, stock: Stock, occasion: Occasion, ledger: Ledger, cued: bool = False
) -> tuple[Section, ...]:
    """Return the sections with every heading and point decided; with cue lines if `cued`."""
    composer = _Composer(stock, occasion, ledger)
    asked = composer.entered(spec)
    own = len(spec.sections)
    placed = own + sum(bool(section.topic) for section in asked[own:])
    headed = composer.with_headings(asked, placed, bool(spec.topics))
    drawn = [composer.with_points(section, n) for n, section in enumerate(headed, 1)]
    pointed = evened(drawn, asked)
    if not cued:
        return pointed
    from drafter.drafting.cues import cues_on  # few ask for them

    cues = cues_on(stock, occasion)
    return tuple(cues.with_cues(section, ledger) for section in pointed)


def propose_headings(
    spec: Spec, stock: Stock, occasion: Occasion, ledger: Ledger, most: int
) -> tuple[Proposal, ...]:
    """Return the best `most` sets of headings for the sections of `spec`, the best first."""
    composer = _Composer(stock, occasion, ledger)
    asked = composer.entered(spec)
    return tuple(composer.proposed(asked, composer.demand(asked, bool(spec.topics)), most))


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
    def __init__(self, stock: Stock, occasion: Occasion, ledger: Ledger) -> None:
        self._stock = stock
        self._plan = stock.template.plan
        self._occasion = occasion
        self._ledger = ledger

    def entered(self, spec: Spec) -> tuple[Section, ...]:
        """Return what the user asked for, settled and entered, so that nothing says it again."""
        asked = tuple(self._stock.known.settled_section(section) for section in _asked(spec))
        for section in asked:
            for choice in filter(None, (section.heading, *section.points)):
                self._ledger.add(self._occasion.said(choice.text))
        return asked

    def demand(self, asked: Sequence[Section], listed: bool) -> Demand:
        """Return what the headings have to cover."""
        carried = [each.name for each in self._plan.topics if self._sets(each.name)]
        return demanded(asked, carried, self._occasion, self._plan, listed)

    def proposed(self, asked: Sequence[Section], demand: Demand, most: int) -> list[Proposal]:
        """Return the best `most` proposals for `demand`."""
        drawn = {each.heading.id.partition(".")[0] for each in asked if each.heading}
        fillers = fillers_on(self._stock, self._occasion)
        offered = candidates(self._stock, fillers, self._occasion, drawn)
        return proposals(demand, offered, fillers, self._occasion, self._ledger, most)

    def with_headings(self, asked: tuple[Section, ...], placed: int, listed: bool) -> list[Section]:
        """Return the sections with the headings that can be had.

        The first `placed` keep their order; the others take their usual place among them.
        """
        demand = self.demand(asked, listed)
        best = self.proposed(asked, demand, 1)
        found = dict(best[0].headings) if best else {}
        if not asked:
            return self._free(found)
        spare = self._plan.in_order(topic for topic in found if topic not in demand.fixed)
        headed = [self._headed(section, found, spare) for section in asked]
        return self._in_place(headed[:placed], headed[placed:])

    def _in_place(self, sections: list[Section], more: list[Section]) -> list[Section]:
        """Return `sections` with each of `more` before the first whose topic comes later."""
        for each in more:
            at = self._plan.place(each.topic)
            later = (n for n, other in enumerate(sections) if self._plan.place(other.topic) > at)
            sections.insert(next(later, len(sections)) if each.topic else len(sections), each)
        return sections

    def _free(self, found: dict[str, Choice]) -> list[Section]:
        """Return sections on the found topics."""
        if not found:
            return self._gaps()
        topics = self._plan.in_order(found)
        for topic in topics:
            self._ledger.add(self._occasion.said(found[topic].text))
        return [Section(topic, found[topic]) for topic in topics]

    def _gaps(self) -> list[Section]:
        """Return the least sections of the plan, all to be written by the user."""
        return [Section(each.name) for each in self._plan.topics[: self._plan.sections.least]]

    def _headed(self, section: Section, found: dict[str, Choice], spare: list[str]) -> Section:
        if section.heading:
            return section
        topic = section.topic or (spare.pop(0) if spare else "")
        heading = found.pop(topic, None)
        if heading:
            self._ledger.add(self._occasion.said(heading.text))
        return section._replace(topic=topic, heading=heading)

    def with_points(self, section: Section, number: int) -> Section:
        """Return `section` with points of its topic; what cannot be had is a visible gap."""
        heading = section.heading or self._gap(self._plan.pending.heading, section, number)
        points = section.points or self._drawn(section.topic)
        points = points or (self._gap(self._plan.pending.points, section, number),)
        return section._replace(heading=heading, points=points)

    def _drawn(self, topic: str) -> tuple[Choice, ...]:
        if self._plan.place(topic) < 0:
            return ()
        sets = self._sets(topic)
        return choose_points(topic, sets, self._occasion, self._plan.points, self._ledger)

    def _sets(self, topic: str) -> Sequence[PhraseSet]:
        """Return the sets of points that can carry `topic`."""
        return sets_on(topic, self._stock, self._occasion)

    def _gap(self, text: str, section: Section, number: int) -> Choice:
        """Return what stands in place of a heading or of points, named by topic or number."""
        said = section.heading.text if section.heading else ""
        topic = section.topic or ("" if PENDING.search(said) else said)
        words = {"topic": topic, "number": numeral(number)}
        return Choice(evaluated(text, words, self._plan.pending.where), why="短语库里没有合用的")
