"""Levels, organs, and the words that follow from them."""

from collections.abc import Mapping
from typing import NamedTuple

Home = tuple[str, str]
"""Level and organ that a source speaks of."""


class Wording(NamedTuple):
    """An expression that gives a word, and where it stands (`file:line`)."""

    text: str
    where: str = ""


Words = Mapping[str, Wording]


class Vocabulary(NamedTuple):
    """Words by name; a level's words go before the common ones, an organ's before the level's."""

    words: Words = {}
    levels: Mapping[str, Words] = {}
    organs: Mapping[str, Words] = {}
    supplied: frozenset[str] = frozenset()
    """Slots that only a speech can fill, such as the number of its sections."""

    @property
    def slots(self) -> frozenset[str]:
        """Return the name of every slot that a phrase may use."""
        own = (*self.levels.values(), *self.organs.values())
        return self.supplied.union(self.words, *own)

    def of(self, level: str, organ: str) -> dict[str, Wording]:
        """Return the expressions in force for `level` and `organ`."""
        return {**self.words, **self.levels[level], **self.organs[organ]}
