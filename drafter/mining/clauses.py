"""Clauses of one sentence that share a construction (平行句式), found by comparing neighbours."""

import re
from collections.abc import Sequence

from drafter.mining.holding import holds
from drafter.mining.listing import lists
from drafter.mining.neighbours import (
    ANSWERS,
    HEADS,
    asked,
    clean,
    fitted,
    leading,
    parallel,
    unquoted,
)
from drafter.mining.spans import spans
from drafter.mining.wording import Wording

_STOP = re.compile("[，；：]")
_COUNTED = frozenset("二三四五六七八九")
"""Numerals that count points (二是), which are headings and no clauses."""
_LEAST = 3
"""Shortest clause that goes on with the one before."""
_MOST = 40
"""Members of one group at the most."""
_LONG = 9
"""Clauses that are passed over at once when they are no group, so that time stays linear."""

Found = tuple[int, tuple[str, ...]]
"""The index after a group, and its members."""


def chains(sentence: str, wording: Wording) -> list[tuple[str, ...]]:
    """Return the groups of consecutive clauses of `sentence` that share a construction."""
    if sentence[1:2] == "、":
        sentence = sentence[2:]
    listed = "、" in sentence
    clauses = sentence.replace("；", "，").replace("：", "，").split("，")
    if not listed and len(clauses) == 1:
        return []
    if "“" in sentence:
        clauses = [unquoted(each) if "“" in each or "”" in each else each for each in clauses]
    found = _groups(clauses, sentence, wording) if len(clauses) > 1 else []
    if "；" in sentence:
        found += spans(sentence.split("；"))
    if listed:
        for clause in clauses:
            if "、" in clause:
                found += lists(clause, wording)
    return found


def _groups(clauses: Sequence[str], sentence: str, wording: Wording) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    stops: Sequence[str] = ""
    free, first, before = 1, "", 0
    one = two = three = ""  # the last letters of the clause before, each taken out but once
    for at, second in enumerate(clauses):
        size = len(second)
        if size < _LEAST:
            first, before, one, two, three = second, size, "", "", ""
            continue
        a, b, c = second[-1], second[-2], second[-3]
        alike = size == before or a == one or b == two or c == three
        if at >= free and (alike or second[0] in first or second[0] in ANSWERS):
            stops = stops or _stops(sentence, len(clauses))
            until, run = _group(clauses, stops, at - 1, wording)
            if run:
                found.append(run)
            if run or until - at >= _LONG:
                free = until + 1
        first, before, one, two, three = second, size, a, b, c
    return found


def _stops(sentence: str, count: int) -> Sequence[str]:
    """Return the stops between the `count` clauses of a sentence."""
    if "；" in sentence or "：" in sentence:
        return _STOP.findall(sentence)
    return "，" * (count - 1)


def _group(clauses: Sequence[str], stops: Sequence[str], at: int, wording: Wording) -> Found:
    """Return the members of the group that begins at `at`, and the index after them."""
    first, second = clauses[at], clauses[at + 1]
    if second[0] in _COUNTED and second[1] in "是要":
        return at, ()
    if second[0] in ANSWERS and (question := asked(first, second)):
        return _answers(clauses, stops, at, question)
    head = leading(first, second)
    if not head or (stops[at] == "；" and head != first):
        return at, ()
    end = _end(clauses, stops, at)
    rest = clauses[at + 1 : end]
    run = _flat([fitted(head, rest, wording), *rest])
    return end, run if holds(run, stops[at], wording) else ()


def _flat(run: Sequence[str]) -> tuple[str, ...]:
    """Return the members, or the halves of members that are pairs of even clauses."""
    if "、" in run[0]:
        halves = [half for member in run for half in member.split("、")]
        if len(halves) == 2 * len(run) and len(set(map(len, halves))) == 1:
            run = halves
    return tuple(map(clean, run))


def _answers(clauses: Sequence[str], stops: Sequence[str], at: int, question: str) -> Found:
    """Return a question (既, 不仅) and what answers it one after the other."""
    end = at + 2
    while end < len(clauses) and end - at < _MOST and stops[end - 1] == "，":
        if not clauses[end] or clauses[end][0] not in ANSWERS:
            break
        end += 1
    return end, tuple(map(clean, (question, *clauses[at + 1 : end])))


def _end(clauses: Sequence[str], stops: Sequence[str], at: int) -> int:
    """Return the index after the last clause that goes on with the one after `at`."""
    end, count, stop = at + 2, min(len(clauses), at + _MOST), stops[at]
    while end < count and stops[end - 1] == stop and _follows(clauses[end - 1], clauses[end]):
        end += 1
    return end


def _follows(before: str, clause: str) -> bool:
    """Return whether a clause goes on with the one before, if need be behind a 也."""
    if clause[:1] and clause[0] in ANSWERS and clause[1:2] == before[:1]:
        return before[0] in HEADS
    return parallel(before, clause)
