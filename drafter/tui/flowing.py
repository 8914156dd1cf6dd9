"""Contents in lines that are broken by the rules for Chinese text."""

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

from drafter.tui.texts import breaks


class Flowing(Visual):
    """A content no line of which begins with a closing mark, or ends with an opening one."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self._broken: tuple[int, Content] = (0, content)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """Return the width of the longest line when none is broken."""
        return self.content.get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Return the number of lines."""
        return self._at(width).get_height(rules, width)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return the lines."""
        return self._at(width).render_strips(width, height, style, options)

    def _at(self, width: int) -> Content:
        if self._broken[0] != width:
            self._broken = width, _broken(self.content, width)
        return self._broken[1]


def _broken(content: Content, width: int) -> Content:
    lines = content.split(allow_blank=True)
    if all(line.cell_length <= width for line in lines):
        return content
    parts = [part for line in lines for part in line.divide(breaks(line.plain, width))]
    return Content("\n").join(parts)
