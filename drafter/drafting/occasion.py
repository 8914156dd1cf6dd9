"""What a speech is for: its words, and which phrases suit it, in which order."""

from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple, TypeVar

from drafter.model.phrase import Entry, Phrase
from drafter.model.slots import filled
from drafter.model.template import Span, Wording

E = TypeVar("E", bound=Entry)
_STUMBLING = ("region", "our")
"""Slots whose words must not be followed by the level's."""


class Occasion(NamedTuple):
    """Who speaks to whom and when."""

    organ: str
    date: str
    """ISO date, empty when it is not known; then only ageless phrases suit."""
    seed: str
    words: Mapping[str, str]
    stale: bool = False
    months: Mapping[str, Span] = {}
    """Words that only some months know."""
    used: Mapping[str, str] = {}
    """Ids that earlier speeches of the speaker used, and the date of the last of them."""
    verbs: tuple[str, ...] = ()
    """Words that open a clause as a verb does; headings are judged by them."""

    def knowing(self, **words: str) -> "Occasion":
        """Return the occasion with more words."""
        return self._replace(words={**self.words, **words})

    def said(self, text: str) -> str:
        """Return `text` with the occasion's words in its slots."""
        return filled(text, self.words)

    def circumstances(self, slots: Collection[str]) -> tuple[object, ...]:
        """Return all that decides what suits, of phrases that have no slots but these."""
        words = [self.words.get(name) for name in (*slots, *_STUMBLING, "level")]
        return self.organ, self.date, self.stale, words

    def suits(self, entry: Entry) -> bool:
        """Tell whether `entry` is right for the organ and the time."""
        if entry.organs and self.organ not in entry.organs:
            return False
        if isinstance(entry, Phrase) and (self._stumbles(entry.text) or self._late(entry.text)):
            return False
        return self.stale or not entry.era or self._is_current(entry.era)

    def is_timely(self, wording: Wording) -> bool:
        """Tell whether a wording of the template belongs to the date and the level."""
        if wording.levels and self.words.get("level") not in wording.levels:
            return False
        if not self.date:
            return not (wording.since or wording.until)
        until = wording.until or self.date
        return wording.since <= self.date and self.date[: len(until)] <= until

    def seasons(self, text: str) -> list[Span]:
        """Return the months that the words of `text` belong to, none when it suits any month."""
        return [span for word, span in self.months.items() if word in text]

    def ranked(self, part: str, entries: Iterable[E]) -> list[E]:
        """Return `entries` in the order that the seed gives them in `part`, used ones last.

        The place of an entry hangs on nothing but itself, so a grown bank reshuffles nothing.
        """
        return sorted(entries, key=lambda entry: (entry.id in self.used, self.lot(part, entry.id)))

    def lot(self, part: str, name: str) -> int:
        """Return the number that the seed draws for `name` in `part`."""
        drawn = sha256(f"{self.seed}\n{part}\n{name}".encode()).digest()
        return int.from_bytes(drawn[:8])

    def _is_current(self, era: str) -> bool:
        if not (self.date and era[:4].isdecimal()):
            return False
        return 0 <= int(self.date[:4]) - int(era[:4]) <= 1

    def _late(self, text: str) -> bool:
        """Tell whether `text` speaks of another time of the year; without a date any may be."""
        month = int(self.date[5:7]) if self.date else 0
        for word, span in self.months.items():
            if word in text and not span.least <= month <= span.most:
                return True
        return False

    def _stumbles(self, text: str) -> bool:
        """Tell whether the words in the slots stumble over each other, as in 全市市委."""
        if "{{" not in text:
            return False
        said, level = self.said(text), self.words["level"]
        return any(self.words[name] + level in said for name in _STUMBLING)
