"""`rejected.txt` of a phrasebank: ids of entries that mining must not bring back."""

from collections.abc import Mapping
from pathlib import Path

from drafter.storage.bank_lock import bank_locked
from drafter.storage.files import decoded, read_bytes, write_atomically
from drafter.storage.phrasebank import REJECTED, rejected_ids

_BOM = b"\xef\xbb\xbf"
_LONGEST = 60
"""Characters of a reason: it is one line among many."""


def reject(folder: Path, reasons: Mapping[str, str]) -> None:
    """Append ids, each with its reason, to `rejected.txt` of `folder`."""
    with bank_locked(folder):
        path, data = with_rejections(folder, reasons)
        if not path.exists() or read_bytes(path) != data:
            write_atomically(path, data)


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


def _row(name: str, why: str) -> str:
    shown = " ".join("".join(c if c.isprintable() else " " for c in why).split())
    return f"{name}  # {shown[:_LONGEST]}" if shown else name
