"""The outline in a spec, line by line, as somebody wrote it."""

from collections.abc import Callable, Mapping

from drafter.model.outline import (
    POINT_STYLES,
    Heading,
    Node,
    Note,
    Paragraph,
    Point,
    Salutation,
    Title,
)
from drafter.model.spec import Written
from drafter.storage.specs.keys import LOWEST_LEVEL, WRITTEN_KEYS
from drafter.storage.yaml.checks import Checker
from drafter.storage.yaml.nodes import Table

_PLAIN: Mapping[str, Callable[[str], Node]] = {
    "title": Title,
    "note": Note,
    "salutation": Salutation,
    "paragraph": Paragraph,
}


def read_written(checker: Checker, table: Table) -> Written:
    """Return a line of the outline, checked; its text is taken as it stands, slots and all."""
    kinds = [key for key in table if key in WRITTEN_KEYS]
    if len(kinds) != 1:
        remedy = "每一项只写其中一种：" + "、".join(WRITTEN_KEYS)
        checker.fault("这一项看不出是什么", table.line, remedy)
    kind = kinds[0]
    checker.known(table, (kind, "id", *WRITTEN_KEYS[kind]), (kind,))
    node = _node(checker, table, kind)
    return Written(node, checker.text(table, "id"), checker.text(table, "cue_id"))


def _node(checker: Checker, table: Table, kind: str) -> Node:
    text = _line(checker.text(table, kind))
    if kind in _PLAIN:
        return _PLAIN[kind](text)
    if kind == "heading":
        return Heading(text, checker.number(table, "level", 1, 1, LOWEST_LEVEL))
    style = checker.one_of(table, "style", POINT_STYLES) or POINT_STYLES[0]
    return Point(text, style, _line(checker.text(table, "cue")))


def _line(text: str) -> str:
    return " ".join(text.split("\n")).strip()


def written_value(each: Written) -> dict[str, object]:
    """Return what the file of a spec holds of a line."""
    node = each.node
    value: dict[str, object] = {type(node).__name__.lower(): node.text}
    if isinstance(node, Heading):
        value["level"] = node.level
    if isinstance(node, Point):
        value |= {"style": node.style, "cue": node.cue, "cue_id": each.cue_id}
    value["id"] = each.id
    return {key: said for key, said in value.items() if said}
