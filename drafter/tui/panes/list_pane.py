"""Panes that list choices, each of which can be edited in place or taken from a list."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from drafter.drafting.offers import Offer
from drafter.model.spec import Choice
from drafter.tui.editing import edited
from drafter.tui.flowing import Flowing
from drafter.tui.messages import Become, Explain, Point
from drafter.tui.panes.pane import Pane
from drafter.tui.screens.asked import Asked, Catalogue, Picked
from drafter.tui.screens.following import FollowingScreen
from drafter.tui.screens.picking import PickScreen
from drafter.tui.session import Session
from drafter.tui.texts import one_line, styled
from drafter.tui.widgets.line_editor import LineEditor
from drafter.tui.widgets.rows import Rows
from drafter.tui.workshop import Desk, Workshop

Change = Callable[[Choice], Session]
_NOTHING = "这个模板在这一步没有要选的：文字在“会议”和“通览”里改"
_NO_NEED = "这一步不用做什么；F8：下一步"
_WRITTEN = "这一步没有要选的：全文照原稿，在“通览”里逐行改"


class ListPane(Pane):
    """A head, rows, and an editor that opens below them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "usual", "改文字", key_display="回车", priority=True),
        Binding("e", "edit", "改文字", show=False),
        Binding("s,slash", "pick", "找短语"),
        Binding("x,delete", "clear", "交回种子", key_display="x", show=False),
    ]

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._before: Session | None = None
        self._change: Change | None = None
        self._mark = ""
        self._wanted: int | None = None
        """The row to be highlighted once it is there."""
        self._empty = False
        """Whether there is nothing to choose: the spec says it all."""

    def compose(self) -> ComposeResult:
        """Lay out head, rows and editor."""
        yield Static("", id="head")
        yield Rows()
        yield LineEditor()

    @property
    def rows(self) -> Rows:
        """Return the rows."""
        return self.query_one(Rows)

    @property
    def at(self) -> int:
        """Return the number of the highlighted row."""
        return self.rows.at

    def put(self, desk: Desk, afresh: bool) -> None:
        """Show `desk`; what is shown afresh is no longer edited."""
        if afresh and self.is_editing:
            self._close()
        super().put(desk, afresh)
        self._tell()

    def put_rows(self, rows: Sequence[Content]) -> None:
        """Show `rows`, with the one highlighted that was wanted last, else where the user is."""
        self.rows.put(rows, self._wanted)
        self._wanted = None
        if self._empty is bool(rows):
            self._empty = not rows
            self.refresh_bindings()
        if self._empty:
            self.head(Content(_WRITTEN if self.full.written else _NOTHING))

    def go_to(self, row: int) -> None:
        """Highlight `row` when the rows are shown next."""
        self._wanted = row

    def head(self, content: Content) -> None:
        """Show `content` above the rows."""
        head = self.query_one("#head", Static)
        head.update(Flowing(content))
        head.display = bool(content.plain)

    def on_mount(self) -> None:
        """Keep the editor away until it is wanted."""
        self.query_one(LineEditor).display = False
        self.head(Content())

    def begin(self) -> None:
        """Take the focus."""
        if not self.has_focus_within:
            self.screen.set_focus(self.rows)
        self._tell()

    def explain(self, at: int) -> str:
        """Return what there is to say of row `at`."""
        return self.HINT

    def pointed(self, at: int) -> str:
        """Return the text of row `at` as it stands in the outline."""
        return ""

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell what row is looked at."""
        event.stop()
        self._tell()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do the usual with a row."""
        event.stop()
        self.action_usual()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave all keys to the editor while it is open; without rows there is nothing to do."""
        return not ((self.is_editing or self._empty) and hasattr(self, f"action_{action}"))

    @property
    def is_editing(self) -> bool:
        """Tell whether the editor is open."""
        return self._change is not None

    def action_usual(self) -> None:
        """Do the usual with the highlighted row: edit it."""
        self.action_edit()

    def action_edit(self, row: int | None = None) -> None:
        """Edit a row, the highlighted one if none is named."""

    def action_pick(self) -> None:
        """Take the highlighted row from a list."""

    def action_clear(self) -> None:
        """Leave the highlighted row to the seed."""

    def edit(self, text: str, mark: str, change: Change) -> None:
        """Edit `text`; each keystroke is a change of the field called `mark`."""
        self._before, self._change, self._mark = self.session, change, mark
        editor = self.query_one(LineEditor)
        editor.display = True
        editor.begin(self.session.unsettled.get(mark, text))
        self.refresh_bindings()

    def hand_over(self) -> None:
        """Hand the highlighted text to the user's editor."""
        if not (self.is_editing or self._empty):
            self.action_edit()
        if self.is_editing:  # the focus may not be there yet
            editor = self.query_one(LineEditor)
            editor.text = one_line(edited(self.app, editor.text))

    def on_line_editor_edited(self, message: LineEditor.Edited) -> None:
        """Take what is there after each keystroke."""
        message.stop()
        if self._change:
            changed = self._change(Choice(message.text.strip()))
            self.become(changed, self._mark, message.text)

    def on_line_editor_done(self, message: LineEditor.Done) -> None:
        """Close the editor."""
        message.stop()
        self._close()

    def on_line_editor_given_up(self, message: LineEditor.GivenUp) -> None:
        """Close the editor and put back what was there."""
        message.stop()
        if self._before:
            self.post_message(Become(self._before, self._mark))
        self._close()

    def pick(
        self,
        title: str,
        catalogues: Sequence[Catalogue],
        taken: Callable[[list[Offer]], int],
        several: bool = False,
        edit: Callable[[int], None] | None = None,
    ) -> None:
        """Offer what may stand here; `taken` is given what is picked, and returns its row.

        What is to be edited before it is used goes to `edit`, by its row.
        """
        screen = self.screen
        assert isinstance(screen, FollowingScreen)
        template = Path(self.workshop.template.path)
        asked = Asked(title, catalogues, template, several, self.workshop.is_large)

        def answered(picked: Picked | None) -> None:
            if picked:
                at = taken(picked.offers)
                if picked.edit:
                    (edit or self.action_edit)(at)

        self.app.push_screen(PickScreen(asked, screen), answered)

    def _close(self) -> None:
        self._change = self._before = None
        self.query_one(LineEditor).display = False
        self.screen.set_focus(self.rows)
        self._tell()

    def _tell(self) -> None:
        if not self.is_editing:  # the editor has told what it does
            self.post_message(Explain(_NO_NEED if self._empty else self.explain(self.at)))
        self.post_message(Point(self.pointed(self.at)))


def row(head: Sequence[tuple[str, str]], text: str, note: str = "") -> Content:
    """Return a row: a head line, the text, and a quiet remark."""
    parts = [styled(said, style) for said, style in head if said]
    lines = [Content(" ").join(parts)] if parts else []
    lines.append(styled(text))
    lines += [styled(each, "$text-muted") for each in note.split("\n") if each]
    return Content("\n").join(lines)
