"""The phrasebank read from its files."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from drafter.model.phrase import Entry, Phrasebank
from drafter.model.slots import nearest
from drafter.storage.bank.cache import SPOILT, cached, state_of, store
from drafter.storage.collector import collector_paused
from drafter.storage.entries.keys import NOT_PHRASES
from drafter.storage.entries.parts import Read
from drafter.storage.files import decoded, read_bytes, read_text, unread

REJECTED = "rejected.txt"


def load_bank(
    folder: Path, kinds: Iterable[str] | None = None, slots: frozenset[str] | None = None
) -> Phrasebank:
    """Return what the files of `kinds` (of every kind without it) in `folder` hold.

    `slots` are the slots that a phrase may use; without them the vocabulary in `folder` tells.
    """
    if slots is None:
        from drafter.storage.vocabulary import load_vocabulary

        slots = load_vocabulary(folder).slots
    asked = known_kinds(folder) if kinds is None else kinds
    files = {kind: folder / f"{kind}.yaml" for kind in asked}
    read = {kind: read_kind(path, kind, slots) for kind, path in files.items() if path.exists()}
    return Phrasebank(
        {kind: each.entries for kind, each in read.items()},
        [change for each in read.values() for change in each.changes],
        rejected_ids(folder),
    )


def read_kind(path: Path, kind: str, slots: frozenset[str] | None) -> Read:
    """Return what the phrase file at `path` holds; without `slots` its texts may use any."""
    found = cached(path, kind)
    if found and (slots is None or found.slots <= slots):
        with suppress(*SPOILT):
            return found.read()
    return read_anew(path, kind, slots)


def read_anew(path: Path, kind: str, slots: frozenset[str] | None) -> Read:
    """Return what the phrase file at `path` holds, and keep it for the next time."""
    state = state_of(path)
    data = read_bytes(path)
    read = read_phrases(decoded(data, str(path)), path, kind, slots)
    if state:
        store(path, state, data, read)
    return read


def read_phrases(text: str, path: Path, kind: str, slots: frozenset[str] | None) -> Read:
    """Return what `text` would hold if it were the file at `path`."""
    from drafter.storage.entries.quick_reader import quick_read  # what is cached has no need of it

    with collector_paused():
        read = quick_read(text, str(path), kind, slots)
        if read is not None:
            return read
        from drafter.storage.entries.reader import PhraseReader  # loads the YAML library

        return PhraseReader(str(path), kind, slots).read(text)


def entries_of(text: str, path: Path, kind: str, slots: frozenset[str]) -> tuple[Entry, ...]:
    """Return the entries that `text` would give if it were the file at `path`."""
    return read_phrases(text, path, kind, slots).entries


def rejected_ids(folder: Path) -> frozenset[str]:
    """Return the ids in `rejected.txt` of `folder`: entries that are not wanted."""
    path = folder / REJECTED
    if not path.exists():
        return frozenset()
    lines = (line.partition("#")[0].strip() for line in read_text(path).splitlines())
    return frozenset(line for line in lines if line)


def known_kinds(folder: Path) -> list[str]:
    """Return the kinds that `folder` has a file of, sorted."""
    return sorted(path.stem for path in folder.glob("*.yaml") if path.stem not in NOT_PHRASES)


def strange_files(folder: Path, kinds: Iterable[str]) -> list[tuple[str, str]]:
    """Return the YAML files of `folder` that hold no known kind, each with the name it may want."""
    names = [f"{kind}.yaml" for kind in (*kinds, *NOT_PHRASES)]
    try:
        found = sorted(path.name for path in folder.iterdir() if path.suffix in (".yaml", ".yml"))
    except OSError as error:
        raise unread(error, str(folder)) from error
    if any(name not in names for name in found):
        from drafter.storage.entries.kinds import named_kinds  # few have files of other names

        names += [f"{kind}.yaml" for kind in named_kinds()]
    return [(name, nearest(name, names)) for name in found if name not in names]
