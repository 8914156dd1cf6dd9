"""The wizard for a speech under way or a new one; loaded when the start screen has been drawn."""

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from drafter.errors import DrafterError
from drafter.locations import user_drafts
from drafter.storage.bank.layers import bank_layers
from drafter.storage.drafts import DraftFile, new_draft
from drafter.tui.keeper import Keeper
from drafter.tui.screens.wizard import WizardScreen
from drafter.tui.workshop import begun, opened

_MUCH = 1 << 21
"""Bytes of phrases that take a moment to read."""
Failed = Callable[[DrafterError], None]


def takes_long() -> bool:
    """Tell whether there is so much to read that no key should wait for it."""
    files = (path for layer in bank_layers() for path in layer.folder.glob("*.yaml"))
    return sum(path.stat().st_size for path in files) > _MUCH


def resumed(path: Path, failed: Failed) -> WizardScreen:
    """Return the wizard on a draft, or on a spec as a new draft."""
    if path.parent.resolve() == user_drafts().resolve():
        with ExitStack() as held:  # what is written into it from now on is not ours
            file = held.enter_context(DraftFile(path, failed))
            workshop, session = opened(path)
            held.pop_all()
    else:
        workshop, session = opened(path)
        file = DraftFile(_place(path.stem), failed)
    return WizardScreen(Keeper(workshop, session, file), path)


def begun_anew(template: str, failed: Failed) -> WizardScreen:
    """Return the wizard on a new draft."""
    workshop, session = begun(template)
    file = DraftFile(_place(workshop.template.title), failed)
    return WizardScreen(Keeper(workshop, session, file))


def _place(name: str) -> Path:
    return new_draft(user_drafts(), name, datetime.now())
