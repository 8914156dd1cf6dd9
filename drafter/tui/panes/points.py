"""分论点: the points of one section after the other, each with what to say under it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from drafter.drafting.offers import Offer
from drafter.model.numerals import numeral
from drafter.model.spec import Choice, Section
from drafter.tui.panes.list_pane import ListPane, row
from drafter.tui.places import Place
from drafter.tui.screens.asked import Catalogue
from drafter.tui.session import Session, moved
from drafter.tui.texts import joined
from drafter.tui.workshop import Workshop

_CUES = ("parallel", "yao")
"""Kinds of phrases that say what a point is about."""
_ENDS = "，。；"


class PointsPane(ListPane):
    """Lists the points of the section at hand."""

    HINT: ClassVar[str] = (
        "←→ 换部分；n 换一组；回车 改；s 另选；a 添；i 自己写；c 改提示；v 另选提示；x 删；"
        "Shift+J/K 移动"
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "other(1)", "换一组"),
        Binding("p", "other(-1)", "上一组", show=False),
        Binding("a", "add", "添"),
        Binding("i", "write", "自己写一条", show=False),
        Binding("c", "cue", "改提示", show=False),
        Binding("v", "pick_cue", "另选提示", show=False),
        Binding("x,delete", "clear", "删", key_display="x", show=False),
        Binding("left", "section(-1)", "换部分", key_display="←→"),
        Binding("right", "section(1)", show=False),
        Binding("ctrl+up,K", "move(-1)", "上移", key_display="Shift+K", show=False),
        Binding("ctrl+down,J", "move(1)", "下移", key_display="Shift+J", show=False),
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
        self.put_rows([self._row(n, point) for n, point in enumerate(self.section.points, 1)])

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
            self._put(sets[(at + by) % len(sets)].choices)

    def action_edit(self, row: int | None = None) -> None:
        """Edit the point in place."""
        at, points = self.at if row is None else row, self.section.points
        if at < len(points):
            old = points[at]
            said = self.desk.offers.said(old.text)
            self._edit(said, f"point:{self._section}:{at}", lambda new: (
                _with(points, at, new._replace(cue=old.cue) if new.text else old)
            ))  # fmt: skip

    def action_cue(self, row: int | None = None) -> None:
        """Edit what to say under the point."""
        at, points = self.at if row is None else row, self.section.points
        if at < len(points):
            cue = points[at].cue or Choice()
            said = self.desk.offers.said(cue.text)
            self._edit(said, f"cue:{self._section}:{at}", lambda new: (
                _with(points, at, points[at]._replace(cue=new))
            ))  # fmt: skip

    def action_write(self) -> None:
        """Write one more point below the highlighted one."""
        at, points = self.at + 1, self.section.points
        self.go_to(at)
        self._edit("", f"new:{self._section}:{at}", lambda new: (
            [*points[:at], *([new] if new.text else []), *points[at:]]
        ))  # fmt: skip

    def action_pick(self) -> None:
        """Take the point from the phrasebank, or a whole set in place of all points."""
        self._offer("分论点", partial(self._taken, self.at))

    def action_add(self) -> None:
        """Take more points from the phrasebank."""
        self._offer("添分论点", self._added)

    def action_pick_cue(self) -> None:
        """Take what to say under the point from the phrasebank: one sentence, or several."""
        at, topic = self.at, self.section.topic
        if at < len(self.section.points):
            catalogues = [
                Catalogue(topic or "本主题", lambda: self.desk.offers.about(topic, _CUES)),
                Catalogue("全部", lambda: list(self.desk.offers.of_kinds(_CUES))),
            ]
            self.pick("提示", catalogues, partial(self._cued, at), True, self.action_cue)

    def action_clear(self) -> None:
        """Take the point out; without points the seed chooses some."""
        self._put([point for n, point in enumerate(self.section.points) if n != self.at])

    def action_move(self, by: int) -> None:
        """Move the point."""
        at = self.at
        self._put(moved(self.section.points, at, by))
        self.rows.highlighted = min(max(at + by, 0), len(self.section.points) - 1)

    def look_at(self, place: Place) -> None:
        """Go to the section, and highlight the point."""
        self._section = place.section or 0
        self.show(False)
        self.rows.highlighted = place.point or 0
        self._tell()

    def explain(self, at: int) -> str:
        """Return how to go on, and why the point stands there."""
        points = self.section.points
        why = points[at].why if at < len(points) else ""
        return f"{why}。{self.HINT}" if why else self.HINT

    def pointed(self, at: int) -> str:
        """Return the point's text."""
        points = self.section.points
        return self.desk.offers.said(points[at].text) if at < len(points) else ""

    def _put(self, points: Sequence[Choice]) -> None:
        self.become(self.settled.set_points(self._section, points))

    def _edit(self, said: str, mark: str, points: Callable[[Choice], Sequence[Choice]]) -> None:
        """Edit a text that `points` puts among the points of the section."""
        number = self._section

        def changed(new: Choice) -> Session:
            return self.settled.set_points(number, points(new))

        self.edit(said, mark, changed)

    def _offer(self, title: str, taken: Callable[[list[Offer]], int]) -> None:
        topic = self.section.topic
        kinds = ["points", "headings", "parallel"]
        catalogues = [
            Catalogue(topic or "本主题", lambda: self.desk.offers.about(topic, kinds[:1])),
            Catalogue("成组", lambda: self.desk.offers.for_points(topic)),
            Catalogue("全部", lambda: list(self.desk.offers.of_kinds(kinds))),
        ]
        self.pick(title, catalogues, taken, several=True)

    def _taken(self, at: int, got: list[Offer]) -> int:
        choices = [choice for offer in got for choice in offer.choices]
        is_set = any(len(offer.choices) > 1 for offer in got)
        points = self.section.points
        self._put(choices if is_set else [*points[:at], *choices, *points[at + 1 :]])
        return 0 if is_set else at

    def _added(self, got: list[Offer]) -> int:
        points = self.section.points
        self._put([*points, *(choice for offer in got for choice in offer.choices)])
        self.go_to(len(points))
        return len(points)

    def _cued(self, at: int, got: list[Offer]) -> int:
        """Put what was picked under the point, as one sentence."""
        clauses = [each.choice.text.strip(_ENDS) for each in got]
        cue = Choice("，".join(clauses) + "。", got[0].choice.id)
        points = self.section.points
        self._put(_with(points, at, points[at]._replace(cue=cue)))
        return at

    def _row(self, number: int, point: Choice) -> Content:
        said = self.desk.offers.said(point.text)
        notes = [self.desk.source(point)]
        if point.cue and point.cue.text:
            cue = f"提示：{self.desk.offers.said(point.cue.text)}"
            notes.append("  ".join(filter(None, (cue, self.desk.source(point.cue)))))
        return row(
            [], f"（{numeral(number)}）{said}", "\n".join(f"    {each}" for each in notes if each)
        )


def _with(points: Sequence[Choice], at: int, point: Choice) -> list[Choice]:
    """Return `points` with another one in the place `at`."""
    return [*points[:at], point, *points[at + 1 :]]
