"""Phrase files kept as they were read, so that each is read only once; data, never code.

A cache is never the truth: what does not match its file to the byte is passed over and made anew,
and all of them can be deleted at any time. Layout: a header in one line of JSON, then four blocks
of as many lines as there are items: what is searched, ids, where the row starts, rows of JSON.
What is searched stands in UTF-16: it takes a third of the time that UTF-8 takes to decode.
"""

import json
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader
from itertools import accumulate, islice
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zlib import adler32, crc32

from drafter import __version__
from drafter.locations import user_cache
from drafter.model.phrase import Change
from drafter.storage.bank.rows import Item, ids_of, lines_of, reader, to_row
from drafter.storage.collector import collector_paused
from drafter.storage.entries.parts import Read

T = TypeVar("T")
_FORMAT = 3
_SUFFIX = ".bank"
_BESIDE = ".made"
_RACY = 2 * 10**9
"""Nanoseconds within which a file may have changed again without a later time of change."""
_OLD = 90 * 24 * 3600
"""Seconds after which the cache of a file that is gone is removed."""
_HEADER_MOST = 1 << 20
_DIGITS = 12
_SEARCHED = "utf-16-le"
_AT_ONCE = 2000
SPOILT = (OSError, ValueError, KeyError, TypeError, IndexError)
"""What reading a cache that is not as it was written may raise."""


class State(NamedTuple):
    """A file as the system knows it."""

    size: int
    modified: int
    changed: int


def state_of(path: Path) -> State | None:
    """Return the state of the file at `path`, or nothing when there is no such file."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return State(found.st_size, found.st_mtime_ns, found.st_ctime_ns)


class Cached:
    """The cache of one phrase file; a block of it is read when it is asked for."""

    def __init__(self, place: Path, line: bytes, kind: str) -> None:
        header = json.loads(line)
        self.header: dict[str, Any] = header
        self.slots = frozenset(header["slots"])
        self.entries: int = header["entries"]
        """How many of the items are entries; they come first, changes after them."""
        self.count: int = header["items"]
        self.starts = list(accumulate(header["blocks"], initial=len(line)))
        self._checks: list[int] = header["checks"]
        self._place = place
        self._line = line
        self._item = reader(kind)

    def read(self) -> Read:
        """Return all that the file holds."""
        with collector_paused():
            items = list(self._all())
        changes = tuple([item for item in items[self.entries :] if isinstance(item, Change)])
        entries = tuple([item for item in items if not isinstance(item, Change)])
        return Read(entries, changes, self.slots)

    def text(self) -> str:
        """Return what is searched, a line an item."""
        return self._block(0, lambda data: str(data, _SEARCHED))

    def ids(self) -> str:
        """Return the ids of all items, a line each."""
        return self._block(1, lambda data: str(data, "utf-8"))

    def kept(self, name: str, make: Callable[[str], bytes]) -> bytes:
        """Return what `make` makes of what is searched; from now on it lies beside the cache.

        It is made of what a file holds: by the hash of that, and its own name, it is known again.
        """
        head = f"{_FORMAT} {name} {self.header['hash']}"
        place = self._place.with_suffix(_BESIDE)
        with suppress(*SPOILT):
            with place.open("rb") as file:
                first, made = file.readline(_HEADER_MOST), file.read(_size(file))
            if first.decode() == f"{head} {crc32(made)}\n":
                return made
        made = make(self.text())
        _put(place, [f"{head} {crc32(made)}\n".encode(), made])
        return made

    def item(self, number: int) -> Item:
        """Return the item at `number`."""
        with self._opened() as file:
            file.seek(self.starts[2] + number * (_DIGITS + 1))
            file.seek(self.starts[3] + int(file.read(_DIGITS)))
            return self._item(json.loads(file.readline()))

    def _all(self) -> Iterator[Item]:
        rows = iter(self._block(3, bytes).splitlines())
        while some := list(islice(rows, _AT_ONCE)):
            yield from map(self._item, json.loads(b"[%b]" % b",".join(some)))

    def _block(self, number: int, made: Callable[[memoryview], T]) -> T:
        """Return what is made of a block; it is mapped, for to read it takes twice as long."""
        start, end = self.starts[number : number + 2]
        with (
            self._opened() as file,
            mmap(file.fileno(), 0, access=ACCESS_READ) as mapped,
            memoryview(mapped) as whole,
            whole[start:end] as data,
        ):
            if crc32(data) != self._checks[number]:
                raise ValueError("not as it was written")
            return made(data)

    @contextmanager
    def _opened(self) -> Iterator[BufferedReader]:
        with self._place.open("rb") as file:
            if file.read(len(self._line)) != self._line:  # another program has made it anew
                raise ValueError("not what it was")
            yield file


def cached(path: Path, kind: str) -> Cached | None:
    """Return the cache of the phrase file at `path` if there is one and the file is unchanged."""
    place = _place(path)
    if place is None:
        return None
    try:
        with place.open("rb") as file:
            line = file.readline(_HEADER_MOST)
            size = _size(file)
        found = Cached(place, line, kind)
        whole = size == found.starts[-1] and line.endswith(b"\n")
        return found if whole and _is_of(found.header, path) and _is_still(found, path) else None
    except SPOILT:
        return None


def _size(file: BufferedReader) -> int:
    return os.fstat(file.fileno()).st_size


def _is_of(header: dict[str, Any], path: Path) -> bool:
    """Tell whether this program wrote the header for the file at `path`."""
    wanted = (_FORMAT, __version__, str(path.absolute()))
    return (header["format"], header["drafter"], header["path"]) == wanted


def _is_still(found: Cached, path: Path) -> bool:
    """Tell whether the file is what was read; where times cannot tell, its content does."""
    header, state = found.header, state_of(path)
    if state is None or State(*header["state"]) != state:
        return False
    if not header["racy"]:
        return True
    if _hash(path.read_bytes()) != header["hash"]:
        return False
    if not _is_racy(state):
        settled = {**header, "racy": False}
        blocks = found._place.read_bytes()[found.starts[0] :]
        _put(found._place, [_line(settled), blocks])
    return True


def store(path: Path, state: State, data: bytes, read: Read) -> None:
    """Keep what was read from the file at `path`, whose content is `data`; a fault is none."""
    place = _place(path)
    if place is None:
        return
    with suppress(OSError):
        if state_of(path) != state:  # written to while it was read
            return
        blocks = _blocks(read)
        header = {
            "format": _FORMAT,
            "drafter": __version__,
            "path": str(path.absolute()),
            "state": state,
            "racy": _is_racy(state),
            "hash": _hash(data),
            "slots": sorted(read.slots),
            "entries": len(read.entries),
            "items": len(read.entries) + len(read.changes),
            "blocks": [len(block) for block in blocks],
            "checks": [crc32(block) for block in blocks],
        }
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _put(place, [_line(header), *blocks])
        _prune(place.parent)


def _blocks(read: Read) -> list[bytes]:
    items = [*read.entries, *read.changes]
    encode = json.JSONEncoder(
        ensure_ascii=False, separators=(",", ":"), check_circular=False
    ).encode
    rows = [encode(to_row(item)).encode() for item in items]
    starts = accumulate((len(row) + 1 for row in rows[:-1]), initial=0)
    return [
        lines_of(items).encode(_SEARCHED),
        ids_of(items).encode(),
        "".join([f"{start:0{_DIGITS}}\n" for start in starts]).encode() if rows else b"",
        b"".join([row + b"\n" for row in rows]),
    ]


def _line(header: dict[str, Any]) -> bytes:
    return json.dumps(header, ensure_ascii=False).encode("utf-8", "surrogatepass") + b"\n"


def _is_racy(state: State) -> bool:
    return time.time_ns() - max(state.modified, state.changed) < _RACY


def _hash(data: bytes) -> str:
    from hashlib import blake2b  # takes as long to load as a small file takes to read

    return blake2b(data, digest_size=16).hexdigest()


def _place(path: Path) -> Path | None:
    """Return where the cache of the file at `path` lies."""
    folder = user_cache()
    if folder is None:
        return None
    name = str(path.absolute()).encode("utf-8", "surrogatepass")
    return folder / "banks" / f"{path.stem[:40]}-{crc32(name):08x}{adler32(name):08x}{_SUFFIX}"


def _put(place: Path, blocks: Iterable[bytes]) -> None:
    """Write the file at `place` at a stroke; the last of several programs wins."""
    beside = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        beside.touch(mode=0o600)
        with beside.open("wb") as file:
            file.writelines(blocks)
        beside.replace(place)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _prune(folder: Path) -> None:
    """Remove what has not been written for long and whose phrase file is gone."""
    for each in folder.iterdir():
        if time.time() - each.stat().st_mtime > _OLD and not _is_wanted(each):
            each.unlink(missing_ok=True)


def _is_wanted(place: Path) -> bool:
    if place.suffix != _SUFFIX:
        return False
    try:
        with place.open("rb") as file:
            return Path(json.loads(file.readline(_HEADER_MOST))["path"]).exists()
    except SPOILT:
        return False
