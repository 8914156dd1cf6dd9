"""Where the entries of a phrase file stand, so that one of them can be read or changed alone."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from drafter.storage.collector import collector_paused
from drafter.storage.entries.events import Style, in_lines, listed

_QUOTED = r"""'(?:[^'\n]|'')*+'|"(?:[^"\\\n]|\\[^\n])*+\""""
_BARE = r"[^\s\"'\[\]{}#,:][^\"'\[\]{}\n#,:]*+(?::(?! )[^\"'\[\]{}\n#,:]*+)*+"
_INSIDE = rf"(?:[ ,:]|{_BARE}|(?:(?<=[\[{{,])|(?<=[\[{{,:] ))(?:{_QUOTED}))"
_INNER = rf"[\[{{](?:{_INSIDE})*+[\]}}]"
_SIMPLE = r"[\[{][^\"'\[\]{}#\n]*+[\]}]"
_FLOW = rf"{_SIMPLE}|[\[{{](?:{_INSIDE}|[\[{{](?:{_INSIDE}|{_INNER})*+[\]}}])*+[\]}}]"
_PLAIN = r"[^\s\"'\[\]{}#&*!|>%@`?:,\-][^\n:]*+(?::(?![ \r\n])[^\n:]*+)*+"
_KEY = r"[A-Za-z_]\w*+:(?=[ \r\n]|\Z) *+"
_END = r" *+(?:(?<= )#[^\n]*+)?(?:\r?\n|\Z)"
_LINE = rf"(?:- ++)*+(?:{_KEY})?+(?:{_PLAIN}|{_QUOTED}|{_FLOW})?+{_END}"
"""One line that leaves no quotation mark and no bracket open, nor starts a block of text.

Only such an opening could make a line that looks like an entry a part of the one before.
"""
_ASIDE = r"(?> *(?:#[^\n]*+)?\r?\n)*+"
_TOP = re.compile(
    rf"{_ASIDE}(?:(?!entries:){_KEY}(?:{_PLAIN}|{_QUOTED})?+{_END}{_ASIDE})*+"
    rf"entries: *+(?:(?<= )#[^\n]*+)?\r?\n{_ASIDE}(?P<indent> *)(?=- )"
)
_BEHIND = re.compile(rf"{_ASIDE}(?: *(?:#[^\n]*)?\Z|(?={_KEY}))")
_BOM = "\ufeff"
_ODD = "\t\x85\u2028\u2029\ufeff\x1c\x1d\x1e\x0b\x0c"
"""Breaks, blanks and marks that patterns and libyaml do not see alike."""


class Span(NamedTuple):
    """The characters `start` to `end` of one entry, and its 1-based line.

    An entry of a block list has its lines whole, from the indentation to the line break; comments
    and blank lines behind it are not part of it. `flow` marks an entry between brackets.
    """

    start: int
    end: int
    line: int
    flow: bool = False


class EntryList(NamedTuple):
    """The list under `entries:` of a phrase file."""

    spans: tuple[Span, ...]
    style: Style
    start: int
    end: int
    """Where its value stands; for a block list from its first entry to the end of its last."""
    indent: int = -1
    """The column of its dashes, if every line of it can be understood by itself."""


def entry_spans(text: str, where: str = "") -> list[Span]:
    """Return where each entry of the phrase file `text` stands; `where` names it in errors."""
    return list(entry_list(text, where).spans)


def entry_list(text: str, where: str = "") -> EntryList:
    """Return how and where the entries of the phrase file `text` are written."""
    if text.startswith(_BOM):  # the marks of libyaml pass over it
        return _shifted(entry_list(text[1:], where))
    with collector_paused():
        spans = _by_lines(text)
        if not spans:
            return _by_events(text, where)
    indent = text.index("-", spans[0].start) - spans[0].start
    return EntryList(spans, "block", spans[0].start, spans[-1].end, indent)


def entries_in(piece: str, indent: int) -> int:
    """Return how many entries the lines of `piece` hold, which may stand anywhere in a list.

    It is -1 if that depends on what stands around them.
    """
    if is_odd(piece):
        return -1
    spans = list(_matched(piece, 0, _item(indent)))
    end = spans[-1].end if spans else 0
    return len(spans) if end == len(piece) and piece.endswith("\n") else -1


def _shifted(found: EntryList) -> EntryList:
    spans = tuple(each._replace(start=each.start + 1, end=each.end + 1) for each in found.spans)
    return EntryList(spans, found.style, found.start + 1, found.end + 1)


def _by_lines(text: str) -> tuple[Span, ...]:
    """Return the entries by the look of the lines alone; nothing when that is not safe."""
    if is_odd(text):
        return ()
    top = _TOP.match(text)
    if not top:
        return ()
    spans = list(_matched(text, top.start("indent"), _item(len(top["indent"]))))
    if not spans or not _BEHIND.match(text, spans[-1].end):
        return ()
    return tuple(spans)


def is_odd(text: str) -> bool:
    """Tell whether `text` holds what patterns cannot be trusted with."""
    return any(odd in text for odd in _ODD) or text.count("\r") != text.count("\r\n")


def _matched(text: str, start: int, item: re.Pattern[str]) -> Iterator[Span]:
    line, counted = 1, 0
    while found := item.match(text, start):
        at, start = found.span(1)
        line, counted = line + text.count("\n", counted, at), at
        yield Span(at, start, line)


@lru_cache(maxsize=8)
def _item(indent: int) -> re.Pattern[str]:
    """Return the pattern of an entry at `indent`, with the asides before it."""
    more = rf"{_ASIDE} {{{indent + 1}}} *+(?=[^\s#]){_LINE}"
    return re.compile(rf"{_ASIDE}( {{{indent}}}- {_LINE}(?:{more})*+)")


def _by_events(text: str, where: str) -> EntryList:
    """Return the entries by the marks of libyaml, which knows every shape."""
    found = listed(text, where)
    if found.style != "block":
        spans = tuple(Span(*place, flow=True) for place in found.items)
        return EntryList(spans, found.style, found.start, found.end)
    spans = tuple(Span(*place) for place in in_lines(text, found))
    return EntryList(spans, "block", spans[0].start, spans[-1].end)
