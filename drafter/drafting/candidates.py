"""Sets of headings, and frames to be filled, that suit a speech: in tone, in the seed's order."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from drafter.drafting.filling import Fillers
from drafter.drafting.occasion import Occasion
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

    @property
    def name(self) -> str:
        """Return what the seed draws lots for."""
        return self.each.id + ("*" if self.fill else "")

    def lot(self, occasion: Occasion) -> int:
        """Return the best of the lots that the seed draws for it."""
        number = _WANTED if self.wanted else _FILLED if self.fill else 1
        return min(occasion.lot("headings", f"{self.name}{n or ''}") for n in range(number))


def candidates(
    sets: Sequence[PhraseSet],
    fillers: Fillers,
    occasion: Occasion,
    plan: HeadingPlan,
    drawn: Collection[str] = (),
) -> list[Candidate]:
    """Return every set in tone, and every frame that can be filled, in the order of the seed.

    Sets that the user took a heading from (their ids are `drawn`) go first, whatever their tone;
    those that an earlier speech used go last.
    """
    found: list[Candidate] = []
    for each in sets:
        own = each.id in drawn
        if own or not _out_of_tone(each, plan):
            wanted = any(tag in each.tags for tag in plan.tags)
            found.append(Candidate(each, False, wanted, own))
            if fillers.fits(each):
                found.append(Candidate(each, True, wanted, own))
    return sorted(
        found,
        key=lambda each: (not each.drawn, each.each.id in occasion.used, each.lot(occasion)),
    )


def _out_of_tone(each: PhraseSet, plan: HeadingPlan) -> bool:
    return any(word in each.tags or word in each.frame for word in plan.without)
