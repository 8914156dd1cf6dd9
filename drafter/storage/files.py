"""Bytes in and out of files; every fault is a FileError in one Chinese line."""

import errno
import os
import stat
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from drafter.errors import FileError, InputError

_READ_FAULTS = {
    errno.ENOENT: ("没有这个文件", "请核对路径和文件名"),
    errno.ENOTDIR: ("路径中有一段不是文件夹", "请核对路径"),
    errno.EISDIR: ("这是一个文件夹，不是文件", "请指明其中的一个文件"),
    errno.EACCES: ("没有读取权限", "请检查文件权限"),
    errno.EPERM: ("没有读取权限", "请检查文件权限"),
    errno.ENAMETOOLONG: ("文件名太长", "请改用较短的文件名"),
    errno.ELOOP: ("这个链接绕回了自己", "请换一个位置"),
}
_WRITE_FAULTS = {
    errno.ENOENT: ("所在的文件夹不存在", "请先建好文件夹，或换一个位置"),
    errno.ENOTDIR: ("路径中有一段不是文件夹", "请换一个位置"),
    errno.EISDIR: ("这是一个文件夹，不能当作文件来写", "请写明文件名"),
    errno.EACCES: ("没有写入权限", "请检查权限，或换一个位置"),
    errno.EPERM: ("没有写入权限", "请检查权限，或换一个位置"),
    errno.EROFS: ("所在的磁盘只能读、不能写", "请换一个位置"),
    errno.ENOSPC: ("磁盘已满", "请腾出空间后重试，原有文件没有改动"),
    errno.ENAMETOOLONG: ("文件名太长", "请改用较短的文件名"),
    errno.ELOOP: ("这个链接绕回了自己", "请换一个位置"),
}


def is_there(path: str | Path) -> bool:
    """Tell whether there is anything at `path`; at no name that cannot be one, unlike `Path`."""
    return os.path.exists(path)  # noqa: PTH110


def is_file(path: str | Path) -> bool:
    """Tell whether there is a file at `path`, whatever its name."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: str | Path) -> bool:
    """Tell whether there is a folder at `path`, whatever its name."""
    return os.path.isdir(path)  # noqa: PTH112


def from_home(name: str) -> Path:
    """Return the path that a user wrote; ~ is the home folder, of a user that there is."""
    return Path(os.path.expanduser(name))  # noqa: PTH111


def read_bytes(path: Path) -> bytes:
    """Return what is in the file."""
    try:
        if path.is_dir():  # Windows would say that permission is denied
            raise IsADirectoryError(errno.EISDIR, "")
        if path.is_char_device() or path.is_block_device():  # a device may never end
            raise FileError("这是设备，不是文件", where=str(path), remedy="请核对路径")
        return path.read_bytes()
    except OSError as error:
        raise unread(error, str(path)) from error
    except ValueError as error:  # a NUL character in the name
        raise FileError("文件名里有不能用的字符", where=str(path), remedy="请核对路径") from error


def folder(path: Path) -> Path:
    """Return `path` if it is a folder."""
    if not is_folder(path):
        what = "这不是文件夹" if is_there(path) else "没有这个文件夹"
        raise FileError(what, where=str(path), remedy="请核对路径")
    return path


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, with or without a byte order mark."""
    return decoded(read_bytes(path), str(path))


def decoded(data: bytes, where: str) -> str:
    """Return the UTF-8 text in `data`; `where` names its place in an error."""
    if b"\0" in data:
        raise InputError("这不是文字文件", where=where, remedy="请核对是不是选错了文件")
    try:
        return data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            "这里不是 UTF-8 文字", where=f"{where}:{line}", remedy="请用编辑器另存为 UTF-8 编码"
        ) from error


def decoded_from_any(data: bytes, where: str) -> tuple[str, str]:
    """Return the text in `data`, and its encoding where that is not UTF-8.

    Of a text that is to be obeyed every character has to be sure: none is mended.
    """
    try:
        return decoded(data, where), ""
    except InputError:
        from drafter.storage.readers.plain import sure_encoding  # most texts are UTF-8

        encoding = sure_encoding(data)
        if not encoding:
            raise
        return data.decode(encoding), encoding.upper()


def write_atomically(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, then put it in place: a fault leaves the old file as it was."""
    write_together([(path, data)])


def write_through(path: Path, data: bytes) -> None:
    """Write `data` so that what else names the file, as hard links do, names it still.

    A whole copy lies beside it until all is written; after a fault it stays there, and is told.
    """
    with _told(path):
        if not (path.is_file() and path.stat().st_nlink > 1):
            write_atomically(path, data)
            return
        staged = _Staged(path, data, 0)
        staged.put_through()
        staged.clear()


def write_together(
    files: Sequence[tuple[Path, bytes]], look: Callable[[], None] = lambda: None
) -> None:
    """Write every file, or none: all lie ready beside their places before the first is replaced.

    `look` is called in between; what it raises leaves everything as it was.
    """
    staged: list[_Staged] = []
    try:
        for path, data in files:
            with _told(path):
                staged.append(_Staged(path, data, len(staged)))
        look()
        for each in staged:
            with _told(each.path):
                each.put_in_place()
    finally:
        for each in staged:
            each.clear()


class _Staged:
    """What is to stand at `path`, written beside it; what has to be at hand is known by then."""

    def __init__(self, path: Path, data: bytes, number: int) -> None:
        self.path = path
        self._data = data
        self._beside: Path | None = None
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        if path.exists() and not path.is_file():  # a pipe or a device has nothing to replace
            return
        self._target = path.resolve()
        if self._target.exists() and not os.access(self._target, os.W_OK):
            raise PermissionError(errno.EACCES, "")
        name = f".{self._target.name[:40]}.{os.getpid()}-{number}.part"
        self._beside = self._target.with_name(name)
        try:
            self._write(self._beside)
        except BaseException:
            self.clear()
            raise

    def _write(self, beside: Path) -> None:
        with beside.open("xb") as file:
            file.write(self._data)
            file.flush()
            os.fsync(file.fileno())
        if self._target.exists():
            beside.chmod(stat.S_IMODE(self._target.stat().st_mode))

    def put_in_place(self) -> None:
        """Replace what was there."""
        if self._beside is None:
            self.path.write_bytes(self._data)
        else:
            self._beside.replace(self._target)

    def put_through(self) -> None:
        """Write into the file that is there."""
        try:
            with self._target.open("r+b") as file:
                file.write(self._data)
                file.truncate()
                os.fsync(file.fileno())
        except OSError as error:
            remedy = f"完整的一份在 {self._beside}"
            raise FileError("没有写完", where=str(self.path), remedy=remedy) from error

    def clear(self) -> None:
        """Remove what was not put in place: it is there only after a fault."""
        if self._beside is not None:
            with suppress(OSError):
                self._beside.unlink(missing_ok=True)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Tell every fault of writing `path` as a FileError."""
    try:
        yield
    except OSError as error:
        raise unwritten(error, str(path)) from error
    except RuntimeError as error:  # Path.resolve, before Python 3.13
        raise unwritten(OSError(errno.ELOOP, ""), str(path)) from error
    except ValueError as error:
        raise FileError("文件名里有不能用的字符", where=str(path), remedy="请换一个名字") from error


def unread(error: OSError, where: str) -> FileError:
    """Return the error for what cannot be read at `where`."""
    return _fault(error, where, _READ_FAULTS, "读不了这个文件")


def unwritten(error: OSError, where: str) -> FileError:
    """Return the error for what cannot be written at `where`."""
    return _fault(error, where, _WRITE_FAULTS, "写不了这个文件")


def _fault(
    error: OSError, where: str, faults: dict[int, tuple[str, str]], otherwise: str
) -> FileError:
    what, remedy = faults.get(
        error.errno or 0, (f"{otherwise}：{error.strerror or error}", "请检查磁盘和权限")
    )
    return FileError(what, where=where, remedy=remedy)
