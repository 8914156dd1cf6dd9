"""Headings and points that carry a mark: 一、（一）1. at the head of a paragraph, 一是 within."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drafter.mining.marks import MARK_HEADS, Mark, block_mark, enumerators, may_count
from drafter.mining.paragraphs import Paragraph

_STOP = re.compile(r"[。！？]")
_COMMA = re.compile(r"[，；：]")
_ALONE = 100
_RUN_IN = 46
_ITEM = 30
"""A point's lead runs to its full stop when it is no longer than this (characters)."""
_LEAD = 44
_WITHIN = 200
"""Characters behind a mark in which its lead ends."""


class Found(NamedTuple):
    """A heading found in a text, before its level is settled."""

    text: str
    mark: Mark | None
    paragraph: int
    start: int
    line: int
    series: int = 0
    """Number of the series it belongs to, one for all siblings."""

    @property
    def place(self) -> tuple[int, int]:
        """Return where it stands: paragraph and offset, for ordering."""
        return self.paragraph, self.start


def block_headings(body: Sequence[Paragraph]) -> list[Found]:
    """Return the headings marked 一、（一）1.（1） that open paragraphs of `body`."""
    marked = [
        found
        for place, paragraph in enumerate(body)
        if paragraph.text[:1] in MARK_HEADS and (found := _block(paragraph, place))
    ]
    sure = frozenset(found.paragraph for found in marked if body[found.paragraph].mark > 0)
    return list(_in_sequence(marked, sure))


def _block(paragraph: Paragraph, place: int) -> Found | None:
    if not (mark := block_mark(paragraph.text)):
        return None
    rest = paragraph.text[mark.end : mark.end + _WITHIN]
    stop = _STOP.search(rest)
    text = (rest[: stop.start()] if stop else rest).strip(" ：:；;，,")
    limit = _RUN_IN if stop else _ALONE
    if mark.level == 3 and paragraph.mark < 1:
        limit = _ITEM
    if not 2 <= len(text) <= limit:
        return None
    return Found(text, mark, place, 0, paragraph.line())


def _in_sequence(marked: Sequence[Found], sure: frozenset[int]) -> Iterator[Found]:
    """Yield the headings whose number has a neighbour in a series of the same mark.

    Those in the paragraphs `sure` are headings by their style.
    """
    last: dict[str, int] = {}
    series: dict[str, int] = {}
    follows = _next_ranks(marked)
    for index, (found, following) in enumerate(zip(marked, follows, strict=True), 1):
        if (mark := found.mark) is None:
            continue
        if mark.rank == 1 and following == 2:
            series[mark.kind] = index
        elif mark.rank != last.get(mark.kind, -1) + 1 or mark.kind not in series:
            if found.paragraph not in sure:
                continue
            series.setdefault(mark.kind, index)
        last[mark.kind] = mark.rank
        number = series[mark.kind]
        yield Found(found.text, mark, found.paragraph, found.start, found.line, number)


def _next_ranks(marked: Sequence[Found]) -> list[int]:
    """Return for each heading the rank of the next one with the same mark, 0 for none."""
    out: list[int] = []
    seen: dict[str, int] = {}
    for found in reversed(marked):
        kind, rank = (found.mark.kind, found.mark.rank) if found.mark else ("", 0)
        out.append(seen.get(kind, 0))
        seen[kind] = rank
    return out[::-1]


def points(
    body: Sequence[Paragraph], blocks: Sequence[Found], thanks: re.Pattern[str]
) -> list[Found]:
    """Return the points marked 一是, 一要, 第一，, 首先，, 一方面，, in runs that count up.

    A run whose members thank (首先，感谢…) is none.
    """
    ends = {found.paragraph for found in blocks}
    runs: list[list[Found]] = []
    open_runs: dict[str, list[Found]] = {}
    for place, paragraph in enumerate(body):
        if place in ends:
            open_runs = {}
        if not open_runs and not may_count(paragraph.text):
            continue
        for mark in enumerators(paragraph.text):
            line = paragraph.line(mark.start)
            _count_up(Found("", mark, place, mark.start, line), open_runs, runs)
    runs = [run for run in runs if not any(_thanks(found, body, thanks) for found in run)]
    out = [found for number, run in enumerate(runs, 1) for found in _leads(run, number, body)]
    return sorted(out, key=lambda found: found.place)


def _thanks(found: Found, body: Sequence[Paragraph], thanks: re.Pattern[str]) -> bool:
    rest = body[found.paragraph].text[found.start : found.start + 120]
    stop = _STOP.search(rest)
    return thanks.search(rest[: stop.start() if stop else len(rest)]) is not None


def _count_up(found: Found, open_runs: dict[str, list[Found]], runs: list[list[Found]]) -> None:
    mark = found.mark
    if mark is None:
        return
    run = open_runs.get(mark.kind)
    if mark.rank == 1:
        run = open_runs[mark.kind] = [found]
        runs.append(run)
    elif run and run[-1].mark and mark.rank in (0, run[-1].mark.rank + 1):
        run.append(found)


def _leads(run: Sequence[Found], number: int, body: Sequence[Paragraph]) -> list[Found]:
    """Return the members of a run with the text of their leads; none of a run that is no set."""
    out = []
    for found, following in zip(run, [*run[1:], None], strict=True):
        end = found.mark.end if found.mark else 0
        until = end + _WITHIN
        if following and following.paragraph == found.paragraph:
            until = min(until, following.start)
        text = _lead(body[found.paragraph].text[end:until].rstrip("，；、"))
        if text:
            start, place, line = found.start, found.paragraph, found.line
            out.append(Found(text, found.mark, place, start, line, -number))
    distinct = {found.text for found in out}
    return out if len(out) >= 2 and len(distinct) == len(out) else []


def _lead(head: str) -> str:
    stop, comma = _STOP.search(head), _COMMA.search(head)
    whole = head[: stop.start()] if stop else head
    if len(whole) <= _ITEM and "；" not in whole:
        return whole
    cut = head[: comma.start()] if comma and comma.start() <= len(whole) else whole
    return cut if 2 <= len(cut) <= _LEAD else ""
