"""A screen that tells what has become of the files that its session hangs on."""

from pathlib import Path

from drafter.errors import DrafterError
from drafter.tui.screens.following import FollowingScreen
from drafter.tui.widgets.notes import ASIDE, DRAFT, FILES, SPEC, Notes
from drafter.tui.widgets.status_line import StatusLine


class TellingScreen(FollowingScreen):
    """Has notes for what lasts, and a status line for what is done."""

    @property
    def status(self) -> StatusLine:
        """Return the status line."""
        return self.query_one(StatusLine)

    def unread(self, error: DrafterError) -> None:
        """Tell what is wrong with a file, until it is mended."""
        self.query_one(Notes).put(FILES, f"{error}。改好以前，仍用原来的")

    def spec_changed(self, path: Path) -> None:
        """Take up the file that the session was opened from, or tell that it has changed."""
        try:
            taken = self._keeper.look_at_spec(path)
        except DrafterError as error:
            self.query_one(Notes).put(SPEC, f"{error}。改好以前，仍用原来的")
            return
        said = f"{path.name} 在外面改过，这里没有跟着变（F10 回开始页可以重新打开它）"
        self.query_one(Notes).put(SPEC, "" if taken else said)
        if taken:
            self._tell_taken_up(path.name)

    def draft_changed(self) -> None:
        """Show what was written into the draft by hand."""
        self._tell_taken_up("草稿")

    def draft_unread(self, error: DrafterError | None) -> None:
        """Tell what is wrong with the draft, and where a version by hand has gone."""
        said = f"{error}。改好以前，仍用原来的；在这里再改，外面那一份就另存在旁边"
        self.query_one(Notes).put(DRAFT, said if error else "")
        if beside := self._keeper.file.kept_beside:
            self.query_one(Notes).put(ASIDE, f"外面改的草稿另存为 {beside.name}，开始页能打开")

    def _tell_taken_up(self, name: str) -> None:
        self.changed(afresh=True)
        self.status.say(f"{name}在外面改过，已经换成改过的（^Z 退回原来的）")
