"""From an outline to the bytes of a file format."""

from collections.abc import Callable

from drafter.exporters.markdown import to_markdown
from drafter.model.outline import Outline

Exporter = Callable[[Outline], bytes]

EXPORTERS: dict[str, Exporter] = {".md": to_markdown}
"""Formats by the suffix of the file."""
