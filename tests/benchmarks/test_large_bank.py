"""A bank of 100,000 entries: the first load beside PyYAML, a warm search beside `drafter --version`."""

import sys
from itertools import count
from pathlib import Path
from statistics import median

import pytest
from large_bank import write_bank
from side_by_side import alternate, at_home_in, program, seconds

pytestmark = pytest.mark.benchmark

TIMES_FASTER = 2
SHARE_OF_MEMORY = 1 / 3
SHARE_OF_VERSION = 2.5
ROUNDS = 3
SEARCHES = 15

MEASURED = """
import gc, resource, sys, time
from pathlib import Path
gc.disable()
folder = Path(sys.argv[1])
{imports}
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.perf_counter()
read = {read}
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""
OURS = MEASURED.format(
    imports="from drafter.storage.bank.phrasebank import load_bank\nimport yaml",
    read="load_bank(folder, None, frozenset())",
)
THEIRS = MEASURED.format(
    imports="import yaml",
    read="[yaml.load(p.read_text('utf-8'), yaml.CSafeLoader) for p in folder.glob('*.yaml')]",
)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_bank(tmp_path_factory.mktemp("large") / "bank")


def test_the_first_load_takes_half_the_time_and_a_third_of_the_memory(
    bank: Path, tmp_path: Path
) -> None:
    pytest.importorskip("resource")
    pytest.importorskip("yaml").CSafeLoader  # noqa: B018 - without libyaml there is no rival
    grown: dict[str, list[float]] = {OURS: [], THEIRS: []}
    fresh = (str(tmp_path / f"cache{number}") for number in count())

    def measured(code: str) -> float:
        environment = at_home_in(tmp_path) | {"DRAFTER_CACHE": next(fresh)}
        seconds([sys.executable, "-c", code, str(bank)], tmp_path, environment)
        took, grew = (tmp_path / "standard-output").read_text().split()
        grown[code].append(float(grew))
        return float(took)

    compared = alternate(lambda: measured(OURS), lambda: measured(THEIRS), ROUNDS, unmeasured=0)

    share = median(grown[OURS]) / median(grown[THEIRS])
    print(compared.told("first load", "yaml.load, CSafeLoader"), f"· memory {share:.2f}")
    assert compared.ratio <= 1 / TIMES_FASTER
    assert share <= SHARE_OF_MEMORY


@pytest.mark.parametrize(
    "words",
    [["灠荀"], ["落实"], ["调研", "优化"], ["cmfz"], ["canmoufuzheng"], ["gzls", "调研"], ["jixu"]],
)
def test_a_warm_search_takes_little_longer_than_to_tell_the_version(
    bank: Path, tmp_path: Path, words: list[str]
) -> None:
    drafter, environment = program("drafter"), at_home_in(tmp_path)
    search = [drafter, "bank", "search", *words, "--bank", bank, "--limit", "20"]

    compared = alternate(
        lambda: seconds(search, tmp_path, environment),
        lambda: seconds([drafter, "--version"], tmp_path, environment),
        SEARCHES,
        unmeasured=2,
    )

    print(compared.told(f"bank search {' '.join(words)}", "--version"))
    assert compared.ratio <= SHARE_OF_VERSION
