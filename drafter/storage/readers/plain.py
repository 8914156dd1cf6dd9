"""Plain text, whatever its encoding."""

from contextlib import suppress

from drafter.errors import FileError
from drafter.model.document import Manuscript

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)


_DAMAGED = 0.5
"""Part of the bytes beside ASCII that are UTF-8, from which on the rest of them is damage."""


def read_plain(data: bytes, where: str) -> Manuscript:
    """Return a text file: nothing is known of its lines."""
    return Manuscript(where, text_in(data, where))


def text_in(data: bytes, where: str) -> str:
    """Return the text in `data`: UTF-8, with or without byte order mark, UTF-16 or GB18030."""
    if b"\0" in data and not _marked(data):
        raise FileError("这是二进制文件，不是文稿", where=where, remedy="请核对是不是选错了文件")
    encoding = encoding_of(data)
    return data.decode(encoding) if encoding else _mended(data, where)


def encoding_of(data: bytes) -> str:
    """Return the encoding in which every byte of `data` is text, nothing if there is none."""
    marked = _marked(data)
    if b"\0" in data and not marked:
        return ""
    for candidate in (marked,) if marked else ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            data.decode(candidate)
            return candidate
    return ""


def sure_encoding(data: bytes) -> str:
    """Return the encoding of `data`, nothing where it may be UTF-8 with some bytes damaged."""
    beside = sum(byte > 127 for byte in data)
    kept = sum(byte > 127 for byte in data.decode("utf-8", errors="ignore").encode())
    return "" if kept > beside * _DAMAGED and not _marked(data) else encoding_of(data)


def _marked(data: bytes) -> str:
    """Return the encoding that the byte order mark of `data` tells."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


def _mended(data: bytes, where: str) -> str:
    """Return text of which a few bytes are damaged; more than one in a thousand is no text."""
    for encoding in ("utf-8", "gb18030"):
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") * 1000 <= len(text):
            return text.replace("\ufffd", "")
    remedy = "请用编辑器另存为 UTF-8 编码"
    raise FileError("认不出文字编码（支持 UTF-8 和 GB18030）", where=where, remedy=remedy)


def encoded_like(data: bytes, text: str, where: str) -> bytes:
    """Return `text` in the encoding that `text_in` finds in `data`, its byte order mark kept."""
    mark, encoding = next(((m, name) for m, name in _MARKS if data.startswith(m)), (b"", ""))
    if encoding in ("utf-16", "utf-32"):
        order = "le" if mark[0] == 0xFF else "be"
        return mark + text.encode(f"{encoding}-{order}")
    for candidate in (encoding,) if encoding else ("utf-8", "gb18030"):
        with suppress(UnicodeError):
            data.decode(candidate)
            return text.encode(candidate)
    raise FileError("有损坏的文字，不能代改", where=where, remedy="请用编辑器另存为 UTF-8 编码")
