"""开始: a draft to resume, a template to begin with, a spec to open."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from drafter.locations import user_drafts
from drafter.storage.drafts import Recent, is_by_hand, recent_drafts
from drafter.storage.files import from_home
from drafter.tui.beginnings import templates
from drafter.tui.steps import ORDER, STEPS
from drafter.tui.texts import joined, styled
from drafter.tui.widgets.key_line import KeyLine
from drafter.tui.widgets.rows import Rows

_DRAFTS = 8


class StartScreen(Screen[None]):
    """One list: drafts, templates, a spec."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "打开", key_display="回车", priority=True),
        Binding("o", "open", "打开说明书"),
    ]

    def __init__(self, resume: Callable[[Path], None], begin: Callable[[str], None]) -> None:
        super().__init__()
        self._resume, self._begin = resume, begin
        self._doings: list[Callable[[], None]] = []

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Static(styled(" drafter 讲话提纲", "bold"), classes="bar")
        yield Rows()
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Show what can be begun or gone on with."""
        listed = [*map(self._draft, recent_drafts(user_drafts(), _DRAFTS)), *self._templates()]
        opening = _row("打开", "一份说明书", "自己写的或 drafter new 写的 .yaml 文件")
        listed.append((opening, self.action_open))
        self._doings = [doing for _, doing in listed]
        self.query_one(Rows).put([row for row, _ in listed])
        self.set_focus(self.query_one(Rows))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the row says."""
        self._doings[event.option_index]()

    def action_begin(self) -> None:
        """Do what the highlighted row says."""
        self._doings[self.query_one(Rows).at]()

    def action_open(self) -> None:
        """Ask for a spec and open it."""
        from drafter.tui.screens.asking import AskScreen  # the start is drawn without it

        def answered(name: str | None) -> None:
            if name:
                self._resume(from_home(name))

        hint = "写路径，例如 讲话.yaml"
        self.app.push_screen(AskScreen("打开说明书", "", hint, _check), answered)

    def _draft(self, recent: Recent) -> tuple[Content, Callable[[], None]]:
        said = recent.progress
        at = f"做到“{STEPS[said.step]}”，" if said.step in STEPS else ""
        far = f"{recent.changed:%Y-%m-%d %H:%M}  {at}完成 {len(said.done)}/{len(ORDER)} 步"
        title = said.title or recent.path.stem
        title += "（外面改的那一份）" if is_by_hand(recent.path) else ""
        return _row("继续", title, far), partial(self._resume, recent.path)

    def _templates(self) -> list[tuple[Content, Callable[[], None]]]:
        return [
            (_row("新写", each.title, each.description), partial(self._begin, each.name))
            for each in templates()
        ]


def _check(name: str) -> None:
    """Refuse a spec that cannot be opened, while its name can still be mended."""
    from drafter.tui.workshop import opened  # the start is drawn without it

    opened(from_home(name))


def _row(what: str, title: str, note: str) -> Content:
    head = joined((f"{what}  ", "bold $accent"), (title, "bold"))
    return Content("\n").join([head, styled(note, "$text-muted")])
