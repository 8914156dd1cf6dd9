"""Documents read by an existing Dask cluster; only a run that names a scheduler loads this."""

import asyncio
import concurrent.futures
import logging
import time
import warnings
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock
from typing import Any

import distributed
from distributed import KilledWorker, get_worker
from distributed.diagnostics.plugin import WorkerPlugin

from drafter.archive.engines import Engine, Load, Outcomes
from drafter.archive.reading import Outcome, Reader, Setting, Task, batches, broken
from drafter.errors import DrafterError, FileError, InputError
from drafter.storage.fingerprints import code_edition

Client: Any = distributed.Client
wait: Any = distributed.wait
Future = Any
"""The library types only some of what it offers, other editions nothing."""
_CONNECT = 10
_LOOK = 5
"""Seconds to wait for an answer before looking whether anybody is at work."""
_ALONE = 60.0
"""Seconds without any worker after which the run is given up; what is done is kept."""
_AHEAD = 2
"""Batches under way for each thread of the cluster."""
_CANCELLED = (asyncio.CancelledError, concurrent.futures.CancelledError)
"""Raised for work under way when the scheduler is gone."""
_OPTION = "--scheduler"


def on_cluster(load: Load, address: str) -> Engine:
    """Return the engine that reads on the cluster whose scheduler is at `address`.

    What travels is the bytes of documents one way and their entries the other: the workers need no
    file of this machine, but this same edition of the program.
    """

    def run(tasks: Iterable[Task]) -> Outcomes:
        source = batches(tasks)
        first = next(source, None)
        if first is None:
            return
        with _connected(address) as client, client.as_current(), _told(address):
            yield from _Work(client, load()).outcomes(first, source)

    return run


class _Reading(WorkerPlugin):
    """Keeps a reader on every worker, those that come later too."""

    def __init__(self, name: str, setting: Setting) -> None:
        self.name = name
        self._setting = setting

    def setup(self, worker: Any) -> None:
        if self._setting.code != code_edition():
            remedy = "请在集群上装同一版 drafter"
            raise InputError("集群上的 drafter 与这里的版本不同", where=_OPTION, remedy=remedy)
        self._reader = Reader(self._setting)
        self._lock = Lock()

    def outcome(self, task: Task) -> Outcome:
        with self._lock:
            return self._reader.outcome(task)


def outcomes_of(plugin: str, batch: list[Task]) -> list[Outcome]:
    """Read a batch with the reader that the worker keeps."""
    reading: Any = get_worker().plugins[plugin]
    return [reading.outcome(task) for task in batch]


class _Work:
    """Batches on their way to a cluster and back."""

    def __init__(self, client: Any, setting: Setting) -> None:
        self._client = client
        self._name = f"drafter-{client.id}"
        self._under_way: dict[Future, list[Task]] = {}
        self._again: deque[list[Task]] = deque()
        self._threads = 1
        self._last_seen = time.monotonic()
        self._look()
        client.register_plugin(_Reading(self._name, setting))

    def outcomes(self, first: list[Task], source: Iterator[list[Task]]) -> Iterator[Outcome]:
        """Yield what comes of every task."""
        self._again.append(first)
        try:
            while self._fill(source):
                for future in self._done():
                    yield from self._answer(future, self._under_way.pop(future))
        finally:
            with suppress(OSError):
                self._client.unregister_worker_plugin(self._name)

    def _fill(self, source: Iterator[list[Task]]) -> bool:
        """Send batches until enough are under way; tell whether any is."""
        while len(self._under_way) < self._threads * _AHEAD + 1:
            batch = self._again.popleft() if self._again else next(source, None)
            if batch is None:
                break
            future = self._client.submit(outcomes_of, self._name, batch, pure=False)
            self._under_way[future] = batch
        return bool(self._under_way)

    def _done(self) -> list[Future]:
        try:
            done = wait(list(self._under_way), timeout=_LOOK, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            self._look()
            return []
        self._last_seen = time.monotonic()
        return list(done)

    def _look(self) -> None:
        """Count the threads of the cluster; give up when there have been none for long."""
        self._threads = sum(self._client.nthreads().values())
        if self._threads:
            self._last_seen = time.monotonic()
        elif time.monotonic() - self._last_seen > _ALONE:
            remedy = "请启动工作进程后再运行一次"
            raise FileError("集群里没有工作进程", where=_OPTION, remedy=remedy)

    def _answer(self, future: Future, batch: list[Task]) -> Iterator[Outcome]:
        match future.status:
            case "finished":
                yield from future.result()
            case "error":
                yield from self._failed(future.exception(), batch)
            case _:
                raise _lost()

    def _failed(self, error: BaseException, batch: list[Task]) -> Iterator[Outcome]:
        """Find the document that kills workers: alone, it is told; the others are read."""
        if not isinstance(error, KilledWorker):
            raise error
        if len(batch) == 1:
            yield Outcome(batch[0].key, fault=broken(batch[0], "工作进程中断"))
        self._again.extend([task] for task in batch if len(batch) > 1)


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    """Connect to the scheduler; what the library says on the way is for developers."""
    for name in list(logging.root.manager.loggerDict):
        if name.startswith(("distributed", "tornado")):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            client = Client(address, timeout=_CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            remedy = "请核对地址，写法如 tcp://192.168.1.10:8786，并确认调度程序已启动"
            raise InputError(f"连不上“{address}”", where=_OPTION, remedy=remedy) from error
        try:
            yield client
        finally:
            with suppress(OSError):
                client.close(timeout=_CONNECT)


@contextmanager
def _told(address: str) -> Iterator[None]:
    """Tell what goes wrong between this machine and the cluster."""
    try:
        yield
    except DrafterError:
        raise
    except ModuleNotFoundError as error:
        remedy = "请在每台机器上安装：pip install 'drafter[cluster]'"
        raise InputError("集群的工作进程里没有 drafter", where=address, remedy=remedy) from error
    except (OSError, *_CANCELLED) as error:
        raise _lost() from error


def _lost() -> FileError:
    remedy = "已完成的都已记下，连上后再运行一次就会接着做"
    return FileError("与集群的连接断了", where=_OPTION, remedy=remedy)
