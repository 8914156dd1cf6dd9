"""Documents read by several processes of this machine."""

import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Final

from drafter.archive.engines import Engine, Load, Outcomes
from drafter.archive.reading import Outcome, Reader, Setting, Task, batches, broken
from drafter.errors import FileError

_READY = "ready"
_PATIENCE = 5.0
"""Seconds that a process has to end by itself."""
_STARTS = 5
"""Processes that may die before they begin, until none is started any more."""


def in_processes(load: Load, jobs: int) -> Engine:
    """Return the engine that reads in up to `jobs` processes; one batch each is under way."""

    def run(tasks: Iterable[Task]) -> Outcomes:
        source = batches(tasks)
        first = list(islice(source, jobs))
        if not first:
            return
        pool = _Pool(load(), len(first))
        try:
            yield from pool.outcomes(first, source)
        finally:
            pool.end()

    return run


class _Pool:
    """Processes that are kept at work."""

    def __init__(self, setting: Setting, size: int) -> None:
        self._setting = setting
        self._workers: list[_Worker] = []
        try:
            for _ in range(size):
                self._workers.append(_Worker(setting))
        except BaseException:
            self.end()
            raise
        self._again: deque[list[Task]] = deque()
        self._failed: set[str] = set()
        """Documents under way when a process died once."""
        self._starts = _STARTS

    def outcomes(
        self, first: Sequence[list[Task]], source: Iterator[list[Task]]
    ) -> Iterator[Outcome]:
        """Yield what comes of every task."""
        self._again.extend(first)
        while True:
            for place, worker in enumerate(self._workers):
                if not worker.open and (batch := self._next(source)):
                    self._workers[place] = self._alive(worker)
                    self._workers[place].give(batch)
            busy = {worker.connection: worker for worker in self._workers if worker.open}
            if not busy:
                return
            for ready in wait(list(busy)):
                yield from self._taken(busy[ready])  # type: ignore[index]

    def end(self) -> None:
        """End every process; what it is still at is given up."""
        for worker in self._workers:
            worker.end()

    def _next(self, source: Iterator[list[Task]]) -> list[Task] | None:
        return self._again.popleft() if self._again else next(source, None)

    def _alive(self, worker: "_Worker") -> "_Worker":
        if not worker.dead:
            return worker
        worker.end()
        return _Worker(self._setting)

    def _taken(self, worker: "_Worker") -> Iterator[Outcome]:
        try:
            if outcome := worker.take():
                yield outcome
        except (EOFError, OSError):
            yield from self._after_death(worker)

    def _after_death(self, worker: "_Worker") -> Iterator[Outcome]:
        """Give the document that the process died at a second chance, by itself."""
        worker.dead = True
        if not worker.ready:
            self._not_started(worker)
            return
        culprit, *rest = worker.open
        worker.open.clear()
        if culprit.key in self._failed:
            yield Outcome(culprit.key, fault=broken(culprit, "工作进程中断"))
        else:
            self._failed.add(culprit.key)
            self._again.append([culprit])
        if rest:
            self._again.append(rest)

    def _not_started(self, worker: "_Worker") -> None:
        """Give back what was meant for a process that died before it could begin, if others can."""
        self._starts -= 1
        if not self._starts or not any(each.ready for each in self._workers):
            remedy = "请改用 --jobs 1"
            raise FileError("工作进程起不来", where="--jobs", remedy=remedy)
        self._again.append(list(worker.open))
        worker.open.clear()


class _Worker:
    """One process, and the tasks it has not answered yet, in their order."""

    def __init__(self, setting: Setting) -> None:
        context = get_context("spawn")  # the same on every system
        ours, theirs = context.Pipe()
        self.connection: Final[Connection] = ours
        self.open: deque[Task] = deque()
        self.ready = self.dead = False
        self._process = context.Process(target=_serve, args=(theirs, setting), daemon=True)
        with _interrupts_ignored():
            self._process.start()
        theirs.close()

    def give(self, batch: Sequence[Task]) -> None:
        """Hand over a batch; that a process died meanwhile shows when an answer is taken."""
        self.open.extend(batch)
        with suppress(OSError):
            self.connection.send(batch)

    def take(self) -> Outcome | None:
        """Return the next answer, if it is one to a task."""
        answer = self.connection.recv()
        if isinstance(answer, Outcome):
            self.open.popleft()
            return answer
        self.ready = True
        return None

    def end(self) -> None:
        """End the process: at once if it is at work, else by hanging up."""
        self.connection.close()
        if self.open:
            self._process.terminate()
        self._process.join(_PATIENCE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _serve(connection: Connection, setting: Setting) -> None:
    """Answer one task after the other until the parent hangs up, or is no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process
    reader = Reader(setting)
    with suppress(EOFError, OSError):
        connection.send(_READY)
        while True:
            for task in connection.recv():
                connection.send(reader.outcome(task))


@contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """Let a process that starts now inherit that Ctrl-C is not meant for it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
