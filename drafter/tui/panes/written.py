"""通览 of an outline that was written elsewhere: every line is edited where it stands."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType

from drafter.drafting.as_written_lines import (
    KINDS,
    Lines,
    add_line,
    cue_line,
    drop_line,
    kind_of,
    move_line,
    tell_line,
    turn_line,
)
from drafter.drafting.offers import Offer
from drafter.model.outline import Heading, Point
from drafter.model.spec import Choice, Section
from drafter.tui.panes.review import ReviewPane
from drafter.tui.places import Place
from drafter.tui.screens.asked import Catalogue
from drafter.tui.screens.choosing import ChooseScreen
from drafter.tui.session import Session

_USUAL = ("headings", "points", "parallel")
"""Kinds of phrases that head a section or a paragraph."""


class WrittenPane(ReviewPane):
    """Lists every line of an outline of which nothing is composed."""

    HINT: ClassVar[str] = (
        "回车：改；i：在下面写一行；s：换成短语；a：添短语；t：换类别；c：改后面的话；"
        "Shift+J/K：移动；x：删；o：导出"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s,slash", "pick", "换成短语", show=False),
        Binding("i", "write", "写一行"),
        Binding("a", "add", "添短语", show=False),
        Binding("t", "turn", "换类别"),
        Binding("c", "cue", "改后面的话", show=False),
    ]

    @property
    def lines(self) -> Lines:
        """Return the lines at hand."""
        return self.session.spec.written

    @property
    def at(self) -> int:
        """Return the number of the highlighted line, or of the one that is about to be."""
        at = self.rows.at if self._wanted is None else self._wanted
        return min(at, len(self.lines) - 1)

    @property
    def headed(self) -> Sequence[Section]:
        """Return the headings of the first level, each as a section."""
        nodes = [each.node for each in self.desk.full.written]
        return [
            Section(heading=Choice(node.text))
            for node in nodes
            if isinstance(node, Heading) and node.level == 1
        ]

    def trace(self) -> None:
        """Take every line as it stands; a spec changed outside may hold none any more."""
        self._empty = not self.desk.full.written

    def action_edit(self, row: int | None = None) -> None:
        """Edit the line in place, a point without what stands behind it."""
        before, at = self.lines, self.at if row is None else row
        self._edit("text", at, before[at].node.text, partial(tell_line, before, at))

    def action_cue(self) -> None:
        """Edit what stands behind a point."""
        before, at = self.lines, self.at
        node = before[at].node
        if isinstance(node, Point):
            self._edit("cue", at, node.cue, partial(cue_line, before, at))

    def action_write(self) -> None:
        """Write one more line below the highlighted one."""
        before, at = self.lines, self.at
        self.go_to(at + 1)
        self._edit("new", at, "", lambda new: (
            add_line(before, at, new) if new.text else before
        ))  # fmt: skip

    def action_pick(self) -> None:
        """Take the line from the phrasebank."""
        at = self.at
        self.pick(kind_of(self.lines[at].node), self._catalogues(at), partial(self._taken, at))

    def action_add(self) -> None:
        """Take more lines from the phrasebank."""
        at = self.at
        self.pick("添一行", self._catalogues(at), partial(self._added, at), several=True)

    def action_turn(self) -> None:
        """Make the line one of another kind."""
        at = self.at
        now = kind_of(self.lines[at].node)

        def answered(number: int | None) -> None:
            if number is not None and KINDS[number] != now:
                self._put(turn_line(self.lines, at, KINDS[number]))

        rows = [(kind, "现在是它" if kind == now else "") for kind in KINDS]
        self.app.push_screen(ChooseScreen("换成哪一类", rows, KINDS.index(now)), answered)

    def action_move(self, by: int) -> None:
        """Move the line, a heading with its section."""
        lines, to = move_line(self.lines, self.at, by)
        self._put(lines)
        self.rows.highlighted = to

    def action_clear(self) -> None:
        """Take the line out, a heading with its section."""
        self._put(drop_line(self.lines, self.at))

    def look_at(self, place: Place) -> None:
        """Highlight the line."""
        texts = [each.node.text for each in self.lines]
        if place.choice.text in texts:
            self.rows.highlighted = texts.index(place.choice.text)

    def explain(self, at: int) -> str:
        """Return what the line is, and how to go on."""
        return f"{kind_of(self.lines[at].node)}。{self.HINT}" if at < len(self.lines) else self.HINT

    def _put(self, lines: Lines) -> None:
        self.become(self.session.with_written(lines))

    def _edit(self, what: str, at: int, said: str, lines: Callable[[Choice], Lines]) -> None:
        """Edit a text that `lines` puts into the outline."""

        def changed(new: Choice) -> Session:
            return self.session.with_written(lines(new))

        self.edit(said, f"written:{what}:{at}", changed)

    def _catalogues(self, at: int) -> list[Catalogue]:
        kinds, node = self.workshop.template.plan.kinds, self.lines[at].node
        every = Catalogue("全部", lambda: list(self.desk.offers.of_kinds(kinds)))
        if not isinstance(node, (Heading, Point)):
            return [every]
        usual = [kind for kind in kinds if kind in _USUAL]
        return [Catalogue("合用", lambda: list(self.desk.offers.of_kinds(usual))), every]

    def _taken(self, at: int, got: list[Offer]) -> int:
        self._put(tell_line(self.lines, at, self._said(got[0].choice)))
        return at

    def _added(self, at: int, got: list[Offer]) -> int:
        lines, to = self.lines, at
        for choice in (choice for offer in got for choice in offer.choices):
            lines = add_line(lines, to, self._said(choice))
            to += 1
        self._put(lines)
        self.go_to(to)
        return to

    def _said(self, choice: Choice) -> Choice:
        """Return `choice` in the words of the speech: a written line has no slots."""
        return Choice(self.desk.offers.said(choice.text).strip(), choice.id)
