"""Whether one of the files that a session hangs on has changed, and what they hold then."""

from collections.abc import Iterator
from pathlib import Path

from drafter.locations import shipped_phrasebank
from drafter.storage.bank.cache import State, state_of
from drafter.storage.bank.layers import bank_layers
from drafter.storage.bank.phrasebank import REJECTED
from drafter.tui.session import Session
from drafter.tui.workshop import Workshop, load_workshop


class Watch:
    """Looks at phrase files, rejections and the template of a session."""

    def __init__(self, workshop: Workshop, spec: Path | None = None) -> None:
        """Take the workshop, and the file that the session was opened from."""
        self._template = Path(workshop.template.path)
        self._kinds = workshop.template.plan.kinds
        self._seen = self._states()
        self._spec = spec
        self._spec_state = state_of(spec) if spec else None

    def has_news(self) -> bool:
        """Tell whether a file is not as it was at the last look."""
        seen, self._seen = self._seen, self._states()
        return seen != self._seen

    def changed_spec(self) -> Path | None:
        """Return the file that the session was opened from, if it has changed since the last look.

        The session goes on as it is: its own draft holds it.
        """
        if self._spec is None:
            return None
        before, self._spec_state = self._spec_state, state_of(self._spec)
        return None if before == self._spec_state else self._spec

    def loaded(self, session: Session) -> Workshop:
        """Return the workshop that the files now make; a DrafterError tells what is wrong.

        One that `session` does not fit in is refused too.
        """
        workshop = load_workshop(self._template)
        workshop.checked(session)
        self._kinds = workshop.template.plan.kinds
        return workshop

    def _states(self) -> dict[Path, State | None]:
        return {path: state_of(path) for path in self._files()}

    def _files(self) -> Iterator[Path]:
        yield self._template
        yield shipped_phrasebank() / "vocabulary.yaml"
        for layer in bank_layers():
            yield layer.folder / REJECTED
            yield from (layer.folder / f"{kind}.yaml" for kind in self._kinds)
