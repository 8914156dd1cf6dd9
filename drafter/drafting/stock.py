"""A phrasebank prepared for one template: what speech after speech asks of it is made once."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, Final, TypeVar

from drafter.drafting.phrases import Register, register
from drafter.model.phrase import Entry, Phrase, Phrasebank
from drafter.model.slots import slot_names
from drafter.model.template import Template

T = TypeVar("T")


class Stock:
    """A bank and what was last made of it; whoever has it makes nothing a second time."""

    def __init__(self, bank: Phrasebank, template: Template) -> None:
        self.bank: Final = bank
        self.template: Final = template
        self._kept: dict[str, tuple[object, Any]] = {}

    @cached_property
    def known(self) -> Register:
        """Return every phrase by its id."""
        return register(self.bank, self.template)

    def kept(self, name: str, key: object, make: Callable[[], T]) -> T:
        """Return what `make` makes, or made when `name` was last asked for with an equal `key`.

        It must hang on nothing else that may change; two threads at worst make the same.
        """
        found = self._kept.get(name)
        if found is None or found[0] != key:
            found = self._kept[name] = key, make()
        made: T = found[1]
        return made


def slots_of(entries: Iterable[Entry]) -> frozenset[str]:
    """Return the names of all slots in `entries`."""
    phrases = (
        phrase
        for entry in entries
        for phrase in ((entry,) if isinstance(entry, Phrase) else entry.members)
    )
    return frozenset(name for phrase in phrases for name in slot_names(phrase.text))
