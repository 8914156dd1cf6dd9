"""A dialog to choose topics and their order."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from drafter.model.template import Span
from drafter.tui.texts import joined
from drafter.tui.widgets.key_line import KeyLine
from drafter.tui.widgets.rows import Rows


class TopicsScreen(ModalScreen[list[str] | None]):
    """The chosen topics first, in their order; then the others."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "好了", key_display="回车", priority=True),
        Binding("space", "turn", "选/不选", key_display="空格", priority=True),
        Binding("ctrl+up,K", "move(-1)", "上移", key_display="K"),
        Binding("ctrl+down,J", "move(1)", "下移", key_display="J"),
        Binding("escape", "dismiss", "不改", key_display="Esc"),
    ]

    def __init__(self, topics: Sequence[str], chosen: Sequence[str], span: Span) -> None:
        super().__init__()
        self._chosen = [topic for topic in chosen if topic in topics]
        self._topics = [*self._chosen, *(t for t in topics if t not in self._chosen)]
        self._span = span

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog small"):
            yield Static(id="title")
            yield Rows()
            yield KeyLine()

    def on_mount(self) -> None:
        """Show the topics."""
        self._put(0)
        self.set_focus(self.query_one(Rows))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Choose the topic that was clicked, or choose it no more."""
        event.stop()
        self.action_turn()

    def action_turn(self) -> None:
        """Choose the topic, or choose it no more."""
        topic = self._topics[self.query_one(Rows).at]
        if topic in self._chosen:
            self._chosen.remove(topic)
        elif len(self._chosen) < self._span.most:
            self._chosen.append(topic)
        else:
            self.app.bell()
        self._put()

    def action_move(self, by: int) -> None:
        """Move the topic among the chosen ones."""
        topic = self._topics[self.query_one(Rows).at]
        if topic in self._chosen:
            at = self._chosen.index(topic)
            self._chosen.remove(topic)
            self._chosen.insert(max(at + by, 0), topic)
            self._topics = [*self._chosen, *(t for t in self._topics if t not in self._chosen)]
            self._put(self._topics.index(topic))

    def action_take(self) -> None:
        """Take what is chosen."""
        self.dismiss(list(self._chosen) or None)

    def _put(self, at: int | None = None) -> None:
        span = self._span
        said = f"选了 {len(self._chosen)} 个，{span.least} 到 {span.most} 个为宜"
        self.query_one("#title", Static).update(joined(("主题  ", "bold"), (said, "$text-muted")))
        self.query_one(Rows).put([joined(*self._row(topic)) for topic in self._topics], at)

    def _row(self, topic: str) -> list[tuple[str, str]]:
        if topic not in self._chosen:
            return [("    ", ""), (topic, "")]
        return [(f" {self._chosen.index(topic) + 1}  ", "bold $accent"), (topic, "bold")]
