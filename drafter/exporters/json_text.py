"""Outlines as JSON, for other programs."""

import json
from typing import Any

from drafter.exporters.numbering import Numbered, numbered
from drafter.model.outline import Heading, Origin, Outline, Point


def to_json(outline: Outline) -> bytes:
    """Return `outline` as JSON: numbered nodes, what is missing, where lines come from."""
    value = {
        "nodes": [_node(each) for each in numbered(outline.nodes)],
        "missing": outline.missing,
        "assumed": outline.assumed,
        "origins": [_origin(each) for each in outline.origins],
    }
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()


def _node(each: Numbered) -> dict[str, Any]:
    node = each.node
    value: dict[str, Any] = {"kind": type(node).__name__.lower(), "text": node.text}
    if isinstance(node, Heading):
        value["level"] = node.level
    if isinstance(node, Point):
        value |= {"style": node.style, "cue": node.cue}
    return value | ({"number": each.number} if each.number else {})


def _origin(origin: Origin) -> dict[str, Any]:
    value = origin._asdict() | {"slots": dict(origin.slots)}
    return {key: said for key, said in value.items() if said}
