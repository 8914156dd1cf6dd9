"""The points under a heading: a set of their own, of the heading's topic."""

from collections.abc import Iterable, Sequence

from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.drafting.phrases import chosen
from drafter.model.phrase import Phrase, PhraseSet
from drafter.model.spec import Choice
from drafter.model.template import Span


def by_topic(sets: Iterable[PhraseSet]) -> dict[str, list[PhraseSet]]:
    """Return the sets by the topics that they or members of them have."""
    found: dict[str, list[PhraseSet]] = {}
    for each in sets:
        topics = (*each.topics, *(topic for member in each.members for topic in member.topics))
        for topic in dict.fromkeys(topics):
            found.setdefault(topic, []).append(each)
    return found


def point_sets(
    topic: str, sets: Sequence[PhraseSet], occasion: Occasion, span: Span
) -> list[PhraseSet]:
    """Return the sets that can carry `topic`, in the order of the seed."""
    able = [each for each in sets if len(suiting_members(topic, each, occasion)) >= span.least]
    return occasion.ranked(f"points:{topic}", able)


def choose_points(
    topic: str, ranked: Sequence[PhraseSet], occasion: Occasion, span: Span, ledger: Ledger
) -> tuple[Choice, ...]:
    """Return the points of the first set that says nothing twice, and enter them."""
    for each in ranked:
        members = suiting_members(topic, each, occasion)
        fresh = ledger.fresh(members, lambda member: occasion.said(member.text))
        if len(fresh) >= span.least:
            for point in fresh[: span.most]:
                ledger.add(occasion.said(point.text))
            why = f"种子抽中，共 {len(ranked)} 组合用"
            return tuple(chosen(point, why) for point in fresh[: span.most])
    return ()


def suiting_members(topic: str, each: PhraseSet, occasion: Occasion) -> list[Phrase]:
    """Return the members of a set that suit `topic` and the occasion."""
    about = [member for member in each.members if topic in (member.topics or each.topics)]
    if not (about and occasion.suits(each)):
        return []
    return [member for member in about if occasion.suits(member)]
