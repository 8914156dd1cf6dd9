"""Whether one of the files that a session hangs on has changed."""

from collections.abc import Iterator
from pathlib import Path

from drafter.storage.bank_cache import State, state_of
from drafter.storage.layers import bank_layers
from drafter.storage.phrasebank import REJECTED
from drafter.tui.workshop import Workshop

Stamp = tuple[tuple[str, State], ...]


def stamp(workshop: Workshop) -> Stamp:
    """Return what changes whenever a phrase file, a rejection or the template does."""
    states = ((str(path), state_of(path)) for path in _files(workshop))
    return tuple((path, state) for path, state in states if state)


def _files(workshop: Workshop) -> Iterator[Path]:
    yield Path(workshop.template.path)
    for layer in bank_layers():
        yield layer.folder / REJECTED
        yield from (layer.folder / f"{kind}.yaml" for kind in workshop.template.plan.kinds)
