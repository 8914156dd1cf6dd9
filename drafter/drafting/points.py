"""The points under a heading: a set of their own, of the heading's topic."""

from collections.abc import Iterable, Sequence

from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.drafting.phrases import chosen
from drafter.drafting.stock import Stock, slots_of
from drafter.model.phrase import Phrase, PhraseSet
from drafter.model.spec import Choice, Section
from drafter.model.template import Plan, Span


def sets_on(topic: str, stock: Stock, occasion: Occasion) -> Sequence[PhraseSet]:
    """Return the sets of `stock` that can carry `topic`, in the order of the seed."""
    sets = stock.kept("points: by topic", None, lambda: by_topic(stock.bank.sets("points")))
    own = sets.get(topic, ())
    slots = stock.kept(f"points: slots {topic}", None, lambda: slots_of(own))
    marks = occasion.words.get("marks")
    key = occasion.seed, occasion.used, marks, occasion.circumstances(slots)
    plan = stock.template.plan
    return stock.kept(f"points: {topic}", key, lambda: point_sets(topic, own, occasion, plan))


def by_topic(sets: Iterable[PhraseSet]) -> dict[str, list[PhraseSet]]:
    """Return the sets by the topics that they or members of them have."""
    found: dict[str, list[PhraseSet]] = {}
    for each in sets:
        topics = (*each.topics, *(topic for member in each.members for topic in member.topics))
        for topic in dict.fromkeys(topics):
            found.setdefault(topic, []).append(each)
    return found


_FULL = 3
"""Points that a section should have."""


def point_sets(
    topic: str, sets: Sequence[PhraseSet], occasion: Occasion, plan: Plan
) -> list[PhraseSet]:
    """Return the sets that can carry `topic`, in the order of the seed.

    Those that read well after the mark of the points go first, then those made for the occasion,
    then those made for this organ alone, then full ones.
    """
    tone, span, ill = plan.headings, plan.points, f"不接{occasion.words.get('marks', '')}"
    toned = [each for each in sets if not any(tag in each.tags for tag in tone.without)]
    numbers = {each.id: len(suiting_members(topic, each, occasion)) for each in toned}
    able = [each for each in toned if numbers[each.id] >= span.least]

    def place(each: PhraseSet) -> tuple[bool, bool, bool, bool, bool]:
        made = any(tag in each.tags for tag in tone.first)
        short = numbers[each.id] < min(_FULL, span.most)
        return ill in each.tags, not made, each.id in occasion.used, len(each.organs) != 1, short

    return sorted(occasion.ranked(f"points:{topic}", able), key=place)


def evened(sections: Sequence[Section], asked: Sequence[Section]) -> tuple[Section, ...]:
    """Return `sections` with points as many as the fewest have, three at least.

    What the user `asked` for is left as it is.
    """
    given = {section.points for section in asked if section.points}
    drawn = [len(section.points) for section in sections if section.points not in given]
    least = max(_FULL, min(drawn, default=0))
    return tuple(
        section if section.points in given else section._replace(points=section.points[:least])
        for section in sections
    )


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
