"""Rules that look at one entry."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from drafter.checking.frames import fits
from drafter.checking.ground import Ground
from drafter.model.phrase import Entry, Phrase, PhraseSet
from drafter.model.slots import nearest, slot_names

_SLOT = re.compile(r"\{\{.*?\}\}")
_YEAR = re.compile(r"(?:19|20)\d\d\Z", re.ASCII)
_FIGURE = re.compile(
    r"[0-9０-９][0-9０-９.．%％]*|[〇○零一二三四五六七八九]{4}年|百分之[一-十百点]+"
)
_REMNANT = re.compile(r"[xXｘＸ×○＊*#]{2,}|某[某省市州县区]")
_GAP = "\u3000"
VERBATIM = "quotations"
"""Kind whose texts stay as they were said."""


class Flaw(NamedTuple):
    """What a rule says of an entry: line, fault, way out."""

    line: int
    what: str
    remedy: str


def texts(entry: Entry) -> Iterator[tuple[Phrase, int]]:
    """Yield every phrase of an entry and its line."""
    for phrase in (entry,) if isinstance(entry, Phrase) else entry.members:
        yield phrase, phrase.line or entry.line


def _parts(entry: Entry) -> Iterator[tuple[Entry, int]]:
    """Yield the entry and, of a set, its members, each with its line."""
    yield entry, entry.line
    if isinstance(entry, PhraseSet):
        yield from texts(entry)


def unknown_slots(entry: Entry, ground: Ground) -> Iterator[Flaw]:
    """Find slots that no word fills."""
    for phrase, line in texts(entry):
        for name in dict.fromkeys(slot_names(phrase.text)):
            if name not in ground.slots:
                remedy = _meant(name, ground.slots, "可用的名称见 vocabulary.yaml")
                yield Flaw(line, f"没有“{name}”这个空位", remedy)


def unknown_topics(entry: Entry, ground: Ground) -> Iterator[Flaw]:
    """Find topics that the lexicon does not list."""
    for part, line in _parts(entry):
        for topic in part.topics:
            if topic not in ground.topics:
                remedy = _meant(topic, ground.topics, "请在 lexicon.yaml 的 topics 里添上，或改写")
                yield Flaw(line, f"词表里没有“{topic}”这个主题", remedy)


def unknown_organs(entry: Entry, ground: Ground) -> Iterator[Flaw]:
    """Find organs that the vocabulary does not list."""
    for part, line in _parts(entry):
        for organ in part.organs:
            if organ not in ground.organs:
                remedy = _meant(organ, ground.organs, "可以写：" + "、".join(sorted(ground.organs)))
                yield Flaw(line, f"词汇表里没有“{organ}”这个机关", remedy)


def odd_eras(entry: Entry, _: Ground) -> Iterator[Flaw]:
    """Find eras that are no year."""
    for part, line in _parts(entry):
        if part.era and not _YEAR.match(part.era):
            yield Flaw(line, f"“era”不能是“{part.era}”", "请写四位数的年份，例如 2022")


def leaked_places(entry: Entry, ground: Ground) -> Iterator[Flaw]:
    """Find names of places, which belong to one source alone."""
    for name, line in _left(entry, ground, ground.places_in):
        yield Flaw(line, f"留着地名“{name}”", "请换成 {{ place }}，或删去")


def leaked_local_words(entry: Entry, ground: Ground) -> Iterator[Flaw]:
    """Find words of one level or organ where a slot should stand."""
    for word, line in _left(entry, ground, ground.local.findall):
        slot = ground.slot_of.get(word, "")
        remedy = f"请换成 {slot}" if slot else "请换成 {{ region }} 这样的空位，或改写"
        yield Flaw(line, f"“{word}”只合一个级别、一个机关", remedy)


def leaked_figures(entry: Entry, ground: Ground) -> Iterator[Flaw]:
    """Find figures and years, which belong to one source alone."""
    for figure, line in _left(entry, ground, _FIGURE.findall):
        yield Flaw(line, f"留着数字“{figure}”", "请改写成不带数字的话，或删去这一条")


def remnants(entry: Entry, ground: Ground) -> Iterator[Flaw]:
    """Find marks that stood for a name in the source, such as XX."""
    for mark, line in _left(entry, ground, _REMNANT.findall):
        yield Flaw(line, f"留着原文的占位“{mark}”", "请换成 {{ place }} 这样的空位，或删去")


def misfits(entry: Entry, _: Ground) -> Iterator[Flaw]:
    """Find members that do not fill the frame of their set."""
    if isinstance(entry, PhraseSet) and entry.frame:
        for member, line in texts(entry):
            if not fits(entry.frame, member.text):
                what = f"“{member.text}”不合框架“{entry.frame}”"
                yield Flaw(line, what, "请改写这一句，或改框架")


def repeated_members(entry: Entry, _: Ground) -> Iterator[Flaw]:
    """Find members that stand twice in their set."""
    seen: set[str] = set()
    for member, line in texts(entry):
        if member.text in seen:
            yield Flaw(line, f"“{member.text}”在这一组里有两次", "请删去一条")
        seen.add(member.text)


def lone_members(entry: Entry, _: Ground) -> Iterator[Flaw]:
    """Find sets of one, which no outline takes as a set."""
    if isinstance(entry, PhraseSet) and len(entry.members) == 1:
        yield Flaw(entry.line, "这一组只有一条，不成组", "请添上同一句式的，或改成单条")


def undated(entry: Entry, ground: Ground) -> Iterator[Flaw]:
    """Find formulations of a year in entries that do not tell the year."""
    for phrase, line in texts(entry):
        year = max((y for word, y in ground.dated.items() if word in phrase.text), default="")
        if year and not (phrase.era or entry.era):
            yield Flaw(line, f"用了 {year} 年的提法，却没有写年代", f"请加上 era: {year}")


def _left(
    entry: Entry, ground: Ground, find: Callable[[str], list[str]]
) -> Iterator[tuple[str, int]]:
    """Yield what `find` finds beside slots and what is said everywhere, once a text.

    A quotation stays as it was said.
    """
    if entry.kind == VERBATIM:
        return
    for phrase, line in texts(entry):
        if find(phrase.text):  # most texts have nothing, and need no stripping
            bare = ground.common.sub(_GAP, _SLOT.sub(_GAP, phrase.text))
            for each in dict.fromkeys(find(bare)):
                yield each, line


def _meant(said: str, known: frozenset[str], otherwise: str) -> str:
    like = nearest(said, list(known))
    return f"是不是 {like}？" if like else otherwise
