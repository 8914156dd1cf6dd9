"""`drafter mine` over a large archive: two processes beside one, and the memory that it takes.

DRAFTER_CORPUS names a folder of .txt files to measure on, DRAFTER_ARCHIVE_MB the size of the archive.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

import pytest
from side_by_side import at_home_in, program
from test_parse import MB, corpus

pytestmark = pytest.mark.benchmark

SIZE = int(os.environ.get("DRAFTER_ARCHIVE_MB", "200"))
ROUNDS = 1 if SIZE >= 100 else 3
DOCUMENT = 100_000
"""Bytes of a document, about."""
TIMES_ONE = 1.7
GROWTH = 1.3
"""Four times the documents take about the same memory; what is above 1 is their names and sources."""


def write_archive(folder: Path, size: int) -> Path:
    """Write documents that all differ: their paragraphs begin elsewhere, and each has a line of its own."""
    folder.mkdir()
    lines = [line for text in corpus() for line in text.splitlines(keepends=True)]
    places = cycle(range(len(lines)))
    for number in range(size * MB // DOCUMENT):
        text, written = [f"　　这是第{number}份。\n"], 0
        while written < DOCUMENT:
            text.append(lines[next(places)])
            written += len(text[-1].encode())
        (folder / f"{number:05}.txt").write_text("".join(text), encoding="utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Run:
    """A whole run into a new bank, nothing known before."""

    seconds: float
    peak: float
    """Most memory that one of its processes held, in MB."""
    bank: dict[str, bytes]


def mine(archive: Path, folder: Path, jobs: int) -> Run:
    home = Path(tempfile.mkdtemp(dir=folder))
    places = {"DRAFTER_CACHE": str(home / "cache"), "DRAFTER_DATA": str(home / "data")}
    command = [program("drafter"), "mine", archive, "--into", home / "bank", "--jobs", str(jobs)]
    start = time.perf_counter()
    with (home / "talk").open("wb") as talk:
        process = subprocess.Popen(
            command, env=at_home_in(home) | places, stdout=talk, stderr=talk, cwd=home
        )
        _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, (home / "talk").read_text("utf-8")
    unit = 1 if sys.platform == "darwin" else 1024
    bank = {path.name: path.read_bytes() for path in (home / "bank").glob("[!.]*")}
    return Run(seconds, used.ru_maxrss * unit / MB, bank)


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell a child's memory")
def test_two_processes_are_worth_nearly_two_and_memory_does_not_grow(tmp_path: Path) -> None:
    quarter = mine(write_archive(tmp_path / "quarter", SIZE // 4), tmp_path, 2)
    archive = write_archive(tmp_path / "archive", SIZE)
    runs = [(mine(archive, tmp_path, 1), mine(archive, tmp_path, 2)) for _ in range(ROUNDS)]

    times = statistics.median(one.seconds / two.seconds for one, two in runs)
    one, two = runs[0]
    print(
        f"\n{SIZE} MB: one process {SIZE / one.seconds:.2f} MB/s, two {SIZE / two.seconds:.2f} MB/s"
        f" · {times:.2f} times · peak {two.peak:.0f} MB, for a quarter {quarter.peak:.0f} MB"
    )
    assert all(each.bank == one.bank for pair in runs for each in pair)
    assert times >= TIMES_ONE
    assert two.peak <= quarter.peak * GROWTH
