"""`drafter parse` on one core: beside jieba, linear in the length, and a file of one endless line.

DRAFTER_CORPUS names a folder of .txt files to measure on; without it the invented documents of the tests are used.
"""

import importlib.util
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median

import pytest
from side_by_side import alternate, at_home_in, on_one_core, program, seconds

pytestmark = pytest.mark.benchmark

INVENTED = Path(__file__).parents[1] / "data" / "documents"
MB = 1_000_000
TIMES_JIEBA = 4
LINEAR = 2.6
"""Doubling the text doubles the time; what is above 2 is noise."""
PATIENCE = 600
"""Seconds after which a program hangs."""

CUT = """
import sys, time, jieba
jieba.setLogLevel(60)
jieba.initialize()
text = open(sys.argv[1], encoding="utf-8").read()
start = time.perf_counter()
for word in jieba.cut(text):
    pass
print(time.perf_counter() - start)
"""


def corpus() -> list[str]:
    """Return the texts to repeat."""
    folder = Path(os.environ.get("DRAFTER_CORPUS") or INVENTED)
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        pytest.skip(f"no .txt file to measure on in {folder}")
    return [decoded(path.read_bytes()) for path in paths]


def decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def of_size(size: int, texts: list[str]) -> str:
    """Return the texts, again and again, until they fill `size` bytes; whole lines only."""
    lines, filled = [], 0
    for line in cycle("\n".join(texts).splitlines(keepends=True)):
        filled += len(line.encode())
        if filled > size:
            return "".join(lines)
        lines.append(line)
    pytest.skip("the corpus is empty")


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def parse(path: Path, folder: Path) -> float:
    return seconds([program("drafter"), "parse", path], folder, at_home_in(folder))


def cut(path: Path, folder: Path) -> float:
    """Return the seconds jieba needs for the text; loading its dictionary is not counted."""
    command = [sys.executable, "-W", "ignore", "-c", CUT, path]
    seconds(command, folder, at_home_in(folder))
    return float((folder / "standard-output").read_text())


def test_has_four_times_the_throughput_of_jieba(tmp_path: Path) -> None:
    if importlib.util.find_spec("jieba") is None:
        pytest.skip("jieba is not installed: pip install -e '.[benchmark]'")
    program("drafter")
    texts = corpus()
    whole = written(tmp_path / "whole.txt", of_size(20 * MB, texts))
    slice_ = written(tmp_path / "slice.txt", of_size(MB, texts))
    sizes = whole.stat().st_size / MB, slice_.stat().st_size / MB

    compared = alternate(lambda: parse(whole, tmp_path), lambda: cut(slice_, tmp_path), rounds=5)

    times = sizes[0] / sizes[1] / compared.ratio
    ours, theirs = sizes[0] / median(compared.ours), sizes[1] / median(compared.theirs)
    print(f"\ndrafter parse {ours:.2f} MB/s · jieba.cut {theirs:.2f} MB/s · {times:.1f} times")
    assert times >= TIMES_JIEBA


def test_takes_time_linear_in_the_length(tmp_path: Path) -> None:
    program("drafter")
    texts = corpus()
    long = written(tmp_path / "long.txt", of_size(20 * MB, texts))
    half = written(tmp_path / "half.txt", of_size(10 * MB, texts))

    compared = alternate(lambda: parse(long, tmp_path), lambda: parse(half, tmp_path), rounds=3)

    print(compared.told("20 MB", "10 MB"))
    assert compared.ratio <= LINEAR


@dataclass(frozen=True, slots=True)
class End:
    """How a program ended."""

    status: int
    peak: float
    """Most memory it held, in MB."""
    message: str


def watched(command: list[str | Path], folder: Path) -> End:
    """Run a program that may hang, and return how it ended."""
    talk = folder / "standard-error"
    with talk.open("wb") as error:
        process = subprocess.Popen(
            command, cwd=folder, env=at_home_in(folder), stdout=subprocess.DEVNULL, stderr=error,
            preexec_fn=on_one_core,
        )  # fmt: skip
        impatience = threading.Timer(PATIENCE, process.kill)
        impatience.start()
        _, status, used = os.wait4(process.pid, 0)
        impatience.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return End(process.returncode, used.ru_maxrss * unit / MB, talk.read_text("utf-8"))


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not tell a child's memory")
def test_a_single_line_of_100_mb_neither_hangs_nor_kills_it(tmp_path: Path) -> None:
    line = "".join("".join(corpus()).split())
    endless = line * (100 * MB // len(line.encode()) + 1)

    ended = watched(
        [program("drafter"), "parse", written(tmp_path / "line.txt", endless)], tmp_path
    )

    print(f"\n100 MB in one line: status {ended.status} · peak {ended.peak:.0f} MB {ended.message}")
    assert ended.status in {0, 2, 3}
    assert "Traceback" not in ended.message
    assert ended.status == 0 or ended.message.count("\n") == 1
