"""`drafter generate`: from a spec to an outline, without asking."""

from collections.abc import Callable

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.delivery import (
    Wishes,
    checked_profile,
    deliver,
    exporter,
    results,
    show,
    tell_layout,
    tell_of,
)
from drafter.cli.order import LOG, Order, read_order
from drafter.cli.targets import Target, checked_targets, named
from drafter.errors import Exit, InputError
from drafter.locations import user_data
from drafter.model.outline import Outline
from drafter.storage.collector import collector_paused

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
@click.option("--json", "as_json", is_flag=True, help="屏幕上输出 JSON：提纲、待补、出处、字数。")
@click.option(
    "--set", "changes", metavar="键=值", multiple=True, help="改说明书中的一项：键=值，可写多次。"
)
@click.option("--seed", metavar="整数", help="种子：同一个种子选出同样的词句。")
@click.option("--variants", metavar="份数", help="写出几份尽量不同的提纲，2 到 20 份。")
@click.option("--strict", is_flag=True, help="还有【待补】时退出状态为 1。")
@click.option(
    "--sources",
    metavar="文件",
    help="把每一行的出处写入这个文件：后缀 .md 是表格，.docx 是带批注的提纲，其他是 YAML。",
)
@click.option(
    "--profile",
    metavar="版式",
    help="Word 文件的版式，名字或文件：standard 标准稿（不写就是它），reading 朗读稿。",
)
@click.option(
    "--bank",
    "banks",
    metavar="文件夹",
    multiple=True,
    help="再用这个文件夹里的短语库，编号相同的以它为准；可写多次，后写的优先。",
)
@click.option("--save-spec", metavar="文件", help="把选定的每一句都写明，存成新的说明书。")
@click.option("--force", is_flag=True, help="在 Word 里改过的文件也覆盖。")
@click.option("--finish", is_flag=True, help="定稿：记下这次讲话用了哪些词句，以后尽量不重复。")
@click.option("--no-log", is_flag=True, help="不看、也不记以前讲过什么。")
@collector_paused()
def generate(
    spec: str,
    outputs: tuple[str, ...],
    as_json: bool,
    changes: tuple[str, ...],
    seed: str | None,
    variants: str | None,
    strict: bool,
    sources: str | None,
    profile: str | None,
    banks: tuple[str, ...],
    save_spec: str | None,
    force: bool,
    finish: bool,
    no_log: bool,
) -> int:
    """Write the outline that a spec asks for."""
    wishes = _wishes(spec, outputs, sources, save_spec, profile)._replace(force=force)
    number = _number(variants, finish)
    seeded = [] if seed is None else [f"seed={seed}"]
    order = read_order(spec, [*changes, *seeded], banks, not no_log)
    wishes = wishes._replace(profile=wishes.profile or order.spec.profile)
    if finish and (no_log or not order.spec.log):
        raise InputError("--finish 要记，又说不记", where=spec, remedy="请去掉 --no-log 或 log: 否")
    if number:
        from drafter.cli.variants import deliver_variants  # few ask for it

        return deliver_variants(order, number, wishes, as_json, strict)
    return _one(order.explicit() if save_spec else order, wishes, as_json, strict, finish)


def _one(order: Order, wishes: Wishes, as_json: bool, strict: bool, finish: bool) -> int:
    outline = order.outline()
    files = results(order, outline, wishes)
    enter = _entry(order, outline) if finish else None
    deliver(files, wishes.force)
    if as_json or not wishes.outputs:
        show(outline, as_json)
    tell_of(outline)
    tell_layout(wishes)
    if enter:
        enter()
    return Exit.FINDINGS if strict and outline.missing else Exit.DONE


def _entry(order: Order, outline: Outline) -> Callable[[], None]:
    """Return what enters the speech into the log; nothing is written yet."""
    from drafter.cli.speeches import enter, finished  # who only drafts has no need of it

    speech = finished(order, outline)
    return lambda: enter(speech, user_data() / LOG)


def _wishes(
    spec: str,
    outputs: tuple[str, ...],
    sources: str | None,
    save_spec: str | None,
    profile: str | None,
) -> Wishes:
    """Return the files that are wanted; names that cannot be are refused before any work."""
    pairs = [*((_OUTPUT, name) for name in outputs), (_SOURCES, sources), (_SAVED, save_spec)]
    targets = [Target(option, name) for option, name in pairs if name is not None]
    checked_targets(targets, spec, keep=[_SAVED])
    for name in outputs:
        exporter(name)
    wishes = Wishes(outputs, sources or "", save_spec or "", profile or "")
    if profile is not None:
        named("--profile", profile)
        checked_profile(wishes)
    return wishes


def _number(variants: str | None, finish: bool) -> int:
    """Return the number of variants, 0 for a single outline."""
    if variants is None:
        return 0
    if not (variants.isdecimal() and len(variants) < 3 and 2 <= int(variants) <= 20):
        remedy = "请写 2 到 20 之间的整数"
        raise InputError(f"不能是“{variants}”", where="--variants", remedy=remedy)
    if finish:
        remedy = "请用 --seed 选定一份再定稿"
        raise InputError("几份提纲不能一起定稿", where="--finish", remedy=remedy)
    return int(variants)
