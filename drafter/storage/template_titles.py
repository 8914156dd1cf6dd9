"""Titles of templates, for a list to choose from: read without reading the templates."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.errors import DrafterError
from drafter.locations import shipped_templates, user_templates
from drafter.storage.files import read_text

_SUFFIX = ".md"
_LINE = re.compile(r"(title|description): (\w[^\n]*)")
"""A line whose text is as it stands: no quotation marks, nothing that goes on in the next line."""
_YAML = re.compile(r": | #|:$")
_END = ("---", "questions:", "plan:")


class Titled(NamedTuple):
    """A template in a list."""

    name: str
    title: str
    description: str


def template_titles() -> list[Titled]:
    """Return the templates that are shipped, the user's own, and in the working folder.

    Whether a template is right shows when it is chosen; a file without a head is none.
    """
    folders = (shipped_templates(), user_templates(), Path("templates"))
    found = {path.stem: path for folder in folders for path in folder.glob(f"*{_SUFFIX}")}
    return [titled for name in sorted(found) for titled in _titled(found[name])]


def _titled(path: Path) -> Iterator[Titled]:
    try:
        lines = read_text(path).splitlines()
        if lines and lines[0].rstrip() == "---":
            yield Titled(path.stem, **(_plain(lines[1:]) or _read(path)))
    except DrafterError:  # choosing it by its name tells why
        return


def _plain(lines: list[str]) -> dict[str, str]:
    """Return title and description, nothing when they are not written plainly."""
    said: dict[str, str] = {}
    for line in lines:
        if line.startswith(_END):
            break
        if (found := _LINE.fullmatch(line.rstrip())) and not _YAML.search(found[2]):
            said[found[1]] = found[2]
    return said if len(said) == 2 else {}


def _read(path: Path) -> dict[str, str]:
    from drafter.locations import shipped_phrasebank
    from drafter.storage.templates import load_template  # loads the YAML library
    from drafter.storage.vocabulary import load_vocabulary

    template = load_template(path, load_vocabulary(shipped_phrasebank()))
    return {"title": template.title, "description": template.description}
