"""The lines of a phrase file that one strict pattern can read: keys, scalars, lists on a line.

What a line is read as here is what libyaml makes of it; all else is left to libyaml.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Characters that YAML gives a meaning of its own, or forbids."""
_MARKS = ("---", "...", "%")
"""What ends or begins a document where a line starts with it."""
_NULLS = frozenset(["~", "null", "Null", "NULL"])
_INSIDE = r"[^\s,\[\]{}#:]"
_FIRST = r"[^\s,\[\]{}#:&*!|>'\"%@`?\-]"
_BARE = rf"{_FIRST}{_INSIDE}*+(?: ++{_INSIDE}++)*+"
_LONG = rf"{_FIRST}[^\s#:]*+(?: ++[^\s#:]++)*+"
"""A bare scalar outside of brackets."""
_SCALAR = rf"""(?:{_BARE}|'(?:[^'\n]|'')*+'|"[^"\\\n]*+")"""
_LIST = rf"\[(?:{_SCALAR}(?:, *+{_SCALAR})*+)?\]"
_KEY = "[A-Za-z]++"
_PAIR = rf"{_KEY}: ++(?:{_SCALAR}|{_LIST})"
_TABLE = rf"\{{{_PAIR}(?:, ++{_PAIR})*+\}}"
_TABLES = rf"\[{_TABLE}(?:, *+{_TABLE})*+\]"
_VALUE = rf"(?:{_LONG}|{_SCALAR}|{_LIST}|{_TABLE}|{_TABLES})"
HEAD = re.compile(
    r"(?: *(?:#[^\n]*)?\n)*+(?:kind: ++(?P<kind>[a-z]++) *\n(?: *(?:#[^\n]*)?\n)*+)?"
    r"entries: *\n(?: *(?:#[^\n]*)?\n)*+(?P<indent> *)(?=- )"
)
"""All that stands before the first entry, down to its indentation."""

_scalars = re.compile(_SCALAR).findall
_pairs = re.compile(rf"({_KEY}): ++({_SCALAR}|{_LIST})").findall
_tables = re.compile(_TABLE).findall

Flat = str | list[str]
Value = Flat | dict[str, Flat] | list[dict[str, Flat]]


def is_odd(text: str) -> bool:
    """Tell whether `text` holds what no pattern here can be trusted with."""
    marked = any(text.startswith(mark) or f"\n{mark}" in text for mark in _MARKS)
    return marked or _ODD.search(text) is not None


class Row(NamedTuple):
    """One line: all of it, what leads in, its key, and its value, as they are written."""

    whole: str
    lead: str
    key: str
    value: str


@lru_cache(maxsize=8)
def row_pattern(indent: str) -> re.Pattern[str]:
    """Return the pattern whose `findall` gives the rows of an entry at `indent`."""
    lead = rf"({indent}(?:- |  (?:- |  - |  )?+))"
    end = r" *+(?:(?<= )#[^\n]*+)?\n"
    return re.compile(rf"({lead}(?:({_KEY}):(?=[ \n]))?+ *+({_VALUE})?{end}| *+(?:#[^\n]*+)?\n)")


@lru_cache(maxsize=8)
def mined_pattern(indent: str) -> re.Pattern[str]:
    """Return the pattern of a single phrase as mining writes it: most of a large bank."""
    keys = (
        rf"(?P<id>{_SCALAR})",
        rf"text: (?P<text>{_LONG}|{_SCALAR})",
        rf"topics: (?P<topics>{_LIST})",
        rf"source: \{{document: (?P<document>{_SCALAR}), line: (?P<line>[0-9]{{1,8}})\}}",
        r"era: (?P<era>[0-9]++)",
        r"seen: (?P<seen>[1-9][0-9]{0,7})",
    )
    first, text, *rest = keys
    more = "".join(rf"(?:{indent}  {key}\n)?+" for key in rest)
    return re.compile(rf"{indent}- id: {first}\n{indent}  {text}\n{more}")


def scalar(written: str) -> str:
    """Return what a scalar says; nothing for null."""
    first = written[0]
    if first == "'":
        return written[1:-1].replace("''", "'")
    if first == '"':
        return written[1:-1]
    return "" if written in _NULLS else written


def flat(written: str) -> Flat:
    """Return what a scalar or a list of scalars says."""
    return [scalar(each) for each in _scalars(written, 1)] if written[0] == "[" else scalar(written)


def table(written: str) -> dict[str, Flat] | None:
    """Return the mapping that is written in braces, or None when a key comes twice."""
    pairs = _pairs(written)
    said = {key: flat(value) for key, value in pairs}
    return said if len(said) == len(pairs) else None


def value(written: str) -> Value | None:
    """Return what any value says, or None when a key comes twice."""
    if written[0] == "{":
        return table(written)
    if not written.startswith("[{"):
        return flat(written)
    tables = [table(each) for each in _tables(written)]
    return None if None in tables else [each for each in tables if each is not None]
