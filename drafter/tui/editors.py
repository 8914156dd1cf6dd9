"""Editors: which one the user has chosen, and how each opens a file at a line."""

import os
import shlex
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from drafter.errors import FileError

REMEDY = "请用环境变量 EDITOR 指明一个编辑器，例如 EDITOR=nano"
_USUAL = ("notepad",) if os.name == "nt" else ("nano", "vi", "editor")
_VARIABLES: Final = ("VISUAL", "EDITOR")
LEAVING: Final = {
    "nano": "Ctrl+O 再回车是保存，Ctrl+X 是离开",
    "vi": "按 i 才能写；按 Esc 后，:wq 回车是保存并离开，:q! 回车是不存就离开",
}
"""How one leaves the editors that one may come into without having chosen them."""
_PLUS: Final = (
    *("vi", "vim", "nvim", "view", "gvim", "mvim", "nano", "pico", "emacs", "emacsclient"),
    *("micro", "kak", "joe", "mg", "ne", "jed", "gedit", "editor", "sensible-editor"),
)
_WAITING: Final = {
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor"), "--wait"),
    **dict.fromkeys(("subl", "zed", "mate"), "--wait"),
    **dict.fromkeys(("gvim", "mvim"), "-f"),
}
"""What keeps an editor with a window of its own from coming back before the file is closed."""
_AT: Final[dict[str, Callable[[Path, int], list[str]]]] = {
    **dict.fromkeys(_PLUS, lambda path, line: [f"+{line}", str(path)]),
    **dict.fromkeys(
        ("code", "code-insiders", "codium", "vscodium", "cursor"),
        lambda path, line: ["--goto", f"{path}:{line}"],
    ),
    **dict.fromkeys(("subl", "zed", "hx", "helix"), lambda path, line: [f"{path}:{line}"]),
    "mate": lambda path, line: ["--line", str(line), str(path)],
    "notepad++": lambda path, line: [f"-n{line}", str(path)],
}


def chosen_editor(windows: bool = os.name == "nt") -> list[str]:
    """Return the editor's words: what VISUAL or EDITOR say, else one that is there."""
    for name in _VARIABLES:
        said = os.environ.get(name, "").strip()
        if said:
            return _words(said, name, windows)
    return [next(filter(shutil.which, _USUAL), _USUAL[0])]


def is_chosen() -> bool:
    """Tell whether the user has said which editor to take."""
    return any(os.environ.get(name, "").strip() for name in _VARIABLES)


def _words(said: str, name: str, windows: bool) -> list[str]:
    if shutil.which(said):  # a path with blanks in it, not quoted
        return [said]
    try:
        words = shlex.split(said, posix=not windows)
    except ValueError as error:
        what = f"看不懂“{said}”：引号不成对"
        raise FileError(what, where=name, remedy="请把引号写成一对") from error
    return [word.strip('"') for word in words] if windows else words


def command(editor: Sequence[str], path: Path, line: int = 0) -> list[str]:
    """Return the command that opens `path` and waits; at `line` where the editor knows how."""
    program = shutil.which(editor[0])
    if program is None:
        raise FileError("没有这个编辑器", where=editor[0], remedy=REMEDY)
    name = Path(program).stem.lower()
    waiting = _WAITING.get(name, "")
    wait = [waiting] if waiting and waiting not in editor else []
    at = _AT.get(name) if line else None
    return [program, *editor[1:], *wait, *(at(path, line) if at else [str(path)])]
