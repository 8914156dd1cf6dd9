"""`drafter mine --scheduler`: an existing Dask cluster gives the same bytes as this machine."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from archives import files, mine, mining, write_archive

pytest.importorskip("distributed")
PATIENCE = 60


class Cluster:
    """A scheduler and two workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.processes = [self._start("scheduler", "--port", "0", "--scheduler-file", "file.json")]
        self.address = json.loads(self._file().read_text("utf-8"))["address"]
        self.workers = [self._worker(name) for name in ("one", "two")]

    def _file(self) -> Path:
        path = self._folder / "file.json"
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(OSError, ValueError):
                json.loads(path.read_text("utf-8"))
                return path
            time.sleep(0.05)
        raise TimeoutError

    def _worker(self, name: str) -> subprocess.Popen[bytes]:
        own = ("--nthreads", "1", "--no-nanny", "--name", name, "--local-directory", name)
        process = self._start("worker", self.address, *own)
        self.processes.append(process)
        return process

    def _start(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", f"distributed.cli.dask_{program}",
             "--host", "127.0.0.1", "--no-dashboard", *arguments],
            cwd=self._folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def end(self) -> None:
        for process in reversed(self.processes):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    (tmp_path / "cluster").mkdir()
    started = Cluster(tmp_path / "cluster")
    yield started
    started.end()


def journals(home: Path) -> int:
    return sum(path.stat().st_size for path in (home / "cache").glob("*/*.journal"))


def half_way(process: subprocess.Popen[bytes], home: Path) -> None:
    """Wait until some documents are read, but not all."""
    end = time.monotonic() + PATIENCE
    while not journals(home) and time.monotonic() < end:
        time.sleep(0.01)
    assert process.poll() is None


def test_a_worker_killed_half_way_changes_no_byte(cluster: Cluster, tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive", 400)
    assert mine(archive, "--into", tmp_path / "here", "--jobs", "1", home=tmp_path)[0] == 0

    there = mining(
        archive, "--into", tmp_path / "there", "--scheduler", cluster.address, home=tmp_path
    )
    half_way(there, tmp_path)
    cluster.workers[0].kill()
    _, talk = there.communicate(timeout=PATIENCE)

    assert there.returncode == 0, talk.decode()
    assert "读了 400 份" in talk.decode()
    assert files(tmp_path / "there") == files(tmp_path / "here")


def test_a_scheduler_that_goes_away_leaves_what_is_done(cluster: Cluster, tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive", 400)
    bank = tmp_path / "bank"
    process = mining(archive, "--into", bank, "--scheduler", cluster.address, home=tmp_path)
    half_way(process, tmp_path)
    cluster.processes[0].kill()
    _, talk = process.communicate(timeout=PATIENCE)
    assert process.returncode == 3
    assert talk.decode().startswith("--scheduler：与集群的连接断了")
    assert talk.count(b"\n") == 1
    assert not bank.exists()
    status, _, again = mine(archive, "--into", bank, home=tmp_path)
    assert status == 0
    assert "上次停下前读好 " in again


OTHER = """
import sys
from drafter.archive.engines import engine
from drafter.archive.reading import Task
from drafter.archive.words import Words
from drafter.errors import InputError
from drafter.locations import shipped_phrasebank

setting = Words(shipped_phrasebank()).setting()._replace(code="another")
try:
    list(engine(lambda: setting, 1, sys.argv[1])([Task("0" * 32, "a.txt", b"a")]))
except InputError as error:
    print(error)
"""


def test_workers_of_another_edition_are_told(cluster: Cluster) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", OTHER, cluster.address],
        capture_output=True,
        check=True,
    )
    assert "集群上的 drafter 与这里的版本不同" in done.stdout.decode()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1:1", "连不上"),
        ("不是地址", "不是调度程序的地址"),
        ("http://127.0.0.1:8786", "不是调度程序的地址"),
        ("tcp://127.0.0.1", "不是调度程序的地址"),
    ],
)
def test_a_scheduler_that_does_not_answer_is_told(address: str, said: str, tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive", 1)
    status, out, talk = mine(
        archive, "--into", tmp_path / "bank", "--scheduler", address, home=tmp_path
    )
    assert (status, out) == (2, "")
    assert talk.count("\n") == 1
    assert talk.startswith("--scheduler：")
    assert said in talk
    assert not (tmp_path / "bank").exists()


def test_without_the_library_the_way_to_get_it_is_told(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive", 1)
    code = (
        "import sys; sys.modules['distributed'] = None\nfrom drafter.cli.main import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "mine", str(archive), "--scheduler", "tcp://127.0.0.1:1"],
        capture_output=True, cwd=tmp_path, check=False,
        env=os.environ | {"DRAFTER_CACHE": str(tmp_path / "cache")},
    )  # fmt: skip
    assert done.returncode == 2
    assert "pip install 'drafter[cluster]'" in done.stderr.decode()
