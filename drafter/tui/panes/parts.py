"""开场 and 结尾: the parts around the sections, each with its alternatives."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from drafter.drafting.offers import Offer
from drafter.model.spec import Choice
from drafter.model.template import PartPlan
from drafter.tui.labels import part_name
from drafter.tui.panes.list_pane import ListPane, row
from drafter.tui.places import Place
from drafter.tui.screens.asked import Catalogue
from drafter.tui.session import Session
from drafter.tui.workshop import Workshop


class PartsPane(ListPane):
    """Lists the parts of one step: what the user chose, else what the seed did."""

    HINT: ClassVar[str] = "回车：从备选中换一句；n：换下一句；e：改文字；x：交回种子"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "usual", "另选", key_display="回车", priority=True),
        Binding("n", "other(1)", "换一句"),
        Binding("p", "other(-1)", "上一句", show=False),
        Binding("e", "edit", "改文字"),
        Binding("s,slash", "pick", show=False),
    ]

    def __init__(self, workshop: Workshop, step: str) -> None:
        super().__init__(workshop)
        self._parts = workshop.parts.of(step)

    def show(self, afresh: bool) -> None:
        """Show the parts."""
        self.put_rows([self._row(part) for part in self._parts])

    def action_usual(self) -> None:
        """Offer the alternatives."""
        self.action_pick()

    def action_pick(self) -> None:
        """Take the part from the phrases that suit."""
        part = self._parts[self.at]
        suiting = Catalogue("合用", lambda: self.desk.offers.for_part(part))
        kinds = part.kinds or self.workshop.template.plan.kinds
        every = Catalogue("全部", lambda: list(self.desk.offers.of_kinds(kinds)))
        self.pick(part_name(part.name), [suiting, every], lambda got: self._take(part, got))

    def action_other(self, by: int) -> None:
        """Take the next of the phrases that suit."""
        part = self._parts[self.at]
        choices = [offer.choice for offer in self.desk.offers.for_part(part)]
        if choices:
            now = self.full.parts.get(part.name, Choice())
            found = (n for n, each in enumerate(choices) if each.text == now.text)
            at = next(found, -1 if by > 0 else 0)
            self.become(self.session.choose(part.name, choices[(at + by) % len(choices)]))

    def action_edit(self, row: int | None = None) -> None:
        """Edit the part in place."""
        part = self._parts[self.at if row is None else row]
        choice = self.full.parts.get(part.name, Choice())
        said = self.desk.offers.said(choice.text)
        self.edit(said, f"part:{part.name}", lambda new: self._changed(part, new))

    def action_clear(self) -> None:
        """Leave the part to the seed."""
        self.become(self.session.choose(self._parts[self.at].name, None))

    def look_at(self, place: Place) -> None:
        """Highlight the part that was chosen there."""
        chosen = [self.full.parts.get(part.name) for part in self._parts]
        if place.choice in chosen:
            self.rows.highlighted = chosen.index(place.choice)

    def explain(self, at: int) -> str:
        """Return where the text of row `at` comes from."""
        choice = self._choice(at)
        return f"{self.HINT}" + (f"（{choice.why}）" if choice and choice.why else "")

    def pointed(self, at: int) -> str:
        """Return the part's text."""
        choice = self._choice(at)
        return self.desk.offers.said(choice.text) if choice else ""

    def _choice(self, at: int) -> Choice | None:
        """Return what stands in row `at`; a template may have no parts."""
        return self.full.parts.get(self._parts[at].name) if at < len(self._parts) else None

    def _take(self, part: PartPlan, got: list[Offer]) -> int:
        self.become(self.session.choose(part.name, got[0].choice))
        return self._parts.index(part)

    def _changed(self, part: PartPlan, new: Choice) -> Session:
        return self.session.choose(part.name, new if new.text else None)

    def _row(self, part: PartPlan) -> Content:
        own = part.name in self.session.spec.parts
        choice = self.full.parts.get(part.name)
        said = self.desk.offers.said(choice.text) if choice else "（没有合用的，按 e 自己写）"
        source = self.desk.source(choice) if choice else ""
        state = ("已选" if own else "代选", "$text-muted") if choice else ("待补", "$text-warning")
        head = [(part_name(part.name), "bold $accent"), state]
        return row([*head, (source, "$text-muted")], said)
