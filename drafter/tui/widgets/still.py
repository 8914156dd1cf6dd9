"""Widgets that change less often than those beside them are drawn."""

from typing import Self

from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static


class Still(Widget):
    """Gives the lines that were drawn last as long as nothing has changed.

    A compositor asks all widgets for their lines whenever one of them has changed.
    """

    _drawn: tuple[Region, list[Strip]] | None = None

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Draw anew."""
        self._drawn = None
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        """Draw anew, in other colours."""
        self._drawn = None
        super().notify_style_update()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines in `crop`."""
        if self._drawn is None or self._drawn[0] != crop:
            self._drawn = crop, super().render_lines(crop)
        return self._drawn[1]


class StillText(Still, Static):
    """A text that seldom changes."""


class Frame(Still, Vertical):
    """What other widgets stand in."""
