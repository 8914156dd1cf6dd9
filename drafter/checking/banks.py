"""Rules that look at all entries together."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.checking.entries import Flaw
from drafter.model.findings import Placed, PlacedChange, Rejection
from drafter.model.phrase import Phrase
from drafter.model.slots import nearest

_MINED = re.compile(r"\w+-[0-9a-f]{6,}(?:\.\d+)?\Z")
"""Ids as the miner makes them: rejecting one keeps it from coming back, even if it is not there."""


class Whole(NamedTuple):
    """All entries, changes and rejections of all layers.

    `alike` are pairs of ids: of an entry, and of an earlier one that it is almost the same as.
    """

    entries: Sequence[Placed]
    changes: Sequence[PlacedChange] = ()
    rejections: Sequence[Rejection] = ()
    alike: Sequence[tuple[str, str]] = ()


Found = tuple[Placed | PlacedChange | Rejection, Flaw]


def said(placed: Placed) -> tuple[str, ...]:
    """Return the texts of an entry."""
    entry = placed.entry
    if isinstance(entry, Phrase):
        return (entry.text,)
    return tuple(member.text for member in entry.members)


def duplicates(whole: Whole) -> Iterator[Found]:
    """Find entries of one kind that say the same under two ids."""
    first: dict[tuple[str, str, tuple[str, ...]], Placed] = {}
    for placed in whole.entries:
        key = placed.entry.kind, _type(placed), said(placed)
        before = first.setdefault(key, placed)
        if before.entry.id != placed.entry.id:
            yield (
                placed,
                Flaw(placed.entry.line, f"与 {_named(before)} 重复", "请删去一条，出处并到一起"),
            )


def near_duplicates(whole: Whole) -> Iterator[Found]:
    """Find entries that differ by next to nothing."""
    placed = {each.entry.id: each for each in reversed(whole.entries)} if whole.alike else {}
    for name, earlier in whole.alike:
        one, before = placed[name], placed[earlier]
        if name != earlier and said(before) != said(one):
            flaw = Flaw(one.entry.line, f"与 {_named(before)} 几乎一样", "如是同一句，请留一条")
            yield one, flaw


def shared_ids(whole: Whole) -> Iterator[Found]:
    """Find ids that stand in two kinds: a later layer, or a spec, could mean either."""
    first: dict[str, Placed] = {}
    for placed in whole.entries:
        before = first.setdefault(placed.entry.id, placed)
        if before.entry.kind != placed.entry.kind:
            what = f"编号“{placed.entry.id}”在 {before.file}:{before.entry.line} 也用了，种类不同"
            yield placed, Flaw(placed.entry.line, what, "请改一个编号")


def idle_changes(whole: Whole) -> Iterator[Found]:
    """Find changes to entries that no layer has."""
    known: dict[str, set[str]] = {}
    for placed in whole.entries:
        known.setdefault(placed.entry.kind, set()).add(placed.entry.id)
    for changed in whole.changes:
        name = changed.change.id
        there = known.get(changed.change.kind, set())
        if name not in there:
            like = nearest(name, list(there))
            remedy = f"是不是 {like}？" if like else "如是新的一条，请写 text 或 members"
            flaw = Flaw(changed.change.line, f"没有编号为“{name}”的条目可改", remedy)
            yield changed, flaw


def idle_rejections(whole: Whole) -> Iterator[Found]:
    """Find rejections that meet no entry and no id that mining could give."""
    known = _ids(whole.entries)
    for rejection in whole.rejections:
        if rejection.id not in known and not _MINED.match(rejection.id):
            flaw = Flaw(
                rejection.line, f"没有编号为“{rejection.id}”的条目", "请核对编号，或删去这一行"
            )
            yield rejection, flaw


def _type(placed: Placed) -> str:
    """Return the type of a filler: one word may fill slots of two types."""
    return placed.entry.type if isinstance(placed.entry, Phrase) else ""


def _ids(entries: Iterable[Placed]) -> frozenset[str]:
    return frozenset(placed.entry.id for placed in entries)


def _named(placed: Placed) -> str:
    return f"{placed.entry.id}（{placed.file}:{placed.entry.line}）"
