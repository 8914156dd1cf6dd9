"""Documents of any format: found in folders, read with what their formatting tells."""

import glob
import os
import stat
from collections.abc import Sequence
from pathlib import Path

from drafter.errors import FileError, InputError
from drafter.model.document import Manuscript
from drafter.storage.entries.keys import NOT_DOCUMENTS
from drafter.storage.files import read_bytes
from drafter.storage.readers.secrecy import confidential
from drafter.storage.readers.table import reader_of, suffixes

__all__ = ["confidential", "document_text", "documents_in", "read_document", "read_manuscript"]

_LARGEST = 200 * 2**20
_LOCKS = ("~$", ".")
"""What begins the names of files that programs leave beside a document."""


def read_manuscript(path: Path, data: bytes | None = None, where: str = "") -> Manuscript:
    """Return the document at `path`, or the one in `data`; `where` names it in errors."""
    where = where or str(path)
    if data is None:
        data = document_bytes(path)
    manuscript = reader_of(data, path.suffix)(data, where)
    if not manuscript.text.strip():
        raise InputError("这份文稿是空的", where=where, remedy="请核对是不是选错了文件")
    return manuscript._replace(path=str(path))


def document_bytes(path: Path) -> bytes:
    """Return the bytes of the document at `path`."""
    try:
        large = path.stat().st_size > _LARGEST
    except (OSError, ValueError):  # told where it is read
        large = False
    if large:
        raise FileError("文件太大（超过 200 MB）", where=str(path), remedy="请分成几份")
    return read_bytes(path)


def read_document(path: Path) -> str:
    """Return the text of the document at `path`."""
    return read_manuscript(path).text


def document_text(data: bytes, where: str) -> str:
    """Return the text in `data`; `where` names it in errors."""
    return read_manuscript(Path(where), data).text


def documents_in(paths: Sequence[Path]) -> tuple[list[Path], list[FileError]]:
    """Return the documents that `paths` name, sorted, and the faults met on the way.

    Folders are searched to the bottom; `*`, `?` and `**` stand for parts of names.
    """
    found: dict[Path, None] = {}
    faults: list[FileError] = []
    for path in paths:
        try:
            for each in _named(path, faults):
                found |= dict.fromkeys(_within(each, faults))
        except FileError as fault:
            faults.append(fault)
    return sorted(found, key=lambda each: (each.name, str(each))), faults


def _named(path: Path, faults: list[FileError]) -> list[Path]:
    """Return what a pattern stands for; a path that exists stands for itself."""
    name = str(path)
    if not glob.has_magic(name) or os.path.lexists(name):
        return [path]
    try:
        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - takes whole paths
    except (OSError, ValueError, RecursionError):
        found = []
    if not found:
        raise FileError("没有符合的文件", where=name, remedy="请核对路径和通配符")
    return [each for each in map(Path, found) if _is_document(each, faults)]


def _within(path: Path, faults: list[FileError]) -> list[Path]:
    try:
        if not path.is_dir():
            return [_chosen(path)]
    except OSError as error:
        raise _closed(path) from error
    wanted, found, before = suffixes(), [], len(faults)
    for folder, _, names in os.walk(path, onerror=lambda error: faults.append(_closed(error))):
        paths = (Path(folder, name) for name in names if _wanted(name, wanted))
        found += [each for each in paths if _is_document(each, faults)]
    if not found and len(faults) == before:
        remedy = "请核对路径"
        what = "文件夹里没有文稿（.txt、.md、.docx、.pdf、.html）"
        raise FileError(what, where=str(path), remedy=remedy)
    return found


def _wanted(name: str, wanted: frozenset[str]) -> bool:
    return not name.startswith(_LOCKS) and Path(name).suffix.lower() in wanted


def _is_document(path: Path, faults: list[FileError]) -> bool:
    """Tell whether what a folder or a pattern led to may be read: from a pipe nothing may come."""
    try:
        special = not (path.is_dir() or stat.S_ISREG(path.stat().st_mode))
    except (OSError, ValueError):  # told when it is read
        return True
    if special:
        faults.append(FileError("这是管道或设备，不是文稿", where=str(path), remedy="请核对路径"))
    return not (special or _is_own(path))


def _chosen(path: Path) -> Path:
    if _is_own(path):
        what, remedy = "这是短语库自己的文件，不是文稿", "请核对是不是选错了文件"
        raise FileError(what, where=str(path), remedy=remedy)
    return path


def _is_own(path: Path) -> bool:
    """Tell whether `path` belongs to a phrasebank: its records lie beside its phrase files."""
    return path.name in NOT_DOCUMENTS and any(path.parent.glob("*.yaml"))


def _closed(path: Path | OSError) -> FileError:
    where = str(path.filename if isinstance(path, OSError) else path)
    return FileError("没有读取这个文件夹的权限", where=where, remedy="请检查权限")
