"""The layers of the phrasebank: what ships, what is the user's, what lies here, what is named."""

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from pathlib import Path
from typing import NamedTuple

from drafter.locations import shipped_phrasebank, user_phrasebank
from drafter.model.phrase import Change, Phrasebank
from drafter.storage.bank.phrasebank import load_bank
from drafter.storage.files import folder as checked
from drafter.storage.files import is_folder

SHIPPED, USER, HERE, GIVEN = "自带", "个人", "当前文件夹", "--bank"


class Layer(NamedTuple):
    """A folder of phrase files, and what it is called."""

    name: str
    folder: Path


class Idle(NamedTuple):
    """A change that found no entry to change, and where it stands."""

    layer: Layer
    path: Path
    change: Change


def bank_layers(own: Sequence[Path] = ()) -> tuple[Layer, ...]:
    """Return the layers that are there, the later ones winning; `own` are folders the user named.

    A folder counts once, where it comes first.
    """
    usual = [
        Layer(SHIPPED, shipped_phrasebank()),
        Layer(USER, user_phrasebank()),
        Layer(HERE, Path("phrasebank")),
    ]
    given = [Layer(GIVEN, checked(folder)) for folder in own]
    layers: dict[object, Layer] = {}
    for layer in (*usual, *given):
        if is_folder(layer.folder):
            layers.setdefault(_identity(layer.folder), layer)
    return tuple(layers.values())


def _identity(folder: Path) -> object:
    """Return what tells a folder from every other, by whatever path it is reached."""
    found = folder.stat()
    return (found.st_dev, found.st_ino) if found.st_ino else folder.resolve()


def load_layers(
    layers: Sequence[Layer],
    kinds: Iterable[str] | None = None,
    slots: frozenset[str] | None = None,
) -> Phrasebank:
    """Return the phrases of `kinds` (of every kind without it), as the layers add up.

    `slots` are the slots that a phrase may use; without them the shipped vocabulary tells.
    """
    return reduce(Phrasebank.with_layer, _banks(layers, kinds, slots), Phrasebank())


def idle_changes(layers: Sequence[Layer], slots: frozenset[str] | None = None) -> tuple[Idle, ...]:
    """Return the changes whose id no earlier layer has, or whose keys its entry cannot have."""
    found: list[Idle] = []
    bank = Phrasebank()
    for layer, later in zip(layers, _banks(layers, None, slots), strict=True):
        bank = Phrasebank(bank.entries).with_layer(later)
        found += (Idle(layer, layer.folder / f"{c.kind}.yaml", c) for c in bank.changes)
    return tuple(found)


def _banks(
    layers: Sequence[Layer], kinds: Iterable[str] | None, slots: frozenset[str] | None
) -> Iterator[Phrasebank]:
    if slots is None:
        from drafter.storage.vocabulary import load_vocabulary

        slots = load_vocabulary(shipped_phrasebank()).slots
    asked = None if kinds is None else tuple(kinds)
    for layer in layers:
        yield load_bank(layer.folder, asked, slots)
