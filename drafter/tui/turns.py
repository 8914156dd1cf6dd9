"""Keys in their turn: none is taken before the one ahead of it has done all that it does.

A key that opens an editor or a dialog does so only after a way through several queues; what was
typed right behind it would meet the list that it was typed on, and be lost.
"""

from collections import deque
from collections.abc import Awaitable, Callable
from typing import Final

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget

Typed = events.Key | events.Paste
_PATIENCE = 2.0
"""Seconds that what is typed waits for the key ahead of it."""
_MOST_ROUNDS = 20
_EDITING: Final = frozenset({"backspace", "delete", "left", "right", "home", "end"})
"""Keys that a text which has the focus keeps for itself."""
_MOVING: Final = frozenset({"up", "down", "pageup", "pagedown"})
"""Keys that may be held down; elsewhere than in a text they do nothing but go to another row."""


class Turn(Message):
    """Follows a key through every queue; it is back when the key has been through."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class Turns:
    """Holds back what is typed until the key ahead of it is done."""

    def __init__(self, app: App[None], forward: Callable[[Typed], Awaitable[None]]) -> None:
        self._app = app
        self._forward = forward
        self._waiting: deque[Typed] = deque()
        self._is_busy = False
        self._is_pending = False
        """Whether a text or a row was gone to since all was quiet: changes may be under way."""
        self._number = 0
        self._rounds = 0
        self._at: tuple[Screen[object], Widget | None] | None = None
        self._timer: Timer | None = None

    @property
    def is_idle(self) -> bool:
        """Tell whether all that was typed has been taken."""
        return not (self._is_busy or self._waiting)

    async def take(self, event: Typed) -> None:
        """Take `event`, now or when its turn has come."""
        if self._is_busy or self._waiting or (self._is_pending and not self._is_slight(event)):
            self._waiting.append(event)
            self._timer = self._timer or self._app.set_timer(_PATIENCE, self._go_on)
            if not self._is_busy:
                self._begin()
        else:
            await self._do(event)

    async def back(self, turn: Turn) -> None:
        """Take what comes next, unless the key ahead has still to do."""
        if turn.number != self._number or not self._is_busy:
            return
        self._rounds += 1
        if self._is_moving and self._rounds < _MOST_ROUNDS:
            self._send()
        else:
            await self._go_on()

    async def _do(self, event: Typed) -> None:
        before, is_slight = self._place, self._is_slight(event)
        await self._forward(event)
        if is_slight and self._place == before:
            self._is_pending = True
        else:
            self._begin()

    def _begin(self) -> None:
        self._is_busy, self._is_pending, self._rounds = True, False, 0
        self._send()

    def _send(self) -> None:
        self._at = screen, focused = self._place
        self._number += 1
        if not (focused or screen).post_message(Turn(self._number)):  # it is about to go
            self._app.post_message(Turn(self._number))

    async def _go_on(self) -> None:
        self._is_busy = False
        if self._timer:
            self._timer.stop()
            self._timer = None
        waited, self._waiting = self._waiting, deque()
        while waited and not self._is_busy:
            await self.take(waited.popleft())
        self._waiting.extend(waited)
        if self._waiting and not self._timer:
            self._timer = self._app.set_timer(_PATIENCE, self._go_on)

    @property
    def _place(self) -> tuple[Screen[object], Widget | None]:
        return self._app.screen, self._app.focused

    @property
    def _is_moving(self) -> bool:
        """Tell whether there is another place for keys, or something is still under way."""
        widgets = self._app.screen.walk_children(with_self=True)
        return self._place != self._at or any(each.message_queue_size for each in widgets)

    def _is_slight(self, event: Typed) -> bool:
        """Tell whether `event` changes nothing but a text, or goes to another place in a list."""
        from textual.widgets import Input, TextArea  # the start is drawn without them

        is_text = isinstance(self._app.focused, (Input, TextArea))
        if isinstance(event, events.Paste):
            return is_text
        if is_text:
            return event.is_printable or event.key in _EDITING
        return event.key in _MOVING
