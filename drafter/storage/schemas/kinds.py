"""JSON Schemas (2020-12) of the files that users own: made, named in a first line, put beside."""

from collections.abc import Sequence
from pathlib import Path

from drafter.errors import FileError
from drafter.locations import shipped_phrasebank, shipped_templates
from drafter.model.lexicon import Lexicon
from drafter.model.template import Template
from drafter.model.vocabulary import Vocabulary
from drafter.storage.files import read_bytes, write_atomically
from drafter.storage.schemas.words import DEFINITIONS, Schema

FOLDER = ".schemas"
"""Lies beside the files that name a schema in it: it moves with them and needs no network."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS = {
    "phrases": "短语库文件（小标题、分论点、平行句式、结尾等）",
    "vocabulary": "词汇表 vocabulary.yaml",
    "lexicon": "词表 lexicon.yaml",
    "checks": "检查讲话稿的规则 checks.yaml",
    "template": "模板开头的说明（YAML）",
    "spec": "说明书",
    "profile": "版式（Word 文件的页面、字体、字号）",
}
_OF_TEMPLATES = frozenset(["template", "spec", "profile"])


def schema_line(kind: str) -> str:
    """Return the first line of a file by which editors find the schema of `kind` beside it."""
    return f"# yaml-language-server: $schema={FOLDER}/{kind}.json\n"


def shipped_schema(kind: str) -> Path:
    """Return the file of the schema of `kind` that ships with the program."""
    home = shipped_templates() if kind in _OF_TEMPLATES else shipped_phrasebank()
    return home / FOLDER / f"{kind}.json"


def put_schema(folder: Path, kind: str) -> None:
    """Put the schema of `kind` where `schema_line` says, unless it lies there already."""
    path = folder / FOLDER / f"{kind}.json"
    data = read_bytes(shipped_schema(kind))
    if path.is_file() and read_bytes(path) == data:
        return
    try:
        path.parent.mkdir(exist_ok=True)
    except OSError as error:
        remedy = "请换一个位置，或检查权限"
        raise FileError("不能建立这个文件夹", where=str(path.parent), remedy=remedy) from error
    write_atomically(path, data)


def schema_bytes(
    kind: str, lexicon: Lexicon, vocabulary: Vocabulary, templates: Sequence[Template]
) -> bytes:
    """Return the schema of `kind` as JSON, offering the names that are given."""
    from drafter.storage.schemas import bank, checks, drafting, layout
    from drafter.storage.speech_rules import rule_names

    match kind:
        case "phrases":
            made = bank.phrases_schema(lexicon, vocabulary)
        case "vocabulary":
            made = bank.vocabulary_schema(vocabulary)
        case "lexicon":
            made = bank.lexicon_schema(lexicon)
        case "checks":
            made = checks.checks_schema(rule_names(shipped_phrasebank()))
        case "template":
            made = drafting.template_schema(lexicon)
        case "profile":
            made = layout.profile_schema()
        case _:
            made = drafting.spec_schema(templates, vocabulary)
    return _json({"$schema": DIALECT, **made, "$defs": _definitions(made)})


def _definitions(made: Schema) -> Schema:
    """Return the definitions that `made` and they themselves refer to."""
    own = made.get("$defs", {})
    assert isinstance(own, dict)
    written = _json(made).decode()
    return own | {name: each for name, each in DEFINITIONS.items() if f'/{name}"' in written}


def _json(value: Schema) -> bytes:
    import json  # who only names a schema has no need of it

    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
