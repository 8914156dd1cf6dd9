"""From an outline to the bytes of a file format."""

from collections.abc import Callable

from drafter.exporters.markdown import to_markdown
from drafter.model.outline import Outline

Exporter = Callable[[Outline], bytes]


def _to_plain(outline: Outline) -> bytes:
    from drafter.exporters.plain import to_plain

    return to_plain(outline)


def _to_json(outline: Outline) -> bytes:
    from drafter.exporters.json_text import to_json  # loads json, which the others do not need

    return to_json(outline)


def _to_word(outline: Outline) -> bytes:
    from drafter.exporters.word import to_word  # loads zipfile, which the others do not need

    return to_word(outline)


WORD = ".docx"
EXPORTERS: dict[str, Exporter] = {
    ".md": to_markdown,
    ".txt": _to_plain,
    WORD: _to_word,
    ".json": _to_json,
}
"""Formats by the suffix of the file; what needs a layout has the standard one."""
