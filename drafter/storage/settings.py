"""What the wizard remembers of its user: a small file of words, read leniently."""

import json
from collections.abc import Mapping
from pathlib import Path

from drafter.errors import DrafterError
from drafter.storage.files import read_text, unwritten, write_atomically

_FILE = "settings.json"


def read_settings(folder: Path) -> dict[str, str]:
    """Return the settings in `folder`; what cannot be read is as if it were not there."""
    try:
        said = json.loads(read_text(folder / _FILE))
    except (DrafterError, ValueError, RecursionError):
        return {}
    return {str(k): str(v) for k, v in said.items()} if isinstance(said, dict) else {}


def write_settings(folder: Path, settings: Mapping[str, str]) -> None:
    """Add `settings` to those in `folder`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritten(error, str(folder)) from error
    said = {**read_settings(folder), **settings}
    text = json.dumps(said, ensure_ascii=False, indent=2)
    write_atomically(folder / _FILE, f"{text}\n".encode())
