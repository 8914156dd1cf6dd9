"""`drafter bank show`: everything of an entry, and the words it was found in."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from drafter.cli.bank_entries import (
    Shelved,
    as_data,
    bank_option,
    json_option,
    put_json,
    put_lines,
    shelved,
)
from drafter.cli.bank_layers import layers_of
from drafter.cli.bank_sources import Documents
from drafter.cli.command import DrafterCommand
from drafter.cli.streams import tell, visible
from drafter.errors import Exit, InputError
from drafter.model.phrase import Entry, Phrase, Source
from drafter.storage.bank.search import Stacks
from drafter.storage.collector import collector_paused

_LIKE = 60
"""Percent that an id must have in common with one that is not known to be offered."""


class _Quoted(NamedTuple):
    """A source, the file it was found in, and the sentence there; both empty when it is gone."""

    source: Source
    path: str
    sentence: str


@click.command("show", cls=DrafterCommand, help="显示 ID 的全部内容；文稿还在时，也显示原句。")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option(
    "--documents",
    "folders",
    metavar="文件夹",
    multiple=True,
    help="到这里找原来的文稿，逐层往下找，可写多次。",
)
@bank_option
@json_option
@collector_paused()
def show(
    ids: tuple[str, ...], folders: tuple[str, ...], banks: tuple[str, ...], as_json: bool
) -> int:
    """Show entries."""
    layers = layers_of(banks)
    stacks = Stacks(layers)
    beside = [Path(layer.folder) for layer in layers]
    documents = Documents([*beside, *(each.parent for each in beside)], folders)
    found, unknown = _found(ids, stacks)
    told = [
        (each, [_quoted(documents, s, each.entry) for s in each.entry.sources]) for each in found
    ]
    if as_json:
        put_json([_as_data(each, quoted) for each, quoted in told])
    else:
        put_lines(line for each, quoted in told for line in (*_lines(each, quoted), ""))
    for name in unknown:
        tell(str(_no_such(name, stacks)))
    return Exit.INPUT if unknown else Exit.DONE


def _found(ids: Sequence[str], stacks: Stacks) -> tuple[list[Shelved], list[str]]:
    """Return the entries of `ids`, and the ids of none; the id of a member means its set."""
    known = {name: list(stacks.origins(name)) for name in dict.fromkeys(ids)}
    sets = {name: name.rpartition(".")[0] for name, hits in known.items() if not hits}
    known |= {each: list(stacks.origins(each)) for each in sets.values() if each not in known}
    whole = dict.fromkeys(sets.get(name, name) for name in ids)
    return (
        [shelved(hit) for name in whole for hit in known[name]],
        [name for name, each in sets.items() if not known[each]],
    )


def _no_such(name: str, stacks: Stacks) -> InputError:
    from rapidfuzz import process  # only a fault has need of it

    like = process.extractOne(name, sorted(stacks.ids()), score_cutoff=_LIKE)
    remedy = f"是不是 {like[0]}？" if like else "请用 drafter bank search 查找"
    return InputError(f"没有“{name}”这一条", where="drafter bank show", remedy=remedy)


def _quoted(documents: Documents, source: Source, entry: Entry) -> _Quoted:
    path = documents.find(source.document)
    if path is None or not source.line:
        return _Quoted(source, "", "")
    return _Quoted(source, str(path), documents.sentence(path, source.line))


def _as_data(shelved: Shelved, quoted: Sequence[_Quoted]) -> dict[str, object]:
    sources = [
        {
            "document": each.source.document,
            "line": each.source.line,
            "path": each.path,
            "sentence": each.sentence,
        }
        for each in quoted
    ]
    return as_data(shelved) | {"sources": sources}


def _lines(shelved: Shelved, quoted: Sequence[_Quoted]) -> Iterator[str]:
    entry = shelved.entry
    yield visible(entry.id)
    for name, said in _told(shelved):
        if said:
            yield f"  {name}  {visible(said)}"
    if not isinstance(entry, Phrase):
        yield f"  各条（{len(entry.members)}）"
        for number, member in enumerate(entry.members, 1):
            yield f"    {number}. {visible(member.text)}{visible(_aside(member))}"
    for each in quoted:
        line = f":{each.source.line}" if each.source.line else ""
        yield f"  出处  {visible(each.source.document)}{line}"
        if each.sentence:
            yield f"        {visible(each.sentence)}"
            yield f"        （{visible(each.path)}）"


def _told(shelved: Shelved) -> Iterator[tuple[str, str]]:
    entry = shelved.entry
    yield "位置", f"{shelved.layer}  {shelved.file}:{shelved.line}"
    yield "种类", entry.kind
    if isinstance(entry, Phrase):
        yield "内容", entry.text
        yield "说者", entry.speaker
        yield "类型", entry.type
    else:
        yield "框架", entry.frame
        yield "空位", "、".join(f"{letter} {kind}" for letter, kind in entry.slots)
        yield "层级", str(entry.level or "")
    yield "主题", "、".join(entry.topics)
    yield "年代", entry.era
    yield "机关", "、".join(entry.organs)
    yield "标记", "、".join(entry.tags)
    yield "备注", entry.note
    yield "次数", str(entry.seen)


def _aside(member: Phrase) -> str:
    said = [*member.topics, *([member.era] if member.era else []), *member.organs]
    return f"  （{'、'.join(said)}）" if said else ""
