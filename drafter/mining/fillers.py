"""What fills the slots of a frame, and the type that its fillers give each slot."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from drafter.model.frames import Frame
from drafter.model.numerals import numeral
from drafter.model.phrase import Phrase

Types = Mapping[str, tuple[str, ...]]
"""Filler to the types it is known by: one word may stand as a function and as a method."""

_SHORTEST, _LONGEST = 2, 10
"""Characters of a filler that says something by itself."""


class Typing:
    """Types slots: by the fillers that are known already, else by their shape."""

    def __init__(self, known: Types, verbs: tuple[str, ...], shapes: Sequence[str]):
        """Take known fillers with their type, and what a shape with and without a verb is called.

        Each of `shapes` holds `{}` for the number of characters in Chinese.
        """
        self._known = known
        self._verbs = verbs
        self._shapes = shapes
        self._mere = {
            shape.format(numeral(size)) for shape in shapes for size in range(_LONGEST + 1)
        }

    def knows(self, name: str) -> bool:
        """Tell whether `name` is a type of known fillers, and not just a shape."""
        return name not in self._mere

    def slots(self, frame: Frame) -> tuple[tuple[str, str], ...]:
        """Return the letters of `frame`, each with its type; a slot of mixed lengths has none."""
        typed = ((letter, self._type(column)) for letter, column in frame.columns.items())
        return tuple((letter, name) for letter, name in typed if name)

    def _type(self, column: Sequence[str]) -> str:
        """Return the type that most of the known fillers have, else the shape of all."""
        told = (name for text in column for name in self._known.get(text, ()))
        known = Counter(filter(self.knows, told))
        if known:
            name, count = known.most_common(1)[0]
            if count * 2 >= len(column):
                return name
        lengths = {len(text) for text in column}
        if len(lengths) > 1 or "{" in "".join(column):
            return ""
        led = all(text.startswith(self._verbs) for text in column)
        return self._shapes[0 if led else 1].format(numeral(lengths.pop()))


def types_of(known: Iterable[Phrase]) -> Types:
    """Return the types of the fillers in a bank."""
    found: dict[str, tuple[str, ...]] = {}
    for filler in known:
        if filler.type:
            found[filler.text] = (*found.get(filler.text, ()), filler.type)
    return found


def fillers(frame: Frame, slots: Mapping[str, str]) -> Iterator[tuple[str, str, int]]:
    """Yield what fills the typed slots of `frame`: text, type, number of the member from 0.

    A frame of which less than two characters are fixed is none, and gives nothing.
    """
    if sum("\u4e00" <= letter <= "\u9fff" for letter in frame.pattern) < 2:
        return
    for letter, column in frame.columns.items():
        for number, text in enumerate(column):
            if letter in slots and _SHORTEST <= len(text) <= _LONGEST and "{" not in text:
                yield text, slots[letter], number
