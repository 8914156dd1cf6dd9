"""One edit of a phrase file of 100,000 entries, beside one load of it."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from large_bank import write_bank
from side_by_side import alternate

from drafter.model.edits import Edits
from drafter.storage.bank.edits import write_edits
from drafter.storage.bank.phrasebank import read_phrases
from drafter.storage.files import read_text

pytestmark = pytest.mark.benchmark

NONE: frozenset[str] = frozenset()
ROUNDS = 5
LOADS = 1.5


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def test_an_edit_takes_at_most_one_and_a_half_loads(tmp_path: Path) -> None:
    folder = write_bank(tmp_path / "bank")
    path = folder / "closings.yaml"
    name = read_phrases(read_text(path), path, "closings", NONE).entries[40_000].id
    counts = iter(range(2, 1000))

    def edit() -> float:
        edits = {"closings": Edits(change={name: {"seen": next(counts)}})}
        return seconds(lambda: write_edits(folder, edits, {}, NONE))

    def load() -> float:
        return seconds(lambda: read_phrases(read_text(path), path, "closings", NONE))

    found = alternate(edit, load, ROUNDS)
    print(found.told("one edit", "one load without cache"))
    assert found.ratio <= LOADS
