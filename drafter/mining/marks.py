"""The marks that number headings and points, in the order GB/T 9704-2012 gives them."""

import re
from functools import lru_cache
from typing import NamedTuple

DIGITS = "一二三四五六七八九十"
_NUMERAL = f"[{DIGITS}]{{1,3}}"
_BLOCK = re.compile(
    rf"(?P<one>(?:第{_NUMERAL}(?:部分|章|节)[、：:\s]*|{_NUMERAL}[、.．]))"
    rf"|(?P<two>[（(]{_NUMERAL}[）)][、.．]?)"
    r"|(?P<three>\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)])"
)
MARK_HEADS = frozenset(f"{DIGITS}第（(0123456789")
"""What the mark of a heading may begin with."""
_LEVELS = {"one": 1, "two": 2, "three": 3}
_NO_HEADING = re.compile(
    rf"[{DIGITS}][季月日级类线线产等、]|[一二三四五六七八九十]*[、]?[一二三四五六七八九十](?:季度|月份|级)"
)
_NUMBERED = (
    rf"(?:(?P<kind_is>{_NUMERAL})(?P<be>[是要])(?!(?P=kind_is)[、，。”])|第(?P<nth>{_NUMERAL})[，,]"
    r"|(?P<word>首先|其次|再次|最后|一方面|另一方面)[，,])"
)
_HEADS = re.compile(_NUMBERED)
_OPENINGS = frozenset(f"{DIGITS}第首其再最另")
_ENUMERATOR = re.compile(rf"[。；;：:！？”，,][{''.join(sorted(_OPENINGS))}]")
"""The stop before a mark and the first letter of the mark, which the engine finds fast."""
_MARKS = str.maketrans("(．)", "（.）")
_RANK = {"首先": 1, "其次": 2, "再次": 3, "最后": 0, "一方面": 1, "另一方面": 2}


class Mark(NamedTuple):
    """A numbering mark: its level, its kind, its place in the series, and where its text starts."""

    level: int
    kind: str
    rank: int
    """1-based place in the series; 0 for a word that ends any series (最后)."""
    ordinal: str
    start: int
    end: int


def chinese_number(numeral: str) -> int:
    """Return the value of a Chinese numeral from 一 to 九十九."""
    if "十" not in numeral:
        return DIGITS.index(numeral[-1]) + 1
    tens, _, ones = numeral.partition("十")
    high = DIGITS.index(tens) + 1 if tens else 1
    return 10 * high + (DIGITS.index(ones) + 1 if ones else 0)


def block_mark(text: str) -> Mark | None:
    """Return the mark 一、（一）1.（1） that opens `text`, if one does."""
    found = _BLOCK.match(text) if text[:1] in MARK_HEADS else None
    if not found or _NO_HEADING.match(text, found.end()):
        return None
    ordinal = found.group().strip()
    kind, rank = _kind_and_rank(ordinal)
    return Mark(_LEVELS[str(found.lastgroup)], kind, rank, ordinal, 0, found.end())


@lru_cache(maxsize=1000)
def _kind_and_rank(ordinal: str) -> tuple[str, int]:
    """Return the kind of a mark, for which any number will do, and its number."""
    kind = re.sub(rf"[{DIGITS}]+", "〇", re.sub(r"\d+", "9", ordinal)).translate(_MARKS)
    return kind, _rank(ordinal)


def _rank(ordinal: str) -> int:
    digits = re.search(r"\d+", ordinal)
    numeral = re.search(_NUMERAL, ordinal)
    return int(digits.group()) if digits else chinese_number(numeral.group()) if numeral else 0


def may_count(text: str) -> bool:
    """Return whether a first mark (一是, 第一，) may stand in `text`; faster than a pattern."""
    if "首先" in text:
        return True
    if "一" not in text:
        return False
    return "一是" in text or "一要" in text or "一，" in text or "一," in text or "一方面" in text


def enumerators(text: str) -> list[Mark]:
    """Return the marks 一是, 一要, 第一，, 首先，, 一方面， in `text`, in their order."""
    found = [_HEADS.match(text)] if text[:1] in _OPENINGS else []
    found += [_HEADS.match(text, stop.end() - 1) for stop in _ENUMERATOR.finditer(text)]
    return [_enumerator(each, text) for each in found if each]


def _enumerator(found: re.Match[str], text: str) -> Mark:
    if numeral := found["kind_is"]:
        start, end = found.start("kind_is"), found.end("be")
        return Mark(3, found["be"], chinese_number(numeral), text[start:end], start, end)
    if nth := found["nth"]:
        start, end = found.start("nth") - 1, found.end("nth")
        return Mark(3, "第", chinese_number(nth), text[start:end], start, end + 1)
    word, start, end = found["word"], found.start("word"), found.end("word")
    return Mark(3, "方面" if word.endswith("方面") else "首先", _RANK[word], word, start, end + 1)
