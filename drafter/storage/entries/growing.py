"""Where and how new entries are written into a phrase file, whatever its shape."""

import re
from collections.abc import Iterator, Sequence

from drafter.model.phrase import Entry
from drafter.storage.entries.events import BREAK, line_end
from drafter.storage.entries.spans import EntryList
from drafter.storage.entries.text import entry_rows, in_line, keys_of
from drafter.storage.schemas.kinds import schema_line
from drafter.storage.yaml.splices import BREAKS, Splice, line_start, rows_at

_ASIDE = re.compile(rf"(?:[ \t]*+(?:#[^{BREAKS}]*+)?{BREAK})*+[ \t]*(?:#[^{BREAKS}]*)?\Z")
_CONTENT = re.compile(r"(?m)^\ufeff?(?!---(?:\s|$)|%)[^#\s]")
_CLOSED = re.compile(r"(?m)^\.\.\.(?=\s|\Z)")
_KEY = re.compile(r"\s*(?:entries|'entries'|\"entries\")[ \t]*:[ \t]*")
_NOTHING = re.compile(r"\[[ \t]*\]|~|null|Null|NULL|")
_JSON = re.compile(r"\[\s*(?:\{\s*)?\"")
_COMMENT = re.compile(rf"#[^{BREAKS}]*")


class Growth:
    """Adds entries to one phrase file; `newline` is its line break."""

    def __init__(self, text: str, found: EntryList, newline: str) -> None:
        self._text = text
        self._list = found
        self._newline = newline

    def splices(self, entries: Sequence[Entry], kind: str, title: str) -> Iterator[Splice]:
        """Yield what adds `entries`, and what a file must have before it can hold any."""
        rows = [row for entry in entries for row in entry_rows(entry)]
        if self._list.style == "block":
            yield self._below(rows)
        elif self._list.style == "missing":
            yield self._begun(rows, kind, title)
        elif self._is_empty():
            start = self._list.start - len(self._before()) + len(self._before().rstrip(" \t"))
            yield Splice(start, self._list.end)
            yield self._last(line_end(self._text, self._list.end), self._indented(rows))
        else:
            style = '"' if _JSON.match(self._text, self._list.start) else ""
            yield from self._between([in_line(keys_of(entry), "", style) for entry in entries])

    def _below(self, rows: Sequence[str]) -> Splice:
        first = self._list.spans[0].start
        entry = self._text[first : first + 1000]
        indent = entry[: len(entry) - len(entry.lstrip(" "))]
        return self._last(self._list.end, [indent + row for row in rows])

    def _last(self, at: int, rows: Sequence[str]) -> Splice:
        """Return what puts `rows` at the end, if only comments follow on `at`, else at `at`."""
        end = len(self._text) if _ASIDE.match(self._text, at) else at
        return rows_at(self._text, end, rows, self._newline)

    def _before(self) -> str:
        return self._text[line_start(self._text, self._list.start) : self._list.start]

    def _is_empty(self) -> bool:
        """Tell whether nothing stands behind `entries:`, or as good as nothing."""
        said = self._text[self._list.start : self._list.end]
        return bool(_KEY.fullmatch(self._before()) and _NOTHING.fullmatch(said))

    def _indented(self, rows: Sequence[str]) -> list[str]:
        before = self._before()
        indent = before[: len(before) - len(before.lstrip(" "))]
        return [indent + row for row in rows]

    def _begun(self, rows: Sequence[str], kind: str, title: str) -> Splice:
        """Return what begins the list, and the file where it is empty."""
        indent = " " * self._list.start
        head = [] if _CONTENT.search(self._text) else [f"kind: {kind}"]
        if not self._text.strip():
            head = [schema_line("phrases").rstrip(), f"# {title or kind}。", *head]
        closed = _CLOSED.search(self._text)
        at = closed.start() if closed else len(self._text)
        written = [indent + row for row in (*head, "entries:", *rows)]
        return rows_at(self._text, at, written, self._newline)

    def _between(self, items: Sequence[str]) -> Iterator[Splice]:
        """Yield what adds to a list in brackets; one on many lines gets new lines."""
        text, spans = self._text, self._list.spans
        if not spans:
            yield Splice(self._list.start + 1, self._list.start + 1, ", ".join(items))
            return
        last = spans[-1]
        behind = text[last.end : self._list.end - 1]
        lines = next((at for at, each in enumerate(behind) if each in BREAKS), -1)
        if lines < 0 or "," in _COMMENT.sub("", behind[lines:]):
            yield Splice(last.end, last.end, ", " + ", ".join(items))
            return
        if "," not in _COMMENT.sub("", behind):
            yield Splice(last.end, last.end, ",")
        begin = line_start(text, last.start)
        indent = self._newline + " " * (
            len(text[begin : last.start]) - len(text[begin : last.start].lstrip(" "))
        )
        at = last.end + lines
        yield Splice(at, at, indent + f",{indent}".join(items))
