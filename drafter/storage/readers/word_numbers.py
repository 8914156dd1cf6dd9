"""Automatic numbering of Word: the mark that stands before a paragraph but not in its text."""

import re
from dataclasses import dataclass, field

from drafter.storage.readers.packed import Package
from drafter.storage.readers.word_forms import FORMS

_PLACE = re.compile(r"%([1-9])")
_HIGHEST = 9999


@dataclass(slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = -1
    """The level whose next number starts this one again; -1: any above."""
    plain: bool = False
    """Whether the numbers of the levels above are told in digits."""
    style: str = ""

    def note(self, element: str, attributes: dict[str, str]) -> None:
        """Take down a property."""
        value = attributes.get("val", "")
        match element:
            case "start" if value.isdecimal():
                self.start = min(int(value[:6]), _HIGHEST)
            case "lvlRestart" if value.isdecimal():
                self.restart = int(value[:2])
            case "numFmt":
                self.form = value
            case "lvlText":
                self.text = value[:40]
            case "isLgl":
                self.plain = value not in ("0", "false", "off")
            case "pStyle":
                self.style = value


@dataclass(slots=True)
class Sequence:
    """A list as it is defined, and how far its numbers have come."""

    levels: dict[int, Level] = field(default_factory=dict)
    link: str = ""
    counts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Use:
    """A list in use: its definition, and the levels it changes or starts anew."""

    sequence: str = ""
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Definitions:
    """The lists of a document as `numbering.xml` defines them."""

    def __init__(self, package: Package, part: str) -> None:
        self.sequences: dict[str, Sequence] = {}
        self.uses: dict[str, Use] = {}
        self.linked: dict[str, str] = {}
        self._sequence: Sequence | None = None
        self._use: Use | None = None
        self._level: Level | None = None
        self._depth = 0
        self._identity = ""
        package.walk(part, self._start, self._end, lambda _: None)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        match element:
            case "abstractNum":
                self._identity = attributes.get("abstractNumId", "")
                self._sequence = self.sequences[self._identity] = Sequence()
            case "num":
                self._use = self.uses[attributes.get("numId", "")] = Use()
            case "numStyleLink" if self._sequence:
                self._sequence.link = value
            case "styleLink":
                self.linked[value] = self._identity
            case "lvl" | "lvlOverride":
                self._begin(element, attributes.get("ilvl", "0"))
            case _:
                self._note(element, attributes)

    def _note(self, element: str, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        if self._level:
            self._level.note(element, attributes)
        elif self._use and element == "abstractNumId":
            self._use.sequence = value
        elif self._use and element == "startOverride" and value.isdecimal():
            self._use.starts[self._depth] = min(int(value[:6]), _HIGHEST)

    def _begin(self, element: str, depth: str) -> None:
        self._depth = int(depth[:2]) if depth.isdecimal() else 0
        home = self._use or self._sequence
        if element == "lvl" and home:
            self._level = home.levels[self._depth] = Level()

    def _end(self, element: str) -> None:
        if element == "lvl":
            self._level = None
        elif element == "num":
            self._use = None
        elif element == "abstractNum":
            self._sequence = None


class Numbers:
    """Counts the paragraphs of each list and tells their marks."""

    def __init__(self, definitions: Definitions) -> None:
        self._defined = definitions
        self._begun: set[tuple[str, int]] = set()

    def mark(self, number: str | None, depth: int, style: str) -> str:
        """Return the mark of the next paragraph in the list `number`; empty where it has none."""
        use = self._defined.uses.get(number or "")
        sequence = self._sequence(use.sequence) if use else None
        if use is None or sequence is None:
            return ""
        levels = {**sequence.levels, **use.levels}
        if depth < 0:
            depth = next((at for at, level in levels.items() if level.style == style), 0)
        if depth not in levels:
            return ""
        self._count(sequence, use, levels, depth, number or "")
        return _told(levels, sequence.counts, depth)

    def _sequence(self, identity: str) -> Sequence | None:
        found = self._defined.sequences.get(identity)
        if found and not found.levels and found.link:
            return self._defined.sequences.get(self._defined.linked.get(found.link, ""))
        return found

    def _count(
        self, sequence: Sequence, use: Use, levels: dict[int, Level], depth: int, number: str
    ) -> None:
        counts = sequence.counts
        for upper in range(depth):
            if upper in levels:
                counts.setdefault(upper, levels[upper].start)
        if depth in use.starts and (number, depth) not in self._begun:
            counts[depth] = use.starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else levels[depth].start
        self._begun.add((number, depth))
        for lower in [at for at in counts if at > depth]:
            restart = levels[lower].restart if lower in levels else -1
            if restart < 0 or (restart and depth < restart):
                del counts[lower]


def _told(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    level = levels[depth]
    if level.form == "bullet":
        return ""

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        if at not in counts or at not in levels:
            return ""
        digits = level.plain and levels[at].form != "decimalZero"
        form = FORMS.get("decimal" if digits else levels[at].form, str)
        return form(counts[at])

    text = _PLACE.sub(number, level.text)
    return f"{text} " if text[-1:].isalnum() else text
