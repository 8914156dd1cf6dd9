"""Several outlines of one spec that differ as much as the phrasebank allows."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from drafter.drafting.origins import choices
from drafter.model.spec import Spec

_POOL = 8
"""Seeds that are tried for each variant wanted."""
_MOST = 80
"""Seeds that are tried at most."""


class Variant(NamedTuple):
    """A spec with every choice made, and how little it has in common with those before it."""

    spec: Spec
    distance: float = 1.0


def variants(spec: Spec, number: int, complete: Callable[[Spec], Spec]) -> list[Variant]:
    """Return up to `number` variants of `spec`, the first with its own seed.

    Each next one is, of the seeds tried, the one whose nearest neighbour among those before is
    farthest away; what only repeats one of them is left out.
    """
    seeds = islice(_seeds(spec.seed), min(number * _POOL, max(_MOST, number)))
    pool = [complete(spec._replace(seed=seed)) for seed in seeds]
    said = [frozenset(_said(each)) for each in pool]
    near = [_distance(said[0], each) for each in said]
    found = [Variant(pool[0])]
    while len(found) < number and (farthest := max(near)) > 0:
        at = near.index(farthest)
        found.append(Variant(pool[at], farthest))
        near = [min(old, _distance(said[at], each)) for old, each in zip(near, said, strict=True)]
    return found


def _seeds(seed: str) -> Iterator[str]:
    """Yield `seed` and those that follow it."""
    yield seed
    start, whole = (int(seed), True) if seed.isdecimal() and len(seed) < 9 else (1, False)
    for step in range(1, _MOST * _POOL):
        yield str(start + step) if whole else f"{seed}-{start + step}"


def _said(spec: Spec) -> Iterable[tuple[str, str]]:
    """Yield what was chosen, and of which sets."""
    for part, choice in choices(spec):
        yield part, choice.text
        yield part, choice.id.rpartition(".")[0] or choice.id


def _distance(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> float:
    """Return the share of what both say that only one of them says (Jaccard)."""
    both = len(one | other)
    return 1 - len(one & other) / both if both else 0.0
