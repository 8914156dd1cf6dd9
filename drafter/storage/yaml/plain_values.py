"""Values of plain YAML that end in their line: bare words, quotes, brackets."""

import re

from drafter.storage.yaml.nodes import Items, Node, Table, Text, table_at, text_at

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
"""What a bare word may not begin with; some may in places, but libyaml knows those better."""
_QUOTED = re.compile(r"\"([^\"\\]*)\"|'([^']*)'(?!')")
_KEY = re.compile(r"(\w[\w-]{0,99}): +")
_INSIDE = re.compile(r"[^,\[\]{}:#?\n]+")
"""The rest of a bare word between brackets."""
_NULLS = frozenset(["~", "null", "Null", "NULL"])
_DEEPEST = 20


class NotPlain(Exception):  # noqa: N818 - a signal, not a fault
    """Something is written that only libyaml can be trusted with."""


def plain_value(written: str, line: int) -> Node:
    """Return the value that fills the rest of a line, a comment after it left out."""
    if written[:1] in ('"', "'", "[", "{"):
        value = _Line(written, line)
        node = value.node(0)
        value.end()
        return node
    return _bare(written.partition(" #")[0], line)


def _bare(written: str, line: int) -> Text:
    said = written.rstrip(" ")
    if not said or said[0] in _INDICATORS or ": " in said or said[-1] == ":":
        raise NotPlain
    return text_at("" if said in _NULLS else said, line)


class _Line:
    """A value in a line, read from left to right."""

    def __init__(self, written: str, line: int) -> None:
        self._said = written + "\n"
        self._line = line
        self._at = 0

    def node(self, depth: int) -> Node:
        """Return the value that stands next."""
        if depth > _DEEPEST:
            raise NotPlain
        match self._said[self._at]:
            case "[":
                return self._items(depth + 1)
            case "{":
                return self._table(depth + 1)
            case '"' | "'":
                return self._quoted()
        found = self._taken(_INSIDE)
        return _bare(found[0], self._line)

    def end(self) -> None:
        """Refuse what comes after the value, if it is no comment."""
        rest = self._said[self._at : -1]
        if rest.strip(" ") and not (rest[0] == " " and rest.lstrip(" ")[0] == "#"):
            raise NotPlain

    def _taken(self, pattern: re.Pattern[str]) -> re.Match[str]:
        found = pattern.match(self._said, self._at)
        if found is None:
            raise NotPlain
        self._at = found.end()
        return found

    def _quoted(self) -> Text:
        double, single = self._taken(_QUOTED).groups()
        return text_at(single if double is None else double, self._line)

    def _items(self, depth: int) -> Items:
        items = Items()
        items.line = self._line
        while self._goes_on("]", first=not items):
            items.append(self.node(depth))
        return items

    def _table(self, depth: int) -> Table:
        table = table_at(self._line)
        while self._goes_on("}", first=not table):
            key = self._taken(_KEY)[1]
            if key in table:
                raise NotPlain
            table.lines[key] = self._line
            table[key] = self.node(depth)
        return table

    def _goes_on(self, end: str, first: bool) -> bool:
        """Go to the next value between brackets, past the opening one or a comma."""
        if first:
            self._at += 1
        self._blanks()
        mark = self._said[self._at]
        if mark == end:
            self._at += 1
            return False
        if not first:
            if mark != ",":
                raise NotPlain
            self._at += 1
            self._blanks()
        return True

    def _blanks(self) -> None:
        while self._said[self._at] == " ":
            self._at += 1
