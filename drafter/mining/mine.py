"""From the structure of documents to entries of a phrasebank."""

import re
from collections.abc import Iterable, Iterator
from types import MappingProxyType

from drafter.mining.chain import chain_members
from drafter.mining.cues import Cues
from drafter.mining.fillers import Types
from drafter.mining.freeing import Freeing
from drafter.mining.identity import identity
from drafter.mining.labels import Labels
from drafter.mining.sets import SetMaker, kind_of
from drafter.model.document import Article, Document, Group, Passage
from drafter.model.lexicon import Lexicon
from drafter.model.phrase import Entry, Phrase, Source
from drafter.model.vocabulary import Home

_LONGEST = {"closings": 260, "reviews": 160, "openings": 60}
_SHORT = 90
_COUNT = re.compile(r"[一二三四五六七八九十两几]+(?=[点个])|\d+(?=[点个])")
_NONE: Types = MappingProxyType({})


class Miner:
    """Turns documents into entries, free of what belongs to their sources."""

    def __init__(self, lexicon: Lexicon, freeing: Freeing, types: Types = _NONE) -> None:
        """Take the lexicon, what frees a text, and the types of fillers known already."""
        self._freeing = freeing
        self._labels = Labels(lexicon)
        self._modal = Cues(lexicon).modal
        self._maker = SetMaker(lexicon, freeing, self._labels, types)
        self._speakers = lexicon.list("speakers")

    def entries(self, document: Document) -> list[Entry]:
        """Return the entries of `document`, in the order of its lines."""
        name = printable(re.split(r"[\\/]", document.path)[-1])
        found = [entry for article in document.articles for entry in self._article(article, name)]
        return list(merged(found))

    def _article(self, article: Article, name: str) -> Iterator[Entry]:
        texts = [heading.text for heading in article.headings]
        passages = (*article.openings, *article.closings, *article.thanks, *article.transitions)
        home = self._freeing.home([*texts, *(p.text for p in passages), article.title or ""])
        for group in article.parallel:
            for found in self._maker.sets(group, kind_of(group), home, name):
                yield found
                yield from self._maker.fillers(found)
        for sentence in article.yao:
            group = Group(chain_members(sentence.text, self._modal), sentence.line)
            yield from self._maker.sets(group, "yao", home, name)
        for kind in ("openings", "reviews", "shortfalls", "thanks", "closings"):
            for passage in getattr(article, kind):
                yield from self._single(kind, passage.text, home, Source(name, passage.line))
        for passage in article.transitions:
            text = _COUNT.sub("{{ count }}", passage.text, count=1)
            yield from self._single("transitions", text, home, Source(name, passage.line))
        for passage in article.quotations:
            yield from self._quotation(passage, name)

    def _single(self, kind: str, text: str, home: Home, source: Source) -> Iterator[Phrase]:
        freed = self._freeing.freed(text, home)
        if not 4 <= len(freed) <= _LONGEST.get(kind, _SHORT):
            return
        yield Phrase(
            id=identity(kind, freed),
            text=freed,
            kind=kind,
            topics=self._labels.topics(freed, 2),
            era=self._labels.era(freed),
            organs=self._labels.organs(freed),
            sources=(source,),
        )

    def _quotation(self, passage: Passage, name: str) -> Iterator[Phrase]:
        """Yield the quotation verbatim, with who said it; quotations are never slotted."""
        speaker, _, said = passage.text.partition("“")
        said = said.rpartition("”")[0]
        known = next((each for each in self._speakers if each in speaker), "")
        if known and 8 <= len(said) <= _SHORT and "“" not in said:
            source = Source(name, passage.line)
            topics = self._labels.topics(said, 2)
            era = self._labels.era(passage.text)
            own = identity("quotations", said)
            yield Phrase(own, said, "quotations", topics, era, sources=(source,), speaker=known)


def printable(name: str) -> str:
    """Return a file name as text: what no encoding or terminal takes is replaced."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def merged(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield each entry once, with the sources of all that have its id; the order is theirs."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if (known := found.get(entry.id)) is None:
            found[entry.id] = entry
            continue
        sources = tuple(dict.fromkeys((*known.sources, *entry.sources)))
        found[entry.id] = known._replace(sources=sources, seen=len(sources))
    yield from found.values()
