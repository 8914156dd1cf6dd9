"""How long a speech is to be: a range of characters for each stretch, and what is there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from drafter.model.numerals import numeral
from drafter.model.outline import PENDING, Budget, Heading, Node, Note, Point, Title
from drafter.model.template import Plan

_SECTION: Final = 10
"""Weight of a section, where a part has 1 unless its template says otherwise."""


class Pace(NamedTuple):
    """Characters spoken in a minute: least, usual, most."""

    least: float
    usual: float
    most: float


USUAL: Final = Pace(150, 180, 200)
"""What most accounts of reading aloud say."""


def pace(rate: int) -> Pace:
    """Return the range around `rate`, a tenth to either side; the usual one for 0."""
    return Pace(rate * 0.9, rate, rate * 1.1) if rate else USUAL


class Stretch(NamedTuple):
    """Nodes that are planned for together: what opens, a section, what closes."""

    name: str
    nodes: tuple[Node, ...]
    section: bool = False


def spoken(nodes: Iterable[Node]) -> int:
    """Return the characters that are said aloud: no punctuation, nothing that is pending."""
    texts = (node.text + (node.cue if isinstance(node, Point) else "") for node in nodes)
    return sum(map(str.isalnum, "".join(PENDING.sub("", text) for text in texts)))


def budgets(
    nodes: Sequence[Node],
    plan: Plan,
    parts: Mapping[str, str],
    cue: str,
    minutes: int,
    rate: int,
) -> tuple[Budget, ...]:
    """Return what each stretch is planned for when the speech lasts `minutes`.

    `parts` are the texts by the names of the plan, `cue` is the last cue of the body.
    """
    found = list(stretches(nodes, cue))
    weights = [_SECTION if each.section else _weight(each, plan, parts) for each in found]
    whole = sum(weights) or 1
    span = [minutes * each for each in pace(rate)]
    planned = [[round(size * weight / whole) for size in span] for weight in weights]
    return tuple(
        Budget(each.name, least, aim, most, spoken(each.nodes))
        for each, (least, aim, most) in zip(found, planned, strict=True)
    )


def stretches(nodes: Sequence[Node], cue: str = "") -> Iterator[Stretch]:
    """Yield what stands before the sections, each section, and what follows the last."""
    said = [node for node in nodes if not isinstance(node, (Title, Note))]
    starts = [n for n, node in enumerate(said) if isinstance(node, Heading) and node.level == 1]
    end = _end(said, cue) if starts else len(said)
    edges = [*starts, end]
    yield Stretch("开头", tuple(said[: edges[0]]))
    for number, start in enumerate(starts, 1):
        name = f"{numeral(number)}、{said[start].text}"
        yield Stretch(name, tuple(said[start : edges[number]]), section=True)
    if end < len(said):
        yield Stretch("结尾", tuple(said[end:]))


def _end(nodes: Sequence[Node], cue: str) -> int:
    """Return where the last section ends: behind its last point, and the cue of that."""
    last = max(n for n, node in enumerate(nodes) if isinstance(node, (Heading, Point)))
    after = last + 1
    if after < len(nodes) and cue and nodes[after].text == cue:
        return after + 1
    return after


def _weight(stretch: Stretch, plan: Plan, parts: Mapping[str, str]) -> int:
    """Return the weights of the parts that stand in `stretch`, 1 where there is none."""
    weights = [
        part.weight
        for part in plan.parts
        if (text := parts.get(part.name)) and any(text in node.text for node in stretch.nodes)
    ]
    return sum(weights) if weights else 1
