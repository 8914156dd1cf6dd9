"""The same documents give the same bytes, whatever reads them and whoever dies meanwhile."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing import active_children
from pathlib import Path
from typing import TypeVar

import pytest
from archives import mining, texts, write_archive
from mined import SPEECH

from drafter.archive.engines import Engine, engine, here
from drafter.archive.reading import Setting, Task, batches
from drafter.archive.words import Words
from drafter.locations import shipped_phrasebank
from drafter.storage.fingerprints import fingerprint

WORDS = Words(shipped_phrasebank())
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


def tasks(count: int) -> list[Task]:
    found = zip(range(count), texts(), strict=False)
    return [Task(fingerprint(t.encode()), f"{n}.txt", t.encode()) for n, t in found]


def results(run: Engine, documents: Iterable[Task]) -> dict[str, str]:
    outcomes = list(run(documents))
    assert [outcome.fault for outcome in outcomes if outcome.fault] == []
    return {outcome.key: outcome.result for outcome in outcomes}


def test_several_processes_give_what_one_gives() -> None:
    documents = tasks(80)
    alone = results(here(WORDS.setting), documents)
    assert results(engine(WORDS.setting, 2), documents) == alone
    assert list(alone) == [task.key for task in documents]


def test_nothing_to_read_loads_nothing() -> None:
    def load() -> Setting:
        raise AssertionError("the words were loaded")

    assert list(engine(load, 1)([])) == []
    assert list(engine(load, 2)([])) == []


def test_tasks_are_taken_only_as_they_can_be_worked_on() -> None:
    taken, answered, ahead = 0, 0, 0

    def counted() -> Iterator[Task]:
        nonlocal taken
        for task in tasks(400):
            taken += 1
            yield task

    for _ in engine(WORDS.setting, 2)(counted()):
        answered += 1
        ahead = max(ahead, taken - answered)
    assert answered == 400
    assert ahead < 200


def test_batches_are_bounded_by_bytes_and_number() -> None:
    small, large = Task("a", "a", b"x"), Task("b", "b", b"x" * 1_000_000)
    assert [len(batch) for batch in batches([small] * 100)] == [32, 32, 32, 4]
    assert [len(batch) for batch in batches([small, large, small, large])] == [1, 1, 1, 1]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_document_does_not_keep_the_others_back(jobs: int) -> None:
    good = tasks(3)
    bad = Task("0" * 32, "坏.txt", b"\0\1\2\0")
    outcomes = {
        outcome.key: outcome for outcome in engine(WORDS.setting, jobs)([good[0], bad, *good[1:]])
    }
    assert len(outcomes) == 4
    assert "坏.txt" in str(outcomes[bad.key].fault)
    assert not any(outcomes[task.key].fault for task in good)


class Deadly(dict[str, tuple[str, ...]]):
    """Types of fillers that kill the process that looks up one of them."""

    def get(self, text: str, otherwise: tuple[str, ...] = ()) -> tuple[str, ...]:  # type: ignore[override]
        if text == "忠诚":
            os._exit(1)
        return otherwise


def test_a_document_that_kills_its_process_is_told_and_the_rest_goes_on() -> None:
    def load() -> Setting:
        return WORDS.setting()._replace(types=Deadly())

    deadly = Task("0" * 32, "致命.txt", SPEECH.encode())
    others = [task for task in tasks(40) if "忠诚" not in task.data.decode()]
    outcomes = {each.key: each for each in engine(load, 2)([*others[:9], deadly, *others[9:]])}
    assert "致命.txt" in str(outcomes[deadly.key].fault)
    assert [key for key, outcome in outcomes.items() if outcome.fault] == [deadly.key]
    assert len(outcomes) == len(others) + 1


@pytest.mark.parametrize("jobs", [2, 6])  # of six, the last has not begun when the first answers
def test_a_killed_process_loses_nothing(jobs: int) -> None:
    documents = tasks(220)
    killed = []
    found = {}
    for outcome in engine(WORDS.setting, jobs)(documents):
        found[outcome.key] = outcome
        if not killed:
            killed.append(max(active_children(), key=lambda process: process.pid or 0))
            killed[0].kill()
    assert {key: each.result for key, each in found.items()} == results(
        here(WORDS.setting), documents
    )


def test_no_process_is_left_behind() -> None:
    run = engine(WORDS.setting, 2)(tasks(80))
    next(run)
    assert len(active_children()) == 2
    run.close()
    assert active_children() == []


@POSIX
def test_processes_end_when_the_one_that_started_them_is_killed(tmp_path: Path) -> None:
    archive = write_archive(tmp_path / "archive", 400)
    process = mining(archive, "--into", tmp_path / "bank", "--jobs", "2", home=tmp_path)
    try:
        children = waited(lambda: workers(process.pid))
        assert len(children) == 2
        process.kill()
        assert waited(lambda: not any(alive(child) for child in children))
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def workers(pid: int) -> list[int]:
    """Return the reading processes that `pid` started, once there are two."""
    found = [
        child for child, parent, command in processes() if parent == pid and "spawn_main" in command
    ]
    return found if len(found) == 2 else []


def alive(pid: int) -> bool:
    return any(child == pid for child, _, _ in processes())


def processes() -> list[tuple[int, int, str]]:
    """Return number, parent and command of every process that is not dead."""
    command = ["ps", "-A", "-ww", "-o", "pid=,ppid=,stat=,args="]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    rows = [line.split(maxsplit=3) for line in shown.splitlines()]
    return [(int(r[0]), int(r[1]), r[-1]) for r in rows if not r[2].startswith("Z")]


T = TypeVar("T")


def waited(ask: Callable[[], T], seconds: float = 20) -> T:
    """Return what `ask` gives once it gives something."""
    end = time.monotonic() + seconds
    while not (found := ask()) and time.monotonic() < end:
        time.sleep(0.02)
    return found
