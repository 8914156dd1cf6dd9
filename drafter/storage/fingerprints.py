"""Fingerprints: of a document, and of all that decides what is mined from it."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from drafter import __version__
from drafter.storage.files import read_bytes

_PACKAGE = Path(__file__).parents[1]
_CODE = ("mining", "model", "storage/readers", "storage/documents.py", "templating/words.py")
"""What turns bytes into entries; a change in any other part changes no entry."""
_WORDS = ("lexicon.yaml", "vocabulary.yaml", "places.txt", "fillers.yaml")


def fingerprint(data: bytes) -> str:
    """Return what tells a document from every other."""
    return sha256(data).hexdigest()[:32]


def code_edition() -> str:
    """Return the fingerprint of the code that mines, the same on every system."""
    return _of(path for name in _CODE for path in _sources(_PACKAGE / name))


def edition(words: Path) -> str:
    """Return the fingerprint of the code and of the words, in a folder, that it reads by."""
    listed = (words / name for name in _WORDS)
    own = _of(path for path in listed if path.exists())
    return sha256(f"{code_edition()} {own}".encode()).hexdigest()[:12]


def _sources(path: Path) -> list[Path]:
    return sorted(path.glob("**/*.py")) if path.is_dir() else [path] if path.exists() else []


def _of(paths: Iterator[Path]) -> str:
    digest = sha256(__version__.encode())
    for path in paths:
        digest.update(path.name.encode() + b"\0" + read_bytes(path).replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]
