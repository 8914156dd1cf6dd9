"""What all rules find in a speech, each finding at its place in the file."""

from collections.abc import Iterable, Iterator
from itertools import islice

from drafter.checking.speech.table import FINDERS
from drafter.model.speech import Found, Hit, Rule, Speech

MOST = 1000
"""Findings of one rule in one speech: who has more has seen enough."""


def findings(speech: Speech, rules: Iterable[Rule], most: int = MOST) -> list[Found]:
    """Return what the rules that are on find, in the order of the file, each fault once.

    Of rules that would mend the same stretch the first has its way. `most` findings of one rule
    are looked at.
    """
    found: list[Found] = []
    mended: set[tuple[int, int]] = set()
    for hit, rule in _hits(speech, rules, most):
        place = hit.line.place(hit.start)
        if hit.fix is not None:
            if place in mended:
                continue
            mended.add(place)
        found.append(placed(hit, rule, speech.path))
    distinct = {(each.line, each.column, each.text, each.rule): each for each in found}
    return sorted(distinct.values(), key=lambda each: (each.line, each.column))


def _hits(speech: Speech, rules: Iterable[Rule], most: int) -> Iterator[tuple[Hit, Rule]]:
    for rule in rules:
        if rule.on:
            hits = FINDERS[rule.id](speech, rule)
            yield from ((hit, rule) for hit in islice(hits, most))


def placed(hit: Hit, rule: Rule, path: str) -> Found:
    """Return a hit with its place in the file at `path`."""
    line, column = hit.line.place(hit.start)
    end_line, last = hit.line.place(max(hit.end - 1, hit.start))
    return Found(
        file=path,
        line=line,
        column=column,
        end_line=end_line,
        end_column=last + (hit.end > hit.start),
        level=rule.level,
        rule=rule.id,
        text=hit.line.text[hit.start : hit.end],
        what=hit.what,
        remedy=hit.remedy,
        fix=hit.fix,
    )
