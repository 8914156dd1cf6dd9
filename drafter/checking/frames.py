"""Whether a text fills a frame; capital letters and … stand for anything."""

import re

_SLOT = re.compile(r"(\{\{.*?\}\})|[A-Z…]")


def fits(frame: str, text: str) -> bool:
    """Tell whether `text` fills `frame`, in time linear in `text` for each word of the frame."""
    words = _words(frame)
    if len(words) == 1:
        return text == words[0]
    first, *middle, last = words
    if not (text.startswith(first) and text.endswith(last)):
        return False
    at, end = len(first), len(text) - len(last)
    for word in middle:
        found = text.find(word, at, end)
        if found < 0:
            return False
        at = found + len(word)
    return at <= end


def _words(frame: str) -> list[str]:
    """Return what stands between the letters of `frame`; a `{{ slot }}` is a word of its own."""
    words, at = [""], 0
    for found in _SLOT.finditer(frame):
        words[-1] += frame[at : found.start()]
        if found[1]:
            words[-1] += found[1]
        else:
            words.append("")
        at = found.end()
    words[-1] += frame[at:]
    return words
