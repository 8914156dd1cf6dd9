"""The documents that entries came from, as far as they are still there."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

from drafter.errors import DrafterError
from drafter.storage.documents import read_document
from drafter.storage.files import folder

_END, _CLOSING = "。！？!?", "”’」』）)"
_LAST = re.compile(f"[{_END}][{_CLOSING}]*")
_MOST = 200
"""Characters of a sentence that are shown."""
_MOST_LINES = 8
"""Lines that a sentence may run over."""
_SEPARATOR = re.compile(r"[\\/]")


class Documents:
    """Finds documents by file name: in some folders, and below others."""

    def __init__(self, beside: Iterable[Path], below: Sequence[str]) -> None:
        self._beside = [*beside, Path()]
        self._below = [folder(Path(name)) for name in below]

    def find(self, document: str) -> Path | None:
        """Return the file of `document`; of its path only the name is looked at."""
        name = _SEPARATOR.split(document)[-1]
        if name in ("", ".", "..") or "\0" in name:
            return None
        near = (path for base in self._beside if _is_file(path := base / name))
        return self._named.get(name) or next(near, None)

    @cached_property
    def _named(self) -> dict[str, Path]:
        """Return every file below the folders to look through, the first of a name."""
        named: dict[str, Path] = {}
        for path in self._walked():
            named.setdefault(path.name, path)
        return named

    def _walked(self) -> Iterator[Path]:
        for base in self._below:
            yield from (path for path in sorted(base.rglob("*")) if _is_file(path))

    def sentence(self, path: Path, line: int) -> str:
        """Return the sentence that starts in, or runs over, the 1-based `line` of the document."""
        return sentence_at(_lines(path), line)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


@cache
def _lines(path: Path) -> list[str]:
    """Return the lines of a document; one that cannot be read has none."""
    try:
        return read_document(path).split("\n")
    except DrafterError:
        return []


def sentence_at(lines: Sequence[str], line: int) -> str:
    """Return what is said at the 1-based `line`: from the last end before it to the next."""
    if not 1 <= line <= len(lines):
        return ""
    said = _before(lines, line - 1) + lines[line - 1].strip()
    for more in lines[line : line + _MOST_LINES]:
        if said.rstrip(_CLOSING).endswith(tuple(_END)):
            break
        said += more.strip()
    return said if len(said) <= _MOST else f"{said[:_MOST]}…"


def _before(lines: Sequence[str], at: int) -> str:
    """Return the beginning of a sentence that runs on into line `at` (from 0) of a wrapped text."""
    above = lines[at - 1].strip() if at else ""
    ends = [found.end() for found in _LAST.finditer(above)]
    if not ends or ends[-1] == len(above):
        return ""
    return above[ends[-1] :]
