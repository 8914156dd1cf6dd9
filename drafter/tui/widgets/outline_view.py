"""The outline as it stands, with the current place marked."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from drafter.drafting.length import pace, spoken
from drafter.exporters.numbering import Numbered, numbered, run_in
from drafter.model.outline import (
    PENDING,
    Heading,
    Node,
    Note,
    Outline,
    Point,
    Salutation,
    Title,
)
from drafter.model.spec import Spec
from drafter.tui.flowing import Flowing
from drafter.tui.texts import styled
from drafter.tui.widgets.rows import Rows


class OutlineView(Vertical):
    """Length and gaps above, then the lines; the place that is worked on is highlighted."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: list[str] = []

    def compose(self) -> ComposeResult:
        """Lay out head and lines."""
        yield Static("", id="summary")
        yield Rows()

    @property
    def rows(self) -> Rows:
        """Return the lines."""
        return self.query_one(Rows)

    def on_mount(self) -> None:
        """Stay out of the way of the keys."""
        self.rows.can_focus = False

    def put(self, outline: Outline, full: Spec) -> None:
        """Show `outline`, which `full` asked for."""
        self.query_one("#summary", Static).update(Flowing(summary(outline, full)))
        self._texts = [node.text for node in outline.nodes]
        self.rows.put(lines(outline))

    def point(self, text: str) -> None:
        """Highlight the line that holds `text`, and scroll to it."""
        at = (n for n, line in enumerate(self._texts) if text and text in line)
        self.rows.highlighted = next(at, None)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take a click for nothing but a look."""
        event.stop()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell nobody: the pane is not meant."""
        event.stop()


def summary(outline: Outline, full: Spec) -> Content:
    """Return length and number of gaps in a line: minutes beside those that `full` asks for."""
    said = spoken(node for node in outline.nodes if not isinstance(node, (Title, Note)))
    text = f"{said} 字，{_minutes(said, full)} 分钟"
    if outline.length:
        least, most = (sum(getattr(b, n) for b in outline.length) for n in ("least", "most"))
        text += f"；计划 {full.minutes} 分钟，{least} 到 {most} 字"
    parts = [styled(text, "$text-muted")]
    if outline.missing:
        parts.append(styled(f"待补 {len(outline.missing)} 处", "$text-warning"))
    return Content("  ").join(parts)


def _minutes(said: int, full: Spec) -> str:
    found = said / pace(full.rate).usual
    return f"约 {found:.0f}" if found >= 1 else "不到 1"


def lines(outline: Outline) -> list[Content]:
    """Return the lines of `outline`, sections with their length beside what is planned."""
    planned = {each.name: each for each in outline.length}
    found: list[Content] = []
    for each in numbered(outline.nodes):
        budget = planned.get(f"{each.number}{each.node.text}")
        more = f"  {budget.present}/{budget.aim}" if budget else ""
        found.append(content(each) + styled(more, "$text-muted"))
    return found


def content(each: Numbered) -> Content:
    """Return a line of the outline, what is pending marked."""
    node = each.node
    said = run_in(node, each.number) if isinstance(node, Point) else f"{each.number}{node.text}"
    text = styled(_indent(node) + said, _style(node))
    for gap in PENDING.finditer(text.plain):
        text = text.stylize("$text-warning", gap.start(), gap.end())
    return text


def _indent(node: Node) -> str:
    return "" if isinstance(node, (Title, Note, Salutation)) else "　　"


def _style(node: Node) -> str:
    match node:
        case Title():
            return "bold"
        case Heading(level=1):
            return "bold $accent"
        case Note():
            return "$text-muted"
        case _:
            return ""
