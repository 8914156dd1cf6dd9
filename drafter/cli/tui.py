"""`drafter tui`: the wizard; where it cannot run, a message tells why."""

import os
import sys
from pathlib import Path

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.targets import STDIN
from drafter.errors import Exit, InputError

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
    """Tell whether somebody sits at a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def check_terminal() -> None:
    """Refuse a terminal that can draw nothing."""
    if not is_terminal():
        raise InputError("向导要在终端里运行", where="drafter tui", remedy=_WAY_OUT)
    if os.environ.get("TERM", "") in ("dumb", "unknown") or (
        os.name != "nt" and not os.environ.get("TERM")
    ):
        raise InputError("这个终端画不了界面", where="drafter tui", remedy=_WAY_OUT)


def run_wizard(spec: Path | None) -> int:
    """Run the wizard, on `spec` if there is one, and return the exit status."""
    from drafter.tui.app import DrafterApp  # Textual takes long to load
    from drafter.tui.workshop import opened

    if spec:
        opened(spec)  # a spec that cannot be read is told before the screen is taken over
    app = DrafterApp(spec)
    app.run()
    return app.return_code or Exit.DONE
