"""The lexicon read from its files."""

from pathlib import Path

from drafter.model.lexicon import Lexicon
from drafter.storage.files import read_text
from drafter.storage.yaml.checks import Checker, checked_table
from drafter.storage.yaml.nodes import Table

FILE = "lexicon.yaml"
PLACES = "places.txt"
LEXICON_KEYS = ("kind", "words", "topics", "formulations", "kinds")


def load_lexicon(folder: Path, places: bool = False) -> Lexicon:
    """Return the lexicon in `folder`; the names of places, which only mining needs, on demand."""
    path = folder / FILE
    checker, top = checked_table(read_text(path), str(path))
    checker.known(top, LEXICON_KEYS, ("words",))
    return Lexicon(
        words=_lists(checker, checker.under(top, "words")),
        topics=_lists(checker, checker.under(top, "topics")),
        eras=_eras(checker, checker.under(top, "formulations")),
        kinds=_texts(checker, checker.under(top, "kinds")),
        places=_places(folder / PLACES) if places else (),
    )


def _lists(checker: Checker, table: Table) -> dict[str, tuple[str, ...]]:
    return {name: checker.texts(table, name) for name in table}


def _texts(checker: Checker, table: Table) -> dict[str, str]:
    return {name: checker.text(table, name) for name in table}


def _eras(checker: Checker, table: Table) -> dict[str, str]:
    """Return formulations by year turned round: the year of each formulation."""
    years = {name: checker.texts(table, name) for name in table}
    return {
        word: "" if year == "always" else year for year, words in years.items() for word in words
    }


def _places(path: Path) -> tuple[str, ...]:
    lines = (line.strip() for line in read_text(path).splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
