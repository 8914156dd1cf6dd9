"""Wordings that a table calls wrong, each with the conditions under which it is."""

import re
from collections.abc import Iterable, Iterator

from drafter.checking.speech.occasion import date_of
from drafter.model.speech import Hit, Line, Rule, Speech
from drafter.model.wrong_words import RIGHT, SAID, SINCE, UNTIL, Row, row_pattern


def wordings(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find what a row of the rule's table calls wrong."""
    yield from _all(speech, rule.table)


def in_body(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find the same in headings and paragraphs: a title and a name are set as one likes."""
    body = tuple(line for line in speech.lines if line.kind in ("heading", "paragraph"))
    yield from _all(speech._replace(lines=body), rule.table)


def untimely(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find what a row of the rule's table allows at another time only; needs a date."""
    date = date_of(speech)
    if date:
        yield from _all(speech, [row for row in rule.table if not _in_time(row, date)])


def _in_time(row: Row, date: str) -> bool:
    until = row.get(UNTIL, "") or date
    return row.get(SINCE, "") <= date and date[: len(until)] <= until


def _all(speech: Speech, rows: Iterable[Row]) -> Iterator[Hit]:
    whole = "\n".join(line.text for line in speech.lines)
    for row in rows:
        pattern = row_pattern(row)
        if pattern.search(whole):
            for line in speech.lines:
                yield from _hits(line, pattern, row)


def _hits(line: Line, pattern: re.Pattern[str], row: Row) -> Iterator[Hit]:
    for found in pattern.finditer(line.text):
        right = found.expand(row[RIGHT]) if RIGHT in row else None
        said = row.get(SAID, "")
        what = f"“{found[0]}”{said}" if said else f"“{found[0]}”有误"
        remedy = f"应为“{right}”" if right else "请改写"
        yield Hit(line, *found.span(), what, remedy if right is None or right else "请删去", right)
