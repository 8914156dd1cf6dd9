"""Sentences of one paragraph that open alike (在A上抓好统筹，在B上抓好统筹)."""

from collections.abc import Iterator, Sequence

from drafter.mining.neighbours import answering
from drafter.mining.sentences import Sentence

_LENGTH = range(5, 25)
"""Characters of an opening clause that may be echoed."""
_REACH = 4
"""Sentences back in which the clause before may stand."""
_LEAST = 3
_RECENT = 4
"""Groups back that a clause may go on with."""

Echo = tuple[Sentence, tuple[str, ...]]
"""The first of the sentences, and the clauses that open them."""


def echoes(sentences: Sequence[Sentence]) -> Iterator[Echo]:
    """Yield the groups of three and more opening clauses that answer one another."""
    start = 0
    for index in range(1, len(sentences) + 1):
        if index == len(sentences) or sentences[index].paragraph != sentences[start].paragraph:
            if index - start >= _LEAST:
                yield from _of_paragraph(sentences[start:index])
            start = index


def _of_paragraph(sentences: Sequence[Sentence]) -> Iterator[Echo]:
    groups: list[list[tuple[int, str]]] = []
    waiting: list[tuple[int, str]] = []
    for number, sentence in enumerate(sentences):
        clause, _, rest = sentence.text.partition("，")
        if rest and len(clause) in _LENGTH and _joined(number, clause, groups, waiting):
            continue
        waiting = [*waiting[-2 * _REACH :], (number, clause)]
        if rest:
            waiting.append((number, rest.partition("，")[0]))
    for group in groups:
        if len(group) >= _LEAST:
            yield sentences[group[0][0]], tuple(clause for _, clause in group)


def _joined(
    number: int, clause: str, groups: list[list[tuple[int, str]]], waiting: list[tuple[int, str]]
) -> bool:
    """Put a clause into the group it goes on with, or make one of it and an earlier clause."""
    head, tail = clause[:2], clause[-2:]
    for group in groups[: -_RECENT - 1 : -1]:
        at, before = group[-1]
        if number - at > _REACH or not (head in before or before.endswith(tail)):
            continue
        if answering(before, clause) == before:
            group.append((number, clause))
            return True
    for at, before in waiting[::-1]:
        if number - at > _REACH or not (head in before or before.endswith(tail)):
            continue
        if member := answering(before, clause):
            groups.append([(at, member), (number, clause)])
            return True
    return False
