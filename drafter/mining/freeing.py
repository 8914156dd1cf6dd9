"""Free a text of what belongs to its source alone: put slots in, or give the text up."""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from drafter.mining.cues import any_of
from drafter.model.lexicon import Lexicon
from drafter.model.vocabulary import Home

_FOREIGN = re.compile(r"[0-9A-Za-z*＊×《》〈〉%％+＋]|[○〇]{2}|[xX×]{2}")
_QUOTED = re.compile(r"“([^“”]*)”|‘([^‘’]*)’")
_SLOT = re.compile(r"\{\{.*?\}\}")
_WHOLE = "(?!公室)"
"""No word ends in the middle of 办公室."""
_DIGITS = "〇○零一二三四五六七八九十百千万亿两"
_FIGURE = re.compile(
    rf"[〇○零一二三四五六七八九]{{4}}年|百分之|[{_DIGITS}]{{2,}}[年月名个项次人家元件]"
    rf"|[{_DIGITS}]+月(?:份|底|初|[{_DIGITS}]+日)|[二三四五六七八九十百]+年(?:来|前|后|内)"
)


class Freeing:
    """Knows what is local, and the slots that stand for it."""

    def __init__(self, lexicon: Lexicon, slots: Mapping[Home, Mapping[str, str]]) -> None:
        """Take the lexicon, and for each home the words of a source and what stands for them."""
        self._lexicon = lexicon
        self._slots = slots
        self._known = frozenset(lexicon.eras) | frozenset(lexicon.list("quotes"))

    def home(self, texts: Iterable[str]) -> Home:
        """Return the level and organ whose words stand most often in `texts`."""
        whole = "".join(texts)
        counts = {home: sum(map(whole.count, words)) for home, words in self._slots.items()}
        return max(counts, key=lambda home: counts[home])

    def freed(self, text: str, home: Home) -> str:
        """Return `text` with slots in place of local words, or nothing when some stay."""
        if self._foreign.search(self._common.sub("", text)):
            return ""
        slots = self._slots[home]
        out = self._patterns[home].sub(lambda found: slots[found.group()], text)
        bare = _SLOT.sub("", out)
        plain = self._common.sub("", bare)
        if any(local.search(plain) for local in (_FOREIGN, _FIGURE, self._local, self._person)):
            return ""
        return out if all(self._usable(quoted) for quoted in _quotations(out)) else ""

    @cached_property
    def _patterns(self) -> dict[Home, re.Pattern[str]]:
        """Match the words of a home; none begins behind the name of another level."""
        free = f"(?<![{self._levels}编])"
        return {
            home: re.compile(free + any_of(words) + _WHOLE) for home, words in self._slots.items()
        }

    @cached_property
    def _levels(self) -> str:
        return "".join([*{home[0]: None for home in self._slots}, *self._lexicon.list("levels")])

    @cached_property
    def _local(self) -> re.Pattern[str]:
        """Find a level with what belongs to it: its organs, departments, people."""
        levels = self._levels
        organs, whole = any_of(self._lexicon.list("of_level")), any_of(self._lexicon.list("whole"))
        return re.compile(
            rf"{whole}[{levels}]|[{levels}](?:[、（]|{organs}|[\u4e00-\u9fff]{{0,5}}[局厅院])"
            rf"|[{levels}编][\u4e00-\u9fff]{{0,2}}办"
        )

    @cached_property
    def _person(self) -> re.Pattern[str]:
        """Find a name before a post, or a post or a comrade who says something."""
        posts, orders = any_of(self._lexicon.list("leaders")), any_of(self._lexicon.list("orders"))
        return re.compile(
            rf"[\u4e00-\u9fff]{{1,3}}{posts}(?!会|团)|{posts}{orders}"
            rf"|[\u4e00-\u9fff]{{2,3}}同志的?{orders}"
        )

    @cached_property
    def _common(self) -> re.Pattern[str]:
        """Match the formulations that belong to no time and no place."""
        return re.compile(any_of(word for word, year in self._lexicon.eras.items() if not year))

    @cached_property
    def _foreign(self) -> re.Pattern[str]:
        words = ("sectors", "deictic")
        listed = [word for name in words for word in self._lexicon.list(name)]
        return re.compile(any_of([*listed, *self._lexicon.places]))

    def _usable(self, quoted: str) -> bool:
        """Return whether a quotation is in use everywhere: a formulation, a role, one character."""
        bare = quoted.strip("“”‘’")
        if len(bare) <= 1 or bare in self._known or "{{" in bare:
            return True
        return len(bare) <= 4 and bare.endswith(self._lexicon.list("roles"))


def _quotations(text: str) -> list[str]:
    return [found[1] or found[2] or "" for found in _QUOTED.finditer(text)]
