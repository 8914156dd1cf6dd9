"""The parts around the body: opening, review, transition, closing call."""

from collections.abc import Iterator

from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.drafting.phrases import chosen
from drafter.model.phrase import Phrase, Phrasebank
from drafter.model.spec import Choice
from drafter.model.template import PartPlan


def choose_part(
    part: PartPlan, bank: Phrasebank, occasion: Occasion, ledger: Ledger
) -> Choice | None:
    """Return the phrase that the seed draws for `part`, and enter it; None when none suits."""
    ranked = occasion.ranked(part.name, offered(part, bank, occasion))
    fresh = (each for each in ranked if not ledger.has(occasion.said(each.text)))
    phrase = next(fresh, ranked[0] if ranked else None)
    if phrase is None:
        return None
    ledger.add(occasion.said(phrase.text))
    own = any(phrase.id == wording.phrase.id for wording in part.wordings)
    return chosen(phrase, f"{'模板写法，' if own else ''}种子抽中，共 {len(ranked)} 句合用")


def offered(part: PartPlan, bank: Phrasebank, occasion: Occasion) -> list[Phrase]:
    """Return what suits; what is made for just this time goes before all that suits any."""
    suiting = [phrase for phrase in _drawn(part, bank, occasion) if occasion.suits(phrase)]
    dated = {wording.phrase.id for wording in part.wordings if wording.since}
    timely = [each for each in suiting if each.id in dated or occasion.seasons(each.text)]
    return timely or suiting


def _drawn(part: PartPlan, bank: Phrasebank, occasion: Occasion) -> Iterator[Phrase]:
    for wording in part.wordings:
        if occasion.is_timely(wording):
            yield wording.phrase
    for kind in part.kinds:
        for phrase in bank.phrases(kind):
            if _is_wanted(phrase.text, part):
                yield phrase


def _is_wanted(text: str, part: PartPlan) -> bool:
    if part.most and len(text) > part.most:
        return False
    if part.holding and not any(word in text for word in part.holding):
        return False
    return not any(word in text for word in part.without)
