"""The words that documents are read by, loaded when they are first asked for."""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from drafter.archive.reading import Setting
from drafter.mining.fillers import types_of
from drafter.model.lexicon import Lexicon
from drafter.model.vocabulary import Vocabulary
from drafter.storage.bank.phrasebank import load_bank
from drafter.storage.fingerprints import code_edition, edition
from drafter.storage.lexicon import load_lexicon
from drafter.storage.vocabulary import load_vocabulary


class Words:
    """Lexicon, vocabulary and known fillers of one folder."""

    def __init__(self, folder: Path, marked: bool = False) -> None:
        """Take the folder, and whether documents marked confidential are read too."""
        self._folder = folder
        self._marked = marked

    @cached_property
    def edition(self) -> str:
        """Return the fingerprint of the words and of the code that reads by them."""
        return edition(self._folder)

    @property
    def titles(self) -> Mapping[str, str]:
        """Return what the head of a phrase file says of its kind."""
        return self._lexicon.kinds

    @property
    def slots(self) -> frozenset[str]:
        """Return the slots that a phrase may use."""
        return self._vocabulary.slots

    def setting(self) -> Setting:
        """Return what a process needs to read documents."""
        from drafter.templating.replacing import replacements  # a run that reads nothing needs none

        fillers = load_bank(self._folder, ["fillers"], self.slots).phrases("fillers")
        slots = replacements(self._vocabulary)
        types = dict(types_of(fillers))
        return Setting(self._lexicon, slots, types, code_edition(), self._marked)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return load_lexicon(self._folder, places=True)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return load_vocabulary(self._folder)
