"""分论点: the points of one section after the other."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from drafter.drafting.offers import Offer
from drafter.model.numerals import numeral
from drafter.model.spec import Choice, Section
from drafter.tui.panes.list_pane import ListPane, row
from drafter.tui.screens.picking import Catalogue
from drafter.tui.session import Session, moved
from drafter.tui.texts import joined
from drafter.tui.workshop import Workshop


class PointsPane(ListPane):
    """Lists the points of the section at hand."""

    HINT: ClassVar[str] = (
        "←→：换部分；n：换一组；回车：改文字；s：另选；a：添；x：删；Shift+J/K：移动"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "other(1)", "换一组"),
        Binding("p", "other(-1)", show=False),
        Binding("a", "add", "添"),
        Binding("left", "section(-1)", "换部分", key_display="←→"),
        Binding("right", "section(1)", show=False),
        Binding("ctrl+up,K", "move(-1)", show=False),
        Binding("ctrl+down,J", "move(1)", show=False),
    ]

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._section = 0

    @property
    def section(self) -> Section:
        """Return the section at hand."""
        sections = self.full.sections
        return sections[min(self._section, len(sections) - 1)] if sections else Section()

    def show(self, afresh: bool) -> None:
        """Show the points."""
        sections = self.full.sections
        self._section = min(self._section, max(len(sections) - 1, 0))
        heading = self.section.heading
        said = self.desk.offers.said(heading.text) if heading else ""
        self.head(
            joined(
                (f"{numeral(self._section + 1)}、{said}", "bold"),
                (f"  {self._section + 1}/{len(sections)}  {self.section.topic}", "$text-muted"),
            )
        )
        self.rows.put([self._row(n, point) for n, point in enumerate(self.section.points, 1)])

    def action_section(self, by: int) -> None:
        """Go to the next section."""
        self._section = (self._section + by) % max(len(self.full.sections), 1)
        self.show(False)
        self.rows.highlighted = 0
        self._tell()

    def action_other(self, by: int) -> None:
        """Take the next set of points of the topic."""
        sets = self.desk.offers.for_points(self.section.topic)
        if sets:
            now = [point.text for point in self.section.points]
            found = (n for n, each in enumerate(sets) if [c.text for c in each.choices] == now)
            at = next(found, -1 if by > 0 else 0)
            self._put(list(sets[(at + by) % len(sets)].choices))

    def action_edit(self) -> None:
        """Edit the point in place."""
        at, number = self.at, self._section
        points = self.section.points
        if at < len(points):
            said = self.desk.offers.said(points[at].text)
            mark = f"point:{number}:{at}"
            self.edit(said, mark, lambda new: self._changed(number, at, new))

    def action_pick(self) -> None:
        """Take the point from the phrasebank, or a whole set in place of all points."""
        self._offer("分论点", self._taken)

    def action_add(self) -> None:
        """Take one more point from the phrasebank."""
        self._offer("添一条分论点", self._added)

    def action_clear(self) -> None:
        """Take the point out; without points the seed chooses some."""
        self._put([point for n, point in enumerate(self.section.points) if n != self.at])

    def action_move(self, by: int) -> None:
        """Move the point."""
        at = self.at
        self._put(moved(self.section.points, at, by))
        self.rows.highlighted = min(max(at + by, 0), len(self.section.points) - 1)

    def explain(self, at: int) -> str:
        """Return how to go on, and why the point stands there."""
        points = self.section.points
        why = points[at].why if at < len(points) else ""
        return f"{why}。{self.HINT}" if why else self.HINT

    def pointed(self, at: int) -> str:
        """Return the point's text."""
        points = self.section.points
        return self.desk.offers.said(points[at].text) if at < len(points) else ""

    def _put(self, points: list[Choice]) -> None:
        self.become(self.session.settled(self.full).set_points(self._section, points))

    def _offer(self, title: str, taken: Callable[[list[Offer]], None]) -> None:
        topic, offers = self.section.topic, self.desk.offers
        catalogues = [
            Catalogue(topic or "本主题", lambda: offers.about(topic, ["points"])),
            Catalogue("成组", lambda: offers.for_points(topic)),
            Catalogue("全部", lambda: list(offers.of_kinds(["points", "headings", "parallel"]))),
        ]
        self.pick(title, catalogues, taken)

    def _taken(self, got: list[Offer]) -> None:
        choices = [choice for offer in got for choice in offer.choices]
        is_set = any(len(offer.choices) > 1 for offer in got)
        points = list(self.section.points)
        points[self.at : self.at + 1] = choices
        self._put(choices if is_set else points)

    def _added(self, got: list[Offer]) -> None:
        choices = [choice for offer in got for choice in offer.choices]
        self._put([*self.section.points, *choices])

    def _changed(self, number: int, at: int, new: Choice) -> Session:
        settled = self.session.settled(self.full)
        points = list(settled.spec.sections[number].points or self.full.sections[number].points)
        points[at] = new._replace(cue=points[at].cue) if new.text else points[at]
        return settled.set_points(number, points)

    def _row(self, number: int, point: Choice) -> Content:
        said = self.desk.offers.said(point.text)
        cue = f"    提示：{self.desk.offers.said(point.cue.text)}" if point.cue else ""
        source = self.desk.source(point)
        note = "  ".join(filter(None, (cue, f"    {source}" if source else "")))
        return row([], f"（{numeral(number)}）{said}", note)
