"""The parts around the body: opening, review, transition, closing call."""

from collections.abc import Sequence

from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.drafting.phrases import chosen
from drafter.drafting.stock import Stock, slots_of
from drafter.model.phrase import Phrase, Phrasebank
from drafter.model.spec import Choice
from drafter.model.template import PartPlan


def choose_part(part: PartPlan, stock: Stock, occasion: Occasion, ledger: Ledger) -> Choice | None:
    """Return the phrase that the seed draws for `part`, and enter it; None when none suits."""
    found = offered(part, stock, occasion)
    fresh = (each for each in found if not ledger.has(occasion.said(each.text)))
    phrase = next(fresh, found[0] if found else None)
    if phrase is None:
        return None
    ledger.add(occasion.said(phrase.text))
    own = any(phrase.id == wording.phrase.id for wording in part.wordings)
    return chosen(phrase, f"{'模板写法，' if own else ''}种子抽中，共 {len(found)} 句合用")


def offered(part: PartPlan, stock: Stock, occasion: Occasion) -> Sequence[Phrase]:
    """Return what suits, in the order of the seed; all of it is made for just this time if any is.

    What may be had at all, its order, and what of it suits hang on ever more: each is kept.
    """
    name, drawn = part.name, (occasion.seed, occasion.used)
    able = stock.kept(f"{name}: able", None, lambda: _drawn(part, stock.bank))
    slots = stock.kept(f"{name}: slots", None, lambda: slots_of(able))
    ordered = stock.kept(f"{name}: ordered", drawn, lambda: occasion.ranked(name, able))
    key = (*drawn, occasion.circumstances(slots))
    return stock.kept(f"{name}: offered", key, lambda: _offered(part, ordered, occasion))


def _drawn(part: PartPlan, bank: Phrasebank) -> list[Phrase]:
    """Return what the template and the bank have for `part`, whatever the occasion."""
    found = [wording.phrase for wording in part.wordings]
    for kind in part.kinds:
        found += (phrase for phrase in bank.phrases(kind) if _is_wanted(phrase.text, part))
    return found


def _offered(part: PartPlan, ordered: Sequence[Phrase], occasion: Occasion) -> Sequence[Phrase]:
    late = {each.phrase.id for each in part.wordings if not occasion.is_timely(each)}
    suiting = [each for each in filter(occasion.suits, ordered) if each.id not in late]
    dated = {wording.phrase.id for wording in part.wordings if wording.since}
    timely = [each for each in suiting if each.id in dated or occasion.seasons(each.text)]
    return timely or suiting


def _is_wanted(text: str, part: PartPlan) -> bool:
    if part.most and len(text) > part.most:
        return False
    if part.holding and not any(word in text for word in part.holding):
        return False
    return not any(word in text for word in part.without)
