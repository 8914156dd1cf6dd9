"""Pieces that the JSON Schemas of all files are made of."""

from collections.abc import Iterable, Mapping

Schema = dict[str, object]

_EMPTY: Schema = {"type": "null"}
_UNPLAIN = r"\{[%#]|\{\{(?!\s*[A-Za-z_]\w*\s*\}\})"
"""What no phrase may hold: Jinja2 that is more than a name."""
_PLAIN = rf"^(?![\s\S]*(?:{_UNPLAIN}))"
_SAID = ["string", "number", "boolean"]
DEFINITIONS: Mapping[str, Schema] = {
    "text": {"type": [*_SAID, "null"]},
    "texts": {"anyOf": [{"type": [*_SAID, "null"]}, {"type": "array", "items": {"type": _SAID}}]},
    "said": {"type": _SAID, "minLength": 1},
    "phrase": {"type": _SAID, "minLength": 1, "pattern": _PLAIN},
    "phrase_or_nothing": {"type": [*_SAID, "null"], "pattern": _PLAIN},
}
"""What schemas refer to; every scalar is read as text, whatever YAML makes of it."""


def defined(name: str) -> Schema:
    """Refer to one of `DEFINITIONS`."""
    return {"$ref": f"#/$defs/{name}"}


def described(schema: Mapping[str, object], description: str) -> Schema:
    """Return `schema` with what the editor shows."""
    return {"description": description, **schema}


def text() -> Schema:
    """Allow any scalar."""
    return defined("text")


def said() -> Schema:
    """Allow a scalar that is not empty."""
    return defined("said")


def phrase() -> Schema:
    """Allow a text whose slots are plain names."""
    return defined("phrase")


def phrase_or_nothing() -> Schema:
    """Allow a text whose slots are plain names, or nothing."""
    return defined("phrase_or_nothing")


def one_of(known: Iterable[str]) -> Schema:
    """Offer `known`, and allow others: users add their own."""
    return {"anyOf": [{"enum": list(known)}, text()]}


def only(known: Iterable[str]) -> Schema:
    """Allow `known` and nothing else; an empty value counts as not written."""
    return {"enum": [*known, "", None]}


def number(least: int, most: int) -> Schema:
    """Allow a whole number between `least` and `most`, quoted or not."""
    whole = {"type": "integer", "minimum": least, "maximum": most}
    return {"anyOf": [whole, {"type": "string", "pattern": r"^\d{0,8}$"}, _EMPTY]}


def listed(item: Mapping[str, object]) -> Schema:
    """Allow a list of `item`, or nothing."""
    return {"anyOf": [{"type": "array", "items": item}, {"type": "null"}, {"const": ""}]}


def texts(item: Schema | None = None) -> Schema:
    """Allow a text, or a list of them."""
    if item is None:
        return defined("texts")
    return {"anyOf": [item, {"type": "array", "items": item}]}


def table(keys: Mapping[str, Schema], required: Iterable[str] = ()) -> Schema:
    """Allow a mapping with these keys and no others."""
    return {
        "type": "object",
        "properties": dict(keys),
        "required": list(required),
        "additionalProperties": False,
    }


def mapping(value: Mapping[str, object], known: Iterable[str] = ()) -> Schema:
    """Allow a mapping of any names to `value`, offering the `known` ones."""
    return {
        "type": ["object", "null"],
        "properties": dict.fromkeys(known, value),
        "additionalProperties": value,
    }


def keyed(told: Mapping[str, Schema], keys: Iterable[str]) -> dict[str, Schema]:
    """Return the schemas of `keys` in the order of `told`; a key that is not told is an error."""
    wanted = set(keys)
    missing = wanted - told.keys()
    if missing:
        raise KeyError(*sorted(missing))
    return {key: schema for key, schema in told.items() if key in wanted}
