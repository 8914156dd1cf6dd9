"""A dialog to take phrases from a list that is searched as one types."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from drafter.drafting.offers import Offer
from drafter.errors import DrafterError
from drafter.tui.editing import run
from drafter.tui.filtering import Index, Words
from drafter.tui.keeping import keep, place, want_no_more
from drafter.tui.texts import joined, shown, styled
from drafter.tui.widgets.key_line import KeyLine
from drafter.tui.widgets.pick_list import PickList, Row

_AT_ONCE = 400
"""Rows that are looked for before the list is drawn; the others follow when nothing else is due."""


class Catalogue(NamedTuple):
    """Phrases under a name, made when they are first looked at."""

    name: str
    offers: Callable[[], list[Offer]]


class Picked(NamedTuple):
    """What was picked, and whether it is to be edited before it is used."""

    offers: list[Offer]
    edit: bool = False


class PickScreen(ModalScreen[Picked | None]):
    """Search above, list in the middle, the whole of the highlighted text below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "用它", key_display="回车", priority=True),
        Binding("tab", "mark", "多选", key_display="Tab", priority=True),
        Binding("f6", "turn", "换范围", key_display="F6"),
        Binding("f4", "open", "看原处", key_display="F4"),
        Binding("f7", "edit", "改后用", key_display="F7"),
        Binding("f8", "keep", "收进个人库", key_display="F8"),
        Binding("f9", "reject", "不再要", key_display="F9"),
        Binding("escape", "dismiss", "不选", key_display="Esc"),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
    ]

    def __init__(self, title: str, catalogues: Sequence[Catalogue]) -> None:
        super().__init__()
        self._title = title
        self._catalogues = catalogues
        self._at = 0
        self._offers: list[Offer] = []
        self._index = Index(())
        self._words = Words()
        self._numbers: list[int] = []
        self._rest: Iterator[int] = iter(())

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static(id="title")
            yield Input(placeholder="输入几个字、拼音或首字母来找", compact=True)
            yield PickList(self._row)
            yield Static(id="whole")
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the first catalogue."""
        self._turn_to(0)
        self.run_worker(self._words.warm, thread=True)

    def action_turn(self) -> None:
        """Look through the next catalogue."""
        self._turn_to((self._at + 1) % len(self._catalogues))

    def action_move(self, by: int) -> None:
        """Highlight another row."""
        self.query_one(PickList).move(by)

    def action_mark(self) -> None:
        """Mark the row to take several."""
        listed = self.query_one(PickList)
        listed.mark()
        listed.move(1)

    def action_take(self) -> None:
        """Take what is marked, else what is highlighted."""
        listed = self.query_one(PickList)
        here = [] if listed.number is None else [listed.number]
        picked = [self._offers[number] for number in sorted(listed.marked) or here]
        if picked:
            self.dismiss(Picked(picked))

    def action_edit(self) -> None:
        """Take what is highlighted, to be edited at once."""
        if self._offer:
            self.dismiss(Picked([self._offer], edit=True))

    def action_keep(self) -> None:
        """Put what is highlighted into the user's own phrasebank."""
        self._do(keep, "已收进个人短语库")

    def action_reject(self) -> None:
        """Never offer what is highlighted again."""

        def refuse(offer: Offer) -> None:
            want_no_more(offer)
            self._list([each for each in self._offers if each is not offer])

        self._do(refuse, "以后不再出现（个人短语库的 rejected.txt 里可以改回来）")

    def action_open(self) -> None:
        """Open the phrase file at the highlighted phrase."""

        def open_place(offer: Offer) -> None:
            at = place(offer)
            run(self.app, at.path, at.line)

        self._do(open_place, "")

    @property
    def _offer(self) -> Offer | None:
        number = self.query_one(PickList).number
        return None if number is None else self._offers[number]

    def _do(self, what: Callable[[Offer], None], said: str) -> None:
        if self._offer is None:
            return
        try:
            what(self._offer)
        except DrafterError as error:
            said = str(error)
        self.call_after_refresh(
            self.query_one("#whole", Static).update, styled(said, "$text-warning")
        )

    def on_pick_list_clicked(self) -> None:
        """Take what is clicked twice."""
        self.action_take()

    def on_input_changed(self, event: Input.Changed) -> None:
        """List what holds the words typed."""
        self._search(event.value)

    def on_pick_list_moved(self, event: PickList.Moved) -> None:
        """Show the whole of a text and its source."""
        offer = self._offers[event.number]
        facts = "  ".join(filter(None, (offer.origin, "、".join(offer.topics), offer.era)))
        self.query_one("#whole", Static).update(
            joined((offer.text, ""), ("  " + facts, "$text-muted"))
        )

    def _turn_to(self, at: int) -> None:
        self._at = at
        self._list(self._catalogues[at].offers())

    def _list(self, offers: list[Offer]) -> None:
        self._offers = offers
        self._index = Index([offer.text for offer in self._offers])
        self.query_one(PickList).marked.clear()
        self._search(self.query_one(Input).value)

    def _search(self, typed: str) -> None:
        self._rest = self._index.found(self._words.wanted(typed))
        self._numbers = list(islice(self._rest, _AT_ONCE))
        self.query_one(PickList).put(self._numbers)
        self._count()
        if len(self._numbers) == _AT_ONCE:
            self.set_timer(0.02, self._search_on)

    def _search_on(self) -> None:
        more = list(islice(self._rest, _AT_ONCE))
        if more:
            self._numbers += more
            self.query_one(PickList).more(self._numbers)
            self.set_timer(0.005, self._search_on)
        self._count()

    def _count(self) -> None:
        names = [
            styled(f" {each.name} ", "reverse" if n == self._at else "")
            for n, each in enumerate(self._catalogues)
        ]
        count = styled(f"  {len(self._numbers)} 条", "$text-muted")
        title = styled(f"{self._title}  ", "bold")
        self.query_one("#title", Static).update(title + Content("").join(names) + count)

    def _row(self, number: int) -> Row:
        offer = self._offers[number]
        return shown(offer.text), offer.origin
