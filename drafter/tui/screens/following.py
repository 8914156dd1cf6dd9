"""A screen that follows its session, and the files that the session hangs on."""

from typing import ClassVar

from textual import work
from textual.screen import Screen
from textual.timer import Timer

from drafter.errors import DrafterError
from drafter.tui.keeper import Keeper
from drafter.tui.session import Session
from drafter.tui.watching import Watch
from drafter.tui.workshop import Desk, Workshop

_PAUSE = 0.03
"""Seconds without a change after which the outline follows."""


class FollowingScreen(Screen[None]):
    """Works the session out in a thread, so that no key waits for it."""

    LOOK: ClassVar[float] = 1.0
    """Seconds between looks at the files of phrases and templates."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._watch = Watch(keeper.workshop)
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

    async def taken_up(self, other: bool) -> None:
        """Show what the files now hold; an `other` template asks other questions."""

    def work_out_soon(self) -> None:
        """Work the session out when there has been no change for a moment."""
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self._work_out)

    def worked_out(self, desk: Desk) -> None:
        """Show `desk`, unless its session is no longer the one at hand."""
        if desk.session is self.session:
            self._desk = desk
            self.show_desk(desk)

    def begin_to_look(self) -> None:
        """Look at the files from now on."""
        self.set_interval(self.LOOK, self._look)

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
        if session is self.session:
            self.failed(error)

    def _look(self) -> None:
        if self._watch.has_news():
            self._load_again()

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
        await self.taken_up(other)
