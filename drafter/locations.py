"""Where files lie, shipped ones and those of the user; nothing is read or made here."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent
_NAME = "drafter"
_OFF = "off"


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


def user_data() -> Path:
    """Return the folder of what is the user's own; DRAFTER_DATA names another."""
    said = os.environ.get("DRAFTER_DATA")
    return Path(said) if said else _usual("XDG_DATA_HOME", ".local/share")


def user_phrasebank() -> Path:
    """Return the folder of the user's own phrasebank."""
    return user_data() / "phrasebank"


def user_templates() -> Path:
    """Return the folder of the user's own templates."""
    return user_data() / "templates"


def user_drafts() -> Path:
    """Return the folder of the drafts under way."""
    return user_data() / "drafts"


def user_cache() -> Path | None:
    """Return the folder for what can be made again; DRAFTER_CACHE names another, `off` none."""
    said = os.environ.get("DRAFTER_CACHE")
    if said == _OFF:
        return None
    return Path(said) if said else _usual("XDG_CACHE_HOME", ".cache")


def _usual(variable: str, below_home: str) -> Path:
    """Return the folder that the system keeps for `variable`, as platformdirs gives it.

    Loading platformdirs takes longer than a whole search; on Linux its rule is one line.
    """
    if sys.platform == "linux" and "ANDROID_ROOT" not in os.environ:
        said = os.environ.get(variable, "").strip()
        base = Path(said) if Path(said).is_absolute() else Path("~", below_home).expanduser()
        return base / _NAME
    import platformdirs

    data = variable == "XDG_DATA_HOME"
    find = platformdirs.user_data_path if data else platformdirs.user_cache_path
    return find(_NAME, appauthor=False)
