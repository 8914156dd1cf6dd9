"""Long titles in lines, broken by sense: a trapezium or a lozenge (GB/T 9704-2012, 7.3.1)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

DASH = "——"
_LEAST = 3
"""Characters of the shortest line: one or two alone look forgotten."""
_MOST = 4
"""Lines that a title is broken into; a longer one is left to Word."""
_WHOLE = re.compile(
    r"[A-Za-z0-9０-９.%％+\-/]+|[一二三四五六七八九十]+届[一二三四五六七八九]中"
    r"|《[^《》]{1,30}》|“[^“”]{1,30}”|（[^（）]{1,30}）|【[^【】]{1,30}】"
)
"""What is never broken: figures, names of texts, what stands in quotes or brackets."""
_NOT_FIRST = frozenset("，。、；：！？”’》」）】…—·的")
_NOT_LAST = frozenset("“‘《「（【在和与暨及以把为向从对")
_JOINS, _LINKS = frozenset("暨"), frozenset("的")
_JOINT, _BESIDE, _LINK, _WITHIN = -8, 0, 4, 30
"""What it costs to break before a word that joins two events, beside a word that is known, after
one that leads on, and in text without any."""
_BOX, _HOURGLASS = 6, 12
"""What it costs when lines have one length, and when inner lines are the shortest."""


def title_lines(title: str, room: int, words: Iterable[str] = ()) -> list[str]:
    """Return `title` in as few lines of up to `room` characters as it takes.

    It is broken before ——, else beside one of `words` where that can be, never within one, within
    figures or quotes, nor so that one or two characters stand alone.
    """
    head, dash, tail = title.partition(DASH)
    if dash and head and tail:
        return [*_broken(head, room, words), *_broken(dash + tail, room, words)]
    return _broken(title, room, words)


def _broken(text: str, room: int, words: Iterable[str]) -> list[str]:
    if len(text) <= room:
        return [text]
    places = _places(text, words)
    for number in range(-(-len(text) // room), _MOST + 1):
        ways = list(_ways([0], len(text), number, room, places))
        if ways:
            return _cut(text, min(ways, key=lambda bounds: _cost(bounds, places)))
    return [text]


def _ways(
    begun: list[int], end: int, number: int, room: int, places: Iterable[int]
) -> Iterator[list[int]]:
    """Yield every way to go on from the last of `begun` to `end` in `number` lines."""
    if number == 1:
        if _LEAST <= end - begun[-1] <= room:
            yield [*begun, end]
        return
    least = max(begun[-1] + _LEAST, end - room * (number - 1))
    for at in places:
        if least <= at <= begun[-1] + room:
            yield from _ways([*begun, at], end, number - 1, room, places)


def _cut(text: str, bounds: Sequence[int]) -> list[str]:
    return [text[start:end] for start, end in pairwise(bounds)]


def _cost(bounds: Sequence[int], places: Mapping[int, int]) -> float:
    lengths = [end - start for start, end in pairwise(bounds)]
    return sum(places[at] for at in bounds[1:-1]) + _shape(lengths)


def _places(text: str, words: Iterable[str]) -> dict[int, int]:
    """Return the places where `text` may be broken, and what each costs."""
    spans = [each.span() for each in _WHOLE.finditer(text)]
    spans += [span for word in set(words) for span in _found(word, text)]
    within = {at for start, end in spans for at in range(start + 1, end)}
    beside = {at for span in spans for at in span}
    return {
        at: _price(text, at, at in beside)
        for at in range(1, len(text))
        if at not in within and text[at] not in _NOT_FIRST and text[at - 1] not in _NOT_LAST
    }


def _price(text: str, at: int, beside: bool) -> int:
    if text[at] in _JOINS:
        return _JOINT
    if text[at - 1] in _LINKS:
        return _LINK
    return _BESIDE if beside else _WITHIN


def _found(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Yield where `word` stands in `text`."""
    at = text.find(word)
    while word and at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1)


def _shape(lengths: Sequence[int]) -> float:
    """Return how far lines are from a trapezium or a lozenge of much the same length."""
    mean = sum(lengths) / len(lengths)
    cost = sum((length - mean) ** 2 for length in lengths) / len(lengths) / 4
    if len(set(lengths)) == 1:
        cost += _BOX
    if len(lengths) > 2 and min(lengths[1:-1]) < min(lengths[0], lengths[-1]):
        cost += _HOURGLASS
    return cost
