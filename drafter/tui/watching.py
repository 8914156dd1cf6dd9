"""Whether one of the files that a session hangs on has changed, and what they hold then."""

from collections.abc import Iterator
from pathlib import Path

from drafter.storage.bank_cache import State, state_of
from drafter.storage.layers import bank_layers
from drafter.storage.phrasebank import REJECTED
from drafter.tui.session import Session
from drafter.tui.workshop import Workshop, load_workshop


class Watch:
    """Looks at phrase files, rejections and the template of a session."""

    def __init__(self, workshop: Workshop) -> None:
        self._template = Path(workshop.template.path)
        self._kinds = workshop.template.plan.kinds
        self._seen = self._states()

    def has_news(self) -> bool:
        """Tell whether a file is not as it was at the last look."""
        seen, self._seen = self._seen, self._states()
        return seen != self._seen

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
        for layer in bank_layers():
            yield layer.folder / REJECTED
            yield from (layer.folder / f"{kind}.yaml" for kind in self._kinds)
