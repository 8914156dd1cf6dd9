"""A phrase file read entry by entry: what is wrong with one does not hide the others."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.errors import DrafterError, InputError
from drafter.model.findings import Finding, Placed, PlacedChange, Rejection
from drafter.model.phrase import Change, Entry
from drafter.model.slots import nearest
from drafter.storage.bank.phrasebank import REJECTED, read_kind
from drafter.storage.entries.keys import FILE_KEYS, MEMBER_KEYS, SET_KEYS, SINGLE_KEYS, SOURCE_KEYS
from drafter.storage.entries.kinds import kind_remedy
from drafter.storage.entries.reader import PhraseReader
from drafter.storage.files import read_text
from drafter.storage.yaml.nodes import Items, Node, Table
from drafter.storage.yaml.tree import read_tree

_PLACE = re.compile(r":(\d+)(?::\d+)?\Z")
READER_RULES = ("broken-yaml", "unknown-key", "bad-entry", "missing-members", "repeated-id")
"""What reading finds; all else is left to the rules."""


class LookedOver(NamedTuple):
    """What a phrase file holds, and what is wrong with it as a file."""

    entries: tuple[Placed, ...] = ()
    changes: tuple[PlacedChange, ...] = ()
    faults: tuple[Finding, ...] = ()


def looked_over(path: Path, kind: str) -> LookedOver:
    """Return what the phrase file at `path` holds; slots may have any name."""
    try:
        read = read_kind(path, kind, None)
    except DrafterError:
        return _one_by_one(path, kind)
    entries = tuple(Placed(each, str(path)) for each in read.entries)
    return LookedOver(entries, tuple(PlacedChange(each, str(path)) for each in read.changes))


def _one_by_one(path: Path, kind: str) -> LookedOver:
    reader = _OneByOne(str(path), kind)
    try:
        found = list(reader.items(read_tree(read_text(path), str(path))))
    except DrafterError as error:
        fault = found_by("broken-yaml", error, str(path))
        return LookedOver(faults=(*reader.faults, fault))
    return LookedOver(
        tuple(Placed(each, str(path)) for each in found if not isinstance(each, Change)),
        tuple(PlacedChange(each, str(path)) for each in found if isinstance(each, Change)),
        tuple(reader.faults),
    )


def rejections(folder: Path) -> list[Rejection]:
    """Return the lines of `rejected.txt` in `folder` that name an id."""
    path = folder / REJECTED
    if not path.exists():
        return []
    said = (line.partition("#")[0].strip() for line in read_text(path).splitlines())
    return [Rejection(name, str(path), line) for line, name in enumerate(said, 1) if name]


def found_by(rule: str, error: DrafterError, path: str) -> Finding:
    """Return the finding that `error` tells of."""
    place = _PLACE.search(error.where)
    line = int(place[1]) if place else 0
    return Finding(path, line, "error", rule, error.what, error.remedy)


class _OneByOne(PhraseReader):
    """Reads items each on its own, and keeps what is wrong with them."""

    def __init__(self, path: str, kind: str) -> None:
        super().__init__(path, kind, None)
        self.faults: list[Finding] = []
        self._told_kind = kind

    def items(self, root: Node) -> Iterator[Entry | Change]:
        top = self._stripped(self.table(root), frozenset(FILE_KEYS))
        said, kind = self.text(top, "kind"), self._told_kind
        if said not in ("", kind):
            what = f"kind 与文件名不一致（{said}）"
            self._add("bad-entry", self.line(top, "kind"), what, kind_remedy(said, kind))
        seen: dict[str, int] = {}
        for node in self.each(top, "entries", lambda node: node):
            if (item := self._read_item(node)) is not None:
                if item.id in seen:
                    what = f"编号“{item.id}”用了两次，第一次在第 {seen[item.id]} 行"
                    self._add("repeated-id", node.line, what, "请改一个编号，或删去一条")
                seen.setdefault(item.id, node.line)
                yield item

    def _read_item(self, node: Node) -> Entry | Change | None:
        if isinstance(node, Table):
            node = self._clean(node)
            if "frame" in node and not node.get("members") and not node.get("id"):
                what = "有框架，没有这一组的各条（members）"
                self._add("missing-members", node.line, what, "请添上 members，一项一条")
                return None
        try:
            return self._item(node)
        except InputError as error:
            self.faults.append(found_by("bad-entry", error, self.path))
            return None

    def _clean(self, table: Table) -> Table:
        """Return an entry without keys that nobody knows, each of which is told."""
        if "members" in table:
            allowed = SET_KEYS
        elif "text" in table:
            allowed = SINGLE_KEYS
        else:
            allowed = SINGLE_KEYS | SET_KEYS
        clean = self._stripped(table, allowed)
        for key, below in (("members", MEMBER_KEYS), ("source", SOURCE_KEYS)):
            if isinstance(node := clean.get(key), (Table, Items)):
                clean[key] = self._below(node, below)
        return clean

    def _below(self, node: Table | Items, allowed: frozenset[str]) -> Node:
        if isinstance(node, Table):
            return self._stripped(node, allowed)
        clean = Items(self._stripped(x, allowed) if isinstance(x, Table) else x for x in node)
        clean.line = node.line
        return clean

    def _stripped(self, table: Table, allowed: frozenset[str]) -> Table:
        unknown = [key for key in table if key not in allowed]
        for key in unknown:
            like = nearest(key, sorted(allowed))
            remedy = f"是不是 {like}？" if like else "可用的有：" + "、".join(sorted(allowed))
            self._add("unknown-key", table.lines[key], f"不认识“{key}”", remedy)
        if not unknown:
            return table
        clean = Table((key, value) for key, value in table.items() if key in allowed)
        clean.line, clean.lines = table.line, table.lines
        return clean

    def _add(self, rule: str, line: int, what: str, remedy: str) -> None:
        self.faults.append(Finding(self.path, line, "error", rule, what, remedy))
