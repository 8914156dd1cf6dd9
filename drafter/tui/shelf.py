"""Phrases that are offered together: found by words, narrowed by topic, era and source."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum

from drafter.drafting.offers import Offer
from drafter.model.folding import SEPARATOR
from drafter.storage.bank.sheets import Wanted
from drafter.tui.filtering import Index


class Facet(Enum):
    """What a list is narrowed by, and what users call it."""

    TOPIC = "主题"
    ERA = "年份"
    SOURCE = "出处"


_VALUES: Mapping[Facet, Callable[[Offer], Sequence[str]]] = {
    Facet.TOPIC: lambda offer: offer.topics or ("",),
    Facet.ERA: lambda offer: (offer.era,),
    Facet.SOURCE: lambda offer: (offer.source.document,),
}
_NOTHING = {Facet.TOPIC: "不分主题", Facet.ERA: "不限年份", Facet.SOURCE: "没有出处"}

Filters = Mapping[Facet, str]
"""The value that is asked for; a facet without one is not asked for."""


def value_name(facet: Facet, value: str) -> str:
    """Return what users call a value of `facet`."""
    return value or _NOTHING[facet]


class Shelf:
    """Offers in their order; of those that say the same, the first."""

    def __init__(self, offers: Iterable[Offer]) -> None:
        self._alike: dict[str, list[Offer]] = {}
        for offer in offers:
            self._alike.setdefault(offer.text, []).append(offer)
        self.offers = [some[0] for some in self._alike.values()]
        self._index = Index([SEPARATOR.join((o.text, *o.topics)) for o in self.offers])
        self._numbers: dict[Facet, dict[str, list[int]]] = {}

    def warm(self, words: Sequence[Wanted]) -> None:
        """Go through all offers once: what pinyin needs of them is made then."""
        deque(self._index.found(words), maxlen=0)

    def alike(self, offer: Offer) -> Sequence[Offer]:
        """Return all offers that say what `offer` says."""
        return self._alike.get(offer.text, [offer])

    def values(self, facet: Facet) -> Mapping[str, Sequence[int]]:
        """Return the values of `facet`, each with the numbers of the offers that have it."""
        if facet not in self._numbers:
            found: dict[str, list[int]] = {}
            for number, offer in enumerate(self.offers):
                for value in _VALUES[facet](offer):
                    found.setdefault(value, []).append(number)
            self._numbers[facet] = found
        return self._numbers[facet]

    def found(self, words: Sequence[Wanted], filters: Filters) -> Iterator[int]:
        """Yield the numbers of the offers that hold all of `words` and pass the filters."""
        allowed = [self.values(facet).get(value, ()) for facet, value in filters.items()]
        if not words and allowed:
            first, *others = allowed
            return _in_all(iter(first), others)
        return _in_all(self._index.found(words), allowed)


def _in_all(numbers: Iterator[int], allowed: Sequence[Sequence[int]]) -> Iterator[int]:
    for some in map(frozenset, allowed):
        numbers = filter(some.__contains__, numbers)
    return numbers
