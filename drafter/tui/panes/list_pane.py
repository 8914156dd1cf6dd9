"""Panes that list choices, each of which can be edited in place or taken from a list."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from drafter.drafting.offers import Offer
from drafter.model.spec import Choice
from drafter.tui.messages import Become, Explain, Point
from drafter.tui.panes.pane import Pane
from drafter.tui.screens.picking import Catalogue, Picked, PickScreen
from drafter.tui.session import Session
from drafter.tui.texts import styled
from drafter.tui.widgets.line_editor import LineEditor
from drafter.tui.widgets.rows import Rows
from drafter.tui.workshop import Workshop

Change = Callable[[Choice], Session]


class ListPane(Pane):
    """A head, rows, and an editor that opens below them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "usual", "改文字", key_display="回车", priority=True),
        Binding("e", "edit", "改文字", show=False),
        Binding("s", "pick", "找短语"),
        Binding("x,delete", "clear", "清", show=False),
    ]

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._before: Session | None = None
        self._change: Change | None = None
        self._mark = ""

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

    def head(self, content: Content) -> None:
        """Show `content` above the rows."""
        head = self.query_one("#head", Static)
        head.update(content)
        head.display = bool(content.plain)

    def on_mount(self) -> None:
        """Keep the editor away until it is wanted."""
        self.query_one(LineEditor).display = False
        self.head(Content())

    def begin(self) -> None:
        """Take the focus."""
        if not self.has_focus_within:
            self.rows.focus()
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
        """Leave all keys to the editor while it is open."""
        return not (self.is_editing and hasattr(self, f"action_{action}"))

    @property
    def is_editing(self) -> bool:
        """Tell whether the editor is open."""
        return self._change is not None

    def action_usual(self) -> None:
        """Do the usual with the highlighted row: edit it."""
        self.action_edit()

    def action_edit(self) -> None:
        """Edit the highlighted row."""

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
        if not self.is_editing:
            self.action_edit()
        super().hand_over()

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
        self, title: str, catalogues: Sequence[Catalogue], taken: Callable[[list[Offer]], None]
    ) -> None:
        """Offer what may stand here; what is picked is handed to `taken`."""

        def answered(picked: Picked | None) -> None:
            if picked:
                taken(picked.offers)
            if picked and picked.edit:
                self.action_edit()

        self.app.push_screen(PickScreen(title, catalogues), answered)

    def _close(self) -> None:
        self._change = self._before = None
        self.query_one(LineEditor).display = False
        self.rows.focus()

    def _tell(self) -> None:
        self.post_message(Explain(self.explain(self.at)))
        self.post_message(Point(self.pointed(self.at)))


def row(head: Sequence[tuple[str, str]], text: str, note: str = "") -> Content:
    """Return a row: a head line, the text, and a quiet remark."""
    parts = [styled(said, style) for said, style in head if said]
    lines = [Content(" ").join(parts)] if parts else []
    lines.append(styled(text))
    if note:
        lines.append(styled(note, "$text-muted"))
    return Content("\n").join(lines)
