"""The phrasebank read from its files."""

from collections.abc import Iterable
from hashlib import sha256
from itertools import count
from pathlib import Path

from drafter.model.phrase import Entry, Phrase, Phrasebank, PhraseSet, Source
from drafter.model.slots import nearest
from drafter.storage.checks import Checker, checked_table
from drafter.storage.files import read_text, unread
from drafter.storage.vocabulary import load_vocabulary
from drafter.storage.yaml_nodes import Items, Node, Table, Text

_BOTH = ("id", "topics", "tags", "source", "era", "organs", "seen", "note")
_SINGLE = frozenset([*_BOTH, "text", "speaker"])
_SET = frozenset([*_BOTH, "frame", "level", "members"])
_MEMBER = frozenset(["text", "topics", "era", "organs"])
_SOURCE = frozenset(["document", "line"])
_NOT_PHRASES = frozenset(["vocabulary", "lexicon"])


def load_bank(
    folder: Path, kinds: Iterable[str] | None = None, slots: frozenset[str] | None = None
) -> Phrasebank:
    """Return the phrases of `kinds` (of every kind without it) in `folder`.

    `slots` are the slots that a phrase may use; without them the vocabulary in `folder` tells.
    """
    if slots is None:
        slots = load_vocabulary(folder).slots
    asked = known_kinds(folder) if kinds is None else kinds
    files = {kind: folder / f"{kind}.yaml" for kind in asked}
    return Phrasebank(
        {
            kind: _Reader(path, kind, slots).entries()
            for kind, path in files.items()
            if path.exists()
        }
    )


def entries_of(text: str, path: Path, kind: str, slots: frozenset[str]) -> tuple[Entry, ...]:
    """Return the entries that `text` would give if it were the file at `path`."""
    return _Reader(path, kind, slots).read(text)


def known_kinds(folder: Path) -> list[str]:
    """Return the kinds that `folder` has a file of, sorted."""
    return sorted(path.stem for path in folder.glob("*.yaml") if path.stem not in _NOT_PHRASES)


def strange_files(folder: Path, kinds: Iterable[str]) -> list[tuple[str, str]]:
    """Return the YAML files of `folder` that hold no known kind, each with the name it may want."""
    names = [f"{kind}.yaml" for kind in (*kinds, *_NOT_PHRASES)]
    try:
        found = sorted(path.name for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    except OSError as error:
        raise unread(error, str(folder)) from error
    return [(name, nearest(name, names)) for name in found if name not in names]


class _Reader(Checker):
    """Reads one phrase file."""

    def __init__(self, path: Path, kind: str, slots: frozenset[str]) -> None:
        super().__init__(str(path))
        self._file = path
        self._kind = kind
        self._slots = slots

    def entries(self) -> tuple[Entry, ...]:
        return self.read(read_text(self._file))

    def read(self, text: str) -> tuple[Entry, ...]:
        _, top = checked_table(text, self.path)
        self.known(top, ("kind", "entries"))
        if self.text(top, "kind") not in ("", self._kind):
            self.fault("kind 与文件名不一致", self.line(top, "kind"), f"请写 kind: {self._kind}")
        read = self.each(top, "entries", self._entry)
        self._distinct(read, top)
        return read

    def _distinct(self, entries: tuple[Entry, ...], top: Table) -> None:
        seen: set[str] = set()
        nodes = top.get("entries", ())
        for entry, node in zip(entries, nodes, strict=False):
            if entry.id in seen:
                line = node.line if isinstance(node, (Table, Text)) else 0
                self.fault(f"编号“{entry.id}”用了两次", line, "请改一个编号，或删去一条")
            seen.add(entry.id)

    def _entry(self, node: Node) -> Entry:
        if isinstance(node, Text):
            return Phrase(_id(self._kind, node), self._phrase(node, node.line), self._kind)
        table = self.table(node)
        return self._set(table) if "members" in table else self._single(table)

    def _single(self, table: Table) -> Phrase:
        self.known(table, _SINGLE, ("text",))
        text = self._phrase(self.text(table, "text"), self.line(table, "text"))
        return Phrase(
            id=self.text(table, "id") or _id(self._kind, text),
            text=text,
            kind=self._kind,
            topics=self.texts(table, "topics"),
            era=self.text(table, "era"),
            organs=self.texts(table, "organs"),
            sources=self._sources(table),
            seen=self.number(table, "seen", 1, 1, 10**8 - 1),
            speaker=self.text(table, "speaker"),
        )

    def _set(self, table: Table) -> PhraseSet:
        self.known(table, _SET, ("members",))
        frame = self.text(table, "frame")
        name = self.text(table, "id") or _id(self._kind, frame)
        sources = self._sources(table)
        numbers = count(1)
        members = self.each(
            table, "members", lambda node: self._member(node, f"{name}.{next(numbers)}", sources)
        )
        return PhraseSet(
            id=name,
            frame=frame,
            members=members,
            kind=self._kind,
            level=self.number(table, "level", 0, 0, 4),
            topics=self.texts(table, "topics"),
            era=self.text(table, "era"),
            organs=self.texts(table, "organs"),
            sources=sources,
            seen=self.number(table, "seen", 1, 1, 10**8 - 1),
        )

    def _member(self, node: Node, name: str, sources: tuple[Source, ...]) -> Phrase:
        if isinstance(node, Text):
            return Phrase(name, self._phrase(node, node.line), self._kind, sources=sources)
        table = self.known(self.table(node), _MEMBER, ("text",))
        return Phrase(
            id=name,
            text=self._phrase(self.text(table, "text"), self.line(table, "text")),
            kind=self._kind,
            topics=self.texts(table, "topics"),
            era=self.text(table, "era"),
            organs=self.texts(table, "organs"),
            sources=sources,
        )

    def _sources(self, table: Table) -> tuple[Source, ...]:
        node = table.get("source")
        if not node:
            return ()
        return tuple(self._source(item) for item in (node if isinstance(node, Items) else [node]))

    def _source(self, node: Node) -> Source:
        if isinstance(node, Text):
            return Source(str(node))
        table = self.known(self.table(node, "source"), _SOURCE, ("document",))
        return Source(self.text(table, "document"), self.number(table, "line", 0, 0, 10**8 - 1))

    def _phrase(self, text: str, line: int) -> str:
        if not text:
            self.fault("短语是空的", line, "请写上文字，或删去这一条")
        return self.phrase(str(text), line, self._slots)


def _id(kind: str, text: str) -> str:
    """Return the id of an entry that was written without one."""
    return f"{kind[:1]}-{sha256(text.encode()).hexdigest()[:8]}"
