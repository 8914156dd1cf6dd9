"""What runs the reading of documents: this process, several, or a cluster."""

import re
from collections.abc import Callable, Generator, Iterable

from drafter.archive.reading import Outcome, Reader, Setting, Task
from drafter.errors import InputError

_ADDRESS = re.compile(
    r"(?:(?:tcp|tls|ucx|wss?)://)?(?:[\w.-]+|\[[0-9A-Fa-f:.]+\]):\d{1,5}", re.ASCII
)
Outcomes = Generator[Outcome, None, None]
Engine = Callable[[Iterable[Task]], Outcomes]
"""Reads documents; outcomes come in any order, tasks are taken only as they can be worked on."""
Load = Callable[[], Setting]


def here(load: Load) -> Engine:
    """Return the engine that reads in this process."""

    def run(tasks: Iterable[Task]) -> Outcomes:
        reader: Reader | None = None
        for task in tasks:
            reader = reader or Reader(load())
            yield reader.outcome(task)

    return run


def engine(load: Load, jobs: int, scheduler: str = "") -> Engine:
    """Return the engine for `jobs` processes, or for the cluster whose scheduler is named."""
    if scheduler:
        return _cluster(load, scheduler)
    if jobs == 1:
        return here(load)
    from drafter.archive.processes import in_processes  # most runs read a few documents

    return in_processes(load, jobs)


def _cluster(load: Load, scheduler: str) -> Engine:
    if not _ADDRESS.fullmatch(scheduler):
        remedy = "写法如 tcp://192.168.1.10:8786"
        raise InputError(f"“{scheduler}”不是调度程序的地址", where="--scheduler", remedy=remedy)
    try:
        from drafter.archive.cluster import on_cluster
    except ModuleNotFoundError as error:
        remedy = "请先安装：pip install 'drafter[cluster]'"
        raise InputError(
            "没有装集群组件 distributed", where="--scheduler", remedy=remedy
        ) from error
    return on_cluster(load, scheduler)
