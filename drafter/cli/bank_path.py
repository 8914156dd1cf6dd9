"""`drafter bank path`: what is loaded from where."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from drafter.cli.bank_entries import bank_option, json_option, put_json, put_lines
from drafter.cli.bank_layers import layers_of, read_layer
from drafter.cli.command import DrafterCommand
from drafter.cli.streams import tell, visible
from drafter.errors import DrafterError, Exit
from drafter.locations import user_phrasebank
from drafter.model.phrase import Phrasebank
from drafter.storage.bank.layers import GIVEN, HERE, SHIPPED, USER, Layer
from drafter.storage.bank.phrasebank import known_kinds
from drafter.storage.collector import collector_paused


class _Counted(NamedTuple):
    """A layer, and for each of its files how many entries, changes and rejections it holds."""

    layer: Layer
    entries: dict[str, int]
    changes: int = 0
    rejected: int = 0
    faults: tuple[DrafterError, ...] = ()
    """What is wrong with files of the layer, which are not counted."""


@click.command(
    "path", cls=DrafterCommand, help="各层短语库的文件夹、文件和条数；后面的层改动前面的层。"
)
@bank_option
@json_option
@collector_paused()
def path(banks: tuple[str, ...], as_json: bool) -> int:
    """Tell the layers in their order; a file that cannot be read hides nothing else."""
    layers = [_counted(layer) for layer in _usual(layers_of(banks))]
    if as_json:
        put_json([_as_data(each) for each in layers])
    else:
        put_lines(line for n, each in enumerate(layers, 1) for line in _lines(n, each))
    faults = [fault for each in layers for fault in each.faults]
    for fault in faults:
        tell(str(fault))
    return max((fault.exit_code for fault in faults), default=Exit.DONE)


def _usual(layers: Sequence[Layer]) -> list[Layer]:
    """Return `layers`, and in their places those that could be there but are not."""
    absent = [
        layer
        for layer in (Layer(USER, user_phrasebank()), Layer(HERE, Path("phrasebank").absolute()))
        if not layer.folder.is_dir()
    ]
    order = (SHIPPED, USER, HERE, GIVEN)
    return sorted([*layers, *absent], key=lambda layer: order.index(layer.name))


def _counted(layer: Layer) -> _Counted:
    if not Path(layer.folder).is_dir():
        return _Counted(layer, {})
    kinds = known_kinds(layer.folder)
    try:
        return _count(layer, kinds, read_layer(layer, None))
    except DrafterError:
        return _file_by_file(layer, kinds)


def _count(layer: Layer, kinds: Sequence[str], bank: Phrasebank) -> _Counted:
    entries = {f"{kind}.yaml": len(bank.entries.get(kind, ())) for kind in kinds}
    return _Counted(layer, entries, len(bank.changes), len(bank.rejected))


def _file_by_file(layer: Layer, kinds: Sequence[str]) -> _Counted:
    """Count what can be read of a layer of which something cannot."""
    counted, faults = _Counted(layer, {}), {}
    for kind in kinds:
        try:
            each = _count(layer, [kind], read_layer(layer, [kind]))
        except DrafterError as fault:
            faults[str(fault)] = fault
            continue
        changes = counted.changes + each.changes
        counted = each._replace(entries=counted.entries | each.entries, changes=changes)
    return counted._replace(faults=tuple(faults.values()))


def _as_data(counted: _Counted) -> dict[str, object]:
    layer = counted.layer
    return {
        "layer": layer.name,
        "folder": str(layer.folder),
        "exists": Path(layer.folder).is_dir(),
        "files": counted.entries,
        "entries": sum(counted.entries.values()),
        "changes": counted.changes,
        "rejected": counted.rejected,
        "faults": [str(fault) for fault in counted.faults],
    }


def _lines(number: int, counted: _Counted) -> Iterator[str]:
    layer = counted.layer
    yield f"{number}. {layer.name}  {visible(str(layer.folder))}"
    if not Path(layer.folder).is_dir():
        yield "   还没有这个文件夹"
        return
    total = sum(counted.entries.values())
    said = [f"{len(counted.entries)} 个文件", f"{total} 条"]
    if counted.changes:
        said.append(f"改动前面的层 {counted.changes} 条")
    if counted.rejected:
        said.append(f"不要的编号 {counted.rejected} 个")
    yield "   " + "，".join(said)
    if counted.entries:
        yield "   " + "、".join(f"{visible(name)} {n}" for name, n in counted.entries.items())
    if counted.faults:
        yield f"   还有 {len(counted.faults)} 处读不了，没有算进来"
