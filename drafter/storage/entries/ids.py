"""Which entry of a phrase file has which id, found without reading the others."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from drafter.storage.entries.parts import derived_id
from drafter.storage.entries.spans import Span
from drafter.storage.yaml.nodes import Items, Node, Table, Text
from drafter.storage.yaml.tree import read_tree

_ID = re.compile(r"id[\"']?\s*+:\s*+[\"']?([^\s\"',}#]+)")
_BEFORE = " \n-{,\"'\t\r\x85\u2028\u2029"
"""What a key may stand behind."""
_FEW = 20
"""Ids that are looked for one by one."""
_WORD = re.compile(r"[\w.\-]+")


def places_of(
    text: str,
    spans: Sequence[Span],
    kind: str,
    there: Collection[str],
    perhaps: Collection[str],
    where: str,
) -> dict[str, int]:
    """Return the number of the entry that has an id, for every id that one has.

    Ids that are `there` are looked for in every way there is to write one; those that are `perhaps`
    there, because they may be new, only in the ways that are likely.
    """
    search = _Search(text, spans, kind, where)
    asked = frozenset([*there, *perhaps])
    if not asked:
        return {}
    required = [*there, *(name for name in perhaps if not _WORD.fullmatch(name))]
    search.look(search.said(asked))
    if not asked <= search.found.keys():
        search.look(search.silent())
    if not search.found.keys() >= set(required):
        search.look(range(len(spans)))
    return {name: number for name, number in search.found.items() if name in asked}


class _Search:
    """Goes through the entries of a file, the likely ones first."""

    def __init__(self, text: str, spans: Sequence[Span], kind: str, where: str) -> None:
        self.found: dict[str, int] = {}
        self._text = text
        self._spans = spans
        self._kind = kind
        self._where = where
        self._starts = [span.start for span in spans]
        self._looked: set[int] = set()

    def said(self, asked: Collection[str]) -> list[int]:
        """Return the entries that seem to name an id that is asked for."""
        if len(asked) > _FEW:
            return [number for number, name in self._ids() if name in asked]
        names = re.compile("|".join(map(re.escape, asked)))
        places = (self._number(found.start()) for found in names.finditer(self._text))
        return [number for number in places if number >= 0]

    def silent(self) -> list[int]:
        """Return the entries that name no id: theirs comes from the text."""
        named = {number for number, _ in self._ids()}
        return [number for number in range(len(self._spans)) if number not in named]

    def _ids(self) -> Iterator[tuple[int, str]]:
        """Yield the entries that seem to name an id, and the id."""
        for found in _ID.finditer(self._text):
            if self._text[found.start() - 1] in _BEFORE:
                number = self._number(found.start())
                if number >= 0:
                    yield number, found[1]

    def _number(self, at: int) -> int:
        return bisect_right(self._starts, at) - 1

    def look(self, numbers: Iterable[int]) -> None:
        """Read the ids of entries that have not been looked at."""
        for number in numbers:
            if number not in self._looked:
                self._looked.add(number)
                node = entry_node(self._text, self._spans[number], self._where)
                self.found.setdefault(_id(self._kind, node), number)


def entry_node(text: str, span: Span, where: str) -> Node:
    """Return the tree of one entry."""
    piece = text[span.start : span.end]
    root = read_tree(f"[{piece}]" if span.flow else piece, where, span.line)
    return root[0] if isinstance(root, Items) and len(root) == 1 else root


def _id(kind: str, node: Node) -> str:
    if isinstance(node, Text):
        return derived_id(kind, node)
    if not isinstance(node, Table):
        return ""
    said = node.get("frame" if "members" in node else "text", "")
    return str(node.get("id") or derived_id(kind, str(said)))
