"""Widgets that draw their own lines: no border, no padding and no tint would change them."""

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget


class Bare(Widget):
    """Gives the lines that `render_line` makes, as they are."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in `crop`."""
        strips = [self.render_line(y) for y in crop.line_range]
        if filters := self.get_line_filters():
            _, background = self.background_colors
            for each in filters:
                strips = [strip.apply_filter(each, background) for strip in strips]
        return [strip.crop(*crop.column_span) for strip in strips]
