"""Outlines as JSON, for other programs."""

import json
from typing import Any

from drafter.exporters.numbering import Numbered, numbered
from drafter.model.outline import Heading, Origin, Outline, Point

_OPTIONAL = frozenset(["length", "again"])


def to_json(outline: Outline) -> bytes:
    """Return `outline` as JSON: numbered nodes, what is missing, where lines come from."""
    return json_bytes(outline_value(outline))


def json_bytes(value: object) -> bytes:
    """Return `value` as the JSON that every command writes."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def outline_value(outline: Outline) -> dict[str, Any]:
    """Return what the JSON of `outline` holds."""
    value = {
        "nodes": [_node(each) for each in numbered(outline.nodes)],
        "missing": outline.missing,
        "assumed": outline.assumed,
        "origins": [_origin(each) for each in outline.origins],
        "length": [each._asdict() for each in outline.length],
        "again": [each._asdict() for each in outline.again],
    }
    return {key: said for key, said in value.items() if said or key not in _OPTIONAL}


def _node(each: Numbered) -> dict[str, Any]:
    node = each.node
    value: dict[str, Any] = {"kind": type(node).__name__.lower(), "text": node.text}
    if isinstance(node, Heading):
        value["level"] = node.level
    if isinstance(node, Point):
        value |= {"style": node.style, "cue": node.cue}
    return value | ({"number": each.number} if each.number else {})


def _origin(origin: Origin) -> dict[str, Any]:
    fillers = [each._asdict() for each in origin.fillers]
    value = origin._asdict() | {"slots": dict(origin.slots), "fillers": fillers}
    return {key: said for key, said in value.items() if said}
