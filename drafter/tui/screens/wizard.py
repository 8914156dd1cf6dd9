"""The wizard: step bar, the pane of the step at hand, the outline beside it."""

from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import ContentSwitcher, Input, Static, TextArea

from drafter.errors import DrafterError, InputError
from drafter.storage.drafts import DraftFile, draft_bytes
from drafter.tui import delivery
from drafter.tui.editing import edited
from drafter.tui.messages import Answered, Become, Explain, Go, GoOn, Point
from drafter.tui.panes.headings import HeadingsPane
from drafter.tui.panes.list_pane import ListPane
from drafter.tui.panes.meeting import MeetingPane
from drafter.tui.panes.pane import Pane
from drafter.tui.panes.parts import PartsPane
from drafter.tui.panes.points import PointsPane
from drafter.tui.panes.review import ReviewPane
from drafter.tui.screens.asking import AskScreen
from drafter.tui.screens.jumping import JumpScreen
from drafter.tui.screens.reading import ReadScreen
from drafter.tui.session import History, Session
from drafter.tui.steps import ENDING, HEADINGS, MEETING, OPENING, POINTS, REVIEW, beside
from drafter.tui.texts import closed_up, styled
from drafter.tui.watching import Stamp, stamp
from drafter.tui.widgets.key_line import KeyLine
from drafter.tui.widgets.line_editor import LineEditor
from drafter.tui.widgets.outline_view import OutlineView
from drafter.tui.widgets.step_bar import StepBar
from drafter.tui.workshop import Desk, Workshop, load_workshop, progress_of

_PAUSE = 0.03
"""Seconds without a change after which the outline follows."""
_WIDE = 100
"""Columns from which on the outline has room beside the step."""


class WizardScreen(Screen[None]):
    """Holds the one session; panes show it and ask for another."""

    LOOK: ClassVar[float] = 1.0
    """Seconds between looks at the files of phrases and templates."""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "step(1)", "下一步", key_display="F8"),
        Binding("f7", "step(-1)", "上一步", key_display="F7"),
        Binding("f3", "fill", "替我选", key_display="F3"),
        Binding("f2", "outline", "提纲", key_display="F2"),
        Binding("ctrl+z", "undo", "撤销", key_display="^Z", priority=True),
        Binding("ctrl+y", "redo", "重做", show=False, priority=True),
        Binding("f4", "editor", "用编辑器改", show=False),
        Binding("f5", "jump", "跳到", key_display="F5"),
        Binding("f6", "reseed", "换种子", show=False),
        Binding("f9", "deliver", "导出", show=False),
        Binding("ctrl+s", "keep", "保存", show=False, priority=True),
        Binding("f10", "leave", "回开始页", show=False),
    ]

    def __init__(self, workshop: Workshop, session: Session, file: DraftFile) -> None:
        super().__init__()
        self.workshop = workshop
        self._history = History(session)
        self._file = file
        self._desk: Desk | None = None
        self._pointed = ""
        self._pause: Timer | None = None
        self._fault = ""
        self._explained = ""
        self._afresh = True
        self._shows_outline = True
        self._stamp: Stamp = ()

    @property
    def session(self) -> Session:
        """Return the session at hand."""
        return self._history.now

    @property
    def is_settled(self) -> bool:
        """Tell whether the screen shows the session at hand."""
        return bool(self._fault) or (self._desk is not None and self._desk.session is self.session)

    def compose(self) -> ComposeResult:
        """Lay out the screen; panes come when their step does."""
        yield StepBar()
        with Horizontal(id="body"):
            yield ContentSwitcher(id="steps")
            yield OutlineView()
        yield Static("", id="status")
        yield KeyLine()

    async def on_mount(self) -> None:
        """Work the session out, and show its step."""
        self._worked_out(self.workshop.worked_out(self.session))
        await self._show_step()
        self._stamp = stamp(self.workshop)
        self.set_interval(self.LOOK, self._look)

    def on_unmount(self) -> None:
        """Write what is left to write."""
        self._file.close()

    # what the panes ask for

    def on_become(self, message: Become) -> None:
        """Take another session."""
        self.take(message.session, message.mark)

    def on_answered(self, message: Answered) -> None:
        """Take an answer, or keep what is typed until it is one."""
        if message.name == "minutes":
            self._take_minutes(str(message.said))
        elif not self.take(self.session.answer(message.name, message.said), message.name):
            self._keep(self.session.typing(message.name, message.text))

    def on_explain(self, message: Explain) -> None:
        """Show an explanation."""
        self._explained = message.text
        self._tell()

    def on_point(self, message: Point) -> None:
        """Mark the place in the outline."""
        self._pointed = message.text
        self.query_one(OutlineView).point(message.text)

    async def on_go(self, message: Go) -> None:
        """Go to a step."""
        await self.action_go(message.step)

    async def on_go_on(self, message: GoOn) -> None:
        """Go to the next step."""
        await self.action_step(1)

    # what keys do

    async def action_step(self, by: int) -> None:
        """Go to a neighbouring step."""
        await self.action_go(beside(self.session.step, by))

    async def action_go(self, step: str) -> None:
        """Go to a step."""
        self._keep(self.session.at(step))
        self._work_out_soon()
        await self._show_step()

    def action_jump(self) -> None:
        """Ask which step to go to."""

        def answered(step: str | None) -> None:
            if step:
                self.post_message(Go(step))

        self.app.push_screen(JumpScreen(self.session.step), answered)

    def action_fill(self) -> None:
        """Choose whatever is open in this step."""
        full = self.workshop.full(self.session)
        self.take(self.session.filled(full, self.session.step, self.workshop.parts))

    def action_reseed(self) -> None:
        """Let the next seed choose what is open."""
        self.take(self.session.reseeded())

    def action_undo(self) -> None:
        """Go one change back."""
        self._turn_to(self._history.undone())

    def action_redo(self) -> None:
        """Go one change on."""
        self._turn_to(self._history.redone())

    def action_keep(self) -> None:
        """Say that all is saved: it always is."""
        self._file.flush()
        self.say(f"已保存：{self._file.path.name}")

    def action_outline(self) -> None:
        """Show the outline: beside the step, or over the screen where it is narrow."""
        if self.size.width < _WIDE:
            if self._desk:
                self.app.push_screen(ReadScreen(self._desk, self._pointed))
            return
        self._shows_outline = not self._shows_outline
        self.query_one(OutlineView).set_class(not self._shows_outline, "away")

    def action_deliver(self) -> None:
        """Write the outline into a file."""
        if self._desk is None or self._fault:
            self.app.bell()
            return
        name = delivery.usual_name(self._desk.outline)
        hint = "后缀决定格式：.md .txt .json；旁边另存一份同名的说明书 .yaml"
        self.app.push_screen(AskScreen("导出到", name, hint, _Delivery(self).write))

    def action_editor(self) -> None:
        """Hand the text at hand to the editor of the user's choice."""
        pane = self._pane
        if not isinstance(self.focused, Input | TextArea) and isinstance(pane, ListPane):
            pane.action_edit()
        field = pane.query_one(LineEditor) if isinstance(pane, ListPane) else self.focused
        try:
            if isinstance(field, Input):
                field.value = " ".join(edited(self.app, field.value).split("\n"))
            elif isinstance(field, TextArea):
                field.text = edited(self.app, field.text)
        except DrafterError as error:
            self.say(str(error))

    def action_leave(self) -> None:
        """Go back to the start; everything is saved."""
        self.dismiss()

    # the session

    def take(self, session: Session, mark: str = "") -> bool:
        """Take `session` if its draft can be read again; else tell why not."""
        try:
            checked = self.workshop.checked(session)
        except InputError as error:
            self._fault = error.what
            self._tell()
            if self._pane:
                self._pane.follow(self.session)
            return False
        self._fault = ""
        self._history = self._history.then(checked, mark)
        self._changed()
        return True

    def _take_minutes(self, said: str) -> None:
        if not (said.isdecimal() and len(said) < 4) and said:
            self._fault = "讲话时长要写整数，例如 40"
            self._tell()
            self._keep(self.session.typing("minutes", said))
        else:
            self.take(self.session.plan(int(said or 0)), "minutes")

    def _turn_to(self, history: History) -> None:
        if history is self._history:
            self.say("没有可以撤销或重做的了")
            return
        self._history = history
        self._afresh, self._fault = True, ""
        self._changed()

    def _keep(self, session: Session) -> None:
        """Keep `session`, whose spec is the one at hand."""
        self._history = self._history.then(session)
        self._save()

    def _changed(self) -> None:
        self._save()
        pane = self._pane
        if pane:
            pane.follow(self.session)
        self._work_out_soon()

    def _save(self) -> None:
        title = delivery.title_of(self._desk.outline) if self._desk else ""
        progress = progress_of(self.session, title)
        self._file.save(draft_bytes(self.session.spec, progress))

    # what follows from it

    def _work_out_soon(self) -> None:
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self._work_out)

    @work(thread=True, exclusive=True)
    def _work_out(self) -> None:
        session = self.session
        try:
            desk = self.workshop.worked_out(session)
        except DrafterError as error:
            self.app.call_from_thread(self._failed, session, error)
        else:
            self.app.call_from_thread(self._worked_out, desk)

    def _failed(self, session: Session, error: DrafterError) -> None:
        if session is self.session:
            self._fault = error.what
            self._tell()

    def _worked_out(self, desk: Desk) -> None:
        if desk.session is not self.session:
            return
        was, self._desk = self._fault, desk
        self._fault = self._fault if self.session.unsettled else ""
        afresh, self._afresh = self._afresh, False
        self.query_one(StepBar).put(self.session.step, desk.states)
        view = self.query_one(OutlineView)
        view.put(desk.outline)
        if self._pane:
            self._pane.put(desk, afresh)
        if was != self._fault:
            self._tell()
        self.call_after_refresh(view.point, self._pointed)

    def say(self, text: str) -> None:
        """Tell `text` until there is something else to tell."""
        self.query_one("#status", Static).update(styled(text, "$text-success"))

    def _tell(self) -> None:
        said = styled(self._fault, "$text-error") if self._fault else None
        self.query_one("#status", Static).update(
            said or styled(closed_up(self._explained), "$text-muted")
        )

    # files changed in an editor meanwhile

    def _look(self) -> None:
        now = stamp(self.workshop)
        if now != self._stamp:
            self._stamp = now
            self._load_again()

    @work(thread=True, exclusive=True, group="files")
    def _load_again(self) -> None:
        try:
            workshop = load_workshop(Path(self.workshop.template.path))
            workshop.checked(self.session)
        except DrafterError as error:
            self.app.call_from_thread(self._refuse, error)
        else:
            self.app.call_from_thread(self.run_worker, self._take_up(workshop))

    def _refuse(self, error: DrafterError) -> None:
        self.say(f"{error}。改好以前，仍用原来的")

    async def _take_up(self, workshop: Workshop) -> None:
        """Go on with what the files now hold."""
        other = workshop.template != self.workshop.template
        self.workshop = workshop
        for pane in self.query(Pane):
            pane.workshop = workshop
            if other:
                await pane.remove()
        self._desk = workshop.worked_out(self.session)
        await self._show_step()
        self.say("短语和模板文件有改动，已经用上")

    # panes

    @property
    def _pane(self) -> Pane | None:
        try:
            return self.query_one(f"#{self.session.step}", Pane)
        except NoMatches:
            return None

    async def _show_step(self) -> None:
        switcher = self.query_one(ContentSwitcher)
        step = self.session.step
        if self._pane is None:
            await switcher.mount(self._made(step))
        switcher.current = step
        pane = self._pane
        if pane and self._desk:
            pane.put(self._desk, True)
            pane.follow(self.session)
            self.query_one(StepBar).put(step, self._desk.states)
            pane.begin()

    def _made(self, step: str) -> Pane:
        pane = {
            MEETING: MeetingPane,
            OPENING: lambda workshop: PartsPane(workshop, OPENING),
            HEADINGS: HeadingsPane,
            POINTS: PointsPane,
            ENDING: lambda workshop: PartsPane(workshop, ENDING),
            REVIEW: ReviewPane,
        }[step](self.workshop)
        pane.id = step
        return pane


class _Delivery:
    """Writes once it has been said that what is there may go."""

    def __init__(self, screen: WizardScreen) -> None:
        self._screen = screen
        self._told = ""

    def write(self, name: str) -> None:
        there = [path for path in delivery.targets(name) if path.exists()]
        if there and self._told != name:
            self._told = name
            names = "、".join(path.name for path in there)
            raise InputError(f"已有 {names}", remedy="再按一次回车就覆盖；或换一个名字")
        written = delivery.deliver(self._screen.workshop, self._screen.session, name)
        self._screen.say(f"已写入 {'、'.join(map(str, written))}")
