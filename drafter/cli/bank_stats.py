"""`drafter bank stats`: how much material there is, of what, from where."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import click

from drafter.cli.bank_entries import Shelved, bank_option, json_option, put_json, put_lines
from drafter.cli.bank_layers import layers_of, shelved_in
from drafter.cli.command import DrafterCommand
from drafter.cli.tables import fitted, terminal_cells, width
from drafter.errors import Exit
from drafter.locations import shipped_phrasebank
from drafter.model.phrase import Entry, Phrase
from drafter.storage.collector import collector_paused
from drafter.storage.lexicon import load_lexicon

_BAR = 24
_NUMBER = 12
"""Cells of a count, and of the blanks around it."""
_NONE = "（没有写）"
_MOST_SOURCES = 20
"""Sources shown in a table; the JSON has all."""


class _Stats(NamedTuple):
    """Counts by what is counted, and the topics that have nothing."""

    entries: int
    texts: int
    kinds: Counter[str]
    topics: Counter[str]
    eras: Counter[str]
    sources: Counter[str]
    layers: Counter[str]
    empty: tuple[str, ...]


@click.command("stats", cls=DrafterCommand, help="按种类、主题、年代、出处、层统计条数。")
@bank_option
@json_option
@collector_paused()
def stats(banks: tuple[str, ...], as_json: bool) -> int:
    """Count entries."""
    found = shelved_in(layers_of(banks), None)
    lexicon = load_lexicon(shipped_phrasebank())
    counted = _counted(found, lexicon.topics)
    if as_json:
        put_json(_as_data(counted))
    else:
        put_lines(_lines(counted))
    return Exit.DONE


def _counted(found: Sequence[Shelved], known: Iterable[str]) -> _Stats:
    topics = Counter(topic for each in found for topic in _topics(each.entry))
    return _Stats(
        entries=len(found),
        texts=sum(len(_parts(each.entry)) for each in found),
        kinds=Counter(each.entry.kind for each in found),
        topics=topics,
        eras=Counter(era for each in found for era in _eras(each.entry)),
        sources=Counter(name for each in found for name in _documents(each.entry)),
        layers=Counter(each.layer for each in found),
        empty=tuple(topic for topic in known if topic not in topics),
    )


def _parts(entry: Entry) -> tuple[Phrase, ...]:
    return (entry,) if isinstance(entry, Phrase) else entry.members


def _topics(entry: Entry) -> frozenset[str]:
    """Return each topic of an entry once."""
    return frozenset([*entry.topics, *(t for part in _parts(entry) for t in part.topics)])


def _eras(entry: Entry) -> frozenset[str]:
    return frozenset(era for part in (entry, *_parts(entry)) if (era := part.era))


def _documents(entry: Entry) -> frozenset[str]:
    return frozenset(source.document for source in entry.sources)


def _as_data(stats: _Stats) -> dict[str, object]:
    return {
        "entries": stats.entries,
        "texts": stats.texts,
        "kinds": dict(stats.kinds.most_common()),
        "topics": dict(stats.topics.most_common()),
        "eras": dict(sorted(stats.eras.items())),
        "sources": dict(stats.sources.most_common()),
        "layers": dict(stats.layers),
        "topics_without_entries": stats.empty,
    }


def _lines(stats: _Stats) -> Iterator[str]:
    yield f"共 {stats.entries} 条，{stats.texts} 句"
    yield from _chart("种类", stats.kinds.most_common())
    yield from _chart("主题", stats.topics.most_common())
    if stats.empty:
        yield f"  还没有材料的主题：{'、'.join(stats.empty)}"
    yield from _chart("年代", sorted(stats.eras.items()))
    listed = stats.sources.most_common(_MOST_SOURCES)
    yield from _chart("出处", listed)
    if len(stats.sources) > len(listed):
        yield f"  另有 {len(stats.sources) - len(listed)} 个出处（--json 列出全部）"
    yield from _chart("层", list(stats.layers.items()))


def _chart(title: str, counts: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Yield a bar for each count; the longest bar is the greatest count."""
    if not counts:
        return
    yield f"\n{title}"
    screen = terminal_cells()
    longest = _BAR if not screen else max(min(_BAR, (screen - _NUMBER) // 2), 1)
    room = max(screen - longest - _NUMBER, 1) if screen else 0
    names = [fitted(name or _NONE, room) for name, _ in counts]
    cells, most = max(map(width, names)), max(count for _, count in counts)
    for name, (_, count) in zip(names, counts, strict=True):
        bar = "█" * -(-count * longest // most)
        yield f"  {name}{' ' * (cells - width(name))}  {count:>6}  {bar}"
