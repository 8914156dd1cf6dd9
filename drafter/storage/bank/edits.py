"""Edits of a whole phrasebank: all of its files are written, or none."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from drafter.errors import FileError
from drafter.model.edits import Edits
from drafter.storage.bank.lock import bank_locked
from drafter.storage.entries.phrase_file import edited as edited
from drafter.storage.files import decoded, read_bytes, write_together
from drafter.storage.schemas.kinds import put_schema

_BOM = b"\xef\xbb\xbf"
_ATTEMPTS = 10


class Written(NamedTuple):
    """A file that edits change; empty content stands for a file that is not there, too."""

    path: Path
    before: bytes
    after: bytes


class _MovedError(Exception):
    """Another program, such as an editor, wrote a file after it was read."""


def preview(
    folder: Path, edits: Mapping[str, Edits], titles: Mapping[str, str], slots: frozenset[str]
) -> list[tuple[Path, bytes, bytes]]:
    """Return the files that `edits`, by kind, change: path, content before, content after."""
    made = (_written(folder / f"{kind}.yaml", kind, edits[kind], titles, slots) for kind in edits)
    return [each for each in made if each.before != each.after]


def write_edits(
    folder: Path,
    edits: Mapping[str, Edits],
    titles: Mapping[str, str],
    slots: frozenset[str],
    also: Sequence[tuple[Path, bytes]] = (),
) -> None:
    """Do `edits`, by kind, in the phrase files of `folder`, and write `also` in the same move.

    The files are read under the lock of the folder; one that an editor writes meanwhile is read and
    edited once more. Whoever computes edits from a bank should hold the lock since reading it.
    """
    with bank_locked(folder):
        for _ in range(_ATTEMPTS):
            files = [Written(*each) for each in preview(folder, edits, titles, slots)]
            with suppress(_MovedError):
                _put(folder, files, also)
                return
    remedy = "请先在编辑器里存盘、关闭文件，再试一次"
    raise FileError("文件正被别的程序不断改写", where=str(folder), remedy=remedy)


def _written(
    path: Path, kind: str, edits: Edits, titles: Mapping[str, str], slots: frozenset[str]
) -> Written:
    before = _content(path)
    text = edited(decoded(before, str(path)), path, kind, edits, slots, titles.get(kind, kind))
    mark = _BOM if before.startswith(_BOM) else b""
    return Written(path, before, mark + text.encode() if edits else before)


def _content(path: Path) -> bytes:
    return read_bytes(path) if path.exists() else b""


def _put(folder: Path, files: Sequence[Written], also: Sequence[tuple[Path, bytes]]) -> None:
    def look() -> None:
        if any(_content(each.path) != each.before for each in files):
            raise _MovedError

    for path in (*(each.path for each in files), *(path for path, _ in also)):
        _clear(path)
    for each in files:
        if not each.before:
            put_schema(folder, "phrases")
    write_together([*((each.path, each.after) for each in files), *also], look)


def _clear(path: Path) -> None:
    """Remove what a killed program left beside `path`; under the lock nobody writes there."""
    for left in path.parent.glob(f".{path.name}.*.part"):
        with suppress(OSError):
            left.unlink()
