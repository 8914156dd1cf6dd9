"""`drafter generate --variants`: several outlines of one spec, as different as can be."""

from drafter.cli.delivery import Wishes, deliver, results, tell_layout, tell_of
from drafter.cli.order import Order
from drafter.cli.streams import put, tell
from drafter.drafting.variants import variants
from drafter.errors import Exit
from drafter.exporters.json_text import json_bytes, outline_value
from drafter.exporters.markdown import to_markdown
from drafter.model.outline import Outline


def deliver_variants(order: Order, number: int, wishes: Wishes, as_json: bool, strict: bool) -> int:
    """Write the variants, each to files of its own, or show them one after the other."""
    found = variants(order.spec, number, order.completed)
    orders = [order._replace(spec=each.spec) for each in found]
    made = [(each, each.outline()) for each in orders]
    files = [
        file
        for at, (each, outline) in enumerate(made, 1)
        for file in results(each, outline, wishes.numbered(at))
    ]
    deliver(files, wishes.force)
    if as_json:
        put(json_bytes([{"seed": each.spec.seed} | outline_value(told) for each, told in made]))
    elif not wishes.outputs:
        put(b"\n".join(_headed(at, *each) for at, each in enumerate(made, 1)))
    _tell(orders, made[0][1], number)
    tell_layout(wishes)
    missing = any(outline.missing for _, outline in made)
    return Exit.FINDINGS if strict and missing else Exit.DONE


def _headed(at: int, order: Order, outline: Outline) -> bytes:
    return f"<!-- 第 {at} 份：--seed {order.spec.seed} -->\n\n".encode() + to_markdown(outline)


def _tell(orders: list[Order], first: Outline, number: int) -> None:
    seeds = "、".join(each.spec.seed for each in orders)
    tell(f"共 {len(orders)} 份，种子依次是 {seeds}（单独要哪一份，用 --seed）")
    if len(orders) < number:
        tell("短语库只够写出这几份不同的")
    tell_of(first)
