"""What all panes have in common."""

from typing import ClassVar

from textual.containers import Vertical
from textual.widgets import Input, TextArea

from drafter.model.spec import Spec
from drafter.tui.editing import edited
from drafter.tui.messages import Become
from drafter.tui.places import Place
from drafter.tui.session import Session
from drafter.tui.texts import one_line
from drafter.tui.workshop import Desk, Workshop


class Pane(Vertical):
    """Shows one step of the session at hand, and asks for other sessions."""

    HINT: ClassVar[str] = ""
    """What is done here, in one line."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self.workshop = workshop
        self._desk: Desk | None = None
        self._session: Session | None = None
        self._full: tuple[Spec, Spec] | None = None

    @property
    def desk(self) -> Desk:
        """Return what was last worked out; the pane is shown only after that."""
        assert self._desk is not None
        return self._desk

    @property
    def session(self) -> Session:
        """Return the session at hand, which may not have been worked out yet."""
        return self._session or self.desk.session

    @property
    def full(self) -> Spec:
        """Return the spec at hand with every choice made."""
        spec = self.session.spec
        if spec is self.desk.session.spec:
            return self.desk.full
        if self._full is None or self._full[0] is not spec:
            self._full = spec, self.workshop.full(self.session)
        return self._full[1]

    @property
    def settled(self) -> Session:
        """Return the session at hand with every topic and heading."""
        session = self.session
        return session if session.is_settled else session.settled(self.full)

    def follow(self, session: Session) -> None:
        """Take `session` as the one at hand; what comes of it is still to be worked out."""
        self._session = session

    def put(self, desk: Desk, afresh: bool) -> None:
        """Show `desk`; `afresh` even in a field that is being typed into."""
        self._desk, self._session = desk, desk.session
        self.show(afresh)

    def show(self, afresh: bool) -> None:
        """Show the desk."""

    def begin(self) -> None:
        """Take the focus."""

    def look_at(self, place: Place) -> None:
        """Put the focus on `place`."""

    def become(self, session: Session, mark: str = "", typed: str = "") -> None:
        """Ask for `session`; the next key works with it, even before it is granted."""
        self.follow(session)
        self.post_message(Become(session, mark, typed))

    def hand_over(self) -> None:
        """Hand the text that has the focus to the user's editor, and take it back."""
        field = self.screen.focused
        if isinstance(field, Input):
            field.value = one_line(edited(self.app, field.value))
        elif isinstance(field, TextArea):
            field.text = edited(self.app, field.text)
