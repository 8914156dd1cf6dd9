"""What an outline says of its occasion: only what its words leave no doubt of."""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date

from drafter.model.outline import PENDING, Node, Note, Point
from drafter.model.vocabulary import Home, Vocabulary
from drafter.templating.replacing import replacements
from drafter.templating.words import derive

_DATE = re.compile(r"[（(]?(\d{4})年(\d{1,2})月(\d{1,2})日[）)]?")


def guessed_answers(nodes: Sequence[Node], vocabulary: Vocabulary) -> dict[str, str]:
    """Return level, organ, date and speaker as far as the text gives them away."""
    text = "\n".join(n.text + (n.cue if isinstance(n, Point) else "") for n in nodes)
    level, organ = guessed_home(text, vocabulary)
    notes = [node.text for node in nodes if isinstance(node, Note)]
    dates = _dates(nodes)
    names = [n for n in notes if not (_DATE.fullmatch(n) or PENDING.search(n))]
    said = {
        "level": level,
        "organ": organ,
        "date": next(iter(dates.values())) if len(dates) == 1 else "",
        "speaker": names[0] if len(names) == 1 else "",
    }
    return {name: each for name, each in said.items() if each}


def impossible_dates(nodes: Iterable[Node]) -> list[str]:
    """Return the dates of an outline that no calendar has."""
    return [said for said, day in _dates(nodes).items() if not day]


def _dates(nodes: Iterable[Node]) -> dict[str, str]:
    """Return the dates below the title as they are written, and as ISO dates where they are any."""
    days = {}
    for node in nodes:
        if isinstance(node, Note) and (found := _DATE.fullmatch(node.text)):
            said = node.text.strip("（()）")
            days[said] = ""
            with suppress(ValueError):
                days[said] = date(*map(int, found.groups())).isoformat()
    return days


def guessed_home(text: str, vocabulary: Vocabulary) -> Home:
    """Return level and organ of `text`, each empty where the words allow more than one."""
    homes = {
        home: {**words, **_system(vocabulary, *home)}
        for home, words in replacements(vocabulary).items()
    }
    told = _told(text, homes)
    fitting = [home for home, words in homes.items() if told and told <= words.keys()]
    return _only(level for level, _ in fitting), _only(organ for _, organ in fitting)


def _system(vocabulary: Vocabulary, level: str, organ: str) -> dict[str, str]:
    """Return the name of the whole system that an office's own system is part of, if it has one."""
    words = derive(vocabulary, level, organ, {})
    whole = words["system"].removesuffix(words["bureaus"])
    named = whole != words["system"] and whole != words["region"]
    return {whole: ""} if named else {}


def _told(text: str, homes: Mapping[Home, Mapping[str, str]]) -> set[str]:
    """Return the words of any home in `text`; those within longer ones do not count."""
    found: set[str] = set()
    words = {word for table in homes.values() for word in table}
    for word in sorted(words, key=lambda each: (-len(each), each)):
        if word in text:
            found.add(word)
            text = text.replace(word, "\n")
    return found


def _only(names: Iterable[str]) -> str:
    found = set(names)
    return found.pop() if len(found) == 1 else ""
