"""The outline as it stands, with the current place marked."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

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

    def put(self, outline: Outline) -> None:
        """Show `outline`."""
        self.query_one("#summary", Static).update(summary(outline))
        self._texts = [node.text for node in outline.nodes]
        self.rows.put([content(each) for each in numbered(outline.nodes)])

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


def summary(outline: Outline) -> Content:
    """Return length and number of gaps in a line."""
    present = sum(each.present for each in outline.length)
    said = sum(len(node.text) for node in outline.nodes)
    parts = [styled(f"约 {said} 字", "$text-muted")]
    if outline.length:
        least, most = (sum(getattr(b, n) for b in outline.length) for n in ("least", "most"))
        parts = [styled(f"{present} 字，应讲 {least} 到 {most} 字", "$text-muted")]
    if outline.missing:
        parts.append(styled(f"待补 {len(outline.missing)} 处", "$text-warning"))
    return Content("  ").join(parts)


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
