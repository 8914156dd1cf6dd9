"""A text handed to the editor that the user has chosen, and taken back."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Final
from weakref import WeakSet

from textual.app import App, SuspendNotSupported

from drafter.errors import DrafterError, FileError
from drafter.storage.files import read_text, unwritten
from drafter.tui.editors import LEAVING, REMEDY, chosen_editor, command, is_chosen

_WARNED: Final[WeakSet[App[Any]]] = WeakSet()
"""Apps whose user has been told how to leave the editor."""


def edited(app: App[Any], text: str) -> str:
    """Return `text` as the user left it in the editor.

    It goes there in a file that nobody else can read. When the result cannot be taken, the file
    stays, and the error says where.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="drafter-"))
        path = folder / "text.txt"
        before = f"{text}\n".encode()
        path.write_bytes(before)
    except OSError as error:
        raise unwritten(error, tempfile.gettempdir()) from error
    try:
        run(app, path)
        after = read_text(path)
    except DrafterError as error:
        if not path.is_file() or path.read_bytes() == before:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        remedy = f"{error.remedy}；改过的文字留在 {path}".lstrip("；")
        raise FileError(error.what, where=error.where, remedy=remedy) from error
    shutil.rmtree(folder, ignore_errors=True)
    return after.replace("\r\n", "\n").strip("\n")


def run(app: App[Any], path: Path, line: int = 0) -> None:
    """Open `path` in the editor, at `line` where the editor knows how, and wait for it.

    Who has chosen none is told first how to leave the one that there is.
    """
    words = command(chosen_editor(), path, line)
    _warn(app, Path(words[0]).stem)
    fault: OSError | None = None
    status = 0
    try:
        with app.suspend():  # what is raised inside would leave the terminal to nobody
            try:
                status = subprocess.run(words, check=False).returncode
            except OSError as error:
                fault = error
    except SuspendNotSupported as error:
        raise FileError("这里不能转到编辑器", where=words[0], remedy="请直接在这里改") from error
    if fault:
        raise FileError("打不开编辑器", where=words[0], remedy=REMEDY) from fault
    if status:
        what = f"编辑器没有正常结束（状态 {status}），没有改动"
        raise FileError(what, where=Path(words[0]).name, remedy="请再试一次")


def _warn(app: App[Any], name: str) -> None:
    if name in LEAVING and not is_chosen() and app not in _WARNED:
        _WARNED.add(app)
        remedy = f"{LEAVING[name]}。再按一次这个键就打开；想用别的编辑器，请设环境变量 EDITOR"
        raise FileError("没有指明编辑器，用系统里有的", where=name, remedy=remedy)
