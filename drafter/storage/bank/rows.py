"""Entries as rows of a cache: what is searched in them, and all they hold as JSON."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from drafter.model.folding import SEPARATOR, folded
from drafter.model.phrase import Change, Entry, Phrase, PhraseSet, Source

Item = Entry | Change
_PHRASE, _SET, _CHANGE = range(3)
_PHRASE_REST = [[], "", [], [], 1, "", "", [], ""]
_SET_REST = [0, [], "", [], [], 1, [], [], ""]


def searched(item: Item) -> str:
    """Return the texts of `item` that a search looks at, in one line."""
    return SEPARATOR.join(_texts(item)).replace("\n", "")


def lines_of(items: Iterable[Item]) -> str:
    """Return what is searched of all items, folded, a line an item."""
    return folded("".join([f"{searched(item)}\n" for item in items]))


def ids_of(items: Iterable[Item]) -> str:
    """Return the ids of all items, a line each."""
    return "".join([f"{item.id}\n" for item in items])


def _texts(item: Item) -> Iterator[str]:
    if isinstance(item, Change):
        for _, said in item.values:
            yield from [said] if isinstance(said, str) else filter(_is_text, _listed(said))
        return
    if isinstance(item, Phrase):
        yield item.text
        if item.speaker:
            yield item.speaker
    else:
        yield item.frame
        for member in item.members:
            yield member.text
            yield from member.topics
    yield from item.topics
    yield from item.tags


def _listed(said: Any) -> tuple[Any, ...]:
    return said if isinstance(said, tuple) else ()


def _is_text(said: Any) -> bool:
    return isinstance(said, str)


def to_row(item: Item) -> list[Any]:
    """Return `item` as values that JSON knows; its kind is that of the file."""
    if isinstance(item, Change):
        return [_CHANGE, item.line, item.id, item.values]
    if isinstance(item, Phrase):
        row = [_PHRASE, item.line, item.id, item.text, item.topics, item.era, item.organs]
        row += [item.sources, item.seen, item.speaker, item.type, item.tags, item.note]
        return _trimmed(row, _PHRASE_REST)
    members = [
        _trimmed([m.line, m.text, m.topics, m.era, m.organs], [[], "", []]) for m in item.members
    ]
    row = [_SET, item.line, item.id, item.frame, members, item.level, item.topics, item.era]
    row += [item.organs, item.sources, item.seen, item.slots, item.tags, item.note]
    return _trimmed(row, _SET_REST)


def _trimmed(row: list[Any], usual: list[Any]) -> list[Any]:
    """Return `row` without the values at its end that are as usual."""
    first, end = len(row) - len(usual), len(row)
    while end > first and (row[end - 1] == usual[end - 1 - first] or row[end - 1] == ()):
        end -= 1
    return row[:end]


def reader(kind: str) -> Callable[[list[Any]], Item]:
    """Return what makes entries of `kind` out of rows; lists and names are kept once."""
    lists: dict[tuple[str, ...], tuple[str, ...]] = {}
    names: dict[str, str] = {}
    made: Callable[[tuple[Any, ...]], Phrase] = partial(tuple.__new__, Phrase)
    """Makes a phrase of all its fields, in half the time: most of a bank are phrases."""

    def listed(said: list[str]) -> tuple[str, ...]:
        if not said:
            return ()
        found = tuple(said)
        return lists.setdefault(found, found)

    def sources(said: list[Any]) -> tuple[Source, ...]:
        return tuple([Source(names.setdefault(name, name), line) for name, line in said])

    def phrase(row: list[Any]) -> Phrase:
        _, line, name, text, topics, era, organs, read, seen, speaker, type_, tags, note = (
            row + _PHRASE_REST[len(row) - 4 :]
        )
        return made((
            name, text, kind, listed(topics), era, listed(organs), sources(read), seen,
            speaker, type_, listed(tags), note, line,
        ))  # fmt: skip

    def phrase_set(row: list[Any]) -> PhraseSet:
        _, line, name, frame, within, level, topics, era, organs, read, seen, slots, tags, note = (
            row + _SET_REST[len(row) - 5 :]
        )
        found = sources(read)
        members = tuple([
            made((
                f"{name}.{n}", text, kind, listed(about), year, listed(right), found,
                1, "", "", (), "", at,
            ))
            for n, each in enumerate(within, 1)
            for at, text, about, year, right in [each + [[], "", []][len(each) - 2 :]]
        ])  # fmt: skip
        return PhraseSet(
            name, frame, members, kind, level, listed(topics), era, listed(organs), found, seen,
            tuple([(letter, filler) for letter, filler in slots]), listed(tags), note, line,
        )  # fmt: skip

    def change(row: list[Any]) -> Change:
        _, line, name, values = row
        return Change(
            name, kind, tuple([(field, _value(field, said)) for field, said in values]), line
        )

    makers: tuple[Callable[[list[Any]], Item], ...] = (phrase, phrase_set, change)
    return lambda row: makers[row[0]](row)


def _value(field: str, said: Any) -> Any:
    if field == "sources":
        return tuple([Source(*each) for each in said])
    if field == "slots":
        return tuple([(letter, filler) for letter, filler in said])
    return tuple(said) if isinstance(said, list) else said
