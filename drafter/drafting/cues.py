"""Cue lines: below a point, in one line, what to say there, from a parallel chain of its topic."""

from collections.abc import Sequence

from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.model.outline import PENDING
from drafter.model.phrase import OWN, PhraseSet
from drafter.model.spec import Choice, Section
from drafter.model.template import CuePlan, Span

_MOST = 3
"""Clauses of a cue line."""
_LENGTHS = Span(5, 16)
"""Characters of a clause."""


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

        A chain that no earlier speech used goes first, then an own one, then one that takes up a
        word of the point.
        """
        ranked = self._occasion.ranked(f"cue:{point}", self._chains.get(topic, []))
        for chain in sorted(ranked, key=lambda each: self._place(each, point)):
            said = [self._occasion.said(member.text) for member in chain.members[:_MOST]]
            if ledger.first(said) and all(_fits(text, point) for text in said):
                for text in said:
                    ledger.add(text)
                texts = [member.text for member in chain.members[:_MOST]]
                return Choice("，".join(texts) + "。", chain.id, why=_why(said, point, len(ranked)))
        return Choice()

    def _place(self, chain: PhraseSet, point: str) -> tuple[bool, bool, int]:
        said = [member.text for member in chain.members[:_MOST]]
        return chain.id in self._occasion.used, not _is_own(chain), -len(_in_common(said, point))


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


def _why(said: Sequence[str], point: str, number: int) -> str:
    common = _in_common(said, point)
    if common:
        return f"与分论点同有“{common[0]}”，共 {number} 组合用"
    return f"与分论点同一主题，种子抽中，共 {number} 组合用"
