"""Frames filled for topics: a heading each, of fillers of the types that the frame asks for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from itertools import product

from drafter.drafting.occasion import Occasion
from drafter.drafting.stock import Stock
from drafter.model.phrase import Phrase, PhraseSet
from drafter.model.spec import Choice

_LETTER = re.compile("[A-Z]")
_MOST = 4
"""Fillers of one slot that are tried for a topic."""


def fillers_on(stock: Stock, occasion: Occasion) -> "Fillers":
    """Return the fillers of `stock` at `occasion`."""
    fillers = stock.kept("fillers", None, lambda: Fillers(stock.bank.phrases("fillers"), occasion))
    return fillers.at(occasion)


class Fillers:
    """The fillers of a bank, by type and topic; those that do not suit fill nothing."""

    def __init__(self, fillers: Iterable[Phrase], occasion: Occasion) -> None:
        self._occasion = occasion
        self._found: dict[tuple[str, str], list[Phrase]] = {}
        for each in fillers:
            if each.type:
                for topic in each.topics or ("",):
                    self._found.setdefault((each.type, topic), []).append(each)
        self._types = {name for name, _ in self._found}

    def at(self, occasion: Occasion) -> "Fillers":
        """Return the same fillers at another occasion."""
        other = copy(self)
        other._occasion = occasion
        return other

    def fits(self, frame: PhraseSet) -> bool:
        """Tell whether every letter of the frame has a type that there are fillers of."""
        letters = set(_LETTER.findall(frame.frame))
        typed = dict(frame.slots)
        return bool(letters) and all(typed.get(letter) in self._types for letter in letters)

    def filled(self, frame: PhraseSet, topics: Sequence[str], most: int) -> dict[str, Choice]:
        """Return headings for the first of `topics` that `frame` can be filled for, `most` at most.

        No two of them share a word, nor do the fillers of one.
        """
        used: set[str] = set()
        found: dict[str, Choice] = {}
        for topic in topics:
            if len(found) == most:
                break
            row = next(self._rows(frame, topic, used), None)
            if row is not None:
                used |= _words(phrase.text for phrase in row.values())
                found[topic] = _heading(frame, row)
        return found

    def _rows(self, frame: PhraseSet, topic: str, used: set[str]) -> Iterator[dict[str, Phrase]]:
        """Yield what may stand for the letters, in the order of the seed."""
        fixed = _words([_LETTER.sub("，", frame.frame)])
        letters = dict(frame.slots)
        columns = [self._column(frame, topic, name) for name in letters.values()]
        taken = fixed | used
        for phrases in product(*columns):
            words = [_words([phrase.text]) for phrase in phrases]
            if all(not each & taken for each in words) and _apart(words):
                yield dict(zip(letters, phrases, strict=True))

    def _column(self, frame: PhraseSet, topic: str, name: str) -> list[Phrase]:
        found = [*self._found.get((name, topic), ()), *self._found.get((name, ""), ())]
        suiting = filter(self._occasion.suits, found)
        return self._occasion.ranked(f"{frame.id}:{topic}:{name}", suiting)[:_MOST]


def _heading(frame: PhraseSet, row: dict[str, Phrase]) -> Choice:
    text = _LETTER.sub(lambda letter: row[letter[0]].text, frame.frame)
    fillers = tuple((letter, phrase.id) for letter, phrase in row.items())
    return Choice(text, frame.id, fillers=fillers)


def _words(texts: Iterable[str]) -> set[str]:
    """Return every two neighbouring characters of `texts`, and texts of a single one."""
    found: set[str] = set()
    for text in texts:
        found |= {text[at : at + 2] for at in range(len(text) - 1)} or {text}
    return {word for word in found if "，" not in word}


def _apart(words: Sequence[set[str]]) -> bool:
    """Tell whether no word stands in two of the sets."""
    return sum(map(len, words)) == len(set().union(*words))
