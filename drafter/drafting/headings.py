"""The headings of level 1: one set for all sections, a topic for each."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from drafter.checking.parallelism import Parallelism, parallelism
from drafter.drafting.candidates import Candidate
from drafter.drafting.filling import Fillers
from drafter.drafting.ledger import Ledger
from drafter.drafting.matching import matched
from drafter.drafting.occasion import Occasion
from drafter.model.phrase import Phrase, PhraseSet, Source
from drafter.model.spec import Choice, Section
from drafter.model.template import Plan

PARALLEL: Final = 90
"""Score from which on a set is parallel enough to be offered before others."""

Worth = tuple[int, bool, int]
"""Wanted topics that are met, whether the headings are parallel enough, and their number."""


class Demand(NamedTuple):
    """What the headings have to cover."""

    fixed: tuple[str, ...]
    """Topics that the user wants."""
    free: tuple[str, ...]
    """Topics for the sections that nothing is said of: what must be, then in the seed's order."""
    room: int
    """Number of those sections."""
    must: tuple[str, ...] = ()
    """The free topics that the template will not do without."""

    @property
    def topics(self) -> tuple[str, ...]:
        """Return all topics, the wanted ones first."""
        return (*self.fixed, *self.free)

    @property
    def number(self) -> int:
        """Return the number of headings that are wanted."""
        return len(self.fixed) + self.room

    @property
    def wanted(self) -> tuple[str, ...]:
        """Return the topics that the user and the template want."""
        return (*self.fixed, *self.must)

    @property
    def perfect(self) -> Worth:
        """Return the most that any proposal can be worth."""
        return len(self.wanted), True, self.number

    def most_of(self, candidate: Candidate) -> Worth:
        """Return the most that a proposal of `candidate` can be worth."""
        if candidate.fill:
            return self.perfect
        covered = candidate.topics.intersection(self.topics)
        met = sum(topic in covered for topic in self.wanted)
        return met, True, min(self.number, len(covered))


def demanded(
    sections: Sequence[Section],
    carried: Sequence[str],
    occasion: Occasion,
    plan: Plan,
    listed: bool = False,
) -> Demand:
    """Return what is to be covered; `carried` are the topics that have points.

    Where the user `listed` topics, none is demanded besides.
    """
    taken = {section.topic for section in sections}
    barred = {topic.name for topic in plan.topics if topic.asked}
    left = [topic for topic in carried if topic not in taken | barred]
    bound = [] if listed else [topic.name for topic in plan.topics if topic.must]
    must = tuple(topic for topic in bound if topic in left)
    drawn = sorted(left, key=lambda topic: (topic not in must, occasion.lot("topics", topic)))
    if not sections:
        span = plan.sections
        number = span.least + occasion.lot("sections", "") % (span.most - span.least + 1)
        return Demand((), tuple(drawn), min(number, len(drawn)), must)
    bare = [section for section in sections if not section.heading]
    fixed = tuple(section.topic for section in bare if section.topic)
    room = len(bare) - len(fixed)
    return Demand(fixed, tuple(drawn), room, must[:room])


class Proposal(NamedTuple):
    """A heading for each topic that a set or a filled frame covers, and how parallel they are."""

    headings: Mapping[str, Choice]
    source: PhraseSet | None = None
    """The set; where it is `filled`, the one whose frame was filled anew."""
    filled: bool = False
    judged: Parallelism = Parallelism(0)

    @property
    def origins(self) -> tuple[Source, ...]:
        """Return where the set or its frame was read."""
        return self.source.sources if self.source else ()


def proposals(
    demand: Demand,
    offered: Sequence[Candidate],
    fillers: Fillers,
    occasion: Occasion,
    ledger: Ledger,
    most: int,
) -> list[Proposal]:
    """Return the best `most` proposals for `demand`, the best first.

    The best covers most of what the user and the template want, then is parallel enough, then
    covers most sections; the first of equals. What cannot be among them is not worked out.
    """
    found: list[tuple[Worth, Proposal]] = []
    for each in offered if demand.number else ():
        if len(found) == most and found[-1][0] == demand.perfect:
            break
        able = demand.most_of(each)
        if not able[-1] or (len(found) == most and found[-1][0] >= able):
            continue
        proposal = _proposed(demand, each, fillers, occasion, ledger, len(offered))
        if proposal:
            found.append((_worth(demand, proposal), proposal))
            found = sorted(found, key=lambda pair: pair[0], reverse=True)[:most]
    return [proposal for _, proposal in found]


def _worth(demand: Demand, proposal: Proposal) -> Worth:
    met = sum(topic in proposal.headings for topic in demand.wanted)
    return met, proposal.judged.score >= PARALLEL, len(proposal.headings)


def _proposed(
    demand: Demand,
    each: Candidate,
    fillers: Fillers,
    occasion: Occasion,
    ledger: Ledger,
    number: int,
) -> Proposal | None:
    """Return what a candidate, one of a `number`, has for `demand`."""
    found = _covered(demand, each, fillers, occasion, ledger)
    if not found:
        return None
    texts = [occasion.said(choice.text) for choice in found.values()]
    judged = parallelism(texts, occasion.verbs, list(found))
    why = _why(each, judged, number)
    headings = {topic: choice._replace(why=why) for topic, choice in found.items()}
    return Proposal(headings, each.each, each.fill, judged)


def _why(each: Candidate, judged: Parallelism, number: int) -> str:
    if each.fill:
        how = f"框架填词：{each.each.frame}，共 {number} 组合用"
    elif each.drawn:
        how = "与说明书写明的小标题同组"
    else:
        how = f"种子抽中，共 {number} 组合用"
    return f"{how}，对仗 {judged.score} 分"


def _covered(
    demand: Demand, candidate: Candidate, fillers: Fillers, occasion: Occasion, ledger: Ledger
) -> dict[str, Choice]:
    if candidate.fill:
        found = fillers.filled(candidate.each, demand.topics, demand.number)
        if not ledger.first([occasion.said(choice.text) for choice in found.values()]):
            return {}
    else:
        members = _members(candidate.each, occasion, ledger)
        pairs = matched(demand.topics, members).items()
        found = {topic: Choice(phrase.text, phrase.id) for topic, phrase in pairs}
    free = [topic for topic in found if topic not in demand.fixed][: demand.room]
    return {topic: found[topic] for topic in found if topic in demand.fixed or topic in free}


def _members(each: PhraseSet, occasion: Occasion, ledger: Ledger) -> list[Phrase]:
    suiting = [member for member in each.members if occasion.suits(member)]
    return ledger.fresh(suiting, lambda member: occasion.said(member.text))
