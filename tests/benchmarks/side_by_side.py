"""Run two whole programs in turn and compare them; ratios travel between machines, seconds do not."""

import os
import shutil
import statistics
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

UNUSUAL = {"PYTHONDONTWRITEBYTECODE"}
"""Settings that would compile one program anew at every start, but not a rival installed before."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Seconds of two programs, measured A B A B …."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Return the median of ours ÷ theirs, pair by pair: what slows one slows its neighbour."""
        pairs = zip(self.ours, self.theirs, strict=True)
        return statistics.median(ours / theirs for ours, theirs in pairs)

    def told(self, ours: str, theirs: str) -> str:
        """Return one line that gives both medians and the ratio."""
        medians = (
            f"{name} {statistics.median(seconds) * 1000:.0f} ms"
            for name, seconds in ((ours, self.ours), (theirs, self.theirs))
        )
        return f"\n{' · '.join(medians)} · ratio {self.ratio:.2f} ({len(self.ours)} rounds)"


def program(name: str) -> str:
    """Return the path of an installed program, or skip the test."""
    beside = shutil.which(name, path=sysconfig.get_path("scripts"))
    found = beside or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: pip install -e '.[benchmark]'")
    return found


def at_home_in(folder: Path) -> dict[str, str]:
    """Return the environment with every user folder inside `folder`, bytecode kept as usual."""
    inside = {"HOME": "", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config"}
    inside |= {"XDG_DATA_HOME": "data"}
    outside = {key: value for key, value in os.environ.items() if key not in UNUSUAL}
    return {**outside, **{key: str(folder / path) for key, path in inside.items()}}


def on_one_core() -> None:
    """Keep the process on one core, where the system can."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def seconds(command: Sequence[str | Path], folder: Path, environment: Mapping[str, str]) -> float:
    """Run a program to its end in `folder`, its output into a file, and return how long it took."""
    with (folder / "standard-output").open("wb") as output:
        start = time.perf_counter()
        subprocess.run(
            command, cwd=folder, env=environment, stdout=output, check=True, preexec_fn=on_one_core
        )
        return time.perf_counter() - start


def alternate(
    ours: Callable[[], float], theirs: Callable[[], float], rounds: int, unmeasured: int = 1
) -> Comparison:
    """Run both in turn, first some rounds that only fill the caches."""
    for _ in range(unmeasured):
        ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(rounds)]
    return Comparison(tuple(pair[0] for pair in pairs), tuple(pair[1] for pair in pairs))
