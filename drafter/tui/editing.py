"""A text handed to the editor that the user has chosen, and taken back."""

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from textual.app import App, SuspendNotSupported

from drafter.errors import FileError
from drafter.storage.files import read_text, unwritten

_REMEDY = "请用环境变量 EDITOR 指明一个编辑器"


def edited(app: App[Any], text: str) -> str:
    """Return `text` as the user left it in the editor."""
    try:
        with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
            path = Path(folder) / "text.txt"
            path.write_text(f"{text}\n", "utf-8")
            run(app, path)
            return read_text(path).replace("\r\n", "\n").strip("\n")
    except OSError as error:
        raise unwritten(error, "EDITOR") from error


def run(app: App[Any], path: Path, line: int = 0) -> None:
    """Open `path` in the editor, at `line` where the editor knows how, and wait for it."""
    command = shlex.split(_editor(), posix=os.name != "nt")
    at = [f"+{line}"] if line else []
    try:
        with app.suspend():
            subprocess.run([*command, *at, str(path)], check=False)
    except SuspendNotSupported as error:
        raise FileError("这里不能转到编辑器", where="EDITOR", remedy="请直接在这里改") from error
    except (OSError, ValueError) as error:
        raise FileError("打不开编辑器", where=" ".join(command), remedy=_REMEDY) from error


def _editor() -> str:
    usual = "notepad" if os.name == "nt" else "vi"
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual
