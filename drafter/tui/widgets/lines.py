"""Some lines of text that change at every key."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import ClassVar, Final

from rich.segment import Segment
from textual.cache import LRUCache
from textual.geometry import Size
from textual.strip import Strip

from drafter.tui.texts import breaks, shown
from drafter.tui.widgets.bare import Bare
from drafter.tui.widgets.still import Still

_KEPT = 100
"""Lines that are kept as they were drawn."""
Span = tuple[str, str]
"""A text, and the name of its style: one of `STYLES`."""
STYLES: Final = ("usual", "quiet", "strong", "key", "chosen", "warning")


class Lines(Still, Bare):
    """Paragraphs, broken by the rules for Chinese text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"lines--{style}" for style in STYLES}
    DEFAULT_CSS = "Lines { height: auto; }"

    def __init__(self, least: int, name: str) -> None:
        super().__init__(id=name)
        self._least = least
        """Lines that are kept free for texts to come."""
        self._paragraphs: Sequence[Sequence[Span]] = ()
        self._flowed: tuple[int, list[Sequence[Span]]] = (0, [])
        self._strips: LRUCache[tuple[int, Sequence[Span]], Strip] = LRUCache(_KEPT)

    @property
    def text(self) -> str:
        """Return what stands here."""
        return "\n".join("".join(text for text, _ in each) for each in self._paragraphs)

    def put(self, *paragraphs: Sequence[Span]) -> None:
        """Show `paragraphs`; the room changes when they need more, or less than there is."""
        if paragraphs == self._paragraphs:
            return
        self._paragraphs = paragraphs
        self._flowed = (0, [])
        width, height = self.size
        needed = max(len(self._lines(width)), self._least) if width else 0
        self.refresh(layout=needed != height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines."""
        return max(len(self._lines(width)), self._least)

    def render_line(self, y: int) -> Strip:
        """Return a line of the screen."""
        width = self.size.width
        lines = self._lines(width)
        key = width, tuple(lines[y] if y < len(lines) else ())
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._strip(*key)
        return strip

    def notify_style_update(self) -> None:
        """Draw all lines anew, in other colours."""
        self._strips.clear()
        super().notify_style_update()

    def _strip(self, width: int, spans: Sequence[Span]) -> Strip:
        style = self.get_component_rich_style
        strip = Strip([Segment(text, style(f"lines--{name}")) for text, name in spans])
        return strip.adjust_cell_length(width, style("lines--usual"))

    def _lines(self, width: int) -> list[Sequence[Span]]:
        if self._flowed[0] != width:
            self._flowed = (
                width,
                [line for each in self._paragraphs for line in _broken(each, width)],
            )
        return self._flowed[1]


def _broken(paragraph: Sequence[Span], width: int) -> list[Sequence[Span]]:
    """Return `paragraph` in lines of at most `width` cells."""
    said = [(shown(text), style) for text, style in paragraph]
    places = breaks("".join(text for text, _ in said), width)
    if not places:
        return [said]
    ends = list(accumulate((len(text) for text, _ in said), initial=0))
    lines: list[Sequence[Span]] = []
    for begin, end in pairwise((0, *places, ends[-1])):
        parts = (
            (text[max(begin - at, 0) : max(end - at, 0)], style)
            for (text, style), at in zip(said, ends, strict=False)
        )
        lines.append([part for part in parts if part[0]])
    return lines
