"""`drafter tui`: the wizard; where it cannot run, a message tells why."""

import gc
import os
import sys
from pathlib import Path

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.streams import tell
from drafter.cli.targets import STDIN
from drafter.errors import Exit, InputError

_VARIABLE = "DRAFTER_AMBIGUOUS"
"""Environment variable for terminals that do not tell how wide they draw “”…—."""
_WIDTHS = ("wide", "narrow")
_WINDOWS = 10586
"""First build of Windows 10 whose console obeys escape sequences."""
_WAY_OUT = "请在终端里运行；不用界面的，见 drafter new 和 drafter generate"


@click.command(
    "tui",
    cls=DrafterCommand,
    help="打开向导，一步一步写出提纲；写明 SPEC（YAML 文件），就从这份说明书开始。",
)
@click.argument("spec", required=False)
def tui(spec: str | None) -> int:
    """Run the wizard."""
    check_terminal()
    if spec in ("", STDIN):
        raise InputError("向导不从标准输入读说明书", where="drafter tui", remedy="请写明文件名")
    return run_wizard(Path(spec) if spec else None)


def is_terminal() -> bool:
    """Tell whether somebody sits at a terminal, which Textual draws on by standard error."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams)


def check_terminal() -> None:
    """Refuse a terminal that can draw nothing, and a word that says nothing of it."""
    if not is_terminal():
        raise InputError("向导要在终端里运行", where="drafter tui", remedy=_WAY_OUT)
    if _draws_nothing(os.environ.get("TERM", "")):
        raise InputError("这个终端画不了界面", where="drafter tui", remedy=_WAY_OUT)
    said = os.environ.get(_VARIABLE, "")
    if said not in ("", *_WIDTHS):
        known = " 或 ".join(_WIDTHS)
        raise InputError(f"不能是“{said}”", where=_VARIABLE, remedy=f"请写 {known}，或不写")


def _draws_nothing(term: str) -> bool:
    if sys.platform == "win32":
        old = sys.getwindowsversion().build < _WINDOWS
        return old or term == "dumb"
    return term in ("", "dumb", "unknown")


def run_wizard(spec: Path | None) -> int:
    """Run the wizard, on `spec` if there is one, and return the exit status."""
    gc.disable()  # the app lets it go on once it is loaded
    from drafter.tui.app import DrafterApp  # Textual takes long to load
    from drafter.tui.leaving import CUT_OFF, leaving_when_told

    if spec:
        from drafter.tui.workshop import opened

        opened(spec)  # a spec that cannot be read is told before the screen is taken over
        _tell_encoding(spec)
    app = DrafterApp(spec)
    with leaving_when_told(app):
        app.run()
    if app.return_code == CUT_OFF:
        tell("终端断开了。写的都已存好，再运行 drafter 就可以接着写")
    return app.return_code or Exit.DONE


def _tell_encoding(spec: Path) -> None:
    from drafter.cli.order import foreign  # loads all that generates
    from drafter.storage.drafts import read_draft

    file, _ = read_draft(spec)
    if file.encoding:
        tell(foreign(file.path, file.encoding))
