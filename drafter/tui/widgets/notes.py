"""What the user has to know of files, for as long as it is so."""

from typing import Final

from textual.widgets import Static

from drafter.tui.flowing import Flowing
from drafter.tui.texts import closed_up, styled

FILES: Final = "files"
"""What is wrong with a phrase or template file."""
SPEC: Final = "spec"
"""What has become of the file that the session was opened from."""
DRAFT: Final = "draft"
"""What is wrong with what was written into the draft by hand."""
ASIDE: Final = "aside"
"""Where the version by hand has gone that was written over."""


class Notes(Static):
    """One note a subject; without any it takes no room."""

    DEFAULT_CSS = "Notes { height: auto; max-height: 4; padding: 0 1; display: none; }"

    def __init__(self) -> None:
        super().__init__("")
        self._notes: dict[str, str] = {}

    def put(self, subject: str, text: str) -> None:
        """Tell `text` of `subject`; an empty one says that all is well."""
        if self._notes.get(subject, "") == text:
            return
        self._notes[subject] = text
        told = [each for each in self._notes.values() if each]
        self.update(Flowing(styled(closed_up("；".join(told)), "$text-error")))
        self.display = bool(told)
