"""Headings of one level side by side: their ends, their style, their parallelism, their length."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from drafter.checking.parallelism import parallelism
from drafter.checking.speech.series import Family, articles, families
from drafter.model.speech import Hit, Line, Rule, Speech

_END = re.compile(r"[。；;，,、：:．.]+$")
_DEEPEST = 3
_MOST = 20
"""Members of a set; more are a list, which nobody makes parallel."""


def stops(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find stops behind headings that stand alone; siblings that run on into text excuse them."""
    for lines in articles(speech):
        run_in = {
            line
            for each in families(lines)
            if any(map(_runs_in, each.members))
            for line in each.members
        }
        for line in lines:
            found = _END.search(line.text) if line.kind == "heading" else None
            if found and line not in run_in:
                what = f"单独成行的小标题末尾有“{found[0]}”"
                yield Hit(line, found.start(), found.end(), what, "请去掉末尾的标点", "")


def _runs_in(line: Line) -> bool:
    return line.kind != "heading"


def mixed(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find headings that run in where their siblings stand alone, or the other way round."""
    for lines in articles(speech):
        for family in families(lines):
            if family.depth > _DEEPEST:
                continue
            run_in = [line for line in family.members if _runs_in(line)]
            alone = [
                line for line in family.members if not (_runs_in(line) or _END.search(line.text))
            ]
            yield from _odd(run_in, alone)


def _odd(run_in: Sequence[Line], alone: Sequence[Line]) -> Iterator[Hit]:
    if not (run_in and alone):
        return
    few, many = sorted((run_in, alone), key=len)
    are, should = ("接排", "单独成行") if few is run_in else ("单独成行", "接排")
    for line in few:
        end = len(line.ordinal) + len(line.lead)
        what = f"同级的“{many[0].ordinal}”{should}，这里却{are}"
        yield Hit(line, 0, min(end, len(line.text)), what, f"同一级请用一种写法，都{should}")


def uneven(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find sets of headings that are less parallel than is wanted, at what breaks them."""
    least, few = rule.number("score"), rule.number("members")
    for lines in articles(speech):
        for members in _sets(lines):
            if few <= len(members) <= _MOST:
                yield from _judged(members, speech, least)


def _sets(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the numbered headings of each family, and the points that follow each other."""
    for family in families(tuple(lines)):
        yield from _apart(family)
    for kind, points in groupby(lines, key=_point):
        if kind:
            yield tuple(points)


def _apart(family: Family) -> Iterator[tuple[Line, ...]]:
    if family.depth <= _DEEPEST and all(line.lead for line in family.members):
        yield family.members


def _point(line: Line) -> str:
    """Return the kind of the point that opens a line, nothing where there is none."""
    found = re.search("[是要]$", line.ordinal)
    return found[0] if found else ""


def _judged(members: Sequence[Line], speech: Speech, least: int) -> Iterator[Hit]:
    texts = [line.lead for line in members]
    topics = [speech.topics.get(line.number, "") for line in members]
    judged = parallelism(texts, speech.known.verbs, topics)
    if judged.score >= least:
        return
    costs = [0] * len(members)
    for fault in judged.faults:
        for number in fault.members:
            costs[number] += fault.cost
    worst = costs.index(max(costs))
    mine = [fault for fault in judged.faults if worst in fault.members] or judged.faults
    line = members[worst]
    start = line.text.find(line.lead)
    why = max(mine, key=lambda fault: fault.cost).what
    what = f"这一级不够对仗（{judged.score} 分）：{why}"
    remedy = f"请照“{texts[0 if worst else 1]}”的句式改写"
    yield Hit(line, max(start, 0), max(start, 0) + len(line.lead), what, remedy)


def lengths(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find sections that are far shorter or longer than planned."""
    slack = rule.number("slack") / 100
    starts = {number: (least, most) for number, least, most in speech.budgets}
    for line, said in _sections(speech.lines, starts):
        least, most = starts[line.number]
        if said < least * (1 - slack):
            what = f"这一部分约 {said} 字，计划 {least} 到 {most} 字，太短"
        elif said > most * (1 + slack):
            what = f"这一部分约 {said} 字，计划 {least} 到 {most} 字，太长"
        else:
            continue
        yield Hit(line, 0, len(line.text), what, "请增删内容，或调整说明书里的 minutes")


def _sections(
    lines: Sequence[Line], starts: dict[int, tuple[int, int]]
) -> Iterator[tuple[Line, int]]:
    """Yield each section's heading and the characters said in it."""
    head, said = None, 0
    for line in lines:
        if line.number in starts or (head and line.kind == "title"):
            if head:
                yield head, said
            head, said = (line if line.number in starts else None), 0
        said += sum(map(str.isalnum, line.text))
    if head:
        yield head, said
