"""What could stand in place of a choice: phrases and sets that suit the speech."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.drafting.answers import answered, occasion
from drafter.drafting.parts import offered
from drafter.drafting.phrases import chosen
from drafter.drafting.points import sets_on, suiting_members
from drafter.drafting.stock import Stock
from drafter.model.numerals import quantity
from drafter.model.phrase import Entry, Phrase, Phrasebank, PhraseSet, Source
from drafter.model.spec import Choice, Spec
from drafter.model.template import PartPlan, Plan, Template
from drafter.model.vocabulary import Vocabulary


class Offer(NamedTuple):
    """A phrase, or a set of them, as it would be said in the speech at hand."""

    text: str
    choices: tuple[Choice, ...]
    """What taking it chooses: one phrase, or all of a set."""
    source: Source
    topics: tuple[str, ...] = ()
    era: str = ""
    kind: str = ""
    group: int = 1
    """Sentences of the set that it stands in."""

    @property
    def choice(self) -> Choice:
        """Return the choice, the first of a set."""
        return self.choices[0]

    @property
    def origin(self) -> str:
        """Return document and line."""
        return (
            f"{self.source.document}:{self.source.line}"
            if self.source.line
            else (self.source.document)
        )


class Offers:
    """Knows what suits one speech; `full` is its spec with every choice made."""

    def __init__(
        self,
        full: Spec,
        template: Template,
        bank: Phrasebank | Stock,
        vocabulary: Vocabulary,
    ) -> None:
        self._plan = template.plan
        self._stock = bank if isinstance(bank, Stock) else Stock(bank, template)
        bare = occasion(full, answered(full, template, vocabulary), template)
        words = _words(full, template.plan)
        known = {name: said for name, said in words.items() if name not in full.answers}
        self._occasion = bare.knowing(**known)

    def said(self, text: str) -> str:
        """Return `text` with the words of the speech in its slots."""
        return self._occasion.said(text)

    def for_part(self, part: PartPlan) -> list[Offer]:
        """Return what may stand for `part`, in the order of the seed."""
        return [self._phrase(each) for each in offered(part, self._stock, self._occasion)]

    def for_points(self, topic: str) -> list[Offer]:
        """Return the sets of points that can carry `topic`, in the order of the seed."""
        ranked = sets_on(topic, self._stock, self._occasion)
        return [self._points(topic, each) for each in ranked]

    def of_kinds(self, kinds: Iterable[str]) -> Iterator[Offer]:
        """Yield every phrase of `kinds` that suits, the members of sets one by one."""
        for kind in kinds:
            for entry in self._stock.bank.entries.get(kind, ()):
                if self._occasion.suits(entry):
                    for member in filter(self._occasion.suits, _members(entry)):
                        topics = member.topics or entry.topics
                        group = len(_members(entry))
                        yield self._phrase(member)._replace(topics=topics, group=group)

    def about(self, topic: str, kinds: Iterable[str]) -> list[Offer]:
        """Return the phrases of `kinds` that belong to `topic`."""
        return [offer for offer in self.of_kinds(kinds) if topic in offer.topics]

    def _points(self, topic: str, each: PhraseSet) -> Offer:
        members = suiting_members(topic, each, self._occasion)[: self._plan.points.most]
        texts = [self.said(member.text) for member in members]
        source = _source(each.sources or members[0].sources)
        choices = tuple(map(chosen, members))
        return Offer(
            "；".join(texts), choices, source, each.topics, each.era, each.kind, len(each.members)
        )

    def _phrase(self, each: Phrase) -> Offer:
        said = self.said(each.text).strip()
        source = _source(each.sources)
        return Offer(said, (chosen(each),), source, each.topics, each.era, each.kind)


def _members(entry: Entry) -> Sequence[Phrase]:
    return entry.members if isinstance(entry, PhraseSet) else (entry,)


def _source(sources: Sequence[Source]) -> Source:
    return sources[0] if sources else Source("")


def _words(full: Spec, plan: Plan) -> dict[str, str]:
    """Return the words that hang on the sections."""
    lacks = {topic.name: topic.lack for topic in plan.topics}
    found = [lacks[each.topic] for each in full.sections if lacks.get(each.topic)]
    return {"count": quantity(len(full.sections)), "shortfalls": "、".join(found)}
