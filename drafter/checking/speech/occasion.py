"""When a speech is given, as far as it says so itself."""

import re
from itertools import takewhile

from drafter.model.speech import Speech

_DATE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?")


def date_of(speech: Speech) -> str:
    """Return the ISO date of `speech`: what is known of it, or what stands below its title."""
    if speech.date:
        return speech.date
    front = takewhile(lambda line: not line.depth, speech.lines)
    for line in front:
        found = _DATE.search(line.text) if line.kind in ("note", "title") else None
        if found:
            year, month, day = found.groups()
            return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
    return ""
