"""A dialog that lists phrases, searched as one types and narrowed by what they are."""

import gc
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input

from drafter.drafting.offers import Offer
from drafter.model.phrase import Source
from drafter.storage.bank.sheets import Wanted
from drafter.storage.collector import collector_paused
from drafter.tui.filtering import Words
from drafter.tui.labels import line_of
from drafter.tui.screens.asked import Asked, Picked
from drafter.tui.screens.choosing import ChooseScreen
from drafter.tui.shelf import Facet, Shelf, value_name
from drafter.tui.widgets.key_line import KeyLine
from drafter.tui.widgets.lines import Lines, Span
from drafter.tui.widgets.pick_list import PickList, Row
from drafter.tui.widgets.search_field import SearchField
from drafter.tui.widgets.still import Frame

_AT_ONCE = 400
"""Rows that are looked for at once; more are when the end of the list comes in sight."""
_LINES = 3
"""Lines for the whole of a phrase; a longer one takes room from the list."""
_KEYS = {Facet.TOPIC: "G", Facet.ERA: "L", Facet.SOURCE: "N"}
"""Keys that narrow, with Ctrl: none of them does anything else in the wizard or in a field."""
_NAME = 16
"""Characters of a document's name in a row; the whole of it stands below."""


class FindScreen(ModalScreen[Picked | None]):
    """Search above, list in the middle, the whole of the highlighted text below."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "shift+tab", "turn", "换范围", key_display="Shift+Tab", show=False, priority=True
        ),
        *(
            Binding(
                f"ctrl+{key.lower()}", f"narrow('{facet.name}')", f"按{facet.value}筛",
                show=False, key_display=f"^{key}",
            )
            for facet, key in _KEYS.items()
        ),
        Binding("up", "move(-1)", "上一条", key_display="↑", show=False),
        Binding("down", "move(1)", "下一条", key_display="↓", show=False),
        Binding("pageup", "move(-10)", "往上翻", key_display="PgUp", show=False),
        Binding("pagedown", "move(10)", "往下翻", key_display="PgDn", show=False),
    ]  # fmt: skip

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        self.shelf = Shelf(())
        self.refused: frozenset[str] = frozenset()
        """Texts that are wanted no more, and ids of the phrases and sets that are not."""
        self.is_settled = False
        """Whether the phrases are there."""
        self._at = 0
        self._filters: dict[Facet, str] = {}
        self._words = Words()
        self._near = False
        self._numbers: list[int] = []
        self._rest: Iterator[int] = iter(())
        self._text = ""
        """The text that was highlighted last."""
        self._told: str | None = None
        """The text that was highlighted when something was told in its place; empty for none."""

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Frame(classes="dialog"):
            yield Lines(2, "title")
            yield SearchField(placeholder="输入几个字、拼音或首字母来找", compact=True)
            yield PickList(self._row)
            yield Lines(_LINES, "whole")
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the first catalogue."""
        self.fetch()
        self.run_worker(self._words.warm, thread=True)
        self.watch(self.query_one(Input), "value", self._typed, init=False)

    @property
    def listed(self) -> PickList:
        """Return the list."""
        return self.query_one(PickList)

    @property
    def offer(self) -> Offer | None:
        """Return what is highlighted."""
        number = self.listed.number
        return None if number is None else self.shelf.offers[number]

    @property
    def _whole(self) -> Lines:
        return self.query_one("#whole", Lines)

    def say(self, text: str) -> None:
        """Tell `text` where the whole of a phrase stands, until another is highlighted."""
        self._told = self.offer.text if self.offer else ""
        self._whole.put([(text, "warning")])

    def action_turn(self) -> None:
        """Look through the next catalogue."""
        self._at = (self._at + 1) % len(self.asked.catalogues)
        self._filters.clear()
        self.fetch()

    def action_move(self, by: int) -> None:
        """Highlight another row."""
        self.listed.move(by)

    def action_narrow(self, name: str) -> None:
        """Ask for the value of a facet, and list what has it."""
        facet = Facet[name]
        values = self.shelf.values(facet)
        names = sorted(values, key=lambda value: (not value, -len(values[value]), value))
        rows = [("全部", f"{len(self.shelf.offers)} 条")]
        rows += [(value_name(facet, each), f"{len(values[each])} 条") for each in names]
        now = self._filters.get(facet)

        def answered(number: int | None) -> None:
            if number is not None:
                self._filters.pop(facet, None)
                self._filters |= {facet: names[number - 1]} if number else {}
                self.search()

        at = names.index(now) + 1 if now in names else 0
        self.app.push_screen(ChooseScreen(f"按{facet.value}筛", rows, at), answered)

    def _typed(self) -> None:
        """List what holds the words typed, while the key is handled: both are drawn at once."""
        self.search()

    def on_pick_list_moved(self) -> None:
        """Show the whole of a text and its source."""
        self._show_whole()

    def on_pick_list_ended(self) -> None:
        """Look for more rows."""
        more = list(islice(self._rest, _AT_ONCE))
        if more:
            self._numbers += more
            self.listed.more(self._numbers)
            self.count()

    def _show_whole(self) -> None:
        offer = self.offer
        self._text = offer.text if offer else ""
        if self._told == self._text:
            return
        self._told = None
        self._whole.put(self._facts(offer) if offer else ())

    def _facts(self, offer: Offer) -> list[Span]:
        group = f"整组 {offer.group} 句，不再要就整组不要" if offer.group > 1 else ""
        source = offer.source
        origin = line_of(source.document, source.line, self.asked.template.name)
        told = (group, origin, "、".join(offer.topics), offer.era)
        return [(offer.text, "usual"), ("  " + "  ".join(filter(None, told)), "quiet")]

    # phrases

    def renew(self) -> None:
        """Get the phrases again: their files have changed."""
        self.fetch()

    def fetch(self) -> None:
        """Get the phrases of the catalogue at hand."""
        offers = self.asked.catalogues[self._at].offers
        if self.asked.large:
            self.is_settled = False
            self._fetch(offers)
        else:
            self._put(Shelf(offers()))

    @work(thread=True, exclusive=True, group="offers")
    def _fetch(self, offers: Callable[[], Sequence[Offer]]) -> None:
        with collector_paused():
            shelf = Shelf(offers())
            shelf.warm(self._words.wanted("zz"))
        gc.freeze()  # to look for garbage among so much would hold up a key
        self.app.call_from_thread(self._put, shelf)

    def _put(self, shelf: Shelf) -> None:
        if not self.is_attached:  # closed before the phrases were there
            return
        self.shelf, self.is_settled = shelf, True
        self.listed.marked.clear()
        self.listed.forget()
        self.search(stay=True)

    def search(self, stay: bool = False) -> None:
        """List what is looked for, from the top, or from where the user is."""
        typed = self.query_one(Input).value
        text, at = self._text, self.listed.at
        self._begin(self._words.wanted(typed))
        self._near = False
        if not self._numbers and (near := self._words.nearly(typed)):
            self._begin(near)
            self._near = bool(self._numbers)
        self.listed.nothing = self._way_out() if self.is_settled else ""
        self.listed.put(self._numbers)
        if stay:
            texts = [self.shelf.offers[number].text for number in self._numbers]
            self.listed.move(texts.index(text) if text in texts else at)
        else:
            self._told = None
        self._show_whole()
        self.count()

    def _begin(self, words: Sequence[Wanted]) -> None:
        found = self.shelf.found(words, self._filters)
        offers, refused = self.shelf.offers, self.refused
        self._rest = (n for n in found if not _is_one(offers[n], refused)) if refused else found
        self._numbers = list(islice(self._rest, _AT_ONCE))

    def count(self) -> None:
        """Show how many phrases there are, and which."""
        number = self._number()
        names = [
            (f" {each.name} ", "chosen" if n == self._at else "usual")
            for n, each in enumerate(self.asked.catalogues)
        ]
        first = [(f"{self.asked.title}  ", "strong"), ("Shift+Tab ", "key"), *names]
        self.query_one("#title", Lines).put([*first, (number, "quiet")], self._narrowed())

    def _number(self) -> str:
        if not self.is_settled:
            return "  正在取短语…"
        marked = f"，选了 {len(self.listed.marked)} 条" if self.listed.marked else ""
        near = "，差一个字母" if self._near else ""
        more = "以上" if len(self._numbers) % _AT_ONCE == 0 and self._numbers else ""
        return f"  {len(self._numbers)} 条{more}{near}{marked}"

    def _narrowed(self) -> list[Span]:
        """Return what the list is narrowed by, with the keys that narrow it."""
        parts: list[Span] = []
        for facet, key in _KEYS.items():
            value = self._filters.get(facet)
            said = "全部" if value is None else value_name(facet, value)
            parts += [(f"^{key} ", "key"), (f"{facet.value}：", "quiet")]
            parts.append((f"{said}  ", "quiet" if value is None else "strong"))
        return parts

    def _way_out(self) -> str:
        """Return what to do when nothing is found."""
        keys = [(key, facet) for facet, key in _KEYS.items() if facet in self._filters]
        if keys:
            told = (f"按 Ctrl+{key} 放宽{facet.value}（选“全部”）" for key, facet in keys)
            return f"没有找到，{'，或'.join(told)}"
        others = [each.name for n, each in enumerate(self.asked.catalogues) if n != self._at]
        said = "按 Ctrl+U 清空再找"
        return f"没有找到，{said}" + (f"，或按 Shift+Tab 换到{'、'.join(others)}" if others else "")

    def _row(self, number: int) -> Row:
        offer = self.shelf.offers[number]
        group = f"整组 {offer.group} 句  " if offer.group > 1 else ""
        return offer.text, f"{group}{_short(offer.source, self.asked.template.name)}"


def _is_one(offer: Offer, refused: frozenset[str]) -> bool:
    return offer.text in refused or offer.choice.id.partition(".")[0] in refused


def _short(source: Source, template: str) -> str:
    """Return document and line, the name no longer than leaves room for the phrase."""
    name = source.document
    if name != template and len(name) > _NAME:
        name = f"{name[:_NAME]}…"
    return line_of(name, source.line, template)
