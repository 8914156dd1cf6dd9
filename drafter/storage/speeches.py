"""The log of finished speeches: a plain file that only grows, an entry a speech."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from drafter.storage.files import read_bytes, read_text, unwritten
from drafter.storage.yaml.checks import Checker
from drafter.storage.yaml.nodes import Node
from drafter.storage.yaml.text import to_yaml
from drafter.storage.yaml.tree import read_tree

_HEAD = """\
# 讲过的话：每一项是一次定稿的讲话（drafter generate --finish），程序只往末尾添。
# 同一位讲话人以后的提纲尽量不再用这里的词句；删去一项，就当没有讲过。
"""
_KEYS = ("speaker", "date", "meeting", "template", "seed", "used")
_USED = ("id", "text")


class Used(NamedTuple):
    """A text of a speech, and the id of its phrase; none for what the user wrote."""

    id: str
    text: str


class Speech(NamedTuple):
    """A finished speech, and what was said in it."""

    speaker: str
    date: str
    meeting: str
    template: str
    seed: str
    used: tuple[Used, ...] = ()

    @property
    def occasion(self) -> tuple[str, str, str]:
        """Return who spoke when and where: entries that agree in it are of one speech."""
        return _joined(self.speaker), self.date, _joined(self.meeting)


def read_speeches(path: Path) -> tuple[Speech, ...]:
    """Return the speeches in the log, the last entry of each; none when there is no log."""
    if not path.exists():
        return ()
    reader = _Reader(str(path))
    entries = reader.listed(read_tree(read_text(path), str(path)))
    return tuple({entry.occasion: entry for entry in entries}.values())


def enter_speech(path: Path, speech: Speech) -> bool:
    """Add `speech` at the end of the log; tell whether there was anything to add."""
    if speech in read_speeches(path):
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        before = read_bytes(path) if path.exists() else b""
        gap = _HEAD.encode() if not before else b"" if before.endswith(b"\n") else b"\n"
        with path.open("ab") as file:
            file.write(gap + to_yaml([_written(speech)]))
    except OSError as error:
        raise unwritten(error, str(path)) from error
    return True


def used_before(speeches: Iterable[Speech], this: Speech) -> dict[str, str]:
    """Return the ids that the speaker's speeches before `this` used, with the date of the last.

    The entry of this speech is left out, and what follows it: a repeated run finds what the first
    one found. A member stands for its set too.
    """
    found: dict[str, str] = {}
    earlier = _earlier(list(speeches), this)
    for speech in sorted(earlier, key=lambda each: each.date):
        for name in (used.id for used in speech.used if used.id):
            found[name] = speech.date
            whole, dot, number = name.rpartition(".")
            if dot and number.isdecimal():
                found[whole] = speech.date
    return found


def _earlier(speeches: list[Speech], this: Speech) -> list[Speech]:
    places = [each.occasion for each in speeches]
    own = places.index(this.occasion) if this.occasion in places else len(places)
    return [
        each
        for place, each in enumerate(speeches)
        if place != own
        and each.occasion[0] == this.occasion[0]
        and (not this.date or (each.date, place) < (this.date, own))
    ]


def _joined(text: str) -> str:
    return "".join(text.split())


def _written(speech: Speech) -> Mapping[str, object]:
    return speech._asdict() | {"used": [_written_text(used) for used in speech.used]}


def _written_text(used: Used) -> object:
    return {"id": used.id, "text": used.text} if used.id else {"text": used.text}


class _Reader(Checker):
    """Reads the log."""

    def listed(self, node: Node) -> list[Speech]:
        if not node:
            return []
        if not isinstance(node, list):
            self.fault("讲话记录应当是一个列表", node.line, "请每一项以“- speaker:”开头")
        return [self._speech(item) for item in node]

    def _speech(self, node: Node) -> Speech:
        table = self.known(self.table(node), _KEYS, ("speaker",))
        speaker, date, meeting, template, seed = (self.text(table, key) for key in _KEYS[:-1])
        used = self.each(table, "used", self._used)
        return Speech(speaker, date, meeting, template, seed, used)

    def _used(self, node: Node) -> Used:
        table = self.known(self.table(node), _USED, ("text",))
        return Used(self.text(table, "id"), self.text(table, "text"))
