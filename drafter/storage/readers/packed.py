"""Zip files and the XML in them, read with care: sizes first, no entities, no more than asked."""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import IO
from xml.parsers import expat

from drafter.errors import FileError

LARGEST = 200 * 2**20
"""Bytes that a file may hold, unpacked as well."""
_PART = 48 * 2**20
"""Bytes of XML that one part may hold: a thousand pages have less."""
_RATIO = 200
_SMALL = 2**24
"""Below this size even an absurd ratio does no harm."""
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What zipfile raises of damaged, encrypted and unknown entries."""

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]


class Package:
    """The parts of a zip file by name."""

    def __init__(self, data: bytes, where: str) -> None:
        self.where = where
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _FAULTS as error:
            raise self.broken() from error
        self.names = frozenset(self._zip.namelist())
        unpacked = sum(info.file_size for info in self._zip.infolist())
        if unpacked > LARGEST or unpacked > max(_SMALL, len(data) * _RATIO):
            raise self.swollen()

    def broken(self) -> FileError:
        """Return the error for a damaged file."""
        remedy = "请用 Word 或 WPS 打开修复，另存为 .docx"
        return FileError("文件已损坏，打不开", where=self.where, remedy=remedy)

    def swollen(self) -> FileError:
        """Return the error for a file that unpacks to more than a document holds."""
        remedy = "请核对来源，或另存为较小的文件"
        return FileError("解开后大得不正常，没有读取", where=self.where, remedy=remedy)

    def walk(self, name: str, start: Start, end: End, text: End) -> None:
        """Read the XML part `name`, telling elements by local name; a missing part is empty."""
        if name not in self.names:
            return
        if self._zip.getinfo(name).file_size > _PART:
            raise self.swollen()
        try:
            with self._zip.open(name) as part:
                _walk(part, start, end, text)
        except (*_FAULTS, expat.ExpatError, _DoctypeError) as error:
            raise self.broken() from error


class _DoctypeError(Exception):
    """A document type: no Office file has one, and entities hide in it."""


def _walk(part: IO[bytes], start: Start, end: End, text: End) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    local = _Local()

    def refuse(*_: object) -> None:
        raise _DoctypeError

    def begin(name: str, attributes: dict[str, str]) -> None:
        start(local[name], {local[key]: value for key, value in attributes.items()})

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda name: end(local[name])
    parser.CharacterDataHandler = text
    parser.buffer_text = True
    parser.ParseFile(part)


class _Local(dict[str, str]):
    """Names without their name space, each worked out once."""

    def __missing__(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        found = f"math:{local}" if space.endswith("/math") else local
        self[name] = found
        return found
