"""Cue lines: below a point, in one line, what to say there, from a parallel chain of its topic."""

from collections.abc import Sequence

from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.model.phrase import PhraseSet
from drafter.model.spec import Choice
from drafter.model.template import Span

_MOST = 3
"""Clauses of a cue line."""
_LENGTHS = Span(5, 16)
"""Characters of a clause."""


class Cues:
    """The chains that suit an occasion, by topic."""

    def __init__(self, chains: Sequence[PhraseSet], occasion: Occasion) -> None:
        self._occasion = occasion
        self._chains: dict[str, list[PhraseSet]] = {}
        for chain in chains:
            if occasion.suits(chain) and all(map(occasion.suits, chain.members)):
                for topic in chain.topics:
                    self._chains.setdefault(topic, []).append(chain)

    def cue(self, point: str, topic: str, ledger: Ledger) -> Choice:
        """Return a cue for `point`, and enter it; an empty one when nothing new can be said.

        A chain that takes up a word of the point goes before one that only has its topic.
        """
        ranked = self._occasion.ranked(f"cue:{point}", self._chains.get(topic, []))
        for chain in sorted(ranked, key=lambda each: -_in_common(point, each)):
            said = [self._occasion.said(member.text) for member in chain.members[:_MOST]]
            if ledger.first(said) and all(_fits(text, point) for text in said):
                for text in said:
                    ledger.add(text)
                texts = [member.text for member in chain.members[:_MOST]]
                return Choice("，".join(texts) + "。", chain.id)
        return Choice()


def _fits(clause: str, point: str) -> bool:
    return _LENGTHS.least <= len(clause) <= _LENGTHS.most and clause not in point


def _in_common(point: str, chain: PhraseSet) -> int:
    """Return how many pairs of neighbouring characters of `point` stand in the chain."""
    said = "，".join(member.text for member in chain.members[:_MOST])
    return sum(point[at : at + 2] in said for at in range(len(point) - 1))
