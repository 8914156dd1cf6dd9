"""The outline as it stands, with the current place marked."""

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

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


class Line(Static):
    """A node of the outline."""

    def __init__(self, each: Numbered) -> None:
        super().__init__(content(each))
        self.text = each.node.text


class OutlineView(VerticalScroll):
    """Scrolls through the nodes of an outline."""

    def compose(self) -> ComposeResult:
        """Leave the head for length and gaps."""
        yield Static("", id="summary")

    def put(self, outline: Outline) -> None:
        """Show `outline`; lines that stay are left as they are."""
        self.query_one("#summary", Static).update(summary(outline))
        wanted = list(numbered(outline.nodes))
        lines = list(self.query(Line))
        for line, each in zip(lines, wanted, strict=False):
            line.text = each.node.text
            line.update(content(each))
        for line in lines[len(wanted) :]:
            line.remove()
        self.mount_all(Line(each) for each in wanted[len(lines) :])

    def point(self, text: str) -> None:
        """Mark the line that holds `text`, and scroll to it."""
        found = [line for line in self.query(Line) if text and text in line.text]
        for line in self.query(Line):
            line.set_class(line in found[:1], "at")
        if found:
            self.scroll_to_widget(found[0], animate=False)


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
