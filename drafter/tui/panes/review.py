"""通览: the whole outline, what is still lacking, and the way out of the program."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from drafter.model.spec import Choice
from drafter.tui.findings import told_findings
from drafter.tui.messages import Go
from drafter.tui.panes.list_pane import ListPane
from drafter.tui.places import Place, placed
from drafter.tui.session import Session, moved
from drafter.tui.steps import POINTS
from drafter.tui.texts import styled
from drafter.tui.widgets.outline_view import lines, summary


class ReviewPane(ListPane):
    """Lists every line of the outline."""

    HINT: ClassVar[str] = "回车：改这一句；s：到选它的那一步；Shift+J/K：移动；x：删；o：导出"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "screen.deliver", "导出"),
        Binding("s,slash", "pick", "到那一步", show=False),
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
        self._places = placed(outline, full, self.desk.offers, self.workshop.parts)
        told = [styled(each, "$text-warning") for each in self._findings()]
        self.head(Content("\n").join([summary(outline, full), *told]))
        self.rows.put(lines(outline), self._moved_to())

    def action_edit(self, row: int | None = None) -> None:
        """Edit a heading or point in place; for other lines go where they are made."""
        place = self._places[self.at]
        if place.section is None:
            self.action_pick()
            return
        said = self.desk.offers.said(place.choice.text)
        self.edit(said, f"review:{place.mark}", lambda new: self._changed(place, new))

    def action_pick(self) -> None:
        """Go where the line is chosen."""
        place = self._places[self.at]
        self.post_message(Go(place.step, place))

    def action_move(self, by: int) -> None:
        """Move a section, or a point within its section."""
        place = self._places[self.at]
        section, point = place.section, place.point
        if section is None:
            return
        settled = self._settled()
        if point is None:
            self.become(settled.move_section(section, by))
            self._moving = place._replace(section=max(section + by, 0))
        else:
            points = moved(settled.spec.sections[section].points, point, by)
            self.become(settled.set_points(section, points))
            self._moving = place._replace(point=max(point + by, 0))

    def action_clear(self) -> None:
        """Take out a point, or a section with all its points."""
        place = self._places[self.at]
        settled = self._settled()
        if place.section is None:
            return
        if place.point is not None:
            points = settled.spec.sections[place.section].points
            left = [each for n, each in enumerate(points) if n != place.point]
            self.become(settled.set_points(place.section, left))
        elif len(settled.spec.sections) > 1:
            self.become(settled.drop_section(place.section))

    def explain(self, at: int) -> str:
        """Return how to go on."""
        return self.HINT

    def _settled(self) -> Session:
        """Return the session with every heading and point."""
        return self.session.filled(self.full, POINTS, self.workshop.parts)

    def _moved_to(self) -> int | None:
        """Return the row of what has just been moved."""
        wanted, self._moving = self._moving, None
        if wanted is None:
            return None
        marks = [place.mark for place in self._places]
        return marks.index(wanted.mark) if wanted.mark in marks else None

    def _findings(self) -> list[str]:
        outline = self.desk.outline
        judged = self.workshop.judged(self.desk.full.sections, self.desk.offers)
        missing = [f"待补：{'；'.join(outline.missing)}"] if outline.missing else []
        assumed = [f"请核对存在问题：{'、'.join(outline.assumed)}"] if outline.assumed else []
        faults = [f"对仗 {judged.score} 分：{judged.faults[0].what}"] if judged.faults else []
        again = [f"以前讲过（{each.date}）：{each.text}" for each in outline.again[:2]]
        checked = told_findings(self.desk, self.workshop)
        return [*missing, *assumed, *faults, *checked, *again]

    def _changed(self, place: Place, new: Choice) -> Session:
        settled = self._settled()
        assert place.section is not None
        if place.point is None:
            return settled.set_heading(place.section, new if new.text else place.choice)
        points = list(settled.spec.sections[place.section].points)
        if new.text:
            points[place.point] = new._replace(cue=points[place.point].cue)
        return settled.set_points(place.section, points)
