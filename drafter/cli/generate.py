"""`drafter generate`: from a spec to an outline, without asking."""

from collections.abc import Sequence
from pathlib import Path

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.order import read_order
from drafter.cli.streams import put, tell
from drafter.cli.targets import Target, checked_targets
from drafter.errors import Exit, InputError
from drafter.exporters import EXPORTERS, Exporter
from drafter.model.outline import Outline
from drafter.storage.collector import collector_paused
from drafter.storage.files import write_together
from drafter.storage.records import origins_to_yaml, spec_to_yaml

_OUTPUT, _SOURCES, _SAVED = "-o", "--sources", "--save-spec"


@click.command(
    cls=DrafterCommand,
    help="按说明书 SPEC（YAML 文件，- 为标准输入）生成提纲；不写 -o 就输出到屏幕。",
)
@click.argument("spec")
@click.option(
    "-o",
    "--output",
    "outputs",
    metavar="文件",
    multiple=True,
    help="写入文件，格式看后缀，可写多次。",
)
@click.option(
    "--set", "changes", metavar="键=值", multiple=True, help="改说明书中的一项：键=值，可写多次。"
)
@click.option("--seed", metavar="整数", help="种子：同一个种子选出同样的词句。")
@click.option("--strict", is_flag=True, help="还有【待补】时退出状态为 1。")
@click.option("--sources", metavar="文件", help="把每一行的出处写入这个 YAML 文件。")
@click.option(
    "--bank",
    "banks",
    metavar="文件夹",
    multiple=True,
    help="再用这个文件夹里的短语库，编号相同的以它为准；可写多次，后写的优先。",
)
@click.option("--save-spec", metavar="文件", help="把选定的每一句都写明，存成新的说明书。")
@collector_paused()
def generate(
    spec: str,
    outputs: tuple[str, ...],
    changes: tuple[str, ...],
    seed: str | None,
    strict: bool,
    sources: str | None,
    banks: tuple[str, ...],
    save_spec: str | None,
) -> int:
    """Write the outline that a spec asks for."""
    pairs = [*((_OUTPUT, name) for name in outputs), (_SOURCES, sources), (_SAVED, save_spec)]
    targets = [Target(option, name) for option, name in pairs if name is not None]
    checked_targets(targets, spec, keep=[_SAVED])
    exporters = [(target, _exporter(target)) for target in outputs]
    seeded = [] if seed is None else [f"seed={seed}"]
    order = read_order(spec, [*changes, *seeded], banks)
    if save_spec:
        order = order.explicit()
    outline = order.outline()
    results = [(target, export(outline)) for target, export in exporters]
    if sources:
        results.append((sources, origins_to_yaml(outline)))
    if save_spec:
        results.append((save_spec, spec_to_yaml(order.spec)))
    _deliver(results)
    if not outputs:
        put(EXPORTERS[".md"](outline))
    return _leftovers(outline, strict)


def _exporter(target: str) -> Exporter:
    suffix = Path(target).suffix.lower()
    if suffix not in EXPORTERS:
        known = "、".join(EXPORTERS)
        raise InputError(f"不会写“{suffix}”格式", where=target, remedy=f"可用的后缀：{known}")
    return EXPORTERS[suffix]


def _deliver(results: Sequence[tuple[str, bytes]]) -> None:
    write_together([(Path(target), data) for target, data in results])
    for target, _ in results:
        tell(f"已写入 {target}")


def _leftovers(outline: Outline, strict: bool) -> int:
    """Tell what only the user can give, or judge; under `--strict` the former is a finding."""
    if outline.assumed:
        tell(f"请核对：存在问题一句按主题代拟（{'、'.join(outline.assumed)}）")
    if outline.missing:
        tell(f"还有 {len(outline.missing)} 处待补：" + "；".join(outline.missing))
    return Exit.FINDINGS if strict and outline.missing else Exit.DONE
