"""Numbers of headings and points: their order, the mark behind them, how levels follow."""

import re
from collections.abc import Iterator, Sequence

from drafter.checking.speech.items import items, mixed_items
from drafter.checking.speech.series import NUMERALS, articles, families, mark_of, numbered
from drafter.mining.marks import Mark, enumerators
from drafter.model.numerals import numeral
from drafter.model.speech import Hit, Line, Rule, Speech

_COUNTING = ("是", "要", "第")
"""Kinds of points that count; 首先, 其次, 最后 leave one out as they like."""
_MARKED = re.compile(
    rf"(?P<one>[{NUMERALS}]{{1,3}})(?P<one_mark>[.．，,：:。])"
    rf"|(?P<bracket>[（(](?:[{NUMERALS}]{{1,3}}|\d{{1,2}})[）)])(?P<bracket_mark>[、.．，,：:。])"
    r"|(?P<digit>\d{1,2})(?P<digit_mark>[、，,：:。])(?!\d)"
)
_RIGHT = {"one": "、", "bracket": "", "digit": "."}
_FORMS = {"one": "“一”后面用顿号", "bracket": "括号后面不用标点", "digit": "“1”后面用圆点"}
_NTH = re.compile(
    rf"(?:(?<=[。；;！？：:])|^)(?:第[{NUMERALS}]{{1,2}}|首先|其次|再次|最后)(?P<mark>[、：:；;])"
    rf"(?![第{NUMERALS}])"
)


def order(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find numbers that are left out, said twice or out of order."""
    for lines in articles(speech):
        for family in families(lines):
            marks = [(line, mark) for line in family.members if (mark := mark_of(line))]
            yield from _counted(marks, from_one=family.depth <= 2)
        yield from _points(lines)


def _points(lines: Sequence[Line]) -> Iterator[Hit]:
    """Find the same among points inside paragraphs; a heading begins them anew.

    A heading 1. may be the first of the items, and those below it go on from there.
    """
    runs: dict[str, list[tuple[Line, Mark]]] = {}
    above: Mark | None = None
    for line in lines:
        if mark := mark_of(line):
            yield from _all_counted(runs, above)
            runs, above = {}, mark
        points = (mark for mark in enumerators(line.text) if mark.kind in _COUNTING)
        for mark in (*points, *items(line)):
            runs.setdefault(mark.kind, []).append((line, mark))
    yield from _all_counted(runs, above)


def _all_counted(runs: dict[str, list[tuple[Line, Mark]]], above: Mark | None) -> Iterator[Hit]:
    for kind, run in runs.items():
        goes_on = above and above.kind.replace("、", ".") == kind
        yield from _counted(run, from_one=False, last=above.rank if above and goes_on else 0)


def _counted(marks: Sequence[tuple[Line, Mark]], from_one: bool, last: int = 0) -> Iterator[Hit]:
    """Find what breaks the count from `last` on; a list within a list is counted by itself."""
    open_runs = [last] if last else []
    for line, mark in marks:
        rank = mark.rank
        if rank == 1 and open_runs != [1]:
            open_runs.append(1)
            continue
        if not open_runs and not from_one:
            continue
        while len(open_runs) > 1 and open_runs[-1] + 1 != rank and rank - 1 in open_runs[:-1]:
            open_runs.pop()
        last = open_runs[-1] if open_runs else 0
        if rank != last + 1:
            yield _broken(line, mark, last)
        open_runs[-1:] = [max(rank, last)]


def _broken(line: Line, mark: Mark, last: int) -> Hit:
    said, wanted = mark.ordinal, _like(mark.ordinal, last + 1)
    if not last:
        what = f"这一级从“{said}”开始，前面没有“{wanted}”"
    elif mark.rank == last:
        what = f"序号“{said}”用了两次"
    elif mark.rank > last:
        what = f"“{_like(said, last)}”后面是“{said}”，缺“{wanted}”"
    else:
        what = f"序号“{said}”排在“{_like(said, last)}”后面"
    return Hit(line, mark.start, mark.end, what, f"请核对序号，此处应为“{wanted}”")


def _like(ordinal: str, number: int) -> str:
    """Return `ordinal` with another number."""
    if re.search(r"\d", ordinal):
        return re.sub(r"\d+", str(number), ordinal)
    return re.sub(f"[{NUMERALS}]+", numeral(number), ordinal, count=1)


def marks(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find wrong marks behind numbers (GB/T 9704-2012, 7.3.3)."""
    mixed = mixed_items(speech.lines)
    for line in speech.lines:
        if line.kind not in ("heading", "paragraph"):
            continue
        is_numbered = (line.depth and line.ordinal) or line.number in mixed
        found = _MARKED.match(line.text) if is_numbered else None
        if found and (form := next(name for name in _RIGHT if found[name])):
            start, end = found.span(f"{form}_mark")
            right = found[form] + _RIGHT[form]
            remedy = f"{_FORMS[form]}，应为“{right}”"
            yield Hit(line, start, end, f"序号“{found[0]}”的标点不对", remedy, _RIGHT[form])
        for point in _NTH.finditer(line.text):
            said = point[0][:-1]
            what, remedy = f"“{point[0]}”的标点不对", f"应为“{said}，”"
            yield Hit(line, point.start("mark"), point.end("mark"), what, remedy, "，")


def jumps(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find headings that leave out a level; 1. directly below 一、 is right where no （一） is."""
    for lines in articles(speech):
        used = {line.depth for line, _ in numbered(lines)}
        above = 0
        for line, mark in numbered(lines):
            between = range(above + 1, line.depth)
            if (above and any(depth in used for depth in between)) or (len(between) > 1 and above):
                remedy = "请按 一、（一）1.（1） 的次序逐级往下"
                what = f"标题层次跳级：“{mark.ordinal}”的上一级没有出现"
                yield Hit(line, 0, mark.end, what, remedy)
            above = line.depth


def alone(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find headings that are the only one of their level under the one above."""
    for lines in articles(speech):
        for family in families(lines):
            (first, *others), parent = family.members, family.parent
            if others or first.kind != "heading":
                continue
            place = f"“{parent.ordinal}{parent.lead}”下面" if parent else "全文"
            what = f"{place}只有“{first.ordinal}”一个小标题"
            end = len(first.text)
            yield Hit(first, 0, end, what, "只有一个就不必编号；请补上其余的，或去掉这个小标题")
