"""The way back from words to slots: what a word of a source becomes in a phrase."""

from collections.abc import Mapping
from itertools import product

from drafter.model.vocabulary import Home, Vocabulary
from drafter.templating.words import derive

_WORDS = (
    *("system", "office", "office_short", "region", "our", "committee", "government", "congress"),
    *("cppcc", "above_committee", "above_government", "above_congress", "above_cppcc", "services"),
)
_COMMON = frozenset({"办公室"})
"""Words that stand for no organ in particular."""


def replacements(vocabulary: Vocabulary) -> dict[Home, dict[str, str]]:
    """Return for each level and organ the words of its sources and what stands for them."""
    services = _services(vocabulary)
    return {
        (level, organ): services | _of(derive(vocabulary, level, organ, {}), vocabulary)
        for level, organ in product(vocabulary.levels, vocabulary.organs)
    }


def _services(vocabulary: Vocabulary) -> dict[str, str]:
    """Return what office work is called in any organ, as the slot that names it."""
    level = next(iter(vocabulary.levels))
    names = {derive(vocabulary, level, organ, {})["services"] for organ in vocabulary.organs}
    return dict.fromkeys(sorted(names), "{{ services }}")


def _bare(words: Mapping[str, str]) -> dict[str, str]:
    """Return office and system without the level or region in front of them."""
    office, system = words["office"], words["system"]
    heads = ((office, words["level"], "office"), (system, words["region"], "system"))
    return {
        word.removeprefix(head): "{{ " + name + " }}"
        for word, head, name in heads
        if word.startswith(head) and len(word) > len(head) + 3
    }


def _of(words: Mapping[str, str], vocabulary: Vocabulary) -> dict[str, str]:
    """Return the words of one level and organ; whom the office serves goes before its name.

    What stands above the highest level is the same for all, and no slot.
    """
    highest = words["above"] not in vocabulary.levels
    table = {
        words[name]: "{{ " + name + " }}"
        for name in reversed(_WORDS)
        if words.get(name) and words[name] not in _COMMON
        if not (highest and name.startswith("above_"))
    }
    table |= _bare(words)
    pair = words["committee"] + words["government"]
    table[words["leadership"]] = "{{ leadership }}"
    table |= {
        pair: "{{ committee }}{{ government }}",
        f"{words['committee']}、{words['government']}": "{{ committee }}、{{ government }}",
    }
    return {word: slot for word, slot in table.items() if "【" not in word}
