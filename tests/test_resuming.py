"""`drafter mine` stopped at any moment: the bank loads, and the next run ends as if nothing had been."""

import os
import random
import signal
import time
from pathlib import Path

import pytest
from archives import files, mine, mining, write_archive
from building import VOCABULARY

from drafter.storage.bank.phrasebank import load_bank

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


class Undisturbed:
    """An archive, the bank that it gives, and the time that takes."""

    def __init__(self, folder: Path) -> None:
        self.archive = write_archive(folder / "archive", 60)
        start = time.monotonic()
        assert mine(self.archive, "--into", folder / "bank", home=folder)[0] == 0
        self.seconds = time.monotonic() - start
        self.files = files(folder / "bank")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    return Undisturbed(tmp_path_factory.mktemp("undisturbed"))


def killed(archive: Path, bank: Path, home: Path, delay: float) -> bool:
    """Mine, but kill everything after `delay`; return whether there was something to kill."""
    process = mining(archive, "--into", bank, "--jobs", "2", home=home)
    time.sleep(delay)
    alive = process.poll() is None
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    return alive


def check(undisturbed: Undisturbed, folder: Path, delay: float) -> bool:
    bank = folder / "bank"
    was_alive = killed(undisturbed.archive, bank, folder, delay)
    if bank.exists():
        load_bank(bank, None, VOCABULARY.slots)
    assert mine(undisturbed.archive, "--into", bank, "--jobs", "1", home=folder)[0] == 0
    assert files(bank) == undisturbed.files
    assert not list(bank.glob(".*.part"))
    return was_alive


def rounds(undisturbed: Undisturbed, folder: Path, count: int) -> int:
    """Return how many of `count` runs were killed before their end.

    The moments lie between the start and a little after the end of a run, however busy the machine.
    """
    moments, longest, hit = random.Random(count), undisturbed.seconds, 0
    for number in range(count):
        alive = check(undisturbed, folder / str(number), moments.uniform(0, longest))
        longest *= 1.1 if alive else 0.8
        hit += alive
    return hit


def test_killed_at_any_moment_nothing_is_lost(undisturbed: Undisturbed, tmp_path: Path) -> None:
    assert rounds(undisturbed, tmp_path, 12) >= 3


@pytest.mark.benchmark
def test_killed_200_times_nothing_is_lost(undisturbed: Undisturbed, tmp_path: Path) -> None:
    hit = rounds(undisturbed, tmp_path, 200)
    print(f"\n{hit} of 200 runs were killed before their end")
    assert 60 <= hit < 200


def lines_kept(cache: Path) -> int:
    return sum(each.read_bytes().count(b"\n") for each in cache.glob("*/*.journal"))


def test_ctrl_c_ends_cleanly_and_the_next_run_goes_on(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive", 300)
    process = mining(archive, "--into", tmp_path / "bank", "--jobs", "2", home=tmp_path)
    end = time.monotonic() + 60
    while lines_kept(tmp_path / "cache") < 10 and time.monotonic() < end:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    out, talk = process.communicate(timeout=60)
    assert (process.returncode, out) == (130, b"")
    assert talk.decode().startswith("已停下：读好的 ")
    assert "\n" not in talk.decode().strip()

    status, _, talk_again = mine(archive, "--into", tmp_path / "bank", home=tmp_path)
    assert status == 0
    assert "上次停下前读好 " in talk_again
    mine(archive, "--into", tmp_path / "other", home=tmp_path / "elsewhere")
    assert files(tmp_path / "bank") == files(tmp_path / "other")


def test_a_torn_or_spoilt_journal_is_passed_over(undisturbed: Undisturbed, tmp_path: Path) -> None:
    process = mining(undisturbed.archive, "--dry-run", "--into", tmp_path / "bank", home=tmp_path)
    process.communicate(timeout=60)
    (journal,) = (tmp_path / "cache").glob("*/*.journal")
    content = bytearray(journal.read_bytes()[:-20])
    content[len(content) // 2] ^= 1
    journal.write_bytes(content)
    status, _, talk = mine(undisturbed.archive, "--into", tmp_path / "bank", home=tmp_path)
    assert status == 0
    assert "上次停下前读好 5" in talk  # one line spoilt, one torn
    assert files(tmp_path / "bank") == undisturbed.files


@pytest.mark.parametrize("cache", ["off", "/dev/null/nowhere"])
def test_without_a_cache_it_mines_all_the_same(
    undisturbed: Undisturbed, tmp_path: Path, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from drafter.cli.main import run

    monkeypatch.setenv("DRAFTER_CACHE", cache)
    assert run(["mine", str(undisturbed.archive), "--into", str(tmp_path / "bank")]) == 0
    assert files(tmp_path / "bank") == undisturbed.files
