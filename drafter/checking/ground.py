"""What entries are checked against: known names, and the words that give a source away."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from drafter.checking.local import Index, any_word, indexed, local_words, places_in
from drafter.model.lexicon import Lexicon
from drafter.model.vocabulary import Home, Vocabulary


class Ground(NamedTuple):
    """Names that entries may use, and finders of what they must not hold."""

    slots: frozenset[str]
    topics: frozenset[str]
    organs: frozenset[str]
    places: Index
    local: re.Pattern[str]
    """Words that name a level or its organs."""
    common: re.Pattern[str]
    """Formulations that belong to no time and no place."""
    dated: Mapping[str, str]
    """Formulation and the year it belongs to."""
    slot_of: Mapping[str, str]
    """Word and the slot that stands for it."""

    def places_in(self, text: str) -> list[str]:
        """Return the names of places that stand in `text`."""
        return [name for _, name in places_in(text, self.places)]


def ground(
    lexicon: Lexicon, vocabulary: Vocabulary, words: Mapping[Home, Mapping[str, str]]
) -> Ground:
    """Return what to check against; `words` are the words of each home and their slots."""
    eras = lexicon.eras
    slot_of = {word: slot for table in words.values() for word, slot in table.items()}
    return Ground(
        slots=vocabulary.slots,
        topics=frozenset(lexicon.topics),
        organs=frozenset(vocabulary.organs),
        places=indexed(tuple(lexicon.places)),
        local=_of_levels(vocabulary.levels, slot_of),
        common=re.compile(any_word(word for word, year in eras.items() if not year)),
        dated={word: year for word, year in eras.items() if year},
        slot_of=slot_of,
    )


def _of_levels(levels: Iterable[str], words: Iterable[str]) -> re.Pattern[str]:
    """Find `words` that name one of `levels`."""
    named = re.compile(any_word(levels))
    return local_words(word for word in words if named.search(word))
