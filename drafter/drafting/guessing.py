"""What an outline says of its occasion: only what its words leave no doubt of."""

import re
from collections.abc import Iterable, Mapping, Sequence

from drafter.model.outline import PENDING, Node, Note, Point
from drafter.model.vocabulary import Home, Vocabulary
from drafter.templating.replacing import replacements

_DATE = re.compile(r"[（(]?(\d{4})年(\d{1,2})月(\d{1,2})日[）)]?")


def guessed_answers(nodes: Sequence[Node], vocabulary: Vocabulary) -> dict[str, str]:
    """Return level, organ, date and speaker as far as the text gives them away."""
    text = "\n".join(n.text + (n.cue if isinstance(n, Point) else "") for n in nodes)
    level, organ = guessed_home(text, vocabulary)
    notes = [node.text for node in nodes if isinstance(node, Note)]
    dates = [found.groups() for note in notes if (found := _DATE.fullmatch(note))]
    names = [n for n in notes if not (_DATE.fullmatch(n) or PENDING.search(n))]
    said = {
        "level": level,
        "organ": organ,
        "date": "{}-{:02}-{:02}".format(*map(int, dates[0])) if len(dates) == 1 else "",
        "speaker": names[0] if len(names) == 1 else "",
    }
    return {name: each for name, each in said.items() if each}


def guessed_home(text: str, vocabulary: Vocabulary) -> Home:
    """Return level and organ of `text`, each empty where the words allow more than one."""
    homes = replacements(vocabulary)
    told = _told(text, homes)
    fitting = [home for home, words in homes.items() if told and told <= words.keys()]
    return _only(level for level, _ in fitting), _only(organ for _, organ in fitting)


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
