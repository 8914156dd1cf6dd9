"""Frames filled for topics: a heading each, of fillers of the types that the frame asks for."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from drafter.drafting.occasion import Occasion
from drafter.model.phrase import Phrase, PhraseSet

_LETTER = re.compile("[A-Z]")
_MOST = 4
"""Fillers of one slot that are tried for a topic."""


class Fillers:
    """The fillers of a bank that suit an occasion, by type and topic."""

    def __init__(self, fillers: Iterable[Phrase], occasion: Occasion) -> None:
        self._occasion = occasion
        self._found: dict[tuple[str, str], list[Phrase]] = {}
        for each in fillers:
            if each.type and occasion.suits(each):
                for topic in each.topics or ("",):
                    self._found.setdefault((each.type, topic), []).append(each)

    def fits(self, frame: PhraseSet) -> bool:
        """Tell whether every letter of the frame has a type that there are fillers of."""
        letters = set(_LETTER.findall(frame.frame))
        types = {name for name, _ in self._found}
        typed = dict(frame.slots)
        return bool(letters) and all(typed.get(letter) in types for letter in letters)

    def filled(self, frame: PhraseSet, topics: Sequence[str], most: int) -> dict[str, Phrase]:
        """Return headings for the first of `topics` that `frame` can be filled for, `most` at most.

        No two of them share a word, nor do the fillers of one.
        """
        used: set[str] = set()
        found: dict[str, Phrase] = {}
        for topic in topics:
            if len(found) == most:
                break
            row = next(self._rows(frame, topic, used), None)
            if row is not None:
                used |= _words(row.values())
                found[topic] = self._heading(frame, topic, row)
        return found

    def _rows(self, frame: PhraseSet, topic: str, used: set[str]) -> Iterator[dict[str, str]]:
        """Yield what may stand for the letters, in the order of the seed."""
        fixed = _words([_LETTER.sub("，", frame.frame)])
        letters = dict(frame.slots)
        columns = [self._column(frame, topic, name) for name in letters.values()]
        for texts in product(*columns):
            words = [_words([text]) for text in texts]
            taken = fixed | used
            if all(not each & taken for each in words) and _apart(words):
                yield dict(zip(letters, texts, strict=True))

    def _column(self, frame: PhraseSet, topic: str, name: str) -> list[str]:
        found = [*self._found.get((name, topic), ()), *self._found.get((name, ""), ())]
        ranked = self._occasion.ranked(f"{frame.id}:{topic}:{name}", found)
        return [each.text for each in ranked[:_MOST]] if found else []

    def _heading(self, frame: PhraseSet, topic: str, row: dict[str, str]) -> Phrase:
        text = _LETTER.sub(lambda letter: row[letter[0]], frame.frame)
        return Phrase(frame.id, text, frame.kind, (topic,), frame.era, frame.organs, frame.sources)


def _words(texts: Iterable[str]) -> set[str]:
    """Return every two neighbouring characters of `texts`, and texts of a single one."""
    found: set[str] = set()
    for text in texts:
        found |= {text[at : at + 2] for at in range(len(text) - 1)} or {text}
    return {word for word in found if "，" not in word}


def _apart(words: Sequence[set[str]]) -> bool:
    """Tell whether no word stands in two of the sets."""
    return sum(map(len, words)) == len(set().union(*words))
