"""Names of another place, and words of another level, than those the speech is for."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from drafter.checking.local import indexed, local_words, places_in
from drafter.model.speech import Hit, Known, Rule, Speech

_FRONT = ("title", "note", "salutation")
_REGION = ("{{ region }}", "{{ our }}")
_ORGANS = ("{{ committee }}", "{{ government }}", "{{ congress }}", "{{ cppcc }}")
_ABOVE = "{{ above_committee }}"
_OFTEN = 4
"""Times that a text without a spec names its level, at least."""
_SELDOM = 8
"""A level is another's when it is named so many times less often."""


def organs(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find organs of a place that the speech is not for; needs a place or a spec."""
    suffix = re.compile(rule.settings["suffix"])
    for hit in _foreign(speech, rule):
        if suffix.match(hit.line.text, hit.end):
            yield hit


def places(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find other names of places that the speech is not for; needs a spec."""
    if not speech.home[0]:
        return
    suffix = re.compile(rule.settings["suffix"])
    for hit in _foreign(speech, rule):
        if not suffix.match(hit.line.text, hit.end):
            yield hit


def _foreign(speech: Speech, rule: Rule) -> Iterator[Hit]:
    index = indexed(speech.known.places)
    front = [line.text for line in speech.lines if line.kind in _FRONT]
    own = {name for text in (*front, *speech.words.values()) for _, name in places_in(text, index)}
    allowed = own | set(rule.lists["usual"])
    if not (own or speech.home[0]):
        return
    for line in speech.lines:
        for at, name in places_in(line.text, index):
            if name not in allowed:
                what = f"“{name}”是别处的地名"
                yield Hit(line, at, at + len(name), what, "请改成本地的，或核对是否要提别处")


def levels(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find words of a level that is neither the speech's own nor above it."""
    tables = _tables(speech.known)
    own = speech.home[0] or _usual(speech, tables)
    if own not in tables:
        return
    above = _above(own, tables, speech.words)
    beside = {level for level in tables if level not in above and _above(level, tables) == above}
    words = {
        word: level
        for level in tables
        if level != own and level not in above
        for word, slot in tables[level].items()
        if slot in _REGION or (slot in _ORGANS and level in beside)
    }
    pattern = local_words(words)
    for line in speech.lines:
        for found in pattern.finditer(line.text):
            what = f"“{found[0]}”是{words[found[0]]}一级的话，这里是{own}"
            yield Hit(line, *found.span(), what, "请改成本级的称呼")


def _tables(known: Known) -> dict[str, dict[str, str]]:
    """Return the words of each level with the slots that stand for them."""
    tables: dict[str, dict[str, str]] = {}
    for (level, _), words in known.homes.items():
        tables.setdefault(level, {}).update(words)
    return tables


def _usual(speech: Speech, tables: Mapping[str, Mapping[str, str]]) -> str:
    """Return the level that a text names nearly always, empty if there is none."""
    text = "\n".join(line.text for line in speech.lines)
    counts = Counter(
        {
            level: len(local_words(w for w, slot in words.items() if slot in _REGION).findall(text))
            for level, words in tables.items()
        }
    )
    (own, most), (_, next_most) = counts.most_common(2) if len(counts) > 1 else (("", 0), ("", 0))
    return own if most >= max(_OFTEN, _SELDOM * next_most) else ""


def _above(
    level: str, tables: Mapping[str, Mapping[str, str]], words: Mapping[str, str] = {}
) -> tuple[str, ...]:
    """Return the levels above `level`, by whose committee stands above its own."""
    found: list[str] = []
    committee = words.get("above_committee") or _word(tables[level], _ABOVE)
    while committee:
        upper = next((n for n in tables if _word(tables[n], _ORGANS[0]) == committee), "")
        if not upper or upper in found:
            break
        found.append(upper)
        committee = _word(tables[upper], _ABOVE)
    return tuple(found)


def _word(table: Mapping[str, str], slot: str) -> str:
    return next((word for word, each in table.items() if each == slot), "")
