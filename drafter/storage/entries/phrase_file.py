"""Edits of phrase files that leave every character as it was which they need not touch."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from pathlib import Path

from drafter.errors import InputError
from drafter.model.edits import Edits
from drafter.model.phrase import Entry, Phrase
from drafter.storage.entries.growing import Growth
from drafter.storage.entries.ids import entry_node, places_of
from drafter.storage.entries.rewriting import Setting, rewritten
from drafter.storage.entries.spans import EntryList, Span, entries_in, entry_list
from drafter.storage.entries.text import entry_rows, keys_of
from drafter.storage.yaml.checks import Checker
from drafter.storage.yaml.marked_tree import as_text
from drafter.storage.yaml.splices import Splice, between_brackets, first_break, spliced
from drafter.storage.yaml.tree import read_tree

_BOM = "\ufeff"
_SHAPE = "请把 entries 写成一个列表，每项以“- ”开头"


def edited(
    text: str, path: Path, kind: str, edits: Edits, slots: frozenset[str], title: str = ""
) -> str:
    """Return the phrase file `text` with `edits` done; `path` names it in errors.

    Entries to add that the file has, and ids to change or drop that it has not, are passed over.
    `title` heads a file that is empty. What cannot be done safely is an InputError.
    """
    if text.startswith(_BOM):
        return _BOM + edited(text[1:], path, kind, edits, slots, title)
    found = entry_list(text, str(path))
    if found.style == "wrong":
        raise InputError("entries 不是列表，不能改", where=str(path), remedy=_SHAPE)
    if found.style == "flow" and edits.add and (edits.change or edits.drop):
        text = edited(text, path, kind, edits._replace(add=()), slots)
        return edited(text, path, kind, Edits(edits.add), slots)
    return _File(text, found, path, kind, slots).with_edits(edits, title)


class _File:
    """One phrase file and its list of entries."""

    def __init__(
        self, text: str, found: EntryList, path: Path, kind: str, slots: frozenset[str]
    ) -> None:
        self._text = text
        self._list = found
        self._path = str(path)
        self._kind = kind
        self._slots = slots
        self._newline = first_break(text)

    def with_edits(self, edits: Edits, title: str) -> str:
        """Return the text with `edits` done, and counted once more."""
        there, perhaps = {*edits.change, *edits.drop}, {entry.id for entry in edits.add}
        spans = self._list.spans
        places = places_of(self._text, spans, self._kind, there, perhaps, self._path)
        dropped = {places[name] for name in edits.drop if name in places}
        changed = {places[name]: name for name in edits.change if name in places}
        new = list({entry.id: entry for entry in edits.add if entry.id not in places}.values())
        rewritten = {
            number: self._changed(number, name, edits.change[name])
            for number, name in changed.items()
            if number not in dropped
        }
        splices = [
            *rewritten.values(),
            *(self._dropped(number) for number in dropped),
            *(self._added(new, title) if new else ()),
        ]
        made = spliced(self._text, splices)
        if not self._holds(splices, len(new) + len(rewritten)):
            self._compare(made, rewritten, dropped, len(new))
        return made

    def _holds(self, splices: Sequence[Splice], expected: int) -> bool:
        """Tell whether what was put in holds as many entries as it should, by its lines alone."""
        indent = self._list.indent
        if indent < 0:
            return False
        put = [entries_in(splice.text, indent) for splice in splices if splice.text]
        return min(put, default=0) >= 0 and sum(put) == expected

    def _changed(self, number: int, name: str, change: Mapping[str, object]) -> Splice:
        start, end, line, flow = self._list.spans[number]
        self._check([change.get("text"), *_said(change.get("members"))], line)
        setting = Setting(name, flow, self._newline, f"{self._path}:{line}")
        return Splice(start, end, rewritten(self._text[start:end], change, setting))

    def _dropped(self, number: int) -> Splice:
        start, end, _, flow = self._list.spans[number]
        return between_brackets(self._text, start, end) if flow else Splice(start, end)

    def _added(self, entries: Sequence[Entry], title: str) -> Iterator[Splice]:
        """Yield what adds `entries`, once it is sure that reading gives them again."""
        line = self._text.count("\n") + 1
        for entry in entries:
            self._check(_texts(entry), line)
        rows = "".join(f"{row}\n" for entry in entries for row in entry_rows(entry))
        if read_tree(rows, self._path) != [as_text(keys_of(entry)) for entry in entries]:
            raise InputError("有的短语写不进文件", where=self._path, remedy="请核对短语里的符号")
        growth = Growth(self._text, self._list, self._newline)
        yield from growth.splices(entries, self._kind, title)

    def _check(self, texts: Iterable[object], line: int) -> None:
        """Look over the slots of new texts."""
        checker = Checker(self._path)
        for text in texts:
            if isinstance(text, str):
                checker.phrase(text, line, self._slots)

    def _compare(
        self, made: str, rewritten: Mapping[int, Splice], dropped: Set[int], added: int
    ) -> None:
        """Raise an error unless `made` holds all entries that it should, and as they should be.

        Of those that stay only the ones before a change could say something else: a block of text
        may end where the next entry begins.
        """
        left = [number for number in range(len(self._list.spans)) if number not in dropped]
        found = self._read(made)
        if len(found) != len(left) + added:
            raise self._fault()
        before = {number - 1 for number in (*dropped, *rewritten, len(self._list.spans))}
        for number, span in zip(left, found, strict=False):
            if number in rewritten or number in before:
                old = self._list.spans[number]
                said = Splice(*old[:2], self._text[old.start : old.end])
                piece = rewritten.get(number, said).text
                whole = Span(0, len(piece), old.line, old.flow)
                if entry_node(piece, whole, self._path) != entry_node(made, span, self._path):
                    raise self._fault()

    def _read(self, made: str) -> Sequence[Span]:
        try:
            return entry_list(made, self._path).spans
        except InputError as error:
            raise self._fault() from error

    def _fault(self) -> InputError:
        remedy = "请把每一条都写成“- ”开头的几行，文件末尾留一个换行"
        return InputError("这个文件的写法特殊，不能安全地改", where=self._path, remedy=remedy)


def _texts(entry: Entry) -> list[str]:
    return [entry.text] if isinstance(entry, Phrase) else [each.text for each in entry.members]


def _said(members: object) -> list[object]:
    """Return the texts of new members, each a text or a mapping with one."""
    listed = members if isinstance(members, (list, tuple)) else ()
    return [each.get("text") if isinstance(each, Mapping) else each for each in listed]
