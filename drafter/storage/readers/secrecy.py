"""Whether a document bears a mark of secrecy in the place for it (GB/T 9704-2012, 7.2.2)."""

import re
from collections.abc import Iterable, Iterator

from drafter.model.document import Manuscript

_FIRST = 8
"""Lines at the head of a text among which a mark may stand."""
_LONG = 40
"""A line longer than this is body text already."""
_SQUEEZED = re.compile(r"\s+")
_PARTS = re.compile(r"[\t/／]+|\s{2,}|\u3000+")
_STAR = "★☆✩⭐"
_TERM = rf"[{_STAR}*＊·・]\S{{0,12}}|[\d０-９]{{1,8}}|特急|特提|加急|平急|急件|紧急"
"""What follows a grade on its line: for how long, number of the copy, urgency."""
_PREFIX = r"(?:[^，。、；]{0,10}[：:]|(?:№|no\.?)?[\d０-９]{1,8})?"
_OPEN, _CLOSE = "[（(【\\[〔]", "[）)】\\]〕]"


def confidential(manuscript: Manuscript, words: Iterable[str]) -> str:
    """Return the mark of secrecy that stands at the head of a document, empty if there is none.

    `words` are the grades. A text that only speaks of them is not marked.
    """
    grades = "|".join(map(re.escape, words))
    if not grades:
        return ""
    mark = _mark(grades)
    for line in (*manuscript.heads, *_first_lines(manuscript.text)):
        for part in (line, *_PARTS.split(line)):
            squeezed = _SQUEEZED.sub("", part)
            if found := mark.fullmatch(squeezed):
                return squeezed if found["whole"] else found["within"]
    return ""


def _mark(grades: str) -> re.Pattern[str]:
    """Return the pattern of a line that is a mark, or bears one that cannot be anything else."""
    grade = rf"(?:{grades})(?:级|件|文件|资料|材料)?"
    whole = rf"{_PREFIX}{_OPEN}?{grade}{_CLOSE}?(?:{_TERM})?"
    within = rf"{_OPEN}{grade}{_CLOSE}|{grade}[{_STAR}]|[{_STAR}]{grade}"
    return re.compile(rf"(?P<whole>{whole})|.*?(?P<within>{within}).*", re.IGNORECASE)


def _first_lines(text: str) -> Iterator[str]:
    """Yield the short lines before the body."""
    count = 0
    for line in text[:4000].split("\n"):
        stripped = line.strip()
        if not stripped:
            continue
        if count == _FIRST or len(stripped) > _LONG or stripped.endswith("。"):
            return
        count += 1
        yield stripped
