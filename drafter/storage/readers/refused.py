"""Files that are documents but cannot be read: what they are, and the way out."""

from typing import NoReturn

from drafter.errors import FileError

_LOCKED = "EncryptedPackage".encode("utf-16-le")
_AGAIN = "请用 Word 或 WPS 打开，另存为 .docx"


def read_compound(data: bytes, where: str) -> NoReturn:
    """Refuse a file of the old Office, or one locked with a password."""
    if _LOCKED in data:
        remedy = "请打开后去掉密码，另存为 .docx"
        raise FileError("这份 Word 文档设了密码", where=where, remedy=remedy)
    raise FileError("这是旧版 Word 或 WPS 文件", where=where, remedy=_AGAIN)


def read_rich_text(data: bytes, where: str) -> NoReturn:
    """Refuse rich text."""
    raise FileError("这是 RTF 文件", where=where, remedy=_AGAIN)


def read_packed(data: bytes, where: str) -> NoReturn:
    """Refuse an archive."""
    raise FileError("这是压缩包", where=where, remedy="请解压缩，再指明其中的文件或文件夹")


def read_foreign(data: bytes, where: str) -> NoReturn:
    """Refuse a document of another program."""
    remedy = "请用编辑它的程序打开，另存为 .docx 或 .pdf"
    raise FileError("还读不了这种格式的文档", where=where, remedy=remedy)
