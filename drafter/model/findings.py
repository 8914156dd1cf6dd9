"""What a check finds: where, how grave, what, and the way out."""

from typing import Literal, NamedTuple

from drafter.model.phrase import Change, Entry

Level = Literal["error", "warning", "hint"]


class Finding(NamedTuple):
    """A fault at a line of a file (0 for the file as a whole), found by the rule named `rule`."""

    file: str
    line: int
    level: Level
    rule: str
    what: str
    remedy: str = ""
    id: str = ""


class Placed(NamedTuple):
    """An entry, or a change to one, and the file it stands in."""

    entry: Entry
    file: str


class PlacedChange(NamedTuple):
    """A change to an entry of an earlier layer, and the file it stands in."""

    change: Change
    file: str


class Rejection(NamedTuple):
    """A line of a `rejected.txt`."""

    id: str
    file: str
    line: int
