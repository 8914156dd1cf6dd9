"""通览: the whole outline, what is still lacking, and the way out of the program."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from drafter.exporters.numbering import Numbered, numbered
from drafter.model.spec import Choice
from drafter.tui.messages import Go
from drafter.tui.panes.list_pane import ListPane
from drafter.tui.places import Place, placed
from drafter.tui.session import Session, moved
from drafter.tui.steps import POINTS
from drafter.tui.texts import styled
from drafter.tui.widgets.outline_view import content as line
from drafter.tui.widgets.outline_view import summary


class ReviewPane(ListPane):
    """Lists every line of the outline."""

    HINT: ClassVar[str] = "回车：改这一句；Shift+J/K：移动；o：导出"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("o", "screen.deliver", "导出"),
        Binding("ctrl+up,K", "move(-1)", show=False),
        Binding("ctrl+down,J", "move(1)", show=False),
    ]
    _lines: tuple[Numbered, ...] = ()
    _places: tuple[Place, ...] = ()
    _wanted: Place | None = None
    """The place that is to be highlighted once it has been moved."""

    def show(self, afresh: bool) -> None:
        """Show outline and findings."""
        outline = self.desk.outline
        self._lines = tuple(numbered(outline.nodes))
        self._places = placed(outline, self.full, self.desk.offers, self.workshop.parts)
        self.head(Content("\n").join([summary(outline), *map(self._finding, self._findings())]))
        at = self._moved_to()
        self.rows.put([line(each) for each in self._lines], at)

    def action_edit(self) -> None:
        """Edit a heading or point in place; for other lines go where they are made."""
        place = self._places[self.at]
        if place.point is None and place.section is None:
            self.post_message(Go(place.step))
            return
        said = self.desk.offers.said(place.choice.text)
        self.edit(said, f"review:{place.mark}", lambda new: self._changed(place, new))

    def action_pick(self) -> None:
        """Go where the line is chosen."""
        self.post_message(Go(self._places[self.at].step))

    def action_move(self, by: int) -> None:
        """Move a section, or a point within its section."""
        place = self._places[self.at]
        section, point = place.section, place.point
        if section is None:
            return
        settled = self.session.filled(self.full, POINTS, self.workshop.parts)
        if point is None:
            self.become(settled.move_section(section, by))
            self._wanted = place._replace(section=max(section + by, 0))
        else:
            points = moved(settled.spec.sections[section].points, point, by)
            self.become(settled.set_points(section, points))
            self._wanted = place._replace(point=max(point + by, 0))

    def explain(self, at: int) -> str:
        """Return how to go on."""
        return self.HINT

    def _moved_to(self) -> int | None:
        """Return the row of what has just been moved."""
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return None
        marks = [place.mark for place in self._places]
        return marks.index(wanted.mark) if wanted.mark in marks else None

    def _findings(self) -> list[str]:
        outline = self.desk.outline
        judged = self.workshop.judged(self.full.sections, self.desk.offers)
        missing = [f"待补：{'；'.join(outline.missing)}"] if outline.missing else []
        assumed = [f"请核对存在问题：{'、'.join(outline.assumed)}"] if outline.assumed else []
        faults = [f"对仗 {judged.score} 分：{judged.faults[0].what}"] if judged.faults else []
        return [*missing, *assumed, *faults]

    def _finding(self, text: str) -> Content:
        return styled(text, "$text-warning")

    def _changed(self, place: Place, new: Choice) -> Session:
        settled = self.session.filled(self.full, POINTS, self.workshop.parts)
        assert place.section is not None
        if place.point is None:
            return settled.set_heading(place.section, new if new.text else place.choice)
        points = list(settled.spec.sections[place.section].points)
        if new.text:
            points[place.point] = new._replace(cue=points[place.point].cue)
        return settled.set_points(place.section, points)
