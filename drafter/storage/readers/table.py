"""The formats that are read, and the reader of each."""

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple, cast

from drafter.model.document import Manuscript

Reader = Callable[[bytes, str], Manuscript]
"""Takes the bytes of a file and what names it in errors."""


class Format(NamedTuple):
    """A format: the reader's module and name, what its files end in and begin with."""

    reader: str
    suffixes: tuple[str, ...]
    magics: tuple[bytes, ...] = ()


PLAIN = Format("plain:read_plain", (".txt",))
FORMATS = (
    Format("word:read_word", (".docx", ".docm", ".dotx"), (b"pk\x03\x04", b"pk\x05\x06")),
    Format("pdf:read_pdf", (".pdf",), (b"%pdf-",)),
    Format(
        "refused:read_compound", (".doc", ".wps", ".dot"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
    ),
    Format("refused:read_rich_text", (".rtf",), (b"{\\rtf",)),
    Format("refused:read_packed", (".zip", ".rar", ".7z"), (b"rar!\x1a", b"7z\xbc\xaf\x27\x1c")),
    Format("refused:read_foreign", (".odt", ".ofd", ".pages")),
    Format("web:read_web", (".html", ".htm", ".xhtml"), (b"<!doctype html", b"<html")),
    Format("marked:read_marked", (".md", ".markdown")),
    PLAIN,
)
"""First look at how a file begins, then at its suffix: names lie more often than bytes."""

_LEAD = b"\xef\xbb\xbf \t\r\n"


def reader_of(data: bytes, suffix: str) -> Reader:
    """Return the reader for a file that holds `data` and has `suffix`."""
    module, _, name = format_of(data, suffix.lower()).reader.partition(":")
    return cast(Reader, getattr(import_module(f"drafter.storage.readers.{module}"), name))


def format_of(data: bytes, suffix: str) -> Format:
    """Return the format of a file that holds `data` and has `suffix`, in small letters."""
    head = data[:64].lstrip(_LEAD).lower()
    for each in FORMATS:
        if head.startswith(each.magics or b"\0none"):
            return each
    return next((each for each in FORMATS if suffix in each.suffixes), PLAIN)


def suffixes() -> frozenset[str]:
    """Return the suffixes of what is taken for a document in a folder."""
    return frozenset(suffix for each in FORMATS for suffix in each.suffixes)
