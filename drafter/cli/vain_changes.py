"""`--set` on a spec whose text is written already: what it does not reach is told."""

from collections.abc import Callable, Sequence

from drafter.cli.order import Order
from drafter.cli.streams import tell
from drafter.model.spec import Spec


def tell_vain(order: Order, changes: Sequence[str], read: Callable[[Sequence[str]], Spec]) -> None:
    """Tell of each change of an answer that leaves the outline of `order` as it is.

    `read` returns the spec with only some of `changes`.
    """
    nodes = order.outline().nodes
    for at, said in enumerate(changes):
        key = said.partition("=")[0].strip()
        before = read([*changes[:at], *changes[at + 1 :]])
        answered = before.answers.get(key) != order.spec.answers.get(key)
        if answered and order._replace(spec=before).outline().nodes == nodes:
            why = f"文字在说明书里是写定的（要改文字，请改 {_texts(order)}）"
            tell(f"--set {said}：提纲没有变，{why}")


def _texts(order: Order) -> str:
    return "written 里的各行" if order.spec.written else "title、opening、outline 等各项的原文"
