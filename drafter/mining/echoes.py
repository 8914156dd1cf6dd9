"""Sentences of one paragraph that open alike (在A上抓好统筹，在B上抓好统筹)."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from drafter.mining.neighbours import answering
from drafter.mining.sentences import Sentence

_LENGTH = range(5, 25)
"""Characters of an opening clause that may be echoed."""
_REACH = 4
"""Sentences back in which the clause before may stand."""
_LEAST = 3
_RECENT = 4
"""Groups back that a clause may go on with."""

Place = tuple[int, str]
"""The number of a sentence in its paragraph, and a clause of it."""
Echo = tuple[Sentence, tuple[str, ...]]
"""The first of the sentences, and the clauses that open them."""


def echoes(sentences: Sequence[Sentence]) -> Iterator[Echo]:
    """Yield the groups of three and more opening clauses that answer one another."""
    for _, group in groupby(sentences, attrgetter("paragraph")):
        together = list(group)
        if len(together) >= _LEAST:
            yield from _of_paragraph(together)


def _of_paragraph(sentences: Sequence[Sentence]) -> Iterator[Echo]:
    opened = [sentence.text.partition("，") for sentence in sentences]
    if len([1 for clause, _, rest in opened if rest and len(clause) in _LENGTH]) < _LEAST - 1:
        return
    groups: list[list[Place]] = []
    waiting: deque[Place] = deque(maxlen=2 * _REACH)
    for number, (clause, _, rest) in enumerate(opened):
        if _may_echo(clause, rest) and _joined(number, clause, groups, waiting):
            continue
        waiting.append((number, clause))
        if rest:
            waiting.append((number, rest.partition("，")[0]))
    for group in groups:
        if len(group) >= _LEAST:
            yield sentences[group[0][0]], tuple(clause for _, clause in group)


def _may_echo(clause: str, rest: str) -> bool:
    return rest != "" and len(clause) in _LENGTH


def _joined(number: int, clause: str, groups: list[list[Place]], waiting: deque[Place]) -> bool:
    """Put a clause into the group it goes on with, or make one of it and an earlier clause."""
    head, tail = clause[:2], clause[-2:]
    for group in groups[: -_RECENT - 1 : -1]:
        at, before = group[-1]
        if number - at > _REACH or not (head in before or before.endswith(tail)):
            continue
        if answering(before, clause) == before:
            group.append((number, clause))
            return True
    for at, before in reversed(waiting):
        if number - at > _REACH:
            break
        if (head in before or before.endswith(tail)) and (member := answering(before, clause)):
            groups.append([(at, member), (number, clause)])
            return True
    return False
