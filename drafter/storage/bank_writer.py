"""New entries into phrase files; what stands in them already is never touched."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from drafter.errors import InputError
from drafter.model.phrase import Entry, Phrase, Source, by_kind
from drafter.storage.files import decoded, read_bytes, read_text, write_atomically
from drafter.storage.phrasebank import entries_of, load_bank

REJECTED = "rejected.txt"
_PLAIN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff，。、；！？（）“”—…·]*")
_WORD = re.compile(r"(?!\d+$|(?i:null|true|false|yes|no|on|off)$)[A-Za-z0-9_][\w.\-]*")
_ENTRIES = re.compile(r"(?m)^entries: *(?:#.*)?\r?$")
_ITEM = re.compile(r"(?m)^( *)- ")
_EMPTY = re.compile(r"(?m)^entries: *(?:\[\]|~)(?= *(?:#.*)?\r?$)")
_CONTENT = re.compile(r"(?m)^[^#\s]")
_AFTER = re.compile(r"(?m)^(?:[^\s#\-]|---)")
_LAST = "请把 entries 放在文件最后，每项以“- ”开头"


def rejected(folder: Path) -> frozenset[str]:
    """Return the ids in `rejected.txt` of `folder`: entries that mining must not bring back."""
    path = folder / REJECTED
    if not path.exists():
        return frozenset()
    lines = (line.partition("#")[0].strip() for line in read_text(path).splitlines())
    return frozenset(line for line in lines if line)


def add_entries(
    folder: Path, entries: Iterable[Entry], titles: Mapping[str, str], slots: frozenset[str]
) -> dict[str, int]:
    """Append what is new among `entries` to the files of their kinds in `folder`.

    Return how many were added, by kind. Ids that a file has, or that `rejected.txt` lists, are
    passed over. Every file is checked before any is written.
    """
    unwanted = rejected(folder)
    texts: dict[Path, bytes] = {}
    added: dict[str, int] = {}
    for kind, found in by_kind(entries).entries.items():
        known = {entry.id for entry in load_bank(folder, [kind], slots)}
        new = [entry for entry in found if entry.id not in known | unwanted]
        if new:
            path = folder / f"{kind}.yaml"
            texts[path] = _grown(path, kind, titles.get(kind, kind), new, slots)
            added[kind] = len(new)
    for path, text in texts.items():
        write_atomically(path, text)
    return added


def _grown(path: Path, kind: str, title: str, new: Sequence[Entry], slots: frozenset[str]) -> bytes:
    """Return a phrase file with `new` entries at its end, read once more to be sure of it."""
    rows = [line for entry in new for line in _lines(entry)]
    if not path.exists():
        return f"# {title}。\nkind: {kind}\nentries:\n{''.join(rows)}".encode()
    data = read_bytes(path)
    text = decoded(data, str(path))
    if not _CONTENT.search(text):
        text = f"{text.rstrip()}\nkind: {kind}\nentries:\n"
    text = _EMPTY.sub("entries:", text)
    entries = _ENTRIES.search(text)
    if not entries or _AFTER.search(text, entries.end()):
        raise InputError("不能在这个文件末尾添加短语", where=str(path), remedy=_LAST)
    first = _ITEM.search(text, entries.end())
    indent = first[1] if first else ""
    end = "\r\n" if "\r\n" in text else "\n"
    body = "".join(indent + row for row in rows).replace("\n", end)
    grown = text + ("" if text.endswith("\n") else end) + body
    entries_of(grown, path, kind, slots)
    return (b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b"") + grown.encode()


def _lines(entry: Entry) -> list[str]:
    if isinstance(entry, Phrase):
        rows = [("text", _scalar(entry.text)), ("speaker", _scalar(entry.speaker))]
        return _rows(entry, rows, [])
    rows = [("frame", _scalar(entry.frame)), ("level", str(entry.level or ""))]
    members = ["  members:\n", *(f"  - {_member(member)}\n" for member in entry.members)]
    return _rows(entry, rows, members)


def _rows(entry: Entry, own: Sequence[tuple[str, str]], members: Sequence[str]) -> list[str]:
    rows = [("id", entry.id), *own, ("topics", _list(entry.topics))]
    more = [
        ("source", _sources(entry.sources)),
        ("era", entry.era),
        ("organs", _list(entry.organs)),
    ]
    if entry.seen > 1:
        more.append(("seen", str(entry.seen)))
    lines = [f"  {key}: {value}\n" for key, value in rows if value]
    lines[0] = "- " + lines[0].lstrip()
    return [*lines, *members, *(f"  {key}: {value}\n" for key, value in more if value)]


def _member(member: Phrase) -> str:
    parts = [f"text: {_scalar(member.text)}"]
    if member.topics:
        parts.append(f"topics: {_list(member.topics)}")
    if member.era:
        parts.append(f"era: {member.era}")
    return "{" + ", ".join(parts) + "}"


def _sources(sources: Sequence[Source]) -> str:
    told = [f"{{document: {_scalar(s.document)}, line: {s.line}}}" for s in sources]
    return told[0] if len(told) == 1 else f"[{', '.join(told)}]" if told else ""


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(map(_scalar, values))}]" if values else ""


def _scalar(text: str) -> str:
    """Return `text` as YAML: plain where that is safe, else in single quotes."""
    if not text or _PLAIN.fullmatch(text) or _WORD.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'"
