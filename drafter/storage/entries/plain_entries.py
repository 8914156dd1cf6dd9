"""Entries made of plainly written lines; whatever might be wrong is left to the reader of trees."""

from collections.abc import Iterator, Mapping, Sequence
from re import Match
from typing import Any, NoReturn

from drafter.model.phrase import Entry, Phrase, PhraseSet, Source
from drafter.model.slots import is_plain, slot_names
from drafter.storage.entries.keys import MEMBER_KEYS, SET_KEYS, SINGLE_KEYS, SOURCE_KEYS
from drafter.storage.entries.parts import derived_id
from drafter.storage.entries.plain_lines import scalar, value

Row = tuple[str, str, str, str]
"""A line: all of it, what leads in, its key, and its value, as they are written."""
_HIGHEST = 10**8 - 1


class Unclear(Exception):  # noqa: N818 - a signal, not a fault
    """What is written has to be read as a tree: it may be wrong, it may only be unusual."""


class Maker:
    """Makes the entries of one file."""

    def __init__(self, kind: str, indent: str) -> None:
        self.used: set[str] = set()
        self._kind = kind
        self._inner = indent + "  "
        self._lists: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._written: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}

    def mined(self, found: Match[str], line: int) -> Phrase:
        """Return the phrase that `found` has the parts of."""
        name, text, topics, document, at, era, seen = found.groups()
        said = self._phrase(scalar(text))
        sources = () if document is None else (Source(self._name(scalar(document)), int(at)),)
        listed = () if topics is None else self._listed(topics)
        return Phrase(
            scalar(name) or _unclear(),
            said,
            self._kind,
            listed,
            era or "",
            (),
            sources,
            int(seen or 1),
            line=line,
        )

    def _listed(self, written: str) -> tuple[str, ...]:
        """Return the texts of a list in brackets; most lists are written many times."""
        found = self._written.get(written)
        if found is None:
            found = self._written[written] = self._list(value(written))
        return found or _unclear()

    def _name(self, document: str) -> str:
        return self._names.setdefault(document, document) or _unclear()

    def entry(self, rows: Sequence[Row], line: int) -> Entry:
        """Return the entry that is written in `rows`, the first of which is `line`."""
        _, _, key, written = rows[0]
        said: Any
        lines = [line]
        if key:
            said, lines = self._table(rows, line)
        else:
            if not written or any(row[2] or row[3] for row in rows[1:]):
                raise Unclear
            if written[0] not in "[{":
                return self._bare(value(written), line)
            said = value(written)
        if not isinstance(said, dict) or not all(said.values()):
            raise Unclear
        return self._set(said, line, lines) if "members" in said else self._single(said, line)

    def _table(self, rows: Sequence[Row], line: int) -> tuple[dict[str, Any], list[int]]:
        """Return what stands under each key, and the lines of what is below the members."""
        said: dict[str, Any] = {}
        opened = lead_below = ""
        members: list[int] = []
        for at, (_, lead, key, written) in enumerate(rows, line):
            if not (key or written or "-" in lead):
                continue
            if at == line or lead == self._inner:
                if not key or key in said:
                    raise Unclear
                said[key] = value(written) if written else None
                opened, lead_below = "" if written else key, ""
            else:
                if not opened or lead_below not in ("", lead):
                    raise Unclear
                lead_below = lead
                said[opened] = _grown(said[opened], lead, key, written)
            if "members" in (key, opened):
                members.append(at)
        return said, members

    def _bare(self, said: Any, line: int) -> Phrase:
        text = self._phrase(said)
        return Phrase(derived_id(self._kind, text), text, self._kind, line=line)

    def _single(self, said: Mapping[str, Any], line: int) -> Phrase:
        if not said.keys() <= SINGLE_KEYS:
            raise Unclear
        get = said.get
        text = self._phrase(get("text"))
        return Phrase(
            _text(get("id")) or derived_id(self._kind, text),
            text,
            self._kind,
            self._list(get("topics")),
            _text(get("era")),
            self._list(get("organs")),
            self._sources(get("source")),
            _number(get("seen"), 1, 1, _HIGHEST),
            _text(get("speaker")),
            _text(get("type")),
            self._list(get("tags")),
            _text(get("note")),
            line,
        )

    def _set(self, said: Mapping[str, Any], line: int, lines: Sequence[int]) -> PhraseSet:
        if not said.keys() <= SET_KEYS:
            raise Unclear
        get = said.get
        frame, sources = _text(get("frame")), self._sources(get("source"))
        name = _text(get("id")) or derived_id(self._kind, frame)
        return PhraseSet(
            name,
            frame,
            tuple(self._members(said["members"], name, sources, lines)),
            self._kind,
            _number(get("level"), 0, 0, 4),
            self._list(get("topics")),
            _text(get("era")),
            self._list(get("organs")),
            sources,
            _number(get("seen"), 1, 1, _HIGHEST),
            _types(get("slots")),
            self._list(get("tags")),
            _text(get("note")),
            line,
        )

    def _members(
        self, said: Any, name: str, sources: tuple[Source, ...], lines: Sequence[int]
    ) -> Iterator[Phrase]:
        if not isinstance(said, list):
            raise Unclear
        below = lines[1:] or [lines[0]] * len(said)
        for number, (each, line) in enumerate(zip(said, below, strict=True), 1):
            one = each if isinstance(each, dict) else {"text": each}
            if not one.keys() <= MEMBER_KEYS:
                raise Unclear
            yield Phrase(
                f"{name}.{number}",
                self._phrase(one.get("text")),
                self._kind,
                self._list(one.get("topics")),
                _text(one.get("era")),
                self._list(one.get("organs")),
                sources,
                line=line,
            )

    def _phrase(self, said: Any) -> str:
        text = _text(said)
        if not text:
            raise Unclear
        if "{" in text:
            if not is_plain(text):
                raise Unclear
            self.used.update(slot_names(text))
        return text

    def _list(self, said: Any) -> tuple[str, ...]:
        if said is None:
            return ()
        if isinstance(said, str):
            said = [said] if said else []
        if not isinstance(said, list) or not all(isinstance(each, str) for each in said):
            raise Unclear
        found = tuple(said)
        return self._lists.setdefault(found, found)

    def _sources(self, said: Any) -> tuple[Source, ...]:
        if said is None:
            return ()
        return tuple([self._source(each) for each in (said if isinstance(said, list) else [said])])

    def _source(self, said: Any) -> Source:
        if isinstance(said, dict) and said.keys() <= SOURCE_KEYS:
            name, line = _text(said.get("document")), _number(said.get("line"), 0, 0, _HIGHEST)
        else:
            name, line = _text(said), 0
        return Source(self._name(name), line)


def _unclear() -> NoReturn:
    raise Unclear


def _grown(below: Any, lead: str, key: str, written: str) -> Any:
    """Return the list or mapping that stands below a key with one more line of it."""
    if not written or ("-" in lead) == bool(key):
        raise Unclear
    if not key:
        return [*(below or []), value(written)]
    if key in (below or {}):
        raise Unclear
    return {**(below or {}), key: value(written)}


def _text(said: Any) -> str:
    if said is None:
        return ""
    if not isinstance(said, str):
        raise Unclear
    return said


def _number(said: Any, otherwise: int, least: int, most: int) -> int:
    written = _text(said)
    if not written:
        return otherwise
    if not (written.isdecimal() and len(written) < 9 and least <= int(written) <= most):
        raise Unclear
    return int(written)


def _types(said: Any) -> tuple[tuple[str, str], ...]:
    if said is None:
        return ()
    if not isinstance(said, dict):
        raise Unclear
    return tuple((letter, _text(name)) for letter, name in said.items())
