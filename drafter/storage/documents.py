"""The text of source documents, whatever their encoding."""

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
    b"%PDF": "PDF",
    b"PK\x03\x04": "Word 或压缩包",
    b"\xd0\xcf\x11\xe0": "旧版 Word 或 WPS",
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
    if not encoding and b"\0" in data[:65536]:
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


def documents_in(paths: list[Path]) -> list[Path]:
    """Return the documents that `paths` name, sorted; folders are searched to the bottom."""
    found: dict[Path, None] = {}
    for path in paths:
        for each in _within(path):
            found[each] = None
    return sorted(found, key=lambda each: (each.name, str(each)))


def _within(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    try:
        found = [each for each in path.rglob("*") if each.suffix.lower() in _SUFFIXES]
    except OSError as error:
        remedy = "请检查权限"
        raise FileError("读不了这个文件夹", where=str(path), remedy=remedy) from error
    if not found:
        raise FileError("文件夹里没有文稿（.txt、.md）", where=str(path), remedy="请核对路径")
    return found
