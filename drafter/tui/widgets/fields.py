"""From a question to the widget that asks it."""

import re
from collections.abc import Callable
from typing import ClassVar, Final, Protocol

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input

from drafter.model.folding import folded
from drafter.model.spec import Answer
from drafter.model.template import Question, QuestionKind
from drafter.tui.messages import Answered, GoOn
from drafter.tui.texts import one_line, shown
from drafter.tui.wide_keys import twin
from drafter.tui.widgets.choices import Choices
from drafter.tui.widgets.flowing_area import FlowingArea

YES_NO = ("是", "否")
_MEANT: Final = {"y": YES_NO[0], "n": YES_NO[1]}
_BREAKS = re.compile(r"[\r\n]+")
_UNIT = re.compile(r"(?<=\d)分钟?\Z")
_DATE_MARKS: Final = str.maketrans("。．、—–−", "------")
_DIGITS = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
"""A date without marks between year, month and day."""


class Field(Protocol):
    """A widget that asks one question."""

    def put(self, said: str, usual: Answer) -> None:
        """Show what was said, or that `usual` is taken when nothing is."""
        ...


class TextField(Input):
    """A line of text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "下一项", key_display="回车")
    ]

    def __init__(self, question: Question) -> None:
        super().__init__(name=question.name, compact=True, select_on_focus=False)

    def put(self, said: str, usual: Answer) -> None:
        """Show what was said; the usual answer stands in its place, dimmed."""
        self.placeholder = shown(spoken(usual))
        if self.value != said:
            with self.prevent(Input.Changed):
                self.value = said

    def _on_paste(self, event: events.Paste) -> None:
        """Take all lines of a pasted text; the usual handler comes after this one."""
        event.text = one_line(event.text)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Tell every change."""
        event.stop()
        self.post_message(Answered(str(self.name), self.read(self.value), self.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next question."""
        event.stop()
        self.post_message(GoOn())

    def read(self, typed: str) -> Answer:
        """Return the answer that was typed."""
        return typed.strip()


class NumberField(TextField):
    """A number: wide digits count as narrow ones, and a unit may stand behind it."""

    def read(self, typed: str) -> Answer:
        """Return the answer that was typed."""
        return _UNIT.sub("", folded(typed))


class DateField(TextField):
    """A date: wide digits and marks count as narrow ones, and so does a full stop."""

    def read(self, typed: str) -> Answer:
        """Return the answer that was typed."""
        said = folded(typed).translate(_DATE_MARKS)
        bare = _DIGITS.fullmatch(said)
        return "-".join(bare.groups()) if bare else said


class ListField(FlowingArea):
    """A list, an item a line; Enter on an empty line goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", "换行，空行则下一项", key_display="回车", priority=True)
    ]

    def __init__(self, question: Question) -> None:
        super().__init__(name=question.name, compact=True, highlight_cursor_line=False)

    def put(self, said: str, usual: Answer) -> None:
        """Show what was said."""
        self.placeholder = shown(spoken(usual))
        if self.text != said:
            with self.prevent(FlowingArea.Changed):
                self.text = said

    def on_text_area_changed(self, event: FlowingArea.Changed) -> None:
        """Tell every change."""
        event.stop()
        items = (item.strip() for item in _BREAKS.split(self.text))
        self.post_message(Answered(str(self.name), tuple(filter(None, items)), self.text))

    def action_cursor_down(self, select: bool = False) -> None:
        """Go a row down, from the last one to the next question."""
        if select or not self.navigator.is_last_wrapped_line(self.cursor_location):
            super().action_cursor_down(select)
        else:
            self.screen.focus_next()

    def action_cursor_up(self, select: bool = False) -> None:
        """Go a row up, from the first one to the question before."""
        if select or not self.navigator.is_first_wrapped_line(self.cursor_location):
            super().action_cursor_up(select)
        else:
            self.screen.focus_previous()

    def action_enter(self) -> None:
        """Begin a new item, or go on from an empty one."""
        row, _ = self.cursor_location
        if self.document.get_line(row).strip():
            self.insert("\n")
        else:
            self.post_message(GoOn())


class ChoiceField(Choices):
    """One of a few words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", "下一项", key_display="回车")
    ]

    def __init__(self, question: Question) -> None:
        super().__init__(question.choices or YES_NO, question.name)

    def put(self, said: str, usual: Answer = "") -> None:
        """Show what was said, else the usual answer."""
        super().put(said or spoken(usual))

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Tell what was chosen."""
        event.stop()
        said: Answer = event.option
        if self.options == YES_NO:
            said = event.option == YES_NO[0]
        self.post_message(Answered(str(self.name), said, event.option))

    def on_key(self, event: events.Key) -> None:
        """Choose the option that begins with what was typed, or whose number it is."""
        typed = twin(event.character or "")
        meant = _MEANT.get(typed.lower(), typed)
        found = [each for n, each in enumerate(self.options, 1) if meant in (each[0], str(n))]
        if found:
            event.stop()
            self.choose(found[0])

    def action_enter(self) -> None:
        """Go on to the next question."""
        self.post_message(GoOn())


_FIELDS: dict[QuestionKind, Callable[[Question], Widget]] = {
    "text": TextField,
    "date": DateField,
    "number": NumberField,
    "list": ListField,
    "choice": ChoiceField,
    "yes-no": ChoiceField,
}


def field(question: Question) -> Widget:
    """Return the widget that asks `question`."""
    return _FIELDS[question.kind](question)


def spoken(said: Answer) -> str:
    """Return an answer as it stands in a field."""
    if isinstance(said, bool):
        return YES_NO[0] if said else YES_NO[1]
    return "；".join(said) if isinstance(said, tuple) else str(said)


def typed(said: Answer) -> str:
    """Return what has to be typed to give the answer `said`."""
    return "\n".join(said) if isinstance(said, tuple) else spoken(said)
