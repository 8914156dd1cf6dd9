"""Slots: places in a text, `{{ name }}`, that the words of a speech go into."""

import re
from collections.abc import Mapping

_SLOT = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*\}\}", re.ASCII)


def slot_names(text: str) -> list[str]:
    """Return the names of the slots in `text`, in their order."""
    return _SLOT.findall(text) if "{{" in text else []


def is_plain(text: str) -> bool:
    """Tell whether `text` holds nothing but characters and plain slots."""
    return "{" not in text or not re.search(r"\{[{%#]|[%}]\}", _SLOT.sub("", text))


def filled(text: str, words: Mapping[str, str]) -> str:
    """Return `text` with the words in its slots; a slot without a word raises KeyError."""
    return _SLOT.sub(lambda slot: words[slot[1]], text) if "{{" in text else text


def nearest(name: str, known: list[str]) -> str:
    """Return the known name most like `name`, or nothing when none is like it."""
    from difflib import get_close_matches  # only a fault has need of it

    return next(iter(get_close_matches(name, sorted(known), n=1, cutoff=0.5)), "")
