"""标题: topics in their order, headings as a set, judged as they change."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from drafter.drafting.headings import Proposal
from drafter.drafting.offers import Offer
from drafter.model.numerals import numeral
from drafter.model.outline import PENDING
from drafter.model.spec import Choice, Section
from drafter.tui.panes.list_pane import ListPane, row
from drafter.tui.places import Place
from drafter.tui.screens.asked import Catalogue
from drafter.tui.screens.following import FollowingScreen
from drafter.tui.screens.topics import TopicsScreen
from drafter.tui.session import Session
from drafter.tui.texts import joined
from drafter.tui.workshop import Workshop

_GOOD = 90


class HeadingsPane(ListPane):
    """Lists the sections by their headings."""

    HINT: ClassVar[str] = "n：换一组；t：选主题；回车：改文字；s：另选一条；Shift+J/K：移动"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "other(1)", "换一组"),
        Binding("p", "other(-1)", "上一组", show=False),
        Binding("t", "topics", "主题"),
        Binding("ctrl+up,K", "move(-1)", "上移", key_display="Shift+K", show=False),
        Binding("ctrl+down,J", "move(1)", "下移", key_display="Shift+J", show=False),
    ]

    def __init__(self, workshop: Workshop) -> None:
        super().__init__(workshop)
        self._sets: Sequence[Proposal] = ()
        self._number = 0
        self._topics: list[str] = []
        """Topics that the sets were asked for; none where each set may have its own."""
        self._last: tuple[Section, ...] = ()
        """Sections as the last set left them: as long as they stand, the next set follows."""

    @property
    def sections(self) -> tuple[Section, ...]:
        """Return the sections with their headings, the user's or the seed's."""
        return self.full.sections

    def show(self, afresh: bool) -> None:
        """Show headings and score."""
        place = f"第 {self._number + 1}/{len(self._sets)} 组  " if self._is_last else ""
        self.head(joined((place, "bold"), *self._judgement()))
        self.put_rows([self._row(n, each) for n, each in enumerate(self.sections)])

    def _judgement(self) -> list[tuple[str, str]]:
        """Return the score and its reasons, or how many headings are still to be written."""
        headings = [each.heading for each in self.sections if each.heading]
        pending = sum(bool(PENDING.search(each.text)) for each in headings)
        if pending:
            return [(f"待补 {pending} 个标题", "bold $text-warning")]
        judged = self.workshop.judged(self.sections, self.desk.offers)
        style = "bold $text-success" if judged.score >= _GOOD else "bold $text-warning"
        said = "；".join(fault.what for fault in judged.faults[:2])
        return [(f"对仗 {judged.score} 分  ", style), (said, "$text-muted")]

    async def action_other(self, by: int) -> None:
        """Take another set of headings for the same topics."""
        if not self._is_last:
            await self._propose()
        if self._sets:
            same = self._is_last or self._stands(self._sets[0])
            self._number = (self._number + (by if same else 0)) % len(self._sets)
            taken = self.session.take_headings(self._ordered(self._sets[self._number]))
            self._last = taken.spec.sections
            self.become(taken)

    async def _propose(self) -> None:
        """Get the sets for the topics at hand; none if these are others by then."""
        screen, before = self.screen, self.session
        assert isinstance(screen, FollowingScreen)
        sets = await screen.slowly(lambda bare: self.workshop.heading_sets(bare.spec), self._bare())
        self._topics = [section.topic for section in before.spec.sections]
        self._sets, self._number = _fullest(sets) if self.session is before else [], 0

    def action_topics(self) -> None:
        """Choose topics and their order."""
        plan = self.workshop.template.plan
        names = [topic.name for topic in plan.topics]
        now = [section.topic for section in self.sections]

        def answered(topics: list[str] | None) -> None:
            if topics and topics != now:
                self.become(self.session.settled(self.full).on_topics(topics))

        self.app.push_screen(TopicsScreen(names, now, plan.sections), answered)

    def action_edit(self, row: int | None = None) -> None:
        """Edit the heading in place."""
        at = self.at if row is None else row
        heading = self.sections[at].heading or Choice()
        said = self.desk.offers.said(heading.text)
        self.edit(said, f"heading:{at}", lambda new: self._changed(at, new))

    def action_pick(self) -> None:
        """Take the heading from the phrasebank."""
        at = self.at
        topic = self.sections[at].topic
        kinds = ["headings", "points", "parallel"]
        catalogues = [
            Catalogue(topic or "本主题", lambda: self.desk.offers.about(topic, kinds[:2])),
            Catalogue("全部", lambda: list(self.desk.offers.of_kinds(kinds))),
        ]
        self.pick(f"第{numeral(at + 1)}个标题", catalogues, lambda got: self._take(at, got))

    def action_clear(self) -> None:
        """Leave the heading to the seed."""
        self.become(self.settled.set_heading(self.at, None))

    def action_move(self, by: int) -> None:
        """Move the section."""
        at = self.at
        to = min(max(at + by, 0), len(self.sections) - 1)
        self.become(self.settled.move_section(at, by))
        self.rows.highlighted = to

    def look_at(self, place: Place) -> None:
        """Highlight the heading of the section."""
        self.rows.highlighted = place.section

    def explain(self, at: int) -> str:
        """Return how to go on, and why the heading stands there."""
        heading = self.sections[at].heading if at < len(self.sections) else None
        return self.HINT if not (heading and heading.why) else f"{heading.why}。{self.HINT}"

    def pointed(self, at: int) -> str:
        """Return the heading's text."""
        heading = self.sections[at].heading if at < len(self.sections) else None
        return self.desk.offers.said(heading.text) if heading else ""

    @property
    def _is_last(self) -> bool:
        """Tell whether the headings are as the last set left them."""
        return bool(self._sets) and self.session.spec.sections == self._last

    def _stands(self, proposal: Proposal) -> bool:
        said = [section.heading.text for section in self.sections if section.heading]
        return sorted(said) == sorted(choice.text for choice in proposal.headings.values())

    def _bare(self) -> Session:
        """Return the session without headings: on its topics, if the user chose any."""
        sections = [Section(each.topic) for each in self.session.spec.sections]
        return self.session.with_sections(sections)

    def _ordered(self, proposal: Proposal) -> list[tuple[str, Choice | None]]:
        """Return the headings of a set in the order that the user has, else of the plan."""
        topics = self._topics or self.workshop.template.plan.in_order(proposal.headings)
        return [(topic, proposal.headings.get(topic)) for topic in topics]

    def _take(self, at: int, got: list[Offer]) -> int:
        self.become(self.settled.set_heading(at, got[0].choice))
        return at

    def _changed(self, at: int, new: Choice) -> Session:
        return self.settled.set_heading(at, new if new.text else None)

    def _row(self, number: int, section: Section) -> Content:
        said = self.desk.offers.said(section.heading.text) if section.heading else ""
        source = self.desk.source(section.heading) if section.heading else ""
        note = "  ".join(filter(None, (f"    {section.topic}", source)))
        return row([], f"{numeral(number + 1)}、{said}", note)


def _fullest(sets: Sequence[Proposal]) -> list[Proposal]:
    """Return the sets that have a heading for as many topics as any."""
    most = max((len(each.headings) for each in sets), default=0)
    return [each for each in sets if len(each.headings) == most]
