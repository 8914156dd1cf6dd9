"""Keeps the one session: takes changes that can be saved, saves them, and takes them back."""

from drafter.errors import InputError
from drafter.model.spec import Answer
from drafter.storage.drafts import DraftFile, draft_bytes
from drafter.tui.deeds import Deed, follow
from drafter.tui.session import History, Session
from drafter.tui.workshop import Workshop, progress_of

MINUTES = "minutes"
"""The field for the length of the speech, which is no question of the template."""
_LONGEST = 3


class Keeper:
    """Holds the history of a session; whatever it holds is in the file, or on its way there."""

    def __init__(self, workshop: Workshop, session: Session, file: DraftFile) -> None:
        self.workshop = workshop
        self.file = file
        self.title = ""
        """Title of the speech, by which the start screen names the draft."""
        self._history = History(session)

    @property
    def session(self) -> Session:
        """Return the session at hand."""
        return self._history.now

    def take(self, session: Session, mark: str = "") -> None:
        """Take `session`; if its draft could not be read again, an InputError tells why."""
        checked = self.workshop.checked(session).forget(mark)
        self._put(self._history.then(checked, mark))

    def do(self, deed: Deed) -> None:
        """Do `deed`; a DrafterError tells why it cannot be done."""
        self._put(self._history.then(self.session.doing(deed)))

    def answer(self, name: str, said: Answer) -> None:
        """Take an answer; an InputError tells why it is none."""
        if name == MINUTES:
            self.take(self.session.plan(_minutes(str(said))), name)
        else:
            self.take(self.session.answer(name, said), name)

    def keep(self, session: Session) -> None:
        """Keep `session`, whose spec is the one at hand."""
        self._put(self._history.then(session))

    def undo(self) -> bool:
        """Go one change back; tell whether there was one."""
        return self._turn(self._history.undone())

    def redo(self) -> bool:
        """Go one change on; tell whether there was one."""
        return self._turn(self._history.redone())

    def _turn(self, history: History) -> bool:
        found = history is not self._history
        if found:
            self._put(history)
        return found

    def _put(self, history: History) -> None:
        follow(self.session.deeds, history.now.deeds)
        self._history = history
        progress = progress_of(self.session, self.title)
        self.file.save(draft_bytes(self.session.spec, progress))


def _minutes(said: str) -> int:
    if said and not (said.isdecimal() and len(said) <= _LONGEST):
        raise InputError("讲话时长要写整数，例如 40")
    return int(said or 0)
