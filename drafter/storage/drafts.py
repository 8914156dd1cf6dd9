"""Drafts: specs under way, saved after every change; `generate` reads them as any spec."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import datetime
from glob import escape
from pathlib import Path
from threading import Condition, Thread
from time import time
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from drafter.errors import DrafterError, FileError
from drafter.storage.files import (
    decoded_from_any,
    read_bytes,
    read_text,
    unwritten,
    write_atomically,
    write_together,
)

if TYPE_CHECKING:
    from filelock import BaseFileLock

    from drafter.model.spec import Spec
    from drafter.storage.bank.cache import State
    from drafter.storage.specs.files import SpecFile

SUFFIX = ".yaml"
_MARK = "# drafter: "
_REMARK = re.compile(rb"(?:^|\s)#")
_BY_HAND = "-手改"
_NO_NAME = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\s.]+')
_LONGEST = 40
_AN_HOUR = 3600
_PATIENCE = 1.0
"""Seconds that a change waits for the one before it."""


class Progress(NamedTuple):
    """How far the user of a draft has come; what `generate` has no need of."""

    step: str = ""
    done: tuple[str, ...] = ()
    title: str = ""
    unsettled: Mapping[str, str] = {}
    """Texts that are no valid answers yet, by the name of the field."""


class Recent(NamedTuple):
    """A draft in the folder of drafts."""

    path: Path
    changed: datetime
    progress: Progress


def draft_bytes(spec: "Spec", progress: Progress) -> bytes:
    """Return the file of a draft: the spec as `--save-spec` writes it, progress in a comment."""
    from drafter.storage.specs.records import spec_to_yaml  # to list the drafts needs no YAML
    from drafter.storage.yaml.text import to_yaml

    said = json.dumps(progress._asdict())  # ASCII: nothing in it breaks the line
    wanted = {"sections": str(spec.number or ""), "topics": list(spec.topics)}
    more = {key: value for key, value in wanted.items() if value}
    return f"{_MARK}{said}\n".encode() + spec_to_yaml(spec) + (to_yaml(more) if more else b"")


def read_draft(path: Path) -> "tuple[SpecFile, Progress]":
    """Return the spec in the file of a draft, or in any spec, and how far its user has come."""
    return draft_in(read_bytes(path), str(path))


def draft_in(data: bytes, where: str) -> "tuple[SpecFile, Progress]":
    """Return what `data` holds of a draft; `where` names its file in an error."""
    from drafter.storage.specs.files import SpecFile

    text, encoding = decoded_from_any(data, where)
    return SpecFile(text, where, encoding), progress_in(text)


def has_remarks(data: bytes) -> bool:
    """Tell whether there may be remarks in a draft, which are not kept when it is written again."""
    line, _, rest = data.partition(b"\n")
    return bool(_REMARK.search(rest if line.startswith(_MARK.encode()) else data))


def progress_in(text: str) -> Progress:
    """Return the progress in the first line of `text`, none when it is no draft."""
    line, _, _ = text.partition("\n")
    if not line.startswith(_MARK):
        return Progress()
    try:
        said = json.loads(line[len(_MARK) :])
    except (ValueError, RecursionError):  # somebody wrote in it; the spec below still counts
        return Progress()
    return _progress(said) if isinstance(said, dict) else Progress()


def _progress(said: dict[str, Any]) -> Progress:
    done, unsettled = said.get("done"), said.get("unsettled")
    return Progress(
        step=str(said.get("step", "")),
        done=tuple(map(str, done)) if isinstance(done, list) else (),
        title=str(said.get("title", "")),
        unsettled={str(k): str(v) for k, v in unsettled.items()}
        if isinstance(unsettled, dict)
        else {},
    )


def is_by_hand(path: Path) -> bool:
    """Tell whether a draft is what was found written into another by hand."""
    return _BY_HAND in path.stem


def recent_drafts(folder: Path, most: int = 20) -> list[Recent]:
    """Return the drafts in `folder`, the one changed last first."""
    times: list[tuple[float, Path]] = []
    for path in folder.glob(f"*{SUFFIX}") if folder.is_dir() else ():
        with suppress(OSError):  # another program has just removed it
            times.append((path.stat().st_mtime, path))
    newest = sorted(times, key=lambda pair: pair[0], reverse=True)[:most]
    return [Recent(path, datetime.fromtimestamp(at), _kept(path)) for at, path in newest]


def _kept(path: Path) -> Progress:
    """Return the progress of a draft, none when it cannot be read: opening it will tell why."""
    try:
        return progress_in(read_text(path))
    except DrafterError:
        return Progress()


def new_draft(folder: Path, name: str, now: datetime) -> Path:
    """Return the place for a new draft called `name`, where no draft is yet."""
    stem = f"{_NO_NAME.sub('-', name)[:_LONGEST].strip('-') or 'draft'}-{now:%Y%m%d-%H%M}"
    return _free(folder, stem)


def _free(folder: Path, stem: str) -> Path:
    names: Iterable[str] = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
    return next(p for each in names if not (p := folder / f"{each}{SUFFIX}").exists())


class DraftFile:
    """The file of one draft: no other wizard's while it is open, written as the changes come.

    Writing is left to a thread, so that a key does not wait for the disk, but only one change is
    ever on its way: a program that is killed loses no more than that. What somebody has written
    into the file by hand goes to a file beside it before it is written over.
    """

    def __init__(self, path: Path, failed: Callable[[DrafterError], None]) -> None:
        self.path = path
        self._failed = failed
        self._next: bytes | None = None
        self._closing = False
        self._busy = False
        self._news = Condition()
        self._lock = _locked(path)
        _sweep(path)
        self.kept_beside: Path | None = None
        """Where the last version by hand went that was written over."""
        self._state: State | None = None
        self._known = b""
        """What the file holds by what is known here."""
        if path.is_file():
            self.accept(read_bytes(path))
        self._thread = Thread(target=self._write_on, name="draft", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def save(self, data: bytes) -> None:
        """Write `data`; wait for the change before it, unless the disk is stuck."""
        with self._news:
            self._news.wait_for(self._is_idle, _PATIENCE)
            self._next = data
            self._news.notify_all()

    def flush(self) -> None:
        """Wait until the last change is written."""
        with self._news:
            self._news.wait_for(self._is_idle)

    def by_hand(self) -> bytes | None:
        """Return what somebody else has written into the file, if anybody has.

        What cannot be read is a FileError.
        """
        with self._news:
            idle = self._news.wait_for(self._is_idle, _PATIENCE)
            return self._foreign() if idle else None

    def accept(self, data: bytes) -> None:
        """Take `data` for what the file holds: it may be written over."""
        from drafter.storage.bank.cache import state_of

        self._known, self._state = data, state_of(self.path)

    def close(self) -> None:
        """Write what is left, and let others have the draft."""
        with self._news:
            self._closing = True
            self._news.notify_all()
        self._thread.join()
        self._lock.release()

    def _is_idle(self) -> bool:
        return self._next is None and not self._busy

    def _write_on(self) -> None:
        while (data := self._taken()) is not None:
            try:
                write_together([(self.path, data)], self._put_aside)
                self.accept(data)
            except DrafterError as error:
                self._failed(error)
            with self._news:
                self._busy = False
                self._news.notify_all()

    def _foreign(self) -> bytes | None:
        from drafter.storage.bank.cache import state_of

        state = state_of(self.path)
        if state is None or state == self._state:
            return None
        data = read_bytes(self.path)
        if data != self._known:
            return data
        self._state = state
        return None

    def _put_aside(self) -> None:
        data = self._foreign()
        if data is not None:
            beside = _free(self.path.parent, f"{self.path.stem}{_BY_HAND}")
            write_atomically(beside, data)
            self.kept_beside = beside

    def _taken(self) -> bytes | None:
        with self._news:
            self._news.wait_for(lambda: self._next is not None or self._closing)
            data, self._next = self._next, None
            self._busy = data is not None
            return data


def _sweep(path: Path) -> None:
    """Remove what a killed program left half written; a new one may be of a draft named alike."""
    for each in path.parent.glob(f".{escape(path.name[:_LONGEST])}*.part"):
        with suppress(OSError):
            if time() - each.stat().st_mtime > _AN_HOUR:
                each.unlink()


def _locked(path: Path) -> "BaseFileLock":
    """Return the lock of a draft, held; a FileError says that another wizard holds it."""
    from filelock import FileLock, Timeout  # only the wizard has need of it

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path.with_name(f".{path.name}.lock"))
        lock.acquire(timeout=0)
    except Timeout as error:
        what, remedy = "这份草稿已在另一个窗口里打开", "请到那个窗口继续，或另选一份"
        raise FileError(what, where=path.name, remedy=remedy) from error
    except (OSError, NotImplementedError) as error:
        reason = error if isinstance(error, OSError) else OSError(str(error))
        raise unwritten(reason, str(path)) from error
    return lock
