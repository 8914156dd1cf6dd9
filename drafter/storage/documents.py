"""The text of source documents, whatever their encoding."""

import os
from collections.abc import Sequence
from pathlib import Path

from drafter.errors import FileError, InputError
from drafter.storage.files import read_bytes

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_PACKED = {
    b"%PDF": " PDF ",
    b"PK\x03\x04": " Word 或压缩",
    b"\xd0\xcf\x11\xe0": "旧版 Word 或 WPS ",
}
_SUFFIXES = (".txt", ".md")


def read_document(path: Path) -> str:
    """Return the text of the document: UTF-8, with or without byte order mark, or GB18030."""
    return document_text(read_bytes(path), str(path))


def document_text(data: bytes, where: str) -> str:
    """Return the text in `data`; `where` names it in errors."""
    text = _decoded(data, where)
    if not text.strip():
        raise InputError("这份文稿是空的", where=where, remedy="请核对是不是选错了文件")
    return text


def _decoded(data: bytes, where: str) -> str:
    for magic, name in _PACKED.items():
        if data.startswith(magic):
            remedy = "请先另存为纯文本（.txt）"
            raise FileError(f"这是{name}文件，不是纯文本", where=where, remedy=remedy)
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding and b"\0" in data:
        raise FileError("这是二进制文件，不是文稿", where=where, remedy="请核对是不是选错了文件")
    for candidate in (encoding,) if encoding else ("utf-8", "gb18030"):
        try:
            return data.decode(candidate)
        except UnicodeDecodeError:
            continue
    return _mended(data, where)


def _mended(data: bytes, where: str) -> str:
    """Return text of which a few bytes are damaged; more than one in a thousand is no text."""
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") * 1000 <= len(text):
            return text.replace("\ufffd", "")
    remedy = "请用编辑器另存为 UTF-8 编码"
    raise FileError("认不出文字编码（支持 UTF-8 和 GB18030）", where=where, remedy=remedy)


def documents_in(paths: Sequence[Path]) -> tuple[list[Path], list[FileError]]:
    """Return the documents that `paths` name, sorted, and the faults met on the way.

    Folders are searched to the bottom.
    """
    found: dict[Path, None] = {}
    faults: list[FileError] = []
    for path in paths:
        try:
            found |= dict.fromkeys(_within(path, faults))
        except FileError as fault:
            faults.append(fault)
    return sorted(found, key=lambda each: (each.name, str(each))), faults


def _within(path: Path, faults: list[FileError]) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
    except OSError as error:
        raise _closed(path) from error
    found = []
    for folder, _, names in os.walk(path, onerror=lambda error: faults.append(_closed(error))):
        found += [Path(folder, name) for name in names if Path(name).suffix.lower() in _SUFFIXES]
    if not found and not faults:
        raise FileError("文件夹里没有文稿（.txt、.md）", where=str(path), remedy="请核对路径")
    return found


def _closed(path: Path | OSError) -> FileError:
    where = str(path.filename if isinstance(path, OSError) else path)
    return FileError("没有读取这个文件夹的权限", where=where, remedy="请检查权限")
