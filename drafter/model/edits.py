"""What is to change in the phrases of one kind."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from drafter.model.phrase import Entry

_NOTHING: Mapping[str, Mapping[str, object]] = MappingProxyType({})


class Edits(NamedTuple):
    """Changes to one kind of a phrasebank; every entry that none of them names stays as it is."""

    add: tuple[Entry, ...] = ()
    """Entries to append, in this order."""
    change: Mapping[str, Mapping[str, object]] = _NOTHING
    """Id to the keys that change, as a phrase file has them: texts, whole numbers, lists, mappings.

    None takes a key out.
    """
    drop: frozenset[str] = frozenset()
    """Ids of entries to take out."""

    def __bool__(self) -> bool:
        """Tell whether anything is to change."""
        return bool(self.add or self.change or self.drop)
