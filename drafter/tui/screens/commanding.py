"""The command palette: every command by its name, found by characters or pinyin."""

from collections.abc import Awaitable, Callable, Sequence
from typing import NamedTuple

from drafter.tui.screens.choosing import ChooseScreen


class Command(NamedTuple):
    """Something to do, and what it is called."""

    name: str
    help: str
    do: Callable[[], Awaitable[None] | None]


def command_screen(commands: Sequence[Command]) -> ChooseScreen:
    """Return a dialog that asks for one of `commands`."""
    return ChooseScreen("查找命令", [(each.name, each.help) for each in commands])
