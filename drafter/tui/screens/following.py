"""A screen that follows its session, and the files that the session hangs on."""

from asyncio import to_thread
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import work
from textual.screen import Screen
from textual.timer import Timer

from drafter.errors import DrafterError
from drafter.tui.deeds import Deed
from drafter.tui.keeper import Keeper
from drafter.tui.session import Session
from drafter.tui.watching import Watch
from drafter.tui.workshop import Desk, Workshop

T = TypeVar("T")
_PAUSE = 0.03
"""Seconds without a change after which the outline follows."""


class FollowingScreen(Screen[None]):
    """Works the session out in a thread, so that no key waits for it."""

    LOOK: ClassVar[float] = 1.0
    """Seconds between looks at the files of phrases and templates."""

    def __init__(self, keeper: Keeper, spec: Path | None = None) -> None:
        """Take the session to follow, and the file it was opened from."""
        super().__init__()
        self._keeper = keeper
        self._watch = Watch(keeper.workshop, None if spec == keeper.file.path else spec)
        self._desk: Desk | None = None
        self._pause: Timer | None = None

    @property
    def session(self) -> Session:
        """Return the session at hand."""
        return self._keeper.session

    @property
    def workshop(self) -> Workshop:
        """Return what the session is worked out with."""
        return self._keeper.workshop

    def show_desk(self, desk: Desk) -> None:
        """Show what the session makes."""

    def failed(self, error: DrafterError) -> None:
        """Tell why nothing can be made of the session."""

    def unread(self, error: DrafterError) -> None:
        """Tell what is wrong with a file."""

    def do(self, deed: Deed) -> None:
        """Do `deed` as a change like any other; a DrafterError tells why it cannot be done."""
        self._keeper.do(deed)
        self.changed()

    def turn(self, back: bool) -> bool:
        """Go one change back, or on; tell whether there was one."""
        found = self._keeper.undo() if back else self._keeper.redo()
        if found:
            self.changed(afresh=True)
        return found

    def changed(self, afresh: bool = False) -> None:
        """Follow another session; `afresh` even in a field that is being typed into."""

    async def taken_up(self, other: bool) -> None:
        """Show what the files now hold; an `other` template asks other questions."""

    async def slowly(self, work: Callable[[Session], T], session: Session) -> T:
        """Return what `work` makes of `session`; with many phrases a thread does it meanwhile."""
        return await to_thread(work, session) if self.workshop.is_large else work(session)

    def work_out_soon(self) -> None:
        """Work the session out when there has been no change for a moment."""
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self._work_out)

    def worked_out(self, desk: Desk) -> None:
        """Show `desk`, unless its session is no longer the one at hand, or the screen is left."""
        if desk.session is self.session and self._is_there:
            self._desk = desk
            self.show_desk(desk)

    @property
    def _is_there(self) -> bool:
        """Tell whether there is anything to show something in: the screen may have been left."""
        return self.is_attached and bool(self.children)

    def begin_to_look(self) -> None:
        """Look at the files from now on."""
        self.set_interval(self.LOOK, self.look)

    @work(thread=True, exclusive=True)
    def _work_out(self) -> None:
        session = self.session
        try:
            desk = self.workshop.worked_out(session)
        except DrafterError as error:
            self.app.call_from_thread(self._failed, session, error)
        else:
            self.app.call_from_thread(self.worked_out, desk)

    def _failed(self, session: Session, error: DrafterError) -> None:
        if session is self.session and self._is_there:
            self.failed(error)

    def spec_changed(self, path: Path) -> None:
        """Take up the file that the session was opened from, or tell that it has changed."""

    def draft_changed(self) -> None:
        """Show what was written into the draft by hand."""

    def draft_unread(self, error: DrafterError | None) -> None:
        """Tell what is wrong with what was written into the draft by hand, None if nothing is."""

    def look(self) -> None:
        """Look whether a file has changed that the session hangs on."""
        if self._watch.has_news():
            self._load_again()
        if spec := self._watch.changed_spec():
            self.spec_changed(spec)
        self.look_at_draft()

    def look_at_draft(self) -> None:
        """Take up what was written into the draft by hand."""
        try:
            has_changed = self._keeper.look()
        except DrafterError as error:
            self.draft_unread(error)
            return
        self.draft_unread(None)
        if has_changed:
            self.draft_changed()

    @work(thread=True, exclusive=True, group="files")
    def _load_again(self) -> None:
        try:
            workshop = self._watch.loaded(self.session)
            desk = workshop.worked_out(self.session)
        except DrafterError as error:
            self.app.call_from_thread(self.unread, error)
        else:
            self.app.call_from_thread(self.run_worker, self._take_up(workshop, desk))

    async def _take_up(self, workshop: Workshop, desk: Desk) -> None:
        other = workshop.template != self.workshop.template
        self._keeper.workshop = workshop
        self.worked_out(desk)
        if self._is_there:
            await self.taken_up(other)
        if desk.session is not self.session:
            self.work_out_soon()
