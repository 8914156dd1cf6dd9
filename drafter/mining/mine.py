"""From the structure of documents to entries of a phrasebank."""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from drafter.mining.frames import frame
from drafter.mining.freeing import Freeing
from drafter.mining.labels import Labels
from drafter.model.document import Article, Document, Group, Passage
from drafter.model.lexicon import Lexicon
from drafter.model.phrase import Entry, Phrase, PhraseSet, Source
from drafter.model.vocabulary import Home

_MEMBER = 40
"""Longest member of a set, in characters."""
_LONGEST = {"closings": 260, "reviews": 160, "openings": 60}
_SHORT = 90
_CLAUSE = 4
"""Shortest clause of a parallel group that is kept."""
_COUNT = re.compile(r"[一二三四五六七八九十两几]+(?=[点个])|\d+(?=[点个])")
_SPACE = re.compile(r"\s+")


class Miner:
    """Turns documents into entries, free of what belongs to their sources."""

    def __init__(self, lexicon: Lexicon, freeing: Freeing) -> None:
        self._freeing = freeing
        self._labels = Labels(lexicon)
        self._verbs = lexicon.list("verbs")
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
            yield from self._set(group, home, name)
        for kind in ("openings", "reviews", "shortfalls", "thanks", "closings", "yao"):
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
            id=_id(kind, freed),
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
            identity = _id("quotations", said)
            yield Phrase(
                identity, said, "quotations", topics, era, sources=(source,), speaker=known
            )

    def _set(self, group: Group, home: Home, name: str) -> Iterator[PhraseSet]:
        kind = _kind(group)
        members = [self._freeing.freed(text, home) for text in group.members]
        kept = list(dict.fromkeys(text for text in members if 2 <= len(text) <= _MEMBER))
        if kind == "headings" and len(kept) == 2:
            kind = "points"
        if len(kept) < 2 or (kind != "parallel" and not _whole(len(kept), len(members))):
            return
        pattern = frame(kept)
        if kind == "parallel" and not self._sound(pattern, kept):
            return
        identity = _id(kind, "|".join(kept))
        phrases = tuple(self._member(text, f"{identity}.{n}") for n, text in enumerate(kept, 1))
        yield PhraseSet(
            id=identity,
            frame=pattern,
            members=phrases if kind != "points" else tuple(p._replace(topics=()) for p in phrases),
            kind=kind,
            level=group.level,
            topics=_own(phrases) or self._labels.topics(group.under),
            era=min(phrase.era for phrase in phrases) if all(p.era for p in phrases) else "",
            organs=_joint(phrases),
            sources=(Source(name, group.line),),
        )

    def _sound(self, pattern: str, members: Sequence[str]) -> bool:
        """Return whether clauses are whole and clearly parallel, so that they can be used again."""
        if min(map(len, members)) < _CLAUSE:
            return False
        shared = sum("\u4e00" <= letter <= "\u9fff" for letter in pattern)
        return shared >= 2 or all(text.startswith(self._verbs) for text in members)

    def _member(self, text: str, identity: str) -> Phrase:
        labels = self._labels
        return Phrase(
            identity,
            text,
            topics=labels.topics(text),
            era=labels.era(text),
            organs=labels.organs(text),
        )


def printable(name: str) -> str:
    """Return a file name as text: what no encoding or terminal takes is replaced."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)


def _kind(group: Group) -> str:
    if not group.level:
        return "parallel"
    clauses = any("，" in member for member in group.members)
    return "headings" if group.level == 1 or (group.level == 2 and clauses) else "points"


def _whole(kept: int, members: int) -> bool:
    """Return whether a set is still one: all of three members, two thirds of more."""
    return kept == members if members <= 3 else kept * 3 >= members * 2


def _own(phrases: Sequence[Phrase]) -> tuple[str, ...]:
    """Return the topic that two thirds of the members tell."""
    told = [phrase.topics[0] for phrase in phrases if phrase.topics]
    best = max(told, key=told.count, default="")
    return (best,) if best and told.count(best) * 3 >= len(phrases) * 2 else ()


def _joint(phrases: Iterable[Phrase]) -> tuple[str, ...]:
    """Return the organs of the members that are tied to any, each once."""
    return tuple(dict.fromkeys(organ for phrase in phrases for organ in phrase.organs))


def _id(kind: str, text: str) -> str:
    """Return an id that the kind and the text decide, so that mining again gives it again."""
    digest = sha256(_SPACE.sub("", text).encode()).hexdigest()
    return f"{kind[0]}-{digest[:8]}"


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
