"""The keys that work now, in one line; what does not fit is left to the help."""

from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style

from drafter.tui.texts import joined
from drafter.tui.widgets.still import StillText

_KEY = "key"
_HELP = "help"
"""The action that always has room: it names the keys that have none."""


class KeyLine(StillText):
    """Keys and what they do, those of the focused widget first."""

    DEFAULT_CLASSES: ClassVar[str] = "bar"

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def on_unmount(self) -> None:
        """Follow it no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def on_resize(self) -> None:
        """Show as many keys as fit."""
        self._put()

    def on_click(self, event: events.Click) -> None:
        """Do as if the key had been pressed."""
        key = event.style.meta.get(_KEY)
        if key:
            self.app.simulate_key(key)

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if screen is self.screen and self.is_attached:
            self._put()

    def _put(self) -> None:
        active = self.screen.active_bindings.items()
        inmost_first = sorted(active, key=lambda each: -len(each[1].node.ancestors))
        keys: dict[str, Content] = {}
        for key, (_, binding, enabled, _) in inmost_first:
            if binding.show and enabled:
                keys.setdefault(binding.action, self._shown(key, binding))
        last = keys.pop(_HELP, Content())
        line, room = Content(), self.size.width - last.cell_length
        for each in keys.values():
            if line.cell_length + each.cell_length > room:
                break
            line += each
        self.update(line + last)

    def _shown(self, key: str, binding: Binding) -> Content:
        said = joined(
            (f" {self.app.get_key_display(binding)}", "bold $accent"),
            (f" {binding.description} ", ""),
        )
        return said.stylize(Style.from_meta({_KEY: key}))
