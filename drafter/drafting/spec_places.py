"""Findings in an outline told at the line of the spec that says the text."""

import re

from drafter.drafting.origins import choices
from drafter.model.spec import Choice, Spec
from drafter.model.speech import Found, Line

_SLOT = re.compile(r"\{\{.*?\}\}")


def in_spec(found: Found, line: Line, full: Spec) -> Found:
    """Return a finding in an outline at its place in the spec, if the spec says the text.

    What the phrasebank or the template says has its place in the outline, and is said so.
    """
    for _, choice in choices(full):
        if choice.where.rpartition(":")[0] and _says(choice, line.text, found.text):
            path, _, number = choice.where.rpartition(":")
            return found._replace(
                file=path, line=int(number), end_line=int(number), column=1, end_column=1
            )
    return found._replace(place=f"提纲第 {found.line} 行第 {found.column} 字")


def _says(choice: Choice, line: str, said: str) -> bool:
    """Tell whether `line` holds what the user chose, and the choice what is found fault with."""
    pattern = ".*?".join(map(re.escape, _SLOT.split(choice.text.strip())))
    held = re.search(pattern, line) if choice.text.strip() else None
    return held is not None and (said in held[0] or held[0] in said)
