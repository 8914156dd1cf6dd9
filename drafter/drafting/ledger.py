"""What has been said already: no phrase comes twice, nor nearly."""

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
_MARKS = str.maketrans(dict.fromkeys("，。；：！？、“”", " "))
_SHORTEST = 5


class Ledger:
    """The texts of one outline, without punctuation, and their clauses."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._clauses: set[str] = set()

    def has(self, text: str) -> bool:
        """Tell whether `text` or a clause of it is there, or lies in one that is there."""
        clauses = _clauses(text)
        whole = "".join(clauses)
        if any(whole in said or said in whole for said in self._texts):
            return True
        return any(len(clause) >= _SHORTEST and clause in self._clauses for clause in clauses)

    def add(self, text: str) -> None:
        """Enter `text`."""
        clauses = _clauses(text)
        if clauses:
            self._texts.append("".join(clauses))
            self._clauses.update(clauses)

    def first(self, texts: list[str]) -> bool:
        """Tell whether none of `texts` is there, nor one of them in another."""
        return len(self.fresh(texts, str)) == len(texts)

    def fresh(self, items: Iterable[T], said: Callable[[T], str]) -> list[T]:
        """Return the items whose text is not there, nor in that of an item before it."""
        trial = Ledger()
        found: list[T] = []
        for item in items:
            text = said(item)
            if not (self.has(text) or trial.has(text)):
                trial.add(text)
                found.append(item)
        return found


def _clauses(text: str) -> list[str]:
    return text.translate(_MARKS).split()
