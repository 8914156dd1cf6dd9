"""How much a template may do: steps of its loops and calls, and the size of every value."""

from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

MOST_STEPS = 200_000
MOST_CHARACTERS = 200_000
_MOST_ITEMS = 20_000
"""Values in a list, those of the lists in it counted too."""
_GRAIN = 100
"""Characters or items that cost one step."""


class Work:
    """Counts down what a rendering may still do."""

    def __init__(self) -> None:
        self._left = MOST_STEPS

    def begin(self) -> None:
        """Start a rendering."""
        self._left = MOST_STEPS

    def spend(self, steps: int = 1) -> None:
        """Take `steps`; OverflowError when none are left."""
        self._left -= steps
        if self._left < 0:
            raise OverflowError("steps")

    def sized(self, value: Any) -> Any:
        """Return `value` if it is not too long."""
        if isinstance(value, str | list | tuple | dict):
            self.spend(1 + len(value) // _GRAIN)
            if len(value) > MOST_CHARACTERS:
                raise OverflowError("value")
        return value

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield `items`, each a step."""
        for item in items:
            self.spend()
            yield item

    def collected(self, value: Any) -> Any:
        """Return a list, tuple or mapping if all that is in it is not too much."""
        left = _MOST_ITEMS
        heap = [value]
        while heap:
            each = heap.pop()
            left -= 1
            if left < 0:
                raise OverflowError("items")
            if isinstance(each, dict):
                heap += each.values()
            elif isinstance(each, list | tuple):
                heap += each
        return value

    def joined(self, pieces: Iterable[Any]) -> str:
        """Return the pieces as one text."""
        text, length = [], 0
        for piece in pieces:
            said = str(piece)
            length += len(said)
            self.spend()
            if length > MOST_CHARACTERS:
                raise OverflowError("text")
            text.append(said)
        return "".join(text)


class Counting(CodeGenerator):
    """Writes code that counts its loops, and measures what it puts together."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802
        """Count every round; no loop may call itself."""
        if node.recursive:
            self.fail("recursive", node.lineno)
        node.iter = nodes.Call(
            nodes.EnvironmentAttribute("counted"), [node.iter], [], None, None, lineno=node.lineno
        )
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Measure what `~` makes."""
        self._through("concat", super().visit_Tuple, nodes.Tuple(node.nodes, "load"), frame)

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        """Measure a list."""
        self._through("environment.collected", super().visit_List, node, frame)

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        """Measure a tuple that is no target."""
        if node.ctx == "load":
            self._through("environment.collected", super().visit_Tuple, node, frame)
        else:
            super().visit_Tuple(node, frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Measure a mapping."""
        self._through("environment.collected", super().visit_Dict, node, frame)

    def _through(self, function: str, visit: Any, node: nodes.Expr, frame: Frame) -> None:
        self.write(f"{function}(")
        visit(node, frame)
        self.write(")")
