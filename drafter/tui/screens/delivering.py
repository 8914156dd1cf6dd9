"""The dialog that asks which file the outline goes to, and writes it."""

from collections.abc import Callable

from textual.app import App

from drafter.errors import InputError
from drafter.exporters import EXPORTERS
from drafter.model.outline import Outline
from drafter.tui import delivery
from drafter.tui.keeper import Keeper
from drafter.tui.screens.asking import AskScreen

_HINT = f"后缀决定格式：{' '.join(EXPORTERS)}；旁边另存一份同名的说明书 {delivery.SPEC_SUFFIX}"


def ask_and_deliver(
    app: App[None], keeper: Keeper, outline: Outline, say: Callable[[str], None]
) -> None:
    """Ask for a file, write outline and spec, and `say` so."""
    writing = _Writing(keeper, say)
    app.push_screen(AskScreen("导出到", delivery.usual_name(outline), _HINT, writing.write))


class _Writing:
    """Writes over a file only after it has been said that it is there."""

    def __init__(self, keeper: Keeper, say: Callable[[str], None]) -> None:
        self._keeper = keeper
        self._say = say
        self._told = ""

    def write(self, name: str) -> None:
        there = [path for path in delivery.targets(name) if path.exists()]
        if there and self._told != name:
            self._told = name
            names = "、".join(path.name for path in there)
            raise InputError(f"已有 {names}", remedy="再按一次回车就覆盖；或换一个名字")
        written = delivery.deliver(self._keeper.workshop, self._keeper.session, name)
        self._say(f"已写入 {'、'.join(map(str, written))}")
