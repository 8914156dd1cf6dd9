"""An entry made to say something else, with as few of its characters changed as can be."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from drafter.errors import InputError
from drafter.storage.entries.events import BLANK, line_end
from drafter.storage.entries.text import in_line, key_rows, pair
from drafter.storage.yaml.marked_tree import Branch, Cell, Leaf, Marked, as_text, marked_tree, plain
from drafter.storage.yaml.splices import (
    BREAKS,
    Splice,
    comments,
    line_start,
    rows_at,
    spliced,
    without,
)
from drafter.storage.yaml.tree import read_tree

_HEADER = re.compile(rf"[|>][^\s#]*([ \t]+#[^{BREAKS}]*)")


class Setting(NamedTuple):
    """What has to be known of an entry besides its characters."""

    id: str
    flow: bool
    """Whether it stands between brackets."""
    newline: str
    place: str
    """File and line, for errors."""


def rewritten(piece: str, change: Mapping[str, object], setting: Setting) -> str:
    """Return the entry in `piece` with the keys in `change`."""
    name, flow, newline, place = setting
    text = f"[{piece}]" if flow else piece
    root = marked_tree(text, place)
    if not isinstance(root, Branch) or len(root.cells) != 1:
        raise unsafe(place)
    node = root.cells[0].node
    wanted = _wanted(node, change, name)
    made = spliced(text, _Rewriter(text, newline).entry(node, wanted))
    bare = isinstance(node, Leaf) and wanted.keys() == {"text"}
    if read_tree(made, place) != [as_text(wanted["text"] if bare else wanted)]:
        raise unsafe(place)
    return made[1:-1] if flow else made


def unsafe(place: str) -> InputError:
    """Return the error for an entry that cannot be changed without touching what is around it."""
    remedy = "请在编辑器里把这一条改成“- 键: 值”的样子，一行一个键"
    return InputError("这一条的写法特殊，程序不能只改它一处", where=place, remedy=remedy)


def _wanted(node: Marked, change: Mapping[str, object], name: str) -> dict[str, object]:
    """Return all keys of the changed entry; its id is kept if it came from what is changed."""
    said = plain(node)
    before = said if isinstance(said, dict) else {"text": said}
    after = {key: value for key, value in {**before, **change}.items() if value is not None}
    derived = "frame" if "members" in before else "text"
    if not before.get("id") and as_text(after.get(derived, "")) != before.get(derived, ""):
        after.setdefault("id", name)
    return after


class _Rewriter:
    """Finds the splices for one entry; `newline` is the line break of its file."""

    def __init__(self, text: str, newline: str) -> None:
        self._text = text
        self._newline = newline

    def entry(self, node: Marked, wanted: Mapping[str, object]) -> Iterator[Splice]:
        """Yield what makes an entry say `wanted`; a bare text becomes a mapping if it must."""
        if isinstance(node, Leaf) and wanted.keys() != {"text"}:
            yield from self._titled(node, wanted)
        else:
            said = wanted["text"] if isinstance(node, Leaf) else wanted
            yield from self._value(node, said, "", node.start)

    def _titled(self, node: Leaf, wanted: Mapping[str, object]) -> Iterator[Splice]:
        """Yield what puts `text:` before a bare text, and the other keys behind it."""
        text, end = self._text, self._end(node)
        lines = any(each in text[node.start : end] for each in BREAKS)
        verbatim = not lines and node.style not in ("|", ">") and node.value == wanted["text"]
        said = text[node.start : end] if verbatim else self._said(node, wanted["text"], "text")
        more = {key: value for key, value in wanted.items() if key != "text"}
        if text.startswith("["):
            pairs = ", ".join(pair(*each) for each in more.items())
            yield Splice(node.start, end, f"{{text: {said}, {pairs}}}")
            return
        yield Splice(node.start, end, f"text: {said}")
        yield self._rows(node, more)

    def _value(self, node: Marked, wanted: object, key: str, head: int) -> Iterator[Splice]:
        """Yield what makes the value of `key`, whose colon ends at `head`, say `wanted`."""
        if plain(node) == as_text(wanted):
            return
        if isinstance(node, Branch) and (kept := _kept(node, wanted)):
            yield from self._branch(node, wanted, kept)
        elif _closed(node) and isinstance(wanted, (list, tuple)) and _first(wanted) == plain(node):
            yield Splice(node.start, node.start, "[")
            more = in_line(wanted[1:], "", self._quotes(node))
            yield Splice(node.end, node.end, f", {more[1:]}")
        elif isinstance(node, Leaf) or node.flow:
            yield Splice(node.start, self._end(node), self._said(node, wanted, key))
        else:
            yield from self._block(node, wanted, key, head)

    def _branch(self, node: Branch, wanted: object, kept: Sequence[Cell]) -> Iterator[Splice]:
        yield from without(self._text, node, kept, self._newline)
        more: object
        if isinstance(wanted, Mapping):
            for cell in kept:
                yield from self._value(cell.node, wanted[cell.key], cell.key, cell.head)
            known = {cell.key for cell in node.cells}
            more = {key: value for key, value in wanted.items() if key not in known}
        else:
            assert isinstance(wanted, (list, tuple))
            for cell, each in zip(kept, wanted, strict=False):
                yield from self._value(cell.node, each, "", cell.head)
            more = list(wanted[len(kept) :])
        if more:
            yield self._grown(node, more)

    def _grown(self, node: Branch, more: object) -> Splice:
        """Return what adds keys or items at the end of `node`, in its own style."""
        last = node.cells[-1]
        if not node.flow:
            return self._rows(node, more, last.end)
        style = self._quotes(node)
        if isinstance(more, Mapping):
            said = ", ".join(pair(key, value, style) for key, value in more.items())
        else:
            said = in_line(more, "", style)[1:-1]
        return Splice(last.end, last.end, f", {said}")

    def _quotes(self, node: Marked) -> str:
        """Return the quotation mark for what is added to a list or mapping written as in JSON."""
        first = node.cells[0].start if isinstance(node, Branch) else node.start
        return '"' if self._text[first] == '"' else ""

    def _rows(self, node: Marked, more: object, end: int = 0) -> Splice:
        """Return what adds keys or items below `node`, at its column."""
        if isinstance(more, Mapping):
            rows = [row for key, value in more.items() for row in key_rows(key, value)]
        else:
            assert isinstance(more, list)
            rows = [f"- {in_line(each)}" for each in more]
        indent = " " * (node.start - line_start(self._text, node.start))
        at = line_end(self._text, end or node.end)
        return rows_at(self._text, at, [indent + row for row in rows], self._newline)

    def _block(self, node: Branch, wanted: object, key: str, head: int) -> Iterator[Splice]:
        """Yield what replaces a block; the comments in it go below it."""
        text, start = self._text, node.start
        indent = " " * (start - line_start(text, start))
        if key == "members" and isinstance(wanted, (list, tuple)) and wanted:
            rows = (f"- {in_line(each)}" for each in wanted)
            yield Splice(start, node.end, (self._newline + indent).join(rows))
        elif text[head:start].strip(BLANK):
            yield Splice(start, node.end, f"  {in_line(wanted, key)}")
        else:
            yield Splice(head, node.end, f" {in_line(wanted, key)}")
        if kept := [indent + comment for comment in comments(text, node)]:
            yield rows_at(text, line_end(text, node.end), kept, self._newline)

    def _said(self, node: Marked, wanted: object, key: str) -> str:
        """Return `wanted` to stand where `node` stands, quoted as that is."""
        style = node.style if isinstance(node, Leaf) and isinstance(wanted, str) else ""
        said = in_line(wanted, key, style if style in ("'", '"') else "")
        if node.start == node.end and self._text[node.start - 1] in ":-":
            return f" {said}"
        header = _HEADER.match(self._text, node.start) if style in ("|", ">") else None
        return said + (header[1] if header else "")

    def _end(self, node: Marked) -> int:
        """Return where `node` ends; the blank lines behind a block of text stay."""
        return node.start + len(self._text[node.start : node.end].rstrip(BLANK))


def _kept(node: Branch, wanted: object) -> list[Cell]:
    """Return the cells of `node` that are left, changed or not; none if all is to be replaced."""
    if node.keyed:
        return [c for c in node.cells if c.key in wanted] if isinstance(wanted, Mapping) else []
    if not isinstance(wanted, (list, tuple)):
        return []
    if len(wanted) >= len(node.cells):
        return list(node.cells)
    rest = iter(node.cells)
    said = [as_text(each) for each in wanted]
    kept = [next((cell for cell in rest if plain(cell.node) == each), None) for each in said]
    return [cell for cell in kept if cell] if None not in kept else []


def _closed(node: Marked) -> bool:
    """Tell whether `node` may stand in brackets as it is."""
    return node.style in ("'", '"') if isinstance(node, Leaf) else node.flow


def _first(wanted: Sequence[object]) -> object:
    return as_text(wanted[0]) if wanted else None
