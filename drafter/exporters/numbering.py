"""Numbers of headings, from their level and place (GB/T 9704-2012, 7.3.3)."""

from collections.abc import Callable, Iterable, Iterator

from drafter.model.numerals import numeral
from drafter.model.outline import Heading, Node

_MARKS: dict[int, Callable[[int], str]] = {
    1: lambda number: f"{numeral(number)}、",
    2: lambda number: f"（{numeral(number)}）",
    3: lambda number: f"{number}.",
}


def numbered(nodes: Iterable[Node]) -> Iterator[tuple[Node, str]]:
    """Yield every node with its number, empty for what is no heading."""
    counts = [0] * (len(_MARKS) + 2)
    for node in nodes:
        if not isinstance(node, Heading):
            yield node, ""
            continue
        counts[node.level] += 1
        counts[node.level + 1 :] = [0] * (len(counts) - node.level - 1)
        yield node, _MARKS[node.level](counts[node.level])
