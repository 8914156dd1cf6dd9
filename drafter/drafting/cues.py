"""Cue lines: below a point, in one line, what to say there, from a parallel chain of its topic."""

from collections.abc import Sequence
from copy import copy

from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.drafting.stock import Stock, slots_of
from drafter.model.outline import PENDING
from drafter.model.phrase import OWN, PhraseSet
from drafter.model.spec import Choice, Section
from drafter.model.template import CuePlan, Span

_MOST = 3
"""Clauses of a cue line."""
_LENGTHS = Span(4, 16)
"""Characters of a clause."""


def cues_on(stock: Stock, occasion: Occasion) -> "Cues":
    """Return the chains of `stock` that suit `occasion`."""
    bank, plan = stock.bank, stock.template.plan.cues
    chains = stock.kept("chains", None, lambda: (*bank.sets("parallel"), *bank.sets("yao")))
    slots = stock.kept("chains: slots", None, lambda: slots_of(chains))
    key = occasion.circumstances(slots)
    return stock.kept("cues", key, lambda: Cues(chains, occasion, plan)).at(occasion)


class Cues:
    """The chains that suit an occasion, by topic."""

    def __init__(
        self, chains: Sequence[PhraseSet], occasion: Occasion, plan: CuePlan | None = None
    ) -> None:
        self._occasion = occasion
        self._chains: dict[str, list[PhraseSet]] = {}
        for chain in chains:
            if _in_tone(chain, plan or CuePlan()) and self._suits(chain):
                for topic in chain.topics:
                    self._chains.setdefault(topic, []).append(chain)

    def at(self, occasion: Occasion) -> "Cues":
        """Return the same chains at another occasion that they suit as well."""
        other = copy(self)
        other._occasion = occasion
        return other

    def _suits(self, chain: PhraseSet) -> bool:
        return self._occasion.suits(chain) and all(map(self._occasion.suits, chain.members))

    def with_cues(self, section: Section, ledger: Ledger) -> Section:
        """Return `section` with a cue for each point that has none, as far as there are any."""
        points = [
            point
            if point.cue or PENDING.search(point.text)
            else point._replace(cue=self.cue(self._said(point), section.topic, ledger))
            for point in section.points
        ]
        return section._replace(points=tuple(points))

    def _said(self, choice: Choice) -> str:
        return self._occasion.said(choice.text)

    def cue(self, point: str, topic: str, ledger: Ledger) -> Choice:
        """Return a cue for `point`, and enter it; an empty one when nothing new can be said.

        A chain with tags is for points that hold one of them; another has to take up a word of
        the point. One that no earlier speech used goes first, then one with a tag, then an own
        one, then the one that takes up most words.
        """
        about = [chain for chain in self._chains.get(topic, []) if self._told(chain, point)]
        ranked = self._occasion.ranked(f"cue:{point}", about)
        for chain in sorted(ranked, key=lambda each: self._place(each, point)):
            said = [self._occasion.said(member.text) for member in chain.members[:_MOST]]
            if ledger.first(said) and all(_fits(text, point) for text in said):
                for text in said:
                    ledger.add(text)
                texts = [member.text for member in chain.members[:_MOST]]
                word = self._told(chain, point)[0]
                why = f"分论点说到“{word}”，共 {len(ranked)} 组合用"
                return Choice("，".join(texts) + "。", chain.id, why=why)
        return Choice()

    def _told(self, chain: PhraseSet, point: str) -> list[str]:
        """Return the words of the point that let `chain` stand below it."""
        if chain.tags:
            return [tag for tag in chain.tags if tag in point]
        return _in_common([self._occasion.said(m.text) for m in chain.members[:_MOST]], point)

    def _place(self, chain: PhraseSet, point: str) -> tuple[bool, bool, bool, int]:
        words = self._told(chain, point)
        used = chain.id in self._occasion.used
        return used, not chain.tags, not _is_own(chain), -sum(map(len, words))


def _is_own(chain: PhraseSet) -> bool:
    return any(source.document == OWN for source in chain.sources)


def _in_tone(chain: PhraseSet, plan: CuePlan) -> bool:
    """Tell whether the template wants the chain; a mined one has to open as the plan says."""
    texts = [member.text for member in chain.members]
    if any(word in text for word in plan.without for text in texts):
        return False
    return not plan.holding or _is_own(chain) or all(t.startswith(plan.holding) for t in texts)


def _fits(clause: str, point: str) -> bool:
    """Tell whether `clause` has the right length and does not say the point again.

    What it shares with the point may be a word, such as the topic's, but not half of it.
    """
    if not _LENGTHS.least <= len(clause) <= _LENGTHS.most or clause in point:
        return False
    shared = {at + step for at in _shared(clause, point) for step in (0, 1)}
    return len(shared) * 2 <= len(clause)


def _shared(clause: str, point: str) -> list[int]:
    """Return where pairs of neighbouring characters of `point` stand in `clause`."""
    return [at for at in range(len(clause) - 1) if clause[at : at + 2] in point]


def _in_common(clauses: Sequence[str], point: str) -> list[str]:
    """Return the pairs of neighbouring characters that stand in a clause and in the point."""
    found = [clause[at : at + 2] for clause in clauses for at in _shared(clause, point)]
    return list(dict.fromkeys(found))
