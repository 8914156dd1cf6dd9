"""Sets of siblings, free of what belongs to their source, and what fills their frames."""

from collections.abc import Iterable, Iterator, Sequence

from drafter.mining.chain import even
from drafter.mining.fillers import Types, Typing, fillers
from drafter.mining.freeing import Freeing
from drafter.mining.identity import identity
from drafter.mining.labels import Labels
from drafter.model.document import Group
from drafter.model.frames import Frame, aligned
from drafter.model.lexicon import Lexicon
from drafter.model.phrase import Phrase, PhraseSet, Source
from drafter.model.vocabulary import Home

_MEMBER = 40
"""Longest member of a set, in characters."""
_CLAUSE = 4
"""Shortest clause of a parallel group that is kept."""
_FRAMED = ("headings", "points")
"""Kinds whose frames give fillers."""


class SetMaker:
    """Makes sets of groups, and fillers of sets."""

    def __init__(self, lexicon: Lexicon, freeing: Freeing, labels: Labels, types: Types) -> None:
        """Take what frees and labels a text, and the types of fillers known already."""
        self._freeing = freeing
        self._labels = labels
        self._verbs = lexicon.list("verbs")
        self._typing = Typing(types, self._verbs, lexicon.list("filler_shapes"))

    def sets(self, group: Group, kind: str, home: Home, name: str) -> Iterator[PhraseSet]:
        """Yield the set that `group` of the document called `name` gives, if it gives one."""
        members = [self._freeing.freed(text, home) for text in group.members]
        kept = list(dict.fromkeys(text for text in members if 2 <= len(text) <= _MEMBER))
        if kind == "headings" and len(kept) == 2:
            kind = "points"
        if len(kept) < 2 or (kind != "parallel" and not _whole(len(kept), len(members))):
            return
        found = aligned(kept)
        if self._sound(kind, found.pattern, kept):
            yield self._made(kind, kept, found, group, Source(name, group.line))

    def _made(
        self, kind: str, kept: Sequence[str], found: Frame, group: Group, source: Source
    ) -> PhraseSet:
        own = identity(kind, "|".join(kept))
        phrases = tuple(self._member(text, f"{own}.{n}") for n, text in enumerate(kept, 1))
        return PhraseSet(
            id=own,
            frame=found.pattern,
            members=phrases if kind != "points" else tuple(p._replace(topics=()) for p in phrases),
            kind=kind,
            level=group.level,
            topics=_own(phrases) or self._labels.topics(group.under),
            era=min(phrase.era for phrase in phrases) if all(p.era for p in phrases) else "",
            organs=_joint(phrases),
            sources=(source,),
            slots=self._typing.slots(found) if kind in _FRAMED else (),
        )

    def fillers(self, found: PhraseSet) -> Iterator[Phrase]:
        """Yield what fills the typed slots of a set, with the topic of its words or its member."""
        if found.kind not in _FRAMED:
            return
        frame = aligned([member.text for member in found.members])
        slots = {letter: name for letter, name in found.slots if self._tells(frame, letter, name)}
        for text, name, number in fillers(frame, slots):
            topics = self._labels.topics(text) or found.members[number].topics
            if topics:
                yield Phrase(
                    id=identity("fillers", f"{name}|{text}"),
                    text=text,
                    kind="fillers",
                    topics=topics,
                    era=self._labels.era(text),
                    organs=self._labels.organs(text),
                    sources=found.sources,
                    type=name,
                )

    def _tells(self, frame: Frame, letter: str, name: str) -> bool:
        """Return whether a slot is worth its fillers: of a known type, or each of a topic."""
        return self._typing.knows(name) or all(map(self._labels.topics, frame.columns[letter]))

    def _sound(self, kind: str, pattern: str, members: Sequence[str]) -> bool:
        """Return whether clauses are whole and clearly parallel, so that they can be used again."""
        if any(text.count("“") != text.count("”") for text in members):
            return False
        if kind == "yao":
            return even(members)
        if kind != "parallel":
            return True
        if min(map(len, members)) < _CLAUSE:
            return False
        shared = sum("\u4e00" <= letter <= "\u9fff" for letter in pattern)
        return shared >= 2 or all(text.startswith(self._verbs) for text in members)

    def _member(self, text: str, own: str) -> Phrase:
        labels = self._labels
        return Phrase(
            own, text, topics=labels.topics(text), era=labels.era(text), organs=labels.organs(text)
        )


def kind_of(group: Group) -> str:
    """Return the kind of set that `group` is, by its level and its clauses."""
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
