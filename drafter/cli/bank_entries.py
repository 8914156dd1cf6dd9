"""Entries of all layers: where each stands, which are asked for, and how they are told."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from drafter.cli.streams import put, tell
from drafter.cli.tables import Column, laid_out, terminal_cells
from drafter.model.phrase import Entry, Phrase, Phrasebank
from drafter.storage.bank.layers import Layer
from drafter.storage.bank.search import Hit

F = TypeVar("F", bound=Callable[..., Any])
_COLUMNS = (Column("编号", 20), Column("次数", 6, right=True), Column("主题", 26), Column("内容"))
_USUAL_LIMIT = 50
"""Entries shown on a terminal unless told otherwise."""


class Shelved(NamedTuple):
    """An entry as all layers make it, and the layer and file that have the last word on it."""

    entry: Entry
    layer: str
    file: str
    line: int


class Wanted(NamedTuple):
    """What an entry must be to be told; what is empty is not asked for."""

    topic: str = ""
    source: str = ""
    era: str = ""
    organ: str = ""

    def fits(self, entry: Entry) -> bool:
        """Tell whether `entry` is asked for."""
        parts: list[Entry] = [entry] if isinstance(entry, Phrase) else [entry, *entry.members]
        return (
            (not self.topic or any(self.topic in part.topics for part in parts))
            and (not self.era or any(self.era == part.era for part in parts))
            and (not self.organ or any(self.organ in part.organs for part in parts))
            and (not self.source or any(self.source in s.document for s in entry.sources))
        )


def bank_option(command: F) -> F:
    """Add `--bank`."""
    return click.option(
        "--bank",
        "banks",
        metavar="文件夹",
        multiple=True,
        help="再看这个文件夹里的短语库，可写多次。",
    )(command)


def json_option(command: F) -> F:
    """Add `--json`."""
    return click.option("--json", "as_json", is_flag=True, help="输出 JSON，给程序读。")(command)


def filter_options(command: F) -> F:
    """Add what narrows a list."""
    for name, metavar, told in reversed(
        [
            ("--topic", "主题", "只要这个主题的。"),
            ("--source", "文稿", "只要出处的文件名含这些字的。"),
            ("--era", "年份", "只要这一年的提法。"),
            ("--organ", "机关", "只要注明给这个机关用的。"),
        ]
    ):
        command = click.option(name, metavar=metavar, default="", help=told)(command)
    least = click.IntRange(min=0)
    told = f"最多列出几条；0 是全部，在终端里默认 {_USUAL_LIMIT}。"
    return click.option("--limit", metavar="条数", type=least, help=told)(command)


def put_json(value: object) -> None:
    """Put out `value` for a program to read."""
    import json  # tables have no need of it

    put((json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode())


def put_lines(lines: Iterable[str]) -> None:
    """Put out lines for a person to read."""
    put("".join(f"{line}\n" for line in lines).encode())


def as_data(shelved: Shelved) -> dict[str, object]:
    """Return an entry for a program: the keys are the same for every command."""
    entry = shelved.entry
    common: dict[str, object] = {
        "id": entry.id,
        "kind": entry.kind,
        "topics": entry.topics,
        "era": entry.era,
        "organs": entry.organs,
        "tags": entry.tags,
        "note": entry.note,
        "seen": entry.seen,
        "sources": [{"document": s.document, "line": s.line} for s in entry.sources],
        "layer": shelved.layer,
        "file": shelved.file,
        "line": shelved.line,
    }
    if isinstance(entry, Phrase):
        return common | {"text": entry.text, "speaker": entry.speaker, "type": entry.type}
    return common | {
        "frame": entry.frame,
        "level": entry.level,
        "slots": dict(entry.slots),
        "members": [_member(member) for member in entry.members],
    }


def _member(member: Phrase) -> dict[str, object]:
    return {
        "id": member.id,
        "text": member.text,
        "topics": member.topics,
        "era": member.era,
        "organs": member.organs,
    }


def limited(limit: int | None, as_json: bool) -> int:
    """Return how many entries to tell, 0 for all."""
    if limit is None:
        return 0 if as_json or not terminal_cells() else _USUAL_LIMIT
    return limit


class Listed(NamedTuple):
    """Entries that are told, and how many there are."""

    number: int
    shown: tuple[Shelved, ...]


NOTHING = Listed(0, ())


def listed(found: Sequence[Shelved], limit: int) -> Listed:
    """Return `found`, of which at most `limit` are told, all with 0."""
    return Listed(len(found), tuple(found[:limit] if limit else found))


def listed_data(listed: Listed) -> dict[str, object]:
    """Return what is told for a program."""
    return {"count": listed.number, "entries": [as_data(each) for each in listed.shown]}


def put_listed(listed: Listed, as_json: bool) -> None:
    """Put out what is told, and tell how many there are."""
    if as_json:
        put_json(listed_data(listed))
        return
    put_lines(entry_table(listed.shown))
    tell_number(listed)


def tell_number(listed: Listed) -> None:
    """Tell how many entries there are."""
    shown = len(listed.shown)
    more = f"，这里是前 {shown} 条（--limit 0 列出全部）" if shown < listed.number else ""
    tell(f"共 {listed.number} 条{more}")


def entry_table(found: Iterable[Shelved]) -> Iterator[str]:
    """Yield the lines of a table of entries; the members of a set stand under its frame."""
    rows = [row for shelved in found for row in _rows(shelved.entry)]
    return laid_out(_COLUMNS, rows, terminal_cells()) if rows else iter(())


def _rows(entry: Entry) -> Iterator[tuple[str, ...]]:
    first = entry.text if isinstance(entry, Phrase) else f"【{entry.frame}】"
    yield entry.id, str(entry.seen), "、".join(entry.topics), first
    if not isinstance(entry, Phrase):
        for member in entry.members:
            yield "", "", "、".join(member.topics), f"  {member.text}"


def shelved_of(bank: Phrasebank, homes: dict[tuple[str, str], Shelved]) -> Iterator[Shelved]:
    """Yield the entries of `bank`, each with the home that its kind and id have."""
    for entry in bank:
        yield homes[entry.kind, entry.id]._replace(entry=entry)


def homes_in(layer: Layer, bank: Phrasebank) -> Iterator[tuple[tuple[str, str], Shelved]]:
    """Yield kind and id of all that the `bank` of one layer says, with its home."""
    for each in bank:
        yield (each.kind, each.id), Shelved(each, layer.name, _file(layer, each.kind), each.line)


def shelved(hit: Hit) -> Shelved:
    """Return what a search found, with the home that its text has."""
    return Shelved(hit.entry, hit.layer.name, str(hit.path), hit.line)


def _file(layer: Layer, kind: str) -> str:
    return str(Path(layer.folder, f"{kind}.yaml"))
