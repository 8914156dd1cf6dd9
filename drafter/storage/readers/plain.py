"""Plain text, whatever its encoding."""

from drafter.errors import FileError
from drafter.model.document import Manuscript

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)


def read_plain(data: bytes, where: str) -> Manuscript:
    """Return a text file: nothing is known of its lines."""
    return Manuscript(where, text_in(data, where))


def text_in(data: bytes, where: str) -> str:
    """Return the text in `data`: UTF-8, with or without byte order mark, UTF-16 or GB18030."""
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
