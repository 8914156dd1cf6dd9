"""What each command loads: `drafter new` must not pay for what only the miner needs."""

import subprocess
import sys
from pathlib import Path

import pytest

from drafter.locations import shipped_templates

EXAMPLE = str(shipped_templates() / "examples" / "office-work-meeting.yaml")
ALWAYS = {"click", "drafter"}
WORD = {"zipfile", "drafter.exporters.word", "drafter.model.layout", "drafter.storage.fonts"}
NEVER = {"dataclasses", "importlib.metadata", "socket", "ssl", "http.client", "textual", "docx"}


def loaded_by(*arguments: str) -> set[str]:
    code = (
        "import sys\nfrom drafter.cli.main import run\n"
        f"run({list(arguments)!r})\nprint(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    return set(done.stderr.decode().splitlines()[-1].split())


@pytest.mark.parametrize(
    ("arguments", "wanted", "unwanted"),
    [
        (
            [],
            ALWAYS,
            {"yaml", "jinja2", "drafter.drafting", "drafter.mining", "drafter.model.phrase"},
        ),
        (["--version"], ALWAYS, {"yaml", "jinja2"}),
        (["templates"], ALWAYS, {"yaml", "jinja2", "drafter.drafting", "drafter.mining"}),
        (
            ["bank", "search", "参谋辅政"],
            {"drafter.storage.bank.search"},
            {"yaml", "jinja2", "pypinyin", "shutil", "drafter.mining", "drafter.drafting"} | NEVER,
        ),
        (["new"], ALWAYS, {"yaml", "jinja2", "json", "drafter.drafting", "drafter.mining"}),
        (
            ["generate", EXAMPLE],
            {"jinja2"},
            {"yaml", "locale", "heapq", "difflib", "jinja2.meta", "drafter.mining"}
            | {"drafter.model.document"}
            | WORD
            | NEVER,
        ),
    ],
)
def test_a_command_loads_what_it_needs(
    arguments: list[str], wanted: set[str], unwanted: set[str]
) -> None:
    loaded_by(*arguments)  # what is read for the first time is kept in the cache
    loaded = loaded_by(*arguments)
    assert wanted <= loaded
    assert not unwanted & loaded


def test_a_word_file_is_written_without_a_library_for_it(tmp_path: Path) -> None:
    loaded = loaded_by("generate", EXAMPLE, "-o", str(tmp_path / "x.docx"))
    assert loaded >= WORD
    assert not loaded & ({"lxml", "drafter.mining"} | NEVER)


def test_import_of_the_package_loads_nothing_else() -> None:
    code = (
        "import sys, drafter; print(*[name for name in sys.modules if name.startswith('drafter')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.decode().split() == ["drafter"]
