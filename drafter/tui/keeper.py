"""Keeps the one session: takes changes that can be saved, saves them, and takes them back."""

from pathlib import Path

from drafter.errors import DrafterError, InputError
from drafter.model.spec import Answer, Spec
from drafter.storage.drafts import DraftFile, Progress, draft_bytes, draft_in, has_remarks
from drafter.storage.files import read_bytes
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
        self._seen = b""
        """What was last found to be written into the draft by hand."""
        self._opened = session.spec
        """The spec as the file that it was opened from has it."""

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
        """Keep `session`, whose spec is the one at hand.

        For a mere step nothing is written over what somebody is writing by hand.
        """
        history = self._history.then(session)
        if self._is_mere_step(session) and self._is_by_hand:
            self._history = history
        else:
            self._put(history)

    def undo(self) -> bool:
        """Go one change back; tell whether there was one."""
        return self._turn(self._history.undone())

    def redo(self) -> bool:
        """Go one change on; tell whether there was one."""
        return self._turn(self._history.redone())

    def look(self) -> bool:
        """Take up what was written into the draft by hand; tell whether there was anything new.

        A DrafterError tells what is wrong with it.
        """
        data = self.file.by_hand()
        if data is None or data == self._seen:
            return False
        session = self._read(data, self.file.path.name)
        self._seen = data
        if not has_remarks(data):
            self.file.accept(data)
        before, self._history = self._history, self._history.then(session)
        return before.before is not self._history.before

    def look_at_spec(self, path: Path) -> bool:
        """Take up the spec that the session was opened from, if nothing was changed here since.

        A DrafterError tells what is wrong with it.
        """
        if not _same(self._opened, self.session.spec):
            return False
        session = self._read(read_bytes(path), path.name)
        self._opened = session.spec
        self._put(self._history.then(session))
        return True

    def _is_mere_step(self, session: Session) -> bool:
        now = self.session
        return session == now._replace(step=session.step, done=session.done)

    @property
    def _is_by_hand(self) -> bool:
        try:
            return self.file.by_hand() is not None
        except DrafterError:  # it cannot be read, but is there
            return True

    def _read(self, data: bytes, name: str) -> Session:
        """Return the session at hand with the spec in `data`."""
        file, progress = draft_in(data, name)
        said, now = self.workshop.session(file, progress), self.session
        if said.spec.template != now.spec.template:
            what, remedy = "模板换了，这里不能跟着换", "按 F10 回开始页，重新打开它"
            raise InputError(what, where=file.template[1], remedy=remedy)
        spec = now.spec if _same(said.spec, now.spec) else said.spec
        return now._replace(spec=spec, unsettled=said.unsettled)

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


def _same(one: Spec, other: Spec) -> bool:
    """Tell whether two specs say the same, wherever they were read."""
    return draft_bytes(one, Progress()) == draft_bytes(other, Progress())


def _minutes(said: str) -> int:
    if said and not (said.isdecimal() and len(said) <= _LONGEST):
        raise InputError("讲话时长要写整数，例如 40")
    return int(said or 0)
