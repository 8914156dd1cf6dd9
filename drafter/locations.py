"""Where the files that ship with the program lie; nothing is read or made here."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(folder: str) -> Path:
    """Return the shipped folder named `folder`: inside an installed wheel, or of the checkout."""
    installed = _PACKAGE / "shipped" / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder


def shipped_phrasebank() -> Path:
    """Return the folder of the shipped phrasebank, vocabulary and lexicon."""
    return shipped("phrasebank")


def shipped_templates() -> Path:
    """Return the folder of the shipped templates."""
    return shipped("templates")
