"""The layers that a bank command looks at, read with where each entry stands."""

from collections.abc import Collection, Sequence
from pathlib import Path

from drafter.cli.bank_entries import Shelved, homes_in, shelved_of
from drafter.cli.targets import named
from drafter.errors import InputError
from drafter.locations import shipped_phrasebank
from drafter.model.phrase import Phrasebank
from drafter.model.slots import nearest
from drafter.storage.bank.layers import Layer, bank_layers
from drafter.storage.bank.phrasebank import known_kinds, load_bank


def layers_of(banks: Sequence[str]) -> tuple[Layer, ...]:
    """Return the layers that are there; those named by `--bank` have to be."""
    for name in banks:
        named("--bank", name)
    return bank_layers([Path(name) for name in banks])


def kinds_asked(kind: str | None, layers: Sequence[Layer]) -> list[str] | None:
    """Return the kinds to read, None for all; one that no layer has is refused."""
    if kind is None:
        return None
    known = sorted({each for layer in layers for each in known_kinds(layer.folder)})
    if kind not in known:
        like = nearest(kind, known)
        remedy = f"是不是 {like}？" if like else "现有：" + "、".join(known)
        raise InputError(f"没有“{kind}”这种短语", where="drafter bank list", remedy=remedy)
    return [kind]


def read_layer(layer: Layer, kinds: Collection[str] | None) -> Phrasebank:
    """Return what one layer says, before it is laid over the others."""
    from drafter.storage.vocabulary import load_vocabulary  # a search has no need of YAML

    return load_bank(layer.folder, kinds, load_vocabulary(shipped_phrasebank()).slots)


def shelved_in(layers: Sequence[Layer], kinds: Collection[str] | None) -> list[Shelved]:
    """Return the entries that all layers make together, each with its home."""
    whole = Phrasebank()
    homes: dict[tuple[str, str], Shelved] = {}
    for layer in layers:
        bank = read_layer(layer, kinds)
        homes.update(homes_in(layer, bank))
        whole = whole.with_layer(bank)
    return list(shelved_of(whole, homes))
