"""The ledger of a phrasebank: which documents were mined into it, and what came of each.

What the ledger names but no phrase file has any more was deleted by hand, and stays away.
"""

import re
from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from typing import NamedTuple

from drafter.errors import InputError
from drafter.storage.files import decoded, read_bytes

FILE = "mined.txt"
_HEAD = """\
# 挖过的文稿，由程序记录：一行一份，依次是内容指纹、版次、挖出的短语编号、文件名。
# 内容和版次都没有变的文稿，下次不再读；改用 --again 就会重读。
# 记在这里、短语文件里却没有的编号，是您删去的短语，不会再挖进来；
# 想让它回来：把编号从每一行里删去（rejected.txt 里有的也删去），再用 --again 挖一次。
# 甲=乙 表示短语甲与乙几乎一样，已并入乙；编号处写 - 表示没有挖出短语。
"""
_LINE = re.compile(r"([0-9a-f]{32}) (\S+) (\S*) (.*)")
_WITH_END = re.compile(r"[^\n]*\n|[^\n]+")
_MARK = "\ufeff"
_ITEM = re.compile(r"[^\s,=#]+")


class Mined(NamedTuple):
    """A document that was mined: fingerprint, edition of the miner, ids that came of it, name."""

    key: str
    edition: str
    ids: tuple[str, ...]
    name: str

    def line(self) -> str:
        """Return the line of the ledger that tells of the document."""
        return f"{self.key} {self.edition} {','.join(self.ids) or '-'} {self.name}"


class Ledger:
    """The lines of `mined.txt`; those that the user wrote or changed stay as they are."""

    def __init__(self, text: str = "", where: str = FILE) -> None:
        """Read `text`; `where` names it in errors."""
        self._lines = _WITH_END.findall(text)
        self._rows: dict[str, tuple[int, Mined]] = {}
        for number, line in enumerate(self._lines):
            bare = line.strip().lstrip(_MARK)
            if bare and not bare.startswith("#"):
                row = _row(bare, f"{where}:{number + 1}")
                self._rows[row.key] = (number, row)

    def has(self, key: str, edition: str) -> bool:
        """Return whether the document was mined with just this edition."""
        return key in self._rows and self._rows[key][1].edition == edition

    def gone(self, present: Set[str]) -> frozenset[str]:
        """Return the ids once mined whose entries are no longer `present`."""
        items = {item for _, row in self._rows.values() for item in row.ids}
        return frozenset(name for name, kept in map(_parts, items) if not present & {name, kept})

    def with_rows(self, rows: Iterable[Mined]) -> bytes:
        """Return the ledger with `rows`: a document known already keeps its line and its ids."""
        lines = self._lines.copy() or _WITH_END.findall(_HEAD)
        end = "\r\n" if lines[0].endswith("\r\n") else "\n"
        if not lines[-1].endswith("\n"):
            lines[-1] += end
        for row in rows:
            if row.key not in self._rows:
                lines.append(row.line() + end)
                continue
            number, old = self._rows[row.key]
            new = old._replace(edition=row.edition, ids=tuple(dict.fromkeys((*old.ids, *row.ids))))
            if new != old:
                lines[number] = lines[number].replace(
                    lines[number].strip().lstrip(_MARK), new.line()
                )
        return "".join(lines).encode("utf-8", "replace")


def load_ledger(folder: Path) -> Ledger:
    """Return the ledger of the phrasebank in `folder`, empty where there is none."""
    path = folder / FILE
    if not path.exists():
        return Ledger()
    data = read_bytes(path)
    mark = _MARK if data.startswith(_MARK.encode()) else ""
    return Ledger(mark + decoded(data, str(path)), str(path))


def as_item(name: str, kept: str = "") -> Iterator[str]:
    """Yield the item for the id `name`, counted as `kept`; an id with a comma gives none."""
    if _ITEM.fullmatch(name) and (not kept or _ITEM.fullmatch(kept)):
        yield f"{name}={kept}" if kept and kept != name else name


def _parts(item: str) -> tuple[str, str]:
    name, _, kept = item.partition("=")
    return name, kept or name


def _row(line: str, where: str) -> Mined:
    found = _LINE.fullmatch(line)
    if not found:
        remedy = "请恢复原样，或删去这一行：那份文稿会重新挖一次"
        raise InputError("这一行不像挖掘记录", where=where, remedy=remedy)
    ids = tuple(item for item in found[3].split(",") if item and item != "-")
    return Mined(found[1], found[2], ids, found[4])
