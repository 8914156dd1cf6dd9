"""One writer at a time for a phrasebank."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drafter.errors import FileError
from drafter.storage.files import folder as known_folder
from drafter.storage.files import unwritten

LOCK = ".drafter.lock"
"""Stays in the folder when nobody writes: the system holds the lock, not the file."""


@contextmanager
def bank_locked(folder: Path, wait: float = 10.0) -> Iterator[None]:
    """Keep other programs from writing into `folder`; within one thread it may be held twice.

    After `wait` seconds a FileError says that another one is writing. The lock of a program that
    was killed is free at once.
    """
    from filelock import FileLock, Timeout  # only writing has need of it

    path = known_folder(folder).resolve() / LOCK
    lock = FileLock(path, is_singleton=True)
    try:
        lock.acquire(timeout=wait, poll_interval=0.02)
    except Timeout as error:
        what, remedy = "另一个 drafter 正在写这个短语库", "请等它写完再试"
        raise FileError(what, where=str(folder), remedy=remedy) from error
    except (OSError, NotImplementedError) as error:
        raise _unlocked(error, str(path)) from error
    try:
        yield
    finally:
        lock.release()


def _unlocked(error: Exception, where: str) -> FileError:
    if isinstance(error, OSError):
        return unwritten(error, where)
    return FileError("这里不能锁定文件", where=where, remedy="请把短语库放到本机磁盘上")
