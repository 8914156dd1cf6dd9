"""Answers that were edited where they stand in the outline: what they would be now."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import chain, islice, product
from typing import NamedTuple

from drafter.drafting.shape import Shape, shape_of
from drafter.model.outline import PENDING, Node
from drafter.model.spec import Answer

_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_SHORTEST = 2
"""Characters of an answer that is known again; one alone stands anywhere."""
_MOST = 16
"""Sets of answers that are tried."""


class _Said(NamedTuple):
    """What the outline says for an answer, or for one item of it."""

    name: str
    item: int
    text: str


Edit = tuple[_Said, str]
"""What was said, and what stands there now."""


def edited_answers(
    answers: Mapping[str, Answer], before: Sequence[Node], nodes: Sequence[Node]
) -> Iterator[dict[str, Answer]]:
    """Yield what the answers may be, as the outline `before` was edited so as to be `nodes`.

    Only whoever works the outline out with them knows whether they are right.
    """
    old, new = shape_of(before), shape_of(nodes)
    if old is None or new is None:
        return
    said = sorted(_said(answers), key=lambda each: -len(each.text))
    found = [list(_readings(*pair, said)) for pair in _changed(old, new)]
    tried: list[dict[str, Answer]] = []
    for edits in islice(product(*([*each, ()] for each in found)), _MOST):
        made = _with(answers, tuple(chain.from_iterable(edits)))
        if made is not None and made != answers and made not in tried:
            tried.append(made)
            yield made


def _changed(old: Shape, new: Shape) -> Iterator[tuple[str, str]]:
    """Yield the lines around the sections that are not as they were, each before and after."""
    for before, after in (
        ((old.title, old.salutation), (new.title, new.salutation)),
        (old.notes, new.notes),
        (old.opening, new.opening),
        (old.closing, new.closing),
    ):
        if len(before) == len(after):
            yield from (pair for pair in zip(before, after, strict=True) if pair[0] != pair[1])


def _said(answers: Mapping[str, Answer]) -> Iterator[_Said]:
    for name, answer in answers.items():
        items = answer if isinstance(answer, tuple) else (str(answer),)
        for number, item in enumerate(items):
            text = _shown(item)
            if len(text) >= _SHORTEST and not isinstance(answer, bool) and not PENDING.search(text):
                yield _Said(name, number, text)


def _shown(said: str) -> str:
    """Return a date as an outline writes it, anything else as it is."""
    with suppress(ValueError):
        day = date.fromisoformat(said)
        return f"{day.year}年{day.month}月{day.day}日"
    return said


def _readings(before: str, after: str, said: Sequence[_Said]) -> Iterator[tuple[Edit, ...]]:
    """Yield what may have been edited in a line: one answer, or any that stand in it."""
    there = [each for each in said if each.text in before]
    for each in there:
        for found in re.finditer(re.escape(each.text), before):
            head, tail = before[: found.start()], before[found.end() :]
            text = after[len(head) : len(after) - len(tail)].strip()
            if text and after.startswith(head) and after[len(head) :].endswith(tail):
                yield ((each, text),)
    if there[1:]:
        yield from _together(before, after, there)


def _together(before: str, after: str, there: Sequence[_Said]) -> Iterator[tuple[Edit, ...]]:
    """Yield what stands now where each answer stood, if the text around them is as it was."""
    named = {each.text: each for each in there}
    parts = re.split("(" + "|".join(map(re.escape, named)) + ")", before)
    pattern = "".join("(.+?)" if part in named else re.escape(part) for part in parts)
    found = re.fullmatch(pattern, after) if len(parts) < 2 * _MOST else None
    if found:
        stood = [named[part] for part in parts if part in named]
        yield tuple(zip(stood, (each.strip() for each in found.groups()), strict=True))


def _with(answers: Mapping[str, Answer], edits: Iterable[Edit]) -> dict[str, Answer] | None:
    """Return `answers` with all `edits`, None where they do not agree or cannot be."""
    now: dict[_Said, str] = {}
    for each, text in edits:
        if now.setdefault(each, text) != text:
            return None
    made = dict(answers)
    for each, text in now.items():
        answer = _answer(made[each.name], each, text)
        if answer is None:
            return None
        made[each.name] = answer
    return made


def _answer(old: Answer, said: _Said, text: str) -> Answer | None:
    if text == said.text:
        return old
    if isinstance(old, tuple):
        return (*old[: said.item], text, *old[said.item + 1 :])
    if isinstance(old, int):
        return int(text) if text.isdecimal() and len(text) < 9 else None
    if said.text == old:
        return text
    found = _DATE.fullmatch(text)
    with suppress(ValueError):
        return date(*map(int, found.groups())).isoformat() if found else None
    return None
