"""Sentences of the “要…要…” family: two or more parallel members with the modal 要."""

import re
from collections.abc import Iterator

from drafter.mining.cues import Cues

_QUOTED = re.compile(r"“[^“”]*”")
_PART = re.compile(r"[^；]+；?")
_LINKED = re.compile("[既又更仅]要(?!求)")
"""The modal behind a link: 不仅要点准, where 要点 is no word."""


def members(text: str, cues: Cues) -> int:
    """Return how often the modal 要 stands in `text`; 主要, 需要 and the like do not count."""
    if "要" not in text:
        return 0
    return cues.modal.findall(_LINKED.sub("要 ", text)).count("要")


def yao(sentence: str, cues: Cues) -> Iterator[str]:
    """Yield what of `sentence` is a chain of 要 members: a quotation, a part, or all of it."""
    if "“" in sentence:
        quoted = [found.group() for found in _QUOTED.finditer(sentence)]
        yield from (chain[1:-1] for chain in quoted if members(chain, cues) >= 2)
    parts = _PART.findall(sentence) if "；" in sentence else [sentence]
    counts = [members(_QUOTED.sub("", part), cues) for part in parts]
    if sum(counts) < 2:
        return
    full = [part for part, count in zip(parts, counts, strict=True) if count]
    yield full[0] if len(full) == 1 and len(parts) > 1 else sentence
