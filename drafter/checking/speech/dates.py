"""Dates that cannot be, and years and weekdays that do not fit the date."""

import datetime
import re
from collections.abc import Iterator, Mapping

from drafter.checking.speech.occasion import date_of
from drafter.model.speech import Hit, Line, Rule, Speech

_DAY = re.compile(
    r"(?:(?P<year>\d{4})\s*年\s*)?(?P<month>\d{1,2})\s*月(?:\s*(?P<day>\d{1,2})\s*日)?"
)
_WEEKDAY = re.compile(r"[\s（(，,]{0,3}(?:星期|周|礼拜)(?P<name>[一二三四五六日天])")
_TODAY = re.compile(r"今天(?:是|[（(，,])?(?:星期|周|礼拜)(?P<name>[一二三四五六日天])")
_WEEKDAYS = "一二三四五六日"
_RELATIVE: Mapping[str, int] = {"前年": -2, "去年": -1, "今年": 0, "明年": 1, "后年": 2}
_YEAR = re.compile(
    r"(?P<word>前年|去年|今年|明年|后年)(?:是|为|，|,|（|\(|即|也就是)?(?P<year>\d{4})年"
)
_PAST = re.compile(r"(?:刚刚)?过去的(?:这)?(?P<year>\d{4})年")
_LEAP = 2000
"""A year that has every day there can be."""
_WORD = 2
"""Characters of 去年 and its like."""


def impossible(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find days and months that the calendar of their year has not."""
    own = int(date_of(speech)[:4] or 0)
    for line in speech.lines:
        stated = own
        for found in _DAY.finditer(line.text):
            stated = int(found["year"] or stated)
            year = _meant(line.text, found, own, stated)
            if _date(found, year) is None and not _is_duration(line.text, found):
                what = f"没有“{found[0]}”这一天" if found["day"] else f"没有“{found[0]}”"
                yield Hit(line, *found.span(), what, "请核对日期")


def _meant(text: str, found: re.Match[str], own: int, stated: int) -> int:
    """Return the year of a day without one: by the word before it, else the last year stated."""
    word = text[max(found.start() - _WORD, 0) : found.start()]
    if not found["year"] and word in _RELATIVE:
        return own + _RELATIVE[word] if own else _LEAP
    return stated or _LEAP


def _is_duration(text: str, found: re.Match[str]) -> bool:
    return text[: found.start()].endswith(("第", "个")) or text[found.end() :].startswith("份")


def _date(found: re.Match[str], year: int) -> datetime.date | None:
    """Return the day that was found, or the first of the month; None where there is none."""
    try:
        return datetime.date(
            int(found["year"] or year), int(found["month"]), int(found["day"] or 1)
        )
    except ValueError:
        return None


def weekdays(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find weekdays that are not those of the date before them, or of the day of the speech."""
    year, today = int(date_of(speech)[:4] or 0), _today(speech)
    for line in speech.lines:
        if today:
            for said in _TODAY.finditer(line.text):
                yield from _compared(line, said, today)
        for found in _DAY.finditer(line.text):
            named = _WEEKDAY.match(line.text, found.end())
            day = _date(found, year) if named and found["day"] and (found["year"] or year) else None
            if named and day:
                yield from _compared(line, named, day)


def _today(speech: Speech) -> datetime.date | None:
    """Return the day of the speech; None where it is not known, or is none of the calendar."""
    try:
        return datetime.date.fromisoformat(date_of(speech))
    except ValueError:
        return None


def _compared(line: Line, named: re.Match[str], day: datetime.date) -> Iterator[Hit]:
    right = _WEEKDAYS[day.weekday()]
    if right != named["name"].replace("天", "日"):
        what = f"{day.year}年{day.month}月{day.day}日是星期{right}"
        yield Hit(line, named.start("name"), named.end(), what, f"应为“{right}”，或核对日期")


def years(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find 今年, 去年 and the like beside a year that it is not, seen from the date."""
    date = date_of(speech)
    for line in speech.lines if date else ():
        for found in _YEAR.finditer(line.text):
            wanted = int(date[:4]) + _RELATIVE[found["word"]]
            if int(found["year"]) != wanted:
                what = f"讲话日期是 {date}，{found['word']}是{wanted}年"
                yield Hit(line, *found.span("year"), what, f"应为“{wanted}”，或改日期")
        for found in _PAST.finditer(line.text):
            if not 0 <= int(date[:4]) - int(found["year"]) <= 1:
                what = f"讲话日期是 {date}，“{found[0]}”不是刚过去的一年"
                yield Hit(line, *found.span("year"), what, f"应为“{int(date[:4]) - 1}”，或改日期")


def note(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find a date below the title that is not the date of the spec."""
    for line in speech.lines:
        found = _DAY.search(line.text) if line.kind == "note" and speech.date else None
        day = _date(found, 0) if found and found["year"] and found["day"] else None
        if found and day and day.isoformat() != speech.date:
            what = f"题注写的是{found[0]}，说明书写的是 {speech.date}"
            yield Hit(line, *found.span(), what, "请核对，改一处")
