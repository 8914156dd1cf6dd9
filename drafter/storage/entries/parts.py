"""What reading a phrase file gives, however it is read."""

from typing import NamedTuple

from drafter.model.phrase import Change, Entry


class Read(NamedTuple):
    """What a phrase file holds."""

    entries: tuple[Entry, ...] = ()
    changes: tuple[Change, ...] = ()
    slots: frozenset[str] = frozenset()
    """The slots that the texts use."""


def derived_id(kind: str, text: str) -> str:
    """Return the id of an entry that was written without one."""
    from hashlib import sha256  # many files have no need of it

    return f"{kind[:1]}-{sha256(text.encode()).hexdigest()[:8]}"
