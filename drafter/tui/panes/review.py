"""通览: the whole outline, what is still lacking, and the way out of the program."""

from collections.abc import Sequence
from contextlib import suppress
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from drafter.errors import DrafterError
from drafter.model.spec import Choice, Section
from drafter.tui.changes import added_at, dropped_at, moved_at, told_at
from drafter.tui.findings import told_findings
from drafter.tui.messages import Go
from drafter.tui.panes.list_pane import ListPane
from drafter.tui.places import Place, placed
from drafter.tui.session import Session
from drafter.tui.steps import POINTS
from drafter.tui.texts import styled
from drafter.tui.widgets.outline_view import lines, summary

_MADE = "回车：到选它的那一步去改；o：导出"


class ReviewPane(ListPane):
    """Lists every line of the outline."""

    HINT: ClassVar[str] = (
        "回车：改这一句；s：到选它的那一步；i：在下面写一行；Shift+J/K：移动；x：删；o：导出"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "screen.deliver", "导出"),
        Binding("s,slash", "pick", "到那一步", show=False),
        Binding("i", "write", "在下面写一行", show=False),
        Binding("x,delete", "clear", "删", key_display="x", show=False),
        Binding("ctrl+up,K", "move(-1)", "上移", key_display="Shift+K", show=False),
        Binding("ctrl+down,J", "move(1)", "下移", key_display="Shift+J", show=False),
    ]
    _places: tuple[Place, ...] = ()
    _moving: Place | None = None
    """The place that is to be highlighted once it has been moved."""

    def show(self, afresh: bool) -> None:
        """Show outline and findings."""
        outline, full = self.desk.outline, self.desk.full
        self.trace()
        told = [styled(each, "$text-warning") for each in self._findings()]
        self.head(Content("\n").join([summary(outline, full), *told]))
        self.rows.put(lines(outline), self._row_wanted())

    def trace(self) -> None:
        """Find out where each line is made."""
        desk = self.desk
        self._places = placed(desk.outline, desk.full, desk.offers, self.workshop.parts)

    @property
    def headed(self) -> Sequence[Section]:
        """Return the sections whose headings are judged as a set."""
        return self.desk.full.sections

    def action_edit(self, row: int | None = None) -> None:
        """Edit a line in place; for one that is put together go where it is made."""
        place = self.place
        if not place.mark:
            self.action_pick()
            return
        said = self.desk.offers.said(place.choice.text)
        self.edit(said, f"review:{place.mark}", lambda new: (
            told_at(self._settled(place), place, new if new.text else place.choice)
        ))  # fmt: skip

    def action_write(self) -> None:
        """Write one more line below the highlighted one, where there may be more."""
        place = self.place
        before = self._settled(place)
        if added_at(before, place, Choice("…")) is before:
            self.app.bell()
            return
        self.go_to(self.at + 1)
        self.edit("", f"review:new:{place.mark}", lambda new: (
            self.session._replace(spec=added_at(before, place, new).spec)
        ))  # fmt: skip

    def action_pick(self) -> None:
        """Go where the line is chosen."""
        place = self.place
        self.post_message(Go(place.step, place))

    def action_move(self, by: int) -> None:
        """Move a section, a point within its section, or a line within its answer."""
        place = self.place
        session, self._moving = moved_at(self._settled(place), place, by)
        self.become(session)

    def action_clear(self) -> None:
        """Take out a line, or a section with all its points."""
        self.become(dropped_at(self._settled(self.place), self.place))

    def explain(self, at: int) -> str:
        """Return how to go on: a line that is put together is changed where it is made."""
        is_own = at >= len(self._places) or bool(self._places[at].mark)
        return self.HINT if is_own else _MADE

    @property
    def place(self) -> Place:
        """Return what the highlighted line is made of, as the session at hand makes it."""
        if self.session is not self.desk.session:
            with suppress(DrafterError):  # the session will be refused, and the screen tells why
                self.put(self.workshop.worked_out(self.session), False)
        return self._places[min(self.at, len(self._places) - 1)]

    def _settled(self, place: Place) -> Session:
        """Return the session to be changed at `place`: with all sections where it is in one."""
        if place.section is None:
            return self.session
        return self.session.filled(self.full, POINTS, self.workshop.parts)

    def _row_wanted(self) -> int | None:
        """Return the row of what has just been moved or is being written."""
        wanted, row = self._moving, self._wanted
        self._moving = self._wanted = None
        marks = [place.mark for place in self._places]
        return marks.index(wanted.mark) if wanted and wanted.mark in marks else row

    def _findings(self) -> list[str]:
        outline = self.desk.outline
        judged = self.workshop.judged(self.headed, self.desk.offers)
        missing = [f"待补：{'；'.join(outline.missing)}"] if outline.missing else []
        assumed = [f"请核对存在问题：{'、'.join(outline.assumed)}"] if outline.assumed else []
        faults = [f"对仗 {judged.score} 分：{judged.faults[0].what}"] if judged.faults else []
        again = [f"以前讲过（{each.date}）：{each.text}" for each in outline.again[:2]]
        checked = told_findings(self.desk, self.workshop)
        return [*missing, *assumed, *faults, *checked, *again]
