"""Results to standard output, talk to standard error, both in UTF-8."""

import os
import re
import sys
from io import TextIOWrapper
from typing import TextIO

from drafter.errors import FileError

_UNSEEN = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
"""What would move the cursor, break the line or turn the writing round."""


def speak_utf8() -> None:
    """Make the standard streams UTF-8, whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def put(data: bytes) -> None:
    """Write a result; a reader that has gone away is no fault."""
    if sys.stdout is None:
        raise FileError("已经关闭", where="标准输出", remedy="请用 -o 写入文件")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _silence(sys.stdout)
    except OSError as error:
        _silence(sys.stdout)
        from drafter.storage.files import unwritten  # only a fault has need of it

        raise unwritten(error, "标准输出") from error


def tell(text: str) -> None:
    """Say something to the user, in one line; where nobody can listen, go on."""
    if sys.stderr is None:
        return
    try:
        print(visible(text), file=sys.stderr, flush=True)
    except OSError:
        _silence(sys.stderr)


def visible(text: str) -> str:
    r"""Return `text` with every character that a terminal would obey written as `\x1b`."""
    return text if text.isprintable() else re.sub(_UNSEEN, _escaped, text)


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    if 0xDC80 <= code <= 0xDCFF:  # a byte that is no UTF-8
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _silence(stream: TextIO) -> None:
    """Let later flushes, at exit too, go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def stdin_bytes() -> bytes:
    """Return all that comes in on standard input."""
    if sys.stdin is None:
        raise FileError("已经关闭", where="标准输入", remedy="请写明文件名")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        from drafter.storage.files import unread  # only a fault has need of it

        raise unread(error, "标准输入") from error
