"""The wizard: step bar, the pane of the step at hand, the outline beside it."""

from contextlib import nullcontext
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.css.query import NoMatches
from textual.widgets import ContentSwitcher

from drafter.errors import DrafterError
from drafter.model.spec import Spec
from drafter.tui import delivery
from drafter.tui.keeper import Keeper
from drafter.tui.messages import Answered, Become, Explain, Go, Point
from drafter.tui.panes.making import pane_for
from drafter.tui.panes.pane import Pane
from drafter.tui.screens.delivering import ask_and_deliver
from drafter.tui.screens.finding import FindScreen
from drafter.tui.screens.jumping import JumpScreen
from drafter.tui.screens.reading import ReadScreen
from drafter.tui.screens.telling import TellingScreen
from drafter.tui.session import Session
from drafter.tui.steps import MEETING, ORDER, REVIEW, beside, wants
from drafter.tui.undone import place_of_change
from drafter.tui.widgets.key_line import KeyLine
from drafter.tui.widgets.notes import FILES, Notes
from drafter.tui.widgets.outline_view import OutlineView
from drafter.tui.widgets.status_line import StatusLine
from drafter.tui.widgets.step_bar import StepBar
from drafter.tui.workshop import Desk

_WIDE = 100
"""Columns from which on the outline has room beside the step."""


class WizardScreen(TellingScreen):
    """Shows the one session; panes ask for another."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f8", "step(1)", "下一步", key_display="F8"),
        Binding("f7", "step(-1)", "上一步", key_display="F7", show=False),
        Binding("f3", "fill", "替我选", key_display="F3"),
        Binding("f2", "outline", "提纲", key_display="F2"),
        Binding("ctrl+z", "undo", "撤销", key_display="^Z", priority=True),
        Binding("ctrl+y", "redo", "重做", key_display="^Y", show=False, priority=True),
        Binding("f4", "editor", "用编辑器改", key_display="F4", show=False),
        Binding("f5", "jump", "跳到", key_display="F5"),
        Binding("f6", "reseed", "没有定的换一批", key_display="F6", show=False),
        Binding("f9", "deliver", "导出", key_display="F9", show=False),
        Binding("ctrl+s", "keep", "保存", key_display="^S", show=False, priority=True),
        Binding("f10", "leave", "回开始页", key_display="F10", show=False),
        *(Binding(str(n), f"go('{step}')", show=False) for n, step in enumerate(ORDER, 1)),
    ]

    def __init__(self, keeper: Keeper, spec: Path | None = None) -> None:
        super().__init__(keeper, spec)
        self._pointed = ""
        self._afresh = True

    @property
    def is_settled(self) -> bool:
        """Tell whether the screen shows the session at hand."""
        shown = self._desk is not None and self._desk.session is self.session
        return shown or (self.is_mounted and bool(self.status.fault))

    def compose(self) -> ComposeResult:
        """Lay out the screen; panes come when their step does."""
        yield StepBar()
        with Horizontal(id="body"):
            yield ContentSwitcher(id="steps")
            yield OutlineView()
        yield Notes()
        yield StatusLine("", id="status")
        yield KeyLine()

    async def on_mount(self) -> None:
        """Work the session out, and show its step."""
        self.worked_out(await self.slowly(self.workshop.worked_out, self.session))
        if self.is_attached:  # nobody has left it meanwhile
            await self._show_step()
            self.begin_to_look()

    def on_screen_resume(self) -> None:
        """Make room for the size that the terminal has come to have."""
        self.set_class(self.app.size.width < _WIDE, "-narrow")

    def on_unmount(self) -> None:
        """Write what is left to write."""
        self._keeper.file.close()

    # what the panes ask for

    def on_become(self, message: Become) -> None:
        """Take another session."""
        if not self.take(message.session, message.mark) and message.typed:
            self._keeper.keep(self.session.typing(message.mark, message.typed))

    def on_answered(self, message: Answered) -> None:
        """Take an answer, or keep what is typed until it is one."""
        try:
            self._keeper.answer(message.name, message.said)
        except DrafterError as error:
            self._refuse(error)
            self._keeper.keep(self.session.typing(message.name, message.text))
        else:
            self.changed()

    def on_explain(self, message: Explain) -> None:
        """Show an explanation."""
        self.status.explain(message.text)

    def on_point(self, message: Point) -> None:
        """Mark the place in the outline."""
        self._pointed = message.text
        self.query_one(OutlineView).point(message.text)

    async def on_go(self, message: Go) -> None:
        """Go to a step, and there to a place."""
        await self.action_go(message.step)
        if message.place and self._pane:
            self._pane.look_at(message.place)

    async def on_go_on(self) -> None:
        """Go to the next step."""
        await self.action_step(1)

    # what keys do

    async def action_step(self, by: int) -> None:
        """Go to a neighbouring step."""
        await self.action_go(beside(self.session.step, by))

    async def action_go(self, step: str) -> None:
        """Go to a step."""
        self.look_at_draft()  # to go there writes, but is no change
        self._keeper.keep(self.session.at(step))
        self.work_out_soon()
        await self._show_step()

    def action_jump(self) -> None:
        """Ask which step to go to."""

        def answered(step: str | None) -> None:
            if step:
                self.post_message(Go(step))

        self.app.push_screen(JumpScreen(self.session.step), answered)

    async def action_fill(self) -> None:
        """Choose whatever is open in this step."""
        before = self.session
        full = await self.slowly(self.workshop.full, before)
        if self.take(before.filled(full, before.step, self.workshop.parts)):
            self.status.say(self._told_filled(before, full))

    def _told_filled(self, before: Session, full: Spec) -> str:
        """Return what was chosen of what was open, and what could not be."""
        is_whole = before.step in (MEETING, REVIEW)
        where = "各步" if is_whole else "这一步"
        if wants(before.step, self.workshop.parts, full):
            return f"{where}还有空着的：短语库里没有合用的，请自己写"
        if before.spec == self.session.spec:
            return f"{where}没有空着的"
        return f"{where}空着的都选好了（^Z 撤销，{'到各步' if is_whole else ''}n 或 s 另选）"

    def action_reseed(self) -> None:
        """Let the next seed choose what is open."""
        self.take(self.session.reseeded())

    def action_undo(self) -> None:
        """Go one change back."""
        self._turn(True)

    def action_redo(self) -> None:
        """Go one change on."""
        self._turn(False)

    def action_keep(self) -> None:
        """Say that all is saved: it always is."""
        self._keeper.file.flush()
        self.status.say(f"已保存：{self._keeper.file.path.name}")

    def action_outline(self) -> None:
        """Show the outline: beside the step, or over the screen where it is narrow."""
        if self.size.width >= _WIDE:
            self.query_one(OutlineView).toggle_class("away")
        elif self._desk:
            self.app.push_screen(ReadScreen(self._desk, self._pointed))

    def action_deliver(self) -> None:
        """Write the outline into a file."""
        if self._desk is None or self.status.fault:
            self.app.bell()
        else:
            ask_and_deliver(self.app, self._keeper, self._desk.outline, self.status.say)

    def action_editor(self) -> None:
        """Hand the text at hand to the editor of the user's choice."""
        try:
            if self._pane:
                self._pane.hand_over()
        except DrafterError as error:
            self.status.say(str(error))

    def action_leave(self) -> None:
        """Go back to the start; everything is saved."""
        self.dismiss()

    # the session, and what follows from it

    def _turn(self, back: bool) -> None:
        try:
            found = self.turn(back)
        except DrafterError as error:
            self.status.say(str(error))
            return
        if not found:
            self.status.say("没有可以撤销的了" if back else "没有可以重做的了")

    def take(self, session: Session, mark: str = "") -> bool:
        """Take `session` if its draft can be read again; else tell why not."""
        try:
            self._keeper.take(session, mark)
        except DrafterError as error:
            self._refuse(error)
            return False
        self.changed()
        return True

    def _refuse(self, error: DrafterError) -> None:
        self.status.complain(error.what)
        if self._pane:
            self._pane.follow(self.session)

    def changed(self, afresh: bool = False) -> None:
        """Follow another session."""
        self._afresh = self._afresh or afresh
        self.status.complain("")
        if self._pane:
            self._pane.follow(self.session)
        self.work_out_soon()

    def show_desk(self, desk: Desk) -> None:
        """Show what the session makes."""
        self._keeper.title = delivery.title_of(desk.outline)
        afresh, self._afresh = self._afresh, False
        self.query_one(StepBar).put(self.session.step, desk.states)
        view = self.query_one(OutlineView)
        view.put(desk.outline, desk.full)
        if self._pane:
            with place_of_change(self._pane) if afresh else nullcontext():
                self._pane.put(desk, afresh)
        self.call_after_refresh(lambda: view.point(self._pointed))

    def failed(self, error: DrafterError) -> None:
        """Tell why nothing can be made of the session."""
        self.status.complain(error.what)

    async def taken_up(self, other: bool) -> None:
        """Show what the files now hold."""
        self.query_one(Notes).put(FILES, "")
        for pane in self.query(Pane):
            pane.workshop = self.workshop
            if other:
                await pane.remove()
        await self._show_step(afresh=other)
        for screen in self.app.screen_stack:
            if isinstance(screen, FindScreen):
                screen.renew()
        self.status.say("短语和模板文件有改动，已经用上")

    # panes

    @property
    def _pane(self) -> Pane | None:
        try:
            return self.query_one(f"#{self.session.step}", Pane)
        except NoMatches:
            return None

    async def _show_step(self, afresh: bool = True) -> None:
        switcher = self.query_one(ContentSwitcher)
        step = self.session.step
        if self._pane is None:
            await switcher.mount(pane_for(step, self.workshop, self.session.spec))
        switcher.current = step
        self.set_class(step == REVIEW, "-whole")
        pane = self._pane
        if pane and self._desk:
            pane.put(self._desk, afresh)
            pane.follow(self.session)
            self.query_one(StepBar).put(step, self._desk.states)
            pane.begin()
