"""会议: the questions of the template, and what follows from the answers."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.events import DescendantFocus
from textual.widget import Widget
from textual.widgets import Label, Static

from drafter.model.outline import PENDING
from drafter.model.spec import Answer
from drafter.model.template import Question
from drafter.tui.keeper import MINUTES
from drafter.tui.messages import Explain, GoOn
from drafter.tui.panes.pane import Pane
from drafter.tui.places import Place
from drafter.tui.texts import shown, styled
from drafter.tui.widgets.fields import Field, field, spoken, typed
from drafter.tui.workshop import Workshop

_MINUTES = Question(MINUTES, "number", "讲话时长（分钟），例如 40；写了就按它安排各部分的字数")
_WORDS = ("region", "leadership", "office", "bureaus")
"""Words that show the user what level and organ made of the rest."""

_WRITTEN = "。全文照原稿，在“通览”里逐行改"
_OF_USE = frozenset(["speaker", "group", "meeting"])
"""Questions that tell whose speech it is, whatever its text."""
_SHAPES = frozenset(["marks", "cues"])
"""Questions about how the text is put together."""


class Row(Horizontal):
    """A question and its field."""

    def __init__(self, question: Question) -> None:
        super().__init__()
        self.question = question
        self.field = field(question)

    def compose(self) -> ComposeResult:
        """Lay out label and field."""
        yield Label(shown(_label(self.question)), markup=False)
        yield self.field


class MeetingPane(Pane):
    """Asks the questions; an answer left empty is the usual one."""

    HINT: ClassVar[str] = "会议情况，空着的按灰字"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "app.focus_previous", show=False),
        Binding("down", "app.focus_next", show=False),
    ]

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._rows = [Row(each) for each in (*workshop.template.questions, _MINUTES)]

    def compose(self) -> ComposeResult:
        """Lay out the form."""
        yield Static("", id="words")
        with VerticalScroll(can_focus=False):
            yield from self._rows

    def show(self, afresh: bool) -> None:
        """Show answers, usual answers, and the words they make."""
        words = self.desk.answers.words
        said = "由此：" + "、".join(words[n] for n in _WORDS if n in words)
        written = _WRITTEN if self.desk.full.written else ""
        self.query_one("#words", Static).update(styled(said + written, "$text-muted"))
        for row in self._rows:
            row.display = self._is_asked(row.question)
            if afresh or not row.field.has_focus:
                self._put(row)

    def begin(self) -> None:
        """Focus the first question."""
        if not self.has_focus_within:
            self.screen.set_focus(self._rows[0].field)

    def look_at(self, place: Place) -> None:
        """Focus the question whose answer is pending at `place`, or stands there."""
        gaps = PENDING.findall(place.choice.text)
        rows = [row for row in self._rows if row.display]
        named = (row for row in rows if row.question.name == place.answer)
        usual = (row for row in rows if any(gap in self._usual(row) for gap in gaps))
        asked = (row for row in rows if _label(row.question) in gaps)
        if found := next(chain(named, usual, asked), None):
            self.screen.set_focus(found.field)

    def _usual(self, row: Row) -> str:
        return spoken(self.desk.usual.get(row.question.name, ""))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Explain the question that is asked."""
        for row in self._rows:
            if row.field is event.widget and self.display:
                self.post_message(Explain(row.question.help))

    def on_go_on(self, message: GoOn) -> None:
        """Ask the next question; after the last one the step is done."""
        fields: list[Widget] = [row.field for row in self._rows if row.display]
        focused = self.screen.focused
        if focused in fields and focused is not fields[-1]:
            message.stop()
            self.screen.set_focus(fields[fields.index(focused) + 1])

    def _put(self, row: Row) -> None:
        name = row.question.name
        said = self.session.unsettled.get(name)
        if said is None:
            said = typed(self._said(name))
        cast(Field, row.field).put(said, self.desk.usual.get(name, ""))

    def _said(self, name: str) -> Answer:
        spec = self.session.spec
        if name == _MINUTES.name:
            return str(spec.minutes or "")
        return spec.answers.get(name, "")

    def _is_asked(self, question: Question) -> bool:
        is_moot = bool(self.desk.full.written) and self._is_for_text(question)
        return question.name not in self.desk.unasked and not is_moot

    def _is_for_text(self, question: Question) -> bool:
        """Tell whether the answer is for nothing but the text, which may stand already."""
        name, body = question.name, self.workshop.template.body
        if question.kind in ("text", "list"):
            return name not in _OF_USE and bool(re.search(rf"\b{name}\b", body))
        return name in _SHAPES


def _label(question: Question) -> str:
    """Return the head of the help: up to its first mark."""
    return "".join(_until_mark(question.help))


def _until_mark(text: str) -> Iterator[str]:
    for letter in text:
        if letter in "，；：。、（" and text[0] != letter:
            return
        yield letter
