"""What a list of phrases is asked for, and what it answers."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.drafting.offers import Offer


class Catalogue(NamedTuple):
    """Phrases under a name, made when they are first looked at."""

    name: str
    offers: Callable[[], Sequence[Offer]]


class Asked(NamedTuple):
    """What is offered, and for what."""

    title: str
    catalogues: Sequence[Catalogue]
    template: Path
    several: bool = False
    """Whether more than one may be taken at once."""
    large: bool = False
    """Whether the phrases are so many that no key should wait for them."""


class Picked(NamedTuple):
    """What was picked, and whether it is to be edited before it is used."""

    offers: list[Offer]
    edit: bool = False
