"""The wizard driven by keys, as a test sees it."""

import asyncio
import functools
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import ParamSpec

from textual import events
from textual.pilot import Pilot

from drafter.tui.app import DrafterApp
from drafter.tui.screens.finding import FindScreen
from drafter.tui.screens.wizard import WizardScreen

_CHARACTERS = {"space": " ", "enter": "\r", "tab": "\t"}
Driver = Pilot[None]
P = ParamSpec("P")


def walked(test: Callable[P, Awaitable[None]]) -> Callable[P, None]:
    """Run a test that waits for the screen."""

    @functools.wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        asyncio.run(test(*args, **kwargs))

    return run


class Walker:
    """Presses keys, and waits until the screen shows what they did."""

    def __init__(self, pilot: Driver) -> None:
        self.pilot = pilot
        self.keys = 0

    @property
    def app(self) -> DrafterApp:
        assert isinstance(self.pilot.app, DrafterApp)
        return self.pilot.app

    @property
    def wizard(self) -> WizardScreen:
        return next(s for s in self.app.screen_stack if isinstance(s, WizardScreen))

    async def press(self, *keys: str) -> None:
        for key in keys:
            self.keys += 1
            self.app.post_message(events.Key(key, key if len(key) == 1 else _CHARACTERS.get(key)))
            await self.settle()

    async def rush(self, *keys: str) -> None:
        """Press keys in one instant."""
        for key in keys:
            self.app.post_message(events.Key(key, key if len(key) == 1 else _CHARACTERS.get(key)))
        await self.settle()

    async def type(self, text: str) -> None:
        for character in text:
            self.app.post_message(events.Key(character, character))
        await self.settle()

    async def settle(self) -> None:
        await self.pilot.pause()
        for _ in range(200):
            waited = [s for s in self.app.screen_stack if isinstance(s, (WizardScreen, FindScreen))]
            if self.app.is_settled and all(screen.is_settled for screen in waited):
                break
            await self.pilot.pause(0.02)
        await self.pilot.pause()

    async def sees(self, text: str, there: bool = True) -> None:
        """Wait until `text` stands on the screen, or no longer does."""
        for _ in range(100):
            if (text in self.screen()) is there:
                return
            await self.pilot.pause(0.05)
        raise AssertionError(f"{text!r} {'not ' * there}in\n{self.screen()}")

    def number_listed(self) -> int:
        """Return how many phrases the list says it has."""
        line = next(line for line in self.screen().splitlines() if " 条" in line)
        return int(line.partition(" 条")[0].split()[-1])

    def screen(self) -> str:
        """Return what stands on the screen."""
        lines = self.app.screen._compositor.render_strips(self.app.size)
        return "\n".join(strip.text for strip in lines)


def app(spec: Path | None = None) -> DrafterApp:
    return DrafterApp(spec)
