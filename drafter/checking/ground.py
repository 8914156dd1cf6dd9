"""What entries are checked against: known names, and the words that give a source away."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from drafter.model.lexicon import Lexicon
from drafter.model.vocabulary import Home, Vocabulary

_SHORTEST = 2
"""Characters that every name of a place begins with in the index."""
_NEVER = "(?!)"
_NOT_BEFORE, _NOT_BEHIND = "(?<![安健完])", "(?![域场民])"
"""Neighbours with which 全区, 全市 are parts of other words."""


class Ground(NamedTuple):
    """Names that entries may use, and finders of what they must not hold."""

    slots: frozenset[str]
    topics: frozenset[str]
    organs: frozenset[str]
    places: Mapping[str, tuple[str, ...]]
    """Names of places by their first two characters, the longest first."""
    local: re.Pattern[str]
    """Words that name a level or its organs."""
    common: re.Pattern[str]
    """Formulations that belong to no time and no place."""
    dated: Mapping[str, str]
    """Formulation and the year it belongs to."""
    slot_of: Mapping[str, str]
    """Word and the slot that stands for it."""

    def places_in(self, text: str) -> Iterator[str]:
        """Yield the names of places that stand in `text`."""
        for at in range(len(text) - 1):
            for name in self.places.get(text[at : at + _SHORTEST], ()):
                if text.startswith(name, at):
                    yield name
                    break


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
        places=_indexed(lexicon.places),
        local=_local(vocabulary.levels, slot_of),
        common=re.compile(_any_of(word for word, year in eras.items() if not year)),
        dated={word: year for word, year in eras.items() if year},
        slot_of=slot_of,
    )


def _indexed(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for name in sorted(set(names), key=len, reverse=True):
        if len(name) >= _SHORTEST:
            index[name[:_SHORTEST]] = (*index.get(name[:_SHORTEST], ()), name)
    return index


def _any_of(words: Iterable[str]) -> str:
    ordered = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else _NEVER


def _local(levels: Iterable[str], words: Iterable[str]) -> re.Pattern[str]:
    """Find words that name a level, such as 全市 and 市委; 安全区域 and 全市场 are none."""
    named = _any_of(levels)
    return re.compile(_NOT_BEFORE + _any_of(w for w in words if re.search(named, w)) + _NOT_BEHIND)
