"""What a text becomes when its mechanical faults are mended."""

import re
from collections.abc import Iterable

from drafter.model.speech import Found

_LINE = re.compile("[^\r\n]*(?:\r\n|\r|\n|$)")


def fixable(found: Iterable[Found]) -> list[Found]:
    """Return the findings that need no thought and lie in one line, none over another."""
    kept: list[Found] = []
    wanted = (each for each in found if each.fix is not None and each.line == each.end_line)
    for each in sorted(wanted, key=lambda each: (each.line, each.column, each.end_column)):
        last = kept[-1] if kept else None
        if not (last and last.line == each.line and each.column < last.end_column):
            kept.append(each)
    return kept


def mended(text: str, found: Iterable[Found]) -> str:
    """Return `text` with its faults mended; a fault that is not where it was found stays."""
    lines = _LINE.findall(text)
    for each in reversed(fixable(found)):
        line = lines[each.line - 1]
        start, end = each.column - 1, each.end_column - 1
        if _bare(line[start:end]) == _bare(each.text):
            lines[each.line - 1] = line[:start] + (each.fix or "") + line[end:]
    return "".join(lines)


def _bare(text: str) -> str:
    """Return `text` without what Markdown escapes with."""
    return text.replace("\\", "")
