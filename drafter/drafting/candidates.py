"""Sets of headings, and frames to be filled, that suit a speech: in tone, in the seed's order."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.drafting.filling import Fillers
from drafter.drafting.occasion import Occasion
from drafter.drafting.stock import Stock
from drafter.model.phrase import PhraseSet
from drafter.model.template import HeadingPlan

_WANTED, _FILLED = 8, 3
"""Lots drawn for a set in the tone of the template, and for a frame, which gives many sets;
others draw one."""


class Candidate(NamedTuple):
    """A set as it was found, or its frame to be filled anew."""

    each: PhraseSet
    fill: bool = False
    wanted: bool = False
    """Whether it has the tone that the template asks for."""
    drawn: bool = False
    """Whether the user took a heading from it."""
    first: bool = False
    """Whether it is made for the occasion of the template."""

    topics: frozenset[str] = frozenset()
    """Topics that its members have."""

    @property
    def name(self) -> str:
        """Return what the seed draws lots for."""
        return self.each.id + ("*" if self.fill else "")

    def lot(self, occasion: Occasion) -> int:
        """Return the best of the lots that the seed draws for it."""
        number = _WANTED if self.wanted else _FILLED if self.fill else 1
        return min(occasion.lot("headings", f"{self.name}{n or ''}") for n in range(number))


def candidates(
    stock: Stock,
    fillers: Fillers,
    occasion: Occasion,
    drawn: Collection[str] = (),
) -> Sequence[Candidate]:
    """Return every set in tone, and every frame that can be filled, in the order of the seed.

    Sets that the user took a heading from (their ids are `drawn`) go first, whatever their tone;
    those made for the occasion before others,
    and of these the ones that an earlier speech used last.
    """
    plan = stock.template.plan.headings
    key = occasion.seed, occasion.used, occasion.circumstances(())

    def in_tone() -> list[Candidate]:
        suiting = filter(occasion.suits, stock.bank.sets("headings"))
        toned = (each for each in suiting if not _out_of_tone(each, plan))
        return _ordered(_both(toned, fillers, plan), occasion)

    found = stock.kept("candidates", key, in_tone)
    if not drawn:
        return found
    sets = (each for each in stock.bank.sets("headings") if each.id in drawn)
    own = list(filter(occasion.suits, sets))
    first = _ordered(_both(own, fillers, plan), occasion)
    names = {each.id for each in own}
    others = (each for each in found if each.each.id not in names)
    return [*(each._replace(drawn=True) for each in first), *others]


def _both(sets: Iterable[PhraseSet], fillers: Fillers, plan: HeadingPlan) -> Iterator[Candidate]:
    """Yield each set as it was found, and to be filled where that can be."""
    for each in sets:
        wanted, first = (_has(each, tags) for tags in (plan.tags, plan.first))
        topics = frozenset(topic for member in each.members for topic in member.topics)
        found = Candidate(each, False, wanted, first=first, topics=topics)
        yield found
        if fillers.fits(each):
            yield found._replace(fill=True)


def _ordered(found: Iterable[Candidate], occasion: Occasion) -> list[Candidate]:
    return sorted(
        found,
        key=lambda each: (not each.first, each.each.id in occasion.used, each.lot(occasion)),
    )


def _has(each: PhraseSet, tags: Collection[str]) -> bool:
    return any(tag in each.tags for tag in tags)


def _out_of_tone(each: PhraseSet, plan: HeadingPlan) -> bool:
    return _has(each, plan.without) or any(word in each.frame for word in plan.without)
