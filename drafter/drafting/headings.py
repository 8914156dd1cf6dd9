"""The headings of level 1: one set for all sections, a topic for each."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drafter.drafting.ledger import Ledger
from drafter.drafting.matching import matched
from drafter.drafting.occasion import Occasion
from drafter.model.phrase import Phrase, PhraseSet
from drafter.model.spec import Section
from drafter.model.template import Plan


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


def choose_headings(
    demand: Demand, sets: Sequence[PhraseSet], occasion: Occasion, ledger: Ledger
) -> dict[str, Phrase]:
    """Return a heading for each topic that the best set can cover.

    The best covers most of what the user wants, then most sections; the first of equals.
    """

    def worth(covered: dict[str, Phrase]) -> tuple[int, int]:
        wanted = sum(topic in covered for topic in demand.fixed)
        return wanted, min(len(covered), demand.least)

    best: dict[str, Phrase] = {}
    for each in sets:
        best = max(best, _covered(demand, each, occasion, ledger), key=worth)
        if worth(best) == (len(demand.fixed), demand.least):
            break
    return best


def _covered(
    demand: Demand, each: PhraseSet, occasion: Occasion, ledger: Ledger
) -> dict[str, Phrase]:
    members = _members(each, occasion, ledger)
    found = matched((*demand.fixed, *demand.free), members)
    free = [topic for topic in found if topic not in demand.fixed][: demand.room]
    return {topic: found[topic] for topic in found if topic in demand.fixed or topic in free}


def _members(each: PhraseSet, occasion: Occasion, ledger: Ledger) -> list[Phrase]:
    fresh: list[Phrase] = []
    for member in each.members:
        texts = [occasion.said(phrase.text) for phrase in (*fresh, member)]
        if occasion.suits(member) and ledger.first(texts):
            fresh.append(member)
    return fresh
