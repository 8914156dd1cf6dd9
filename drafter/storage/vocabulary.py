"""The vocabulary read from its file."""

from pathlib import Path

from drafter.model.vocabulary import Vocabulary, Wording, Words
from drafter.storage.files import read_text
from drafter.storage.yaml.checks import Checker, checked_table
from drafter.storage.yaml.nodes import Node, Table

FILE = "vocabulary.yaml"
VOCABULARY_KEYS = ("words", "supplied", "levels", "organs")


def load_vocabulary(folder: Path) -> Vocabulary:
    """Return the vocabulary in `folder`."""
    path = folder / FILE
    checker, top = checked_table(read_text(path), str(path))
    checker.known(top, VOCABULARY_KEYS, ("words", "levels", "organs"))
    return Vocabulary(
        words=_words(checker, top["words"]),
        levels=_named(checker, checker.table(top["levels"], "levels")),
        organs=_named(checker, checker.table(top["organs"], "organs")),
        supplied=frozenset(checker.under(top, "supplied")),
    )


def _named(checker: Checker, table: Table) -> dict[str, Words]:
    return {name: _words(checker, node) for name, node in table.items()}


def _words(checker: Checker, node: Node) -> Words:
    table = checker.table(node)
    return {
        name: Wording(checker.text(table, name), checker.place(checker.line(table, name)))
        for name in table
    }
