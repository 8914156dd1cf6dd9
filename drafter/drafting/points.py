"""The points under a heading: a set of their own, of the heading's topic."""

from collections.abc import Sequence

from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.model.phrase import Phrase, PhraseSet
from drafter.model.template import Span


def point_sets(
    topic: str, sets: Sequence[PhraseSet], occasion: Occasion, span: Span
) -> list[PhraseSet]:
    """Return the sets that can carry `topic`, in the order of the seed."""
    able = [each for each in sets if len(_members(topic, each, occasion)) >= span.least]
    return occasion.ranked(f"points:{topic}", able)


def choose_points(
    topic: str, ranked: Sequence[PhraseSet], occasion: Occasion, span: Span, ledger: Ledger
) -> tuple[Phrase, ...]:
    """Return the points of the first set that says nothing twice, and enter them."""
    for each in ranked:
        fresh: list[Phrase] = []
        for member in _members(topic, each, occasion):
            if ledger.first([occasion.said(phrase.text) for phrase in (*fresh, member)]):
                fresh.append(member)
        if len(fresh) >= span.least:
            points = tuple(fresh[: span.most])
            for point in points:
                ledger.add(occasion.said(point.text))
            return points
    return ()


def _members(topic: str, each: PhraseSet, occasion: Occasion) -> list[Phrase]:
    if not occasion.suits(each):
        return []
    return [
        member
        for member in each.members
        if topic in (member.topics or each.topics) and occasion.suits(member)
    ]
