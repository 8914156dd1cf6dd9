"""YAML that is written plainly, read without the YAML library, which takes longer to load.

Plain are blocks of keys and list items whose values end in their line. What is read here is what
libyaml reads, every line included; all else is left to libyaml.
"""

import re

from drafter.storage.yaml.nodes import Items, Node, Table, table_at, text_at
from drafter.storage.yaml.plain_values import NotPlain, plain_value

_ROW = re.compile(r"( *)(- )?(?:(\w[\w-]{0,99}):(?![^ ]))? *(.*)")
"""Any line: indentation, dash, key, value."""
_DEEPEST = 20
_Hole = tuple[Table, str, int, int]
"""A key that waits for its value: its mapping, itself, its column and line."""


def plain_tree(text: str, first_line: int = 1) -> Node | None:
    """Return the tree of the YAML in `text`, or None when it is not written plainly."""
    grown = _Blocks()
    try:
        for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), first_line):
            if not line.isprintable():
                return None
            if line.lstrip(" ")[:1] not in ("", "#"):
                grown.take(line, number)
    except NotPlain:
        return None
    return grown.root()


class _Blocks:
    """Grows the tree line by line."""

    def __init__(self) -> None:
        self._above = table_at()
        self._hole: _Hole | None = (self._above, "", -1, 0)
        self._open: list[tuple[int, Items | Table]] = []

    def root(self) -> Node | None:
        """Return the whole tree; nothing when there was no line."""
        if self._open:
            self._leave_empty()
        return self._above.get("")

    def take(self, said: str, line: int) -> None:
        """Take a line that is neither empty nor a comment."""
        found = _ROW.match(said)
        assert found is not None
        indent, dash, key, written = found.groups()
        column = len(indent)
        if dash:
            self._item(column, key, written, line)
        elif key:
            self._pair(self._table(column, line), column, key, written, line)
        else:
            raise NotPlain

    def _item(self, column: int, key: str | None, written: str, line: int) -> None:
        items = self._items(column, line)
        if key is None:
            items.append(plain_value(written, line))
            return
        table = table_at(line)
        items.append(table)
        self._begin(column + 2, table)
        self._pair(table, column + 2, key, written, line)

    def _pair(self, table: Table, column: int, key: str, written: str, line: int) -> None:
        if key in table:
            raise NotPlain
        table.lines[key] = line
        if written and written[0] != "#":
            table[key] = plain_value(written, line)
        else:
            self._hole = table, key, column, line

    def _items(self, column: int, line: int) -> Items:
        """Return the list that goes on at `column`, or begins where a value is waited for."""
        hole = self._hole
        if hole is None or column < hole[2]:
            node = self._going_on(column, Items)
        else:
            node = Items()
            node.line = line
            self._fill(hole, column, node)
        assert isinstance(node, Items)
        return node

    def _table(self, column: int, line: int) -> Table:
        """Return the mapping that goes on at `column`, or begins where a value is waited for."""
        hole = self._hole
        if hole is None or column <= hole[2]:
            node = self._going_on(column, Table)
        else:
            node = table_at(line)
            self._fill(hole, column, node)
        assert isinstance(node, Table)
        return node

    def _going_on(self, column: int, kind: type[Items | Table]) -> Items | Table:
        self._leave_empty()
        while self._open:
            at, node = self._open[-1]
            if at == column and isinstance(node, kind):
                return node
            if at < column:
                break
            self._open.pop()
        raise NotPlain

    def _leave_empty(self) -> None:
        """Put nothing where a value was waited for."""
        if self._hole:
            table, key, _, line = self._hole
            table[key] = text_at("", line)
            self._hole = None

    def _fill(self, hole: _Hole, column: int, node: Items | Table) -> None:
        table, key, *_ = hole
        table[key] = node
        self._hole = None
        self._begin(column, node)

    def _begin(self, column: int, node: Items | Table) -> None:
        if len(self._open) == _DEEPEST:
            raise NotPlain
        self._open.append((column, node))
