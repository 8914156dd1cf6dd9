"""Keys as an input method types them: wide letters, digits and marks stand for narrow ones."""

from typing import Final

from textual import events
from textual.keys import _character_to_key

_FIRST, _LAST, _APART = 0xFF01, 0xFF5E, 0xFEE0
_BLANK: Final = "\u3000"
_MARKS: Final = {
    _BLANK: " ", "、": "/", "。": ".", "·": "`", "「": "[", "」": "]", "【": "[", "】": "]",
    "《": "<", "》": ">", "〈": "<", "〉": ">", "‘": "'", "’": "'", "“": '"', "”": '"', "—": "_",
    "￥": "$", "…": "^",
}  # fmt: skip
"""What the key of a mark types without the input method."""


def twin(character: str) -> str:
    """Return the narrow twin of `character`, itself if there is none."""
    if len(character) == 1 and _FIRST <= ord(character) <= _LAST:
        return chr(ord(character) - _APART)
    return _MARKS.get(character, character)


def in_text(event: events.Key) -> events.Key | events.Paste:
    """Return the event that puts into a text what was typed.

    A wide blank counts as no character that can be printed, so that no field would take its key.
    """
    return events.Paste(_BLANK) if event.character == _BLANK else event


def narrow_key(event: events.Key) -> events.Key:
    """Return the key whose wide twin was typed."""
    character = event.character or ""
    narrow = twin(character)
    return event if narrow == character else events.Key(_character_to_key(narrow), narrow)
