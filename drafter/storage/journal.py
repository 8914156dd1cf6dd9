"""Results of documents that were read already, kept until they stand in a phrasebank.

A journal is a few files of lines in the cache folder: key, checksum, result. Lines are only ever
added; one that a killed run left unfinished is passed over. Every run writes a file of its own, so
that two runs never write into one another's lines. All of it may be deleted at any time.
"""

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple
from zlib import crc32

from drafter.errors import FileError
from drafter.storage.files import unread, unwritten

_KEY = 32
_HEAD = _KEY + 10
"""Key, blank, checksum, blank."""
_SUFFIX = ".journal"
_WHERE = "挖掘的中间结果"


class _Place(NamedTuple):
    """Where a result lies."""

    file: IO[bytes]
    start: int
    size: int


class Journal:
    """Results by the fingerprint of their document, all of one edition."""

    def __init__(self, folder: Path | None, edition: str) -> None:
        """Take up what earlier runs left in `folder`; without one nothing outlasts the run."""
        self._folder = folder
        self._edition = edition
        self._places: dict[str, _Place] = {}
        self._files: dict[IO[bytes], Path | None] = {}
        """Open files; one without a path goes with the run."""
        self._own: IO[bytes] | None = None
        self._end = 0
        for path in self._found():
            if path.name.startswith(f"{edition}-"):
                with suppress(OSError):
                    self._take_up(path)

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __contains__(self, key: str) -> bool:
        return key in self._places

    def __len__(self) -> int:
        return len(self._places)

    def add(self, key: str, result: str) -> None:
        """Keep the result of the document `key`; it is on its way to the disk when this returns."""
        content = result.encode("utf-8", "backslashreplace")  # JSON reads such escapes back
        line = b"%s %08x %s\n" % (key.encode(), crc32(content), content)
        try:
            if self._own is None:
                self._own = self._new()
            self._own.seek(self._end)
            self._own.write(line)
            self._own.flush()
        except OSError as error:
            raise unwritten(error, _WHERE) from error
        self._places[key] = _Place(self._own, self._end + _HEAD, len(content))
        self._end += len(line)

    def result(self, key: str) -> str:
        """Return the result of the document `key`."""
        place = self._places[key]
        try:
            place.file.seek(place.start)
            return place.file.read(place.size).decode()
        except OSError as error:
            raise unread(error, _WHERE) from error

    def close(self) -> None:
        """Let go of the files; what they hold stays."""
        for file in self._files:
            file.close()
        self._files.clear()
        self._places.clear()

    def clear(self, used: Iterable[str]) -> None:
        """Delete the files whose results are all `used`; those of another edition are of no use."""
        done = frozenset(used)
        needed = {place.file for key, place in self._places.items() if key not in done}
        old = [path for file, path in self._files.items() if path and file not in needed]
        old += (path for path in self._found() if not path.name.startswith(self._edition))
        self.close()
        for path in old:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _found(self) -> list[Path]:
        return sorted(self._folder.glob(f"*{_SUFFIX}")) if self._folder else []

    def _take_up(self, path: Path) -> None:
        file = path.open("rb")
        self._files[file] = path
        for key, start, size in _lines(file):
            self._places[key] = _Place(file, start, size)

    def _new(self) -> IO[bytes]:
        """Open a file of this run; one that goes with it where the cache cannot be written."""
        if self._folder:
            with suppress(OSError):
                return self._lasting(self._folder)
        file = _passing()
        self._files[file] = None
        return file

    def _lasting(self, folder: Path) -> IO[bytes]:
        folder.mkdir(parents=True, exist_ok=True)
        file: IO[bytes] = tempfile.NamedTemporaryFile(  # noqa: SIM115
            dir=folder, prefix=f"{self._edition}-", suffix=_SUFFIX, delete=False
        )
        self._files[file] = Path(file.name)
        return file


def _passing() -> IO[bytes]:
    try:
        return tempfile.TemporaryFile()
    except OSError as error:
        remedy = "请检查磁盘和权限，或用环境变量 DRAFTER_CACHE 换一个位置"
        raise FileError("没有地方存放中间结果", where=_WHERE, remedy=remedy) from error


def _lines(file: IO[bytes]) -> Iterator[tuple[str, int, int]]:
    """Yield key, start and size of the sound results in `file`."""
    at = 0
    for line in file:
        content = line[_HEAD:-1]
        if line.endswith(b"\n") and line[_KEY:_HEAD] == b" %08x " % crc32(content):
            yield line[:_KEY].decode("ascii", "replace"), at + _HEAD, len(content)
        at += len(line)
