"""Numbers of headings and points, from their level and place (GB/T 9704-2012, 7.3.3)."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from drafter.model.numerals import numeral
from drafter.model.outline import Heading, Node, Point
from drafter.model.readings import STOPS

_MARKS: dict[int, Callable[[int], str]] = {
    1: lambda number: f"{numeral(number)}、",
    2: lambda number: f"（{numeral(number)}）",
    3: lambda number: f"{number}.",
}
_ORDER = ("首先", "其次", "再次", "最后")
_POINTS: dict[str, Callable[[int, int], str]] = {
    "一是": lambda number, _: f"{numeral(number)}是",
    "一要": lambda number, _: f"{numeral(number)}要",
    "第一": lambda number, _: f"第{numeral(number)}，",
    "首先": lambda number, count: f"{_in_words(number, count)}，",
    "段首句": lambda number, count: "",
}


class Numbered(NamedTuple):
    """A node with its number, empty for what has none."""

    node: Node
    number: str = ""


def numbered(nodes: Iterable[Node]) -> Iterator[Numbered]:
    """Yield every node with its number; points count from the heading above them."""
    listed = list(nodes)
    counts = [0] * (len(_MARKS) + 2)
    series: list[Point] = []
    for at, node in enumerate(listed):
        match node:
            case Heading(level=level):
                counts[level] += 1
                counts[level + 1 :] = [0] * (len(counts) - level - 1)
                series = []
                yield Numbered(node, _MARKS[level](counts[level]))
            case Point(style=style):
                series = series or _series(listed, at)
                number = next(n for n, each in enumerate(series, 1) if each is node)
                yield Numbered(node, _POINTS[style](number, len(series)))
            case _:
                yield Numbered(node)


def _series(nodes: list[Node], at: int) -> list[Point]:
    """Return the points from `at` to the next heading."""
    found = []
    for node in nodes[at:]:
        if isinstance(node, Heading):
            break
        if isinstance(node, Point):
            found.append(node)
    return found


def _in_words(number: int, count: int) -> str:
    """Return 首先, 其次, 再次 … 最后; the last of three and more is 最后."""
    if number == count and count > 2:
        return _ORDER[-1]
    return _ORDER[min(number, len(_ORDER) - 1) - 1]


def run_in(point: Point, number: str) -> str:
    """Return the paragraph that `point` makes: mark, point, full stop, cue."""
    return lead(point, number) + point.cue


def lead(point: Point, number: str) -> str:
    """Return how the paragraph of `point` begins: mark, point, full stop."""
    end = "" if point.text.endswith(tuple(STOPS)) else "。"
    return f"{number}{point.text}{end}"
