"""JSON Schema of the rules for speeches, shipped and the user's own."""

from collections.abc import Iterable

from drafter.model.spec import NO, YES
from drafter.model.wrong_words import ROW_KEYS
from drafter.storage.schemas.words import (
    Schema,
    described,
    keyed,
    listed,
    mapping,
    number,
    only,
    said,
    table,
    text,
    texts,
)
from drafter.storage.speech_rules import EXAMPLE_KEYS, LEVELS, RULE_KEYS

_LONGEST = 600


def checks_schema(names: Iterable[str]) -> Schema:
    """Return the schema of `checks.yaml`, with the ids of the rules."""
    rule: Schema = {"anyOf": [{"enum": [*sorted(YES | NO), True, False]}, table(_rule())]}
    keys: dict[str, Schema] = {
        "kind": described(only(["checks"]), "种类：checks"),
        "rules": described(table(dict.fromkeys(names, rule)), "规则，一条一项；写 否 就不用"),
    }
    return {**table(keys, ["rules"]), "title": "检查讲话稿的规则"}


def _rule() -> dict[str, Schema]:
    examples = listed({"anyOf": [said(), table(_example(), ["text"])]})
    row = table({name: text() for name in ROW_KEYS})
    told: dict[str, Schema] = {
        "level": described(only(LEVELS), "程度：error 错误、warning 警告、hint 提示"),
        "use": described({"enum": [*sorted(YES | NO), True, False, "", None]}, "用不用：是 或 否"),
        "what": described(text(), "要求什么"),
        "why": described(text(), "为什么"),
        "good": described(examples, "对的例子"),
        "bad": described(examples, "错的例子"),
        "settings": described(mapping(texts()), "可以调的数和词"),
        "table": described(
            listed(row),
            "带条件的词，一行一条；自己的添在后面",
        ),
    }
    return keyed(told, RULE_KEYS)


def _example() -> dict[str, Schema]:
    told: dict[str, Schema] = {
        "text": described(said(), "原文"),
        "date": described(text(), "日期，如 2026-03-12"),
        "level": described(text(), "级别"),
        "organ": described(text(), "机关"),
        "minutes": described(number(0, _LONGEST), "讲多少分钟"),
    }
    return keyed(told, EXAMPLE_KEYS)
