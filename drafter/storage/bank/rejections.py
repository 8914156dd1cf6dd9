"""`rejected.txt` of a phrasebank: ids of entries that mining must not bring back."""

from collections.abc import Collection, Mapping
from pathlib import Path

from drafter.storage.bank.lock import bank_locked
from drafter.storage.bank.phrasebank import REJECTED, rejected_ids
from drafter.storage.files import decoded, read_bytes, write_atomically

_BOM = b"\xef\xbb\xbf"
_LONGEST = 60
"""Characters of a reason: it is one line among many."""


def reject(folder: Path, reasons: Mapping[str, str]) -> None:
    """Append ids, each with its reason, to `rejected.txt` of `folder`."""
    with bank_locked(folder):
        path, data = with_rejections(folder, reasons)
        if not path.exists() or read_bytes(path) != data:
            write_atomically(path, data)


def take_back(folder: Path, names: Collection[str]) -> None:
    """Take ids out of `rejected.txt` of `folder`; every other line stays as it is."""
    path = folder / REJECTED
    with bank_locked(folder):
        before = read_bytes(path) if path.exists() else b""
        lines = before.splitlines(keepends=True)
        left = b"".join(line for line in lines if _named(line, str(path)) not in names)
        if left != before:
            write_atomically(path, left)


def with_rejections(folder: Path, reasons: Mapping[str, str]) -> tuple[Path, bytes]:
    """Return `rejected.txt` of `folder` and what it holds once `reasons` are appended to it.

    What is in it stays as it is; ids that it has already are passed over.
    """
    path = folder / REJECTED
    data = read_bytes(path) if path.exists() else b""
    text = decoded(data, str(path))
    known = rejected_ids(folder)
    end = "\r\n" if "\r\n" in text else "\n"
    rows = [_row(name, why) + end for name, why in reasons.items() if name not in known]
    start = end if rows and text and not text.endswith(("\n", "\r")) else ""
    mark = _BOM if data.startswith(_BOM) else b""
    return path, mark + "".join([text, start, *rows]).encode()


def _named(line: bytes, where: str) -> str:
    """Return the id in a line, empty where there is none."""
    return decoded(line, where).partition("#")[0].strip()


def _row(name: str, why: str) -> str:
    shown = " ".join("".join(c if c.isprintable() else " " for c in why).split())
    return f"{name}  # {shown[:_LONGEST]}" if shown else name
