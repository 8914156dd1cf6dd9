"""The headings of level 1: one set for all sections, a topic for each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from drafter.checking.parallelism import parallelism
from drafter.drafting.filling import Fillers
from drafter.drafting.ledger import Ledger
from drafter.drafting.matching import matched
from drafter.drafting.occasion import Occasion
from drafter.model.phrase import Phrase, PhraseSet
from drafter.model.spec import Section
from drafter.model.template import Plan

PARALLEL: Final = 90
"""Score from which on a set is parallel enough to be offered before others."""


class Demand(NamedTuple):
    """What the headings have to cover."""

    fixed: tuple[str, ...]
    """Topics that the user wants."""
    free: tuple[str, ...]
    """Topics for the sections that nothing is said of, in the order of the seed."""
    room: int
    """Number of those sections."""
    least: int
    """Sections that a set should carry; what carries more is no better."""


def demanded(
    sections: Sequence[Section], carried: Iterable[str], occasion: Occasion, plan: Plan
) -> Demand:
    """Return what is to be covered; `carried` are the topics that have points."""
    taken = {section.topic for section in sections}
    free = sorted(
        (topic for topic in carried if topic not in taken),
        key=lambda topic: occasion.lot("topics", topic),
    )
    if not sections:
        return Demand((), tuple(free), plan.sections.most, plan.sections.least)
    bare = [section for section in sections if not section.heading]
    fixed = tuple(section.topic for section in bare if section.topic)
    return Demand(fixed, tuple(free), len(bare) - len(fixed), len(bare))


class Candidate(NamedTuple):
    """A set as it was found, or its frame to be filled anew."""

    each: PhraseSet
    fill: bool = False

    @property
    def name(self) -> str:
        """Return what the seed draws lots for."""
        return self.each.id + ("*" if self.fill else "")


def candidates(sets: Sequence[PhraseSet], fillers: Fillers) -> list[Candidate]:
    """Return every set, and the frame of every set whose slots can be filled."""
    return [
        *(Candidate(each) for each in sets),
        *(Candidate(each, fill=True) for each in sets if fillers.fits(each)),
    ]


class Proposal(NamedTuple):
    """A heading for each topic that a candidate covers, and how parallel they are."""

    headings: Mapping[str, Phrase]
    score: int = 0


def proposals(
    demand: Demand,
    ranked: Iterable[Candidate],
    fillers: Fillers,
    occasion: Occasion,
    ledger: Ledger,
) -> Iterator[Proposal]:
    """Yield what each candidate has for `demand`, in the order given."""
    for each in ranked:
        found = _covered(demand, each, fillers, occasion, ledger)
        if found:
            texts = [occasion.said(phrase.text) for phrase in found.values()]
            yield Proposal(found, parallelism(texts, (), list(found)).score)


def choose_headings(demand: Demand, offered: Iterable[Proposal]) -> Mapping[str, Phrase]:
    """Return the headings of the best proposal.

    The best covers most of what the user wants, then is parallel enough, then covers most
    sections; the first of equals.
    """

    def worth(proposal: Proposal) -> tuple[int, bool, int]:
        wanted = sum(topic in proposal.headings for topic in demand.fixed)
        covered = min(len(proposal.headings), demand.least)
        return wanted, proposal.score >= PARALLEL, covered

    best = Proposal({})
    for each in offered:
        best = max(best, each, key=worth)
        if worth(best) == (len(demand.fixed), True, demand.least):
            break
    return best.headings


def _covered(
    demand: Demand, candidate: Candidate, fillers: Fillers, occasion: Occasion, ledger: Ledger
) -> dict[str, Phrase]:
    topics = (*demand.fixed, *demand.free)
    if candidate.fill:
        found = fillers.filled(candidate.each, topics, len(demand.fixed) + demand.room)
        if not ledger.first([occasion.said(phrase.text) for phrase in found.values()]):
            return {}
    else:
        found = matched(topics, _members(candidate.each, occasion, ledger))
    free = [topic for topic in found if topic not in demand.fixed][: demand.room]
    return {topic: found[topic] for topic in found if topic in demand.fixed or topic in free}


def _members(each: PhraseSet, occasion: Occasion, ledger: Ledger) -> list[Phrase]:
    fresh: list[Phrase] = []
    for member in each.members:
        texts = [occasion.said(phrase.text) for phrase in (*fresh, member)]
        if occasion.suits(member) and ledger.first(texts):
            fresh.append(member)
    return fresh
