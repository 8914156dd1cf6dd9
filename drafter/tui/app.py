"""The app: themes, commands, and which screen comes when."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.widgets import Input, TextArea

from drafter.errors import DrafterError
from drafter.locations import user_data, user_drafts
from drafter.model.folding import folded
from drafter.storage.drafts import DraftFile, new_draft
from drafter.storage.settings import read_settings, write_settings
from drafter.tui.keeper import Keeper
from drafter.tui.panes.pane import Pane
from drafter.tui.screens.commanding import Command, CommandScreen
from drafter.tui.screens.helping import HelpScreen
from drafter.tui.screens.start import StartScreen
from drafter.tui.screens.wizard import WizardScreen
from drafter.tui.session import Session
from drafter.tui.steps import STEPS
from drafter.tui.themes import DARK, NAMES, THEMES
from drafter.tui.workshop import Workshop, begun, opened

_HELP = """\
六步走完一份提纲：会议、开场、标题、分论点、结尾、通览。
不填的都有现成的，F8 一路走到底就是一份完整的提纲。
每一步都可以跳去再回来，改了什么立刻存下，Ctrl+Z 一直可以撤销；随时可以关掉，下次接着写。"""


class _PlainBar(ScrollBarRender):
    """A scroll bar of blanks: block characters are two cells wide in some terminals."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


class DrafterApp(App[None]):
    """The wizard."""

    CSS_PATH = "drafter.tcss"
    TITLE = "drafter"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "帮助", key_display="F1"),
        Binding("ctrl+p", "commands", "命令", key_display="^P", priority=True),
        Binding("ctrl+q", "quit", "退出", key_display="^Q", priority=True),
        Binding("ctrl+c", "quit", show=False),
    ]

    def __init__(self, spec: Path | None = None) -> None:
        super().__init__()
        self._spec = spec
        for theme in THEMES:
            self.register_theme(theme)
        ScrollBar.renderer = _PlainBar

    async def on_event(self, event: events.Event) -> None:
        """Take wide letters and digits for narrow ones, but in a text."""
        if isinstance(event, events.Key) and not isinstance(self.focused, (Input, TextArea)):
            event = _narrow(event)
        await super().on_event(event)

    def on_mount(self) -> None:
        """Begin with a spec, or with the start."""
        self.theme = _known(read_settings(user_data()).get("theme", ""))
        self.theme_changed_signal.subscribe(self, lambda theme: self._remember(theme.name))
        self.push_screen(StartScreen(self.resume, self.begin))
        if self._spec:
            self.resume(self._spec)

    def resume(self, path: Path) -> None:
        """Open a draft, or a spec as a new draft."""
        own = path.parent.resolve() == user_drafts().resolve()
        try:
            workshop, session = opened(path)
            self._open(workshop, session, path if own else _place(path.stem))
        except DrafterError as error:
            self._tell(error)

    def begin(self, template: str) -> None:
        """Begin a new draft."""
        try:
            workshop, session = begun(template)
            self._open(workshop, session, _place(workshop.template.title))
        except DrafterError as error:
            self._tell(error)

    def commands(self) -> Iterator[Command]:
        """Yield what can be done from the screen at hand."""
        screen = self.screen
        if isinstance(screen, WizardScreen):
            for step, name in STEPS.items():
                yield Command(f"到{name}", f"跳到“{name}”这一步", partial(screen.action_go, step))
            yield Command("替我选", "把这一步还空着的都选好", screen.action_fill)
            yield Command("换种子", "没有定的换一批", screen.action_reseed)
            yield Command("看提纲", "显示或收起提纲", screen.action_outline)
            yield Command("导出", "把提纲写进文件", screen.action_deliver)
            yield Command("回开始页", "另开一份", screen.action_leave)
        for name, said in NAMES.items():
            yield Command(f"{said}配色", "下次还用它", partial(self._dress, name))
        yield Command("帮助", "这里能按哪些键", self.action_help)
        yield Command("退出", "不用保存，都已存好", self.exit)

    def action_commands(self) -> None:
        """Ask for a command and do it."""
        if isinstance(self.screen, ModalScreen):
            return

        async def answered(command: Command | None) -> None:
            done = command.do() if command else None
            if done is not None:
                await done

        self.push_screen(CommandScreen(list(self.commands())), answered)

    def action_help(self) -> None:
        """Show the help for this screen."""
        if isinstance(self.screen, HelpScreen):
            return
        keys = [
            (self.get_key_display(active.binding), active.binding.description)
            for active in self.screen.active_bindings.values()
            if active.enabled and not active.binding.description.isascii()
        ]
        hints = [p.HINT for p in self.screen.query(Pane) if p.display and p.HINT]
        self.push_screen(HelpScreen("\n\n".join([*hints, _HELP]), list(dict.fromkeys(keys))))

    def action_nothing(self) -> None:
        """Do nothing: the key belongs to the list, and is only named here."""

    def _open(self, workshop: Workshop, session: Session, path: Path) -> None:
        file = DraftFile(path, lambda error: self.call_from_thread(self._tell, error))
        self.push_screen(WizardScreen(Keeper(workshop, session, file)))

    def _tell(self, error: DrafterError) -> None:
        self.notify(str(error), severity="error", timeout=10, markup=False)

    def _dress(self, theme: str) -> None:
        self.theme = theme

    def _remember(self, theme: str) -> None:
        try:
            write_settings(user_data(), {"theme": theme})
        except DrafterError as error:
            self._tell(error)


def _narrow(event: events.Key) -> events.Key:
    """Return the key whose wide twin an input method typed."""
    character = event.character or ""
    narrow = " " if character == "\u3000" else folded(character)
    if narrow == character.lower() or len(narrow) != 1:
        return event
    return events.Key("space" if narrow == " " else narrow, narrow)


def _place(name: str) -> Path:
    return new_draft(user_drafts(), name, datetime.now())


def _known(theme: str) -> str:
    return theme if theme in NAMES else DARK
