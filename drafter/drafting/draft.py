"""The one path from a spec to an outline."""

from typing import Any, NamedTuple

from drafter.drafting.answers import Answers, answered, occasion
from drafter.drafting.headings import Proposal
from drafter.drafting.knowledge import NOTHING, Knowledge
from drafter.drafting.ledger import Ledger
from drafter.drafting.occasion import Occasion
from drafter.drafting.origins import origins, used_again
from drafter.drafting.outline_text import HEADED, read_outline
from drafter.drafting.parts import choose_part
from drafter.drafting.sections import compose_sections, propose_headings
from drafter.drafting.stock import Stock
from drafter.model.numerals import quantity
from drafter.model.outline import PENDING, Budget, Node, Origin, Outline
from drafter.model.phrase import Phrasebank
from drafter.model.spec import Choice, Section, Spec
from drafter.model.template import Plan, Template
from drafter.model.vocabulary import Vocabulary
from drafter.templating.rendering import render_body

_ASSUMED = "shortfalls"
"""The slot that is filled by the topics when the user names nothing."""


class Composition(NamedTuple):
    """A spec with every choice made, and the outline that it gives."""

    full: Spec
    outline: Outline


def draft(
    spec: Spec,
    template: Template,
    bank: Phrasebank | Stock,
    vocabulary: Vocabulary,
    knowledge: Knowledge = NOTHING,
) -> Outline:
    """Return the outline that `spec` asks for; what it leaves open the seed decides."""
    return composed(spec, template, bank, vocabulary, knowledge).outline


def composed(
    spec: Spec,
    template: Template,
    bank: Phrasebank | Stock,
    vocabulary: Vocabulary,
    knowledge: Knowledge = NOTHING,
) -> Composition:
    """Return the outline that `spec` asks for, and the choices that it is made of."""
    return _Desk(spec, template, bank, vocabulary, knowledge).composition()


def completed(
    spec: Spec,
    template: Template,
    bank: Phrasebank | Stock,
    vocabulary: Vocabulary,
    knowledge: Knowledge = NOTHING,
) -> Spec:
    """Return `spec` with every choice made explicit: it gives the same outline for ever."""
    return _Desk(spec, template, bank, vocabulary, knowledge).completed()


def proposed_headings(
    spec: Spec,
    template: Template,
    bank: Phrasebank | Stock,
    vocabulary: Vocabulary,
    knowledge: Knowledge = NOTHING,
    most: int = 8,
) -> tuple[Proposal, ...]:
    """Return the best `most` sets of headings for `spec`; the composer takes the first."""
    return _Desk(spec, template, bank, vocabulary, knowledge).headings(most)


class _Desk:
    """What lies before the writer of one speech."""

    def __init__(
        self,
        spec: Spec,
        template: Template,
        bank: Phrasebank | Stock,
        vocabulary: Vocabulary,
        knowledge: Knowledge,
    ) -> None:
        self._asked = spec
        self._template = template
        self._stock = bank if isinstance(bank, Stock) else Stock(bank, template)
        self._known = self._stock.known
        self._answers: Answers = answered(spec, template, vocabulary)
        known = occasion(spec, self._answers, template)._replace(
            used=knowledge.used, verbs=knowledge.verbs
        )
        self._occasion = _counted(spec, known, ())

    def _settled_parts(self, ledger: Ledger) -> dict[str, Choice]:
        """Return the parts that the user chose, entered in `ledger`."""
        parts = {name: self._known.settled(said) for name, said in self._asked.parts.items()}
        for choice in parts.values():
            ledger.add(self._occasion.said(choice.text))
        return parts

    def headings(self, most: int) -> tuple[Proposal, ...]:
        """Return the best `most` sets of headings."""
        ledger = Ledger()
        self._settled_parts(ledger)
        return propose_headings(self._asked, self._stock, self._occasion, ledger, most)

    def completed(self) -> Spec:
        """Return the spec with every choice made."""
        spec, plan, ledger = self._asked, self._template.plan, Ledger()
        if spec.written:
            return spec._replace(parts={}, sections=(), topics=(), number=0)
        parts = self._settled_parts(ledger)
        cued = bool(self._answers.values.get("cues"))
        sections = compose_sections(spec, self._stock, self._occasion, ledger, cued)
        self._occasion = _counted(spec, self._occasion, sections, plan)
        parts = self._parts(parts, ledger)
        return spec._replace(parts=parts, sections=sections, topics=(), number=0)

    def _parts(self, given: dict[str, Choice], ledger: Ledger) -> dict[str, Choice]:
        parts: dict[str, Choice] = {}
        for part in self._template.plan.parts:
            choice = given.get(part.name) or choose_part(part, self._stock, self._occasion, ledger)
            if choice:
                parts[part.name] = choice
        return parts

    def composition(self) -> Composition:
        """Return the completed spec and its outline."""
        spec = self.completed()
        nodes, told = self._composed(spec) if not spec.written else self._as_written(spec)
        assumed = [said for origin in told for name, said in origin.slots if name == _ASSUMED]
        outline = Outline(
            nodes=nodes,
            missing=_missing(nodes),
            assumed=() if _ASSUMED in spec.answers else tuple(filter(None, assumed)),
            origins=told,
            length=self._length(spec, nodes),
            again=used_again(told, self._known, self._occasion),
        )
        return Composition(spec, outline)

    def _composed(self, spec: Spec) -> tuple[tuple[Node, ...], tuple[Origin, ...]]:
        style = str(self._answers.values.get("marks") or HEADED)
        nodes = read_outline(render_body(self._template, self._values(spec)), style)
        return nodes, origins(nodes, spec, self._known, self._occasion)

    def _as_written(self, spec: Spec) -> tuple[tuple[Node, ...], tuple[Origin, ...]]:
        from drafter.drafting.as_written import written_origins  # few specs hold an outline

        nodes = tuple(each.node for each in spec.written)
        return nodes, tuple(written_origins(spec.written, self._known))

    def _length(self, spec: Spec, nodes: tuple[Node, ...]) -> tuple[Budget, ...]:
        if not spec.minutes:
            return ()
        from drafter.drafting.length import budgets  # few ask for a length

        said = self._occasion.said
        parts = {name: said(choice.text).strip() for name, choice in spec.parts.items()}
        last = spec.sections[-1].points[-1].cue if spec.sections else None
        cue = said(last.text) if last else ""
        return budgets(nodes, self._template.plan, parts, cue, spec.minutes, spec.rate)

    def _values(self, spec: Spec) -> dict[str, Any]:
        said = self._occasion.said
        parts = dict.fromkeys((part.name for part in self._template.plan.parts), "")
        parts.update((name, said(choice.text)) for name, choice in spec.parts.items())
        sections = [
            {
                "topic": section.topic,
                "heading": said(section.heading.text) if section.heading else "",
                "points": [said(point.text) for point in section.points],
                "cues": [said(point.cue.text) if point.cue else "" for point in section.points],
            }
            for section in spec.sections
        ]
        return {**self._occasion.words, **self._answers.values, **parts, "sections": sections}


def _counted(
    spec: Spec, before: Occasion, sections: tuple[Section, ...], plan: Plan | None = None
) -> Occasion:
    """Return the occasion with the words that hang on the sections."""
    lacks = {topic.name: topic.lack for topic in plan.topics} if plan else {}
    found = [lacks[section.topic] for section in sections if lacks.get(section.topic)]
    words = {"count": quantity(len(sections)), _ASSUMED: "、".join(found)}
    return before.knowing(**{n: w for n, w in words.items() if n not in spec.answers})


def _missing(nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """Return what only the user can give, each once."""
    return tuple(dict.fromkeys(gap for node in nodes for gap in PENDING.findall(node.text)))
