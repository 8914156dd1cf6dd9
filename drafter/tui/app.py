"""The app: themes, commands, and which screen comes when."""

import gc
import os
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import App
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.scrollbar import ScrollBar, ScrollBarRender

from drafter.errors import DrafterError
from drafter.locations import user_data
from drafter.storage.settings import read_settings, write_settings
from drafter.tui import ambiguous
from drafter.tui.ambiguous import Narrowing
from drafter.tui.screens.start import StartScreen
from drafter.tui.steps import STEPS
from drafter.tui.themes import DARK, NAMES, themes, usual_variables
from drafter.tui.turns import Turn, Turns, Typed

if TYPE_CHECKING:
    from drafter.tui.opening import Failed
    from drafter.tui.screens.commanding import Command
    from drafter.tui.screens.wizard import WizardScreen

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
        Binding("f1", "help", "帮助", key_display="F1", priority=True),
        Binding("question_mark", "help", show=False),
        Binding("ctrl+p", "commands", "命令", key_display="^P", priority=True),
        Binding("ctrl+q", "quit", "退出", key_display="^Q", priority=True),
        Binding("ctrl+c", "quit", show=False),
    ]

    def __init__(self, spec: Path | None = None) -> None:
        super().__init__()
        self._spec = spec
        self._turns = Turns(self, self._typed)
        for theme in themes(self.console.color_system):
            self.register_theme(theme)
        ScrollBar.renderer = _PlainBar
        self._begin_in(_known(read_settings(user_data()).get("theme", "")))

    @property
    def is_settled(self) -> bool:
        """Tell whether all keys have done what they do."""
        return self._turns.is_idle or self.return_code is not None  # it is about to leave

    def get_default_screen(self) -> Screen[None]:
        """Return the start: no other screen is drawn before it."""
        return StartScreen(self.resume, self.begin)

    def get_driver_class(self) -> type[Driver]:
        """Return a driver that keeps columns straight in this terminal."""
        how = ambiguous.told(os.environ, read_settings(user_data()))
        return ambiguous.narrowing(super().get_driver_class(), how)

    @property
    def cursor_position(self) -> Offset:
        """Return where the terminal's cursor goes: input methods open their window there."""
        from drafter.tui.cursor import text_cursor

        return text_cursor(self.focused) if self.screen_stack else Offset()

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        """Take no place from a widget: it may have moved by the time it is drawn."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colours of the stylesheet before a theme is chosen."""
        return dict(usual_variables())

    async def on_event(self, event: events.Event) -> None:
        """Take what is typed in its turn."""
        if isinstance(event, (events.Key, events.Paste)) and not event.is_forwarded:
            await self._turns.take(event)
        else:
            await super().on_event(event)

    async def on_turn(self, turn: Turn) -> None:
        """Hear that a key has done all that it does."""
        await self._turns.back(turn)

    async def _typed(self, event: Typed) -> None:
        """Take wide letters, digits and marks for narrow ones, but in a text."""
        if isinstance(event, events.Key):
            from textual.widgets import Input, TextArea  # the start is drawn without them

            from drafter.tui.wide_keys import in_text, narrow_key

            in_a_text = isinstance(self.focused, (Input, TextArea))
            event = in_text(event) if in_a_text else narrow_key(event)
        await super().on_event(event)

    def on_cursor_position(self, event: events.CursorPosition) -> None:
        """Hear how wide the terminal draws a quotation mark."""
        if isinstance(self._driver, Narrowing) and self._driver.answered(event.x):
            self.refresh(layout=True)

    def on_mount(self) -> None:
        """Begin with a spec, or with the start."""
        self.theme_changed_signal.subscribe(self, lambda theme: self._remember("theme", theme.name))
        if self._spec:
            self.resume(self._spec)
        self.call_after_refresh(self._warm)

    def on_app_focus(self) -> None:
        """Look at the files when the user comes back, perhaps from an editor."""
        from drafter.tui.screens.following import FollowingScreen

        for screen in self.screen_stack:
            if isinstance(screen, FollowingScreen):
                screen.call_later(screen.look)

    def resume(self, path: Path) -> None:
        """Open a draft, or a spec as a new draft."""
        from drafter.tui.opening import resumed

        self._open(partial(resumed, path))

    def begin(self, template: str) -> None:
        """Begin a new draft."""
        from drafter.tui.opening import begun_anew

        self._open(partial(begun_anew, template))

    def commands(self) -> "Iterator[Command]":
        """Yield what can be done from the screen at hand."""
        from drafter.tui.screens.commanding import Command
        from drafter.tui.screens.wizard import WizardScreen

        screen = self.screen
        if isinstance(screen, WizardScreen):
            for step, name in STEPS.items():
                yield Command(f"到{name}", f"跳到“{name}”这一步", partial(screen.action_go, step))
            yield Command("替我选", "把这一步还空着的都选好", screen.action_fill)
            yield Command("换种子", "没有定的换一批", screen.action_reseed)
            yield Command("看提纲", "显示或收起提纲", screen.action_outline)
            yield Command("用编辑器改", "把光标所在的文字交给 EDITOR", screen.action_editor)
            yield Command("撤销", "退回上一步改动", screen.action_undo)
            yield Command("重做", "再做刚撤销的改动", screen.action_redo)
            yield Command("导出", "把提纲写进文件", screen.action_deliver)
            yield Command("回开始页", "另开一份", screen.action_leave)
        for name, said in NAMES.items():
            yield Command(f"{said}配色", "下次还用它", partial(self._dress, name))
        yield Command("字没对齐", "换一种画引号、破折号的办法，下次还用它", self._turn_width)
        yield Command("帮助", "这里能按哪些键", self.action_help)
        yield Command("退出", "不用保存，都已存好", self.exit)

    def action_commands(self) -> None:
        """Ask for a command and do it."""
        if isinstance(self.screen, ModalScreen):
            return

        from drafter.tui.screens.commanding import command_screen

        commands = list(self.commands())

        async def answered(number: int | None) -> None:
            done = None if number is None else commands[number].do()
            if done is not None:
                await done

        self.push_screen(command_screen(commands), answered)

    def action_help(self) -> None:
        """Show the help for this screen."""
        from drafter.tui.screens.helping import HelpScreen, help_for

        if isinstance(self.screen, HelpScreen):
            return
        self.push_screen(help_for(self.screen, _HELP))

    def action_nothing(self) -> None:
        """Do nothing: the key belongs to the list, and is only named here."""

    def _open(self, screen: "Callable[[Failed], WizardScreen]") -> None:
        from drafter.tui.opening import takes_long

        if takes_long():
            self.notify("正在读短语库…", markup=False)
            self._load(screen)
            return
        try:
            self.push_screen(screen(self._failed))
        except DrafterError as error:
            self._tell(error)

    @work(thread=True, exclusive=True, group="opening")
    def _load(self, screen: "Callable[[Failed], WizardScreen]") -> None:
        try:
            opened = screen(self._failed)
        except DrafterError as error:
            self.call_from_thread(self._tell, error)
        else:
            gc.freeze()  # to look for garbage among so much would hold up a key
            self.call_from_thread(self.push_screen, opened)

    @work(thread=True)
    def _warm(self) -> None:
        """Load what the first step needs while the user looks at the start."""
        import_module("drafter.tui.opening")
        gc.freeze()  # what was loaded stays: no collection need look at it
        gc.enable()

    def _failed(self, error: DrafterError) -> None:
        self.call_from_thread(self._tell, error)

    def _tell(self, error: DrafterError) -> None:
        self.notify(str(error), severity="error", timeout=10, markup=False)

    def _begin_in(self, theme: str) -> None:
        """Take `theme` before anything is drawn: to take it later reads all stylesheets twice."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode").set_class(not dark, "-light-mode")
        self.add_class(f"-theme-{theme}")

    def _dress(self, theme: str) -> None:
        self.theme = theme

    def _turn_width(self) -> None:
        if isinstance(self._driver, Narrowing):
            self._driver.turn()
            self._remember(ambiguous.SETTING, self._driver.how)
            self.refresh(layout=True)

    def _remember(self, name: str, said: str) -> None:
        try:
            write_settings(user_data(), {name: said})
        except DrafterError as error:
            self._tell(error)


def _known(theme: str) -> str:
    return theme if theme in NAMES else DARK
