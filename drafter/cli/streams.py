"""Results to standard output, talk to standard error, both in UTF-8."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper


def speak_utf8() -> None:
    """Make the standard streams UTF-8, whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def put(data: bytes) -> None:
    """Write a result; a reader that has gone away is no fault."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:  # later flushes, at exit too, go nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def tell(text: str) -> None:
    """Say something to the user."""
    with suppress(BrokenPipeError):
        print(text, file=sys.stderr, flush=True)


def stdin_bytes() -> bytes:
    """Return all that comes in on standard input."""
    return sys.stdin.buffer.read()
