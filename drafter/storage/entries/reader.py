"""Phrases read from the tree of a file, every fault told with its line."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from drafter.model.phrase import Change, Entry, Phrase, PhraseSet, Source
from drafter.model.slots import slot_names
from drafter.storage.entries.keys import FILE_KEYS, MEMBER_KEYS, SET_KEYS, SINGLE_KEYS, SOURCE_KEYS
from drafter.storage.entries.kinds import kind_remedy
from drafter.storage.entries.parts import Read, derived_id
from drafter.storage.yaml.checks import Checker, checked_table
from drafter.storage.yaml.nodes import Items, Node, Table, Text
from drafter.storage.yaml.tree import read_tree

_FIELDS = {"source": "sources"}
"""Keys of a file whose fields have another name."""
_HIGHEST = 10**8 - 1


class PhraseReader(Checker):
    """Reads one phrase file; without `slots` a text may use any."""

    def __init__(self, path: str, kind: str, slots: frozenset[str] | None) -> None:
        super().__init__(path)
        self._kind = kind
        self._slots = slots
        self._used: set[str] = set()
        self._changes: list[Change] = []

    def read(self, text: str) -> Read:
        """Return what the whole file `text` holds."""
        _, top = checked_table(text, self.path)
        return self.together(lambda: self._whole(top))

    def _whole(self, top: Table) -> Read:
        self.known(top, FILE_KEYS)
        if (said := self.text(top, "kind")) not in ("", self._kind):
            remedy = kind_remedy(said, self._kind)
            self.attempt(lambda: self.fault("kind 与文件名不一致", self.line(top, "kind"), remedy))
        read = self.each(top, "entries", self._item)
        if len(read) == len(top.get("entries", ())):
            self._distinct(read, top)
        return self._read(read)

    def part(self, text: str, first_line: int) -> tuple[Read, list[str]]:
        """Return what some items of the list hold, written from `first_line` on, and their ids."""
        node = read_tree(text, self.path, first_line)
        if not isinstance(node, Items):
            self.fault("这里应当是一个列表", first_line, "请以“- ”开头")
        self._changes = []
        read = [self._item(item) for item in node]
        return self._read(read), [item.id for item in read]

    def _read(self, items: Any) -> Read:
        entries = tuple(item for item in items if not isinstance(item, Change))
        return Read(entries, tuple(self._changes), frozenset(self._used))

    def _distinct(self, items: tuple[Entry | Change, ...], top: Table) -> None:
        seen: set[str] = set()
        nodes = top.get("entries", ())
        for item, node in zip(items, nodes, strict=False):
            if item.id in seen:
                line = node.line if isinstance(node, (Table, Text)) else 0
                self.fault(f"编号“{item.id}”用了两次", line, "请改一个编号，或删去一条")
            seen.add(item.id)

    def _item(self, node: Node) -> Entry | Change:
        if isinstance(node, Text):
            text = self._phrase(node, node.line)
            return Phrase(derived_id(self._kind, text), text, self._kind, line=node.line)
        table = self.table(node)
        name = self.text(table, "id")
        if name and len(table) > 1 and not ("text" in table or "members" in table):
            self.known(table, SINGLE_KEYS | SET_KEYS)
            return self._change(table, name, [key for key in table if key != "id"])
        entry = self._set(table) if "members" in table else self._single(table)
        empty = [key for key in table if not table[key]] if name else []
        if empty:
            self._change(table, name, empty)
        return entry

    def _change(self, table: Table, name: str, keys: list[str]) -> Change:
        values = tuple((_FIELDS.get(key, key), self._value(table, key)) for key in keys)
        change = Change(name, self._kind, values, table.line)
        self._changes.append(change)
        return change

    def _value(self, table: Table, key: str) -> Any:
        if key == "text":
            return self._phrase(self.text(table, key), self.line(table, key))
        if key == "source":
            return self._sources(table)
        if key == "slots":
            return self._types(table)
        if key in ("seen", "level"):
            return self._seen(table) if key == "seen" else self._level(table)
        if key in ("topics", "tags", "organs"):
            return self.texts(table, key)
        return self.text(table, key)

    def _single(self, table: Table) -> Phrase:
        self.known(table, SINGLE_KEYS, ("text",))
        text = self._phrase(self.text(table, "text"), self.line(table, "text"))
        return Phrase(
            id=self.text(table, "id") or derived_id(self._kind, text),
            text=text,
            speaker=self.text(table, "speaker"),
            type=self.text(table, "type"),
            **self._common(table),
        )

    def _set(self, table: Table) -> PhraseSet:
        self.known(table, SET_KEYS, ("members",))
        frame = self.text(table, "frame")
        name = self.text(table, "id") or derived_id(self._kind, frame)
        common = self._common(table)
        return PhraseSet(
            id=name,
            frame=frame,
            members=tuple(self._members(table, name, common["sources"])),
            level=self._level(table),
            slots=self._types(table),
            **common,
        )

    def _common(self, table: Table) -> dict[str, Any]:
        return {
            "kind": self._kind,
            "topics": self.texts(table, "topics"),
            "era": self.text(table, "era"),
            "organs": self.texts(table, "organs"),
            "sources": self._sources(table),
            "seen": self._seen(table),
            "tags": self.texts(table, "tags"),
            "note": self.text(table, "note"),
            "line": table.line,
        }

    def _seen(self, table: Table) -> int:
        return self.number(table, "seen", 1, 1, _HIGHEST)

    def _level(self, table: Table) -> int:
        return self.number(table, "level", 0, 0, 4)

    def _types(self, table: Table) -> tuple[tuple[str, str], ...]:
        types = self.under(table, "slots")
        return tuple((letter, self.text(types, letter)) for letter in types)

    def _members(self, table: Table, name: str, sources: tuple[Source, ...]) -> Iterator[Phrase]:
        numbers = count(1)
        yield from self.each(
            table, "members", lambda node: self._member(node, f"{name}.{next(numbers)}", sources)
        )

    def _member(self, node: Node, name: str, sources: tuple[Source, ...]) -> Phrase:
        if isinstance(node, Text):
            text = self._phrase(node, node.line)
            return Phrase(name, text, self._kind, sources=sources, line=node.line)
        table = self.known(self.table(node), MEMBER_KEYS, ("text",))
        return Phrase(
            id=name,
            text=self._phrase(self.text(table, "text"), self.line(table, "text")),
            kind=self._kind,
            topics=self.texts(table, "topics"),
            era=self.text(table, "era"),
            organs=self.texts(table, "organs"),
            sources=sources,
            line=table.line,
        )

    def _sources(self, table: Table) -> tuple[Source, ...]:
        node = table.get("source")
        if not node:
            return ()
        return tuple(self._source(item) for item in (node if isinstance(node, Items) else [node]))

    def _source(self, node: Node) -> Source:
        if isinstance(node, Text):
            return Source(str(node))
        table = self.known(self.table(node, "source"), SOURCE_KEYS, ("document",))
        return Source(self.text(table, "document"), self.number(table, "line", 0, 0, _HIGHEST))

    def _phrase(self, text: str, line: int) -> str:
        if not text:
            self.fault("短语是空的", line, "请写上文字，或删去这一条")
        if "{" in text:
            self._used.update(slot_names(text))
        return self.phrase(str(text), line, self._slots)
