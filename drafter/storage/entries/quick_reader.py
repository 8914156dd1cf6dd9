"""Phrase files read quickly: what is written plainly by patterns, the rest of it by libyaml.

Whatever is not surely read as libyaml reads it is left to the reader of trees, entry by entry, or
the whole file: the result, with every line, is always that of the reader of trees.
"""

from drafter.errors import InputError
from drafter.model.phrase import Change, Entry
from drafter.storage.entries.parts import Read
from drafter.storage.entries.plain_entries import Maker, Unclear
from drafter.storage.entries.plain_lines import HEAD, is_odd, mined_pattern, row_pattern

_MOST_AT_ONCE = 1 << 17
"""Characters that libyaml is given at once: its tree is a hundred times as large."""


def quick_read(text: str, path: str, kind: str, slots: frozenset[str] | None) -> Read | None:
    """Return what a phrase file holds, or None when it has to be read as a whole."""
    text = text.replace("\r\n", "\n")
    head = HEAD.match(text)
    if head is None or head["kind"] not in (None, kind) or is_odd(text):
        return None
    work = _Work(text, path, kind, head["indent"])
    try:
        work.read(head.start("indent"), text.count("\n", 0, head.start("indent")) + 1)
    except (Unclear, InputError):
        return None
    read = work.result
    return read if slots is None or read.slots <= slots else None


class _Work:
    """Goes through a text, one item of its list after the other."""

    def __init__(self, text: str, path: str, kind: str, indent: str) -> None:
        self._text = text
        self._path = path
        self._kind = kind
        self._indent = indent
        self._mined = mined_pattern(indent).fullmatch
        self._rows = row_pattern(indent).findall
        self._maker = Maker(kind, indent)
        self._entries: list[Entry] = []
        self._changes: list[Change] = []
        self._left: tuple[int, int, int] | None = None  # start, end, line: not read yet

    @property
    def result(self) -> Read:
        """Return all that was read."""
        return Read(tuple(self._entries), tuple(self._changes), frozenset(self._maker.used))

    def read(self, start: int, line: int) -> None:
        """Read all items, the first of which starts at `start` in `line`."""
        text = self._text
        item = f"\n{self._indent}- "
        ids: list[str] = []
        while start < len(text):
            end = text.find(item, start) + 1 or len(text)
            line = self._item(start, end, line, ids)
            start = end
        self._flush(ids)
        if len(set(ids)) < len(ids):
            raise Unclear

    def _item(self, start: int, end: int, line: int, ids: list[str]) -> int:
        """Read one item, or leave it for later; return the line of the next one."""
        try:
            entry, lines = self._plain(start, end, line)
        except Unclear:
            self._leave(start, end, line, ids)
            return line + self._text.count("\n", start, end)
        if self._left:
            self._flush(ids)
        self._entries.append(entry)
        ids.append(entry.id)
        return line + lines

    def _plain(self, start: int, end: int, line: int) -> tuple[Entry, int]:
        """Return an item that is written plainly, and the number of its lines."""
        found = self._mined(self._text, start, end)
        if found:
            return self._maker.mined(found, line), self._text.count("\n", start, end)
        rows = self._rows(self._text, start, end)
        if sum([len(row[0]) for row in rows]) < end - start:
            raise Unclear
        return self._maker.entry(rows, line), len(rows)

    def _leave(self, start: int, end: int, line: int, ids: list[str]) -> None:
        if self._left and end - self._left[0] > _MOST_AT_ONCE:
            self._flush(ids)
        self._left = (self._left[0], end, self._left[2]) if self._left else (start, end, line)

    def _flush(self, ids: list[str]) -> None:
        """Read as a tree what was left."""
        if self._left is None:
            return
        from drafter.storage.entries.reader import PhraseReader  # loads the YAML library

        start, end, line = self._left
        self._left = None
        reader = PhraseReader(self._path, self._kind, None)
        read, names = reader.part(self._text[start:end], line)
        self._entries += read.entries
        self._changes += read.changes
        self._maker.used |= read.slots
        ids += names
