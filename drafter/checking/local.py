"""Finders of names of places, and of words that name a level of administration."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

_SHORTEST = 2
"""Characters that every name of a place begins with in the index."""
_NEVER = "(?!)"
_NOT_BEFORE, _NOT_BEHIND = "(?<![安健完])", "(?![域场民])"
"""Neighbours with which 全区, 全市 are parts of other words."""

Index = Mapping[str, tuple[str, ...]]
"""Names of places by their first two characters, the longest first."""


@lru_cache(maxsize=4)
def indexed(names: tuple[str, ...]) -> Index:
    """Return the names of places by how they begin."""
    index: dict[str, tuple[str, ...]] = {}
    for name in sorted(set(names), key=len, reverse=True):
        if len(name) >= _SHORTEST:
            index[name[:_SHORTEST]] = (*index.get(name[:_SHORTEST], ()), name)
    return index


def places_in(text: str, index: Index) -> Iterator[tuple[int, str]]:
    """Yield the names of places in `text` and where each begins."""
    end = 0
    for at in range(len(text) - 1):
        names = index.get(text[at : at + _SHORTEST], ()) if at >= end else ()
        name = next((each for each in names if text.startswith(each, at)), "")
        if name:
            end = at + len(name)
            yield at, name


def any_word(words: Iterable[str]) -> str:
    """Return a pattern that finds the longest of `words`; nothing, if there are none."""
    ordered = sorted({word for word in words if word}, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})" if ordered else _NEVER


def local_words(words: Iterable[str]) -> re.Pattern[str]:
    """Find `words` that name a level, such as 全市 and 市委; 安全区域 and 全市场 are none."""
    return re.compile(_NOT_BEFORE + any_word(words) + _NOT_BEHIND)
