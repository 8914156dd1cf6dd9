"""What two neighbouring clauses have in common, and where a member begins and ends."""

import re
from operator import eq

_EDGE = " ，、；：。"
LEAD_IN = 24
"""Characters that may lead into the first member of a group."""
HEADS = frozenset("给为在把以从对向让用与同是更多再不既又也要到有最看")
"""Function words whose repetition alone shows a construction."""
ANSWERS = "又也更还亦"
"""Words that answer a 既 or 不仅."""
_ASKS = re.compile(r"(?:既|不仅|不但|不只)(?!定|有|得|然|往|成)[^，；]{2,}$")


def answering(before: str, clause: str) -> str:
    """Return the member at the end of `before` that `clause` answers word for word, or nothing."""
    member = leading(before, clause)
    same = member[:2] == clause[:2] or (member[:1] == clause[0] and member[-2:] == clause[-2:])
    return member if member and same and member != clause else ""


def leading(first: str, second: str) -> str:
    """Return the member of `first` that `second` goes on with, or nothing."""
    size = len(second)
    if size == len(first) and size >= 3:
        return first
    if size < 3 or len(first) - size > LEAD_IN:
        return ""
    return first if parallel(first, second) else _trimmed(first, second)


def asked(first: str, second: str) -> str:
    """Return the member of `first` that a 又, 也, 更 in `second` answers."""
    found = _ASKS.search(first)
    return found.group() if found else ""


def parallel(one: str, other: str) -> bool:
    """Return whether two neighbours are of one length, or share a frame."""
    a, b = len(one), len(other)
    if a == b:
        return a >= 3
    small, large = (a, b) if a < b else (b, a)
    if small < 3 or small * 2 < large:
        return False
    if one[0] == other[0]:
        return one[0] in HEADS or one[:2] == other[:2] or one[-1] == other[-1]
    return large - small <= 2 and one[-2:] == other[-2:]


def _trimmed(first: str, second: str) -> str:
    """Return the end of `first` that answers `second`, without the words that lead into it."""
    size = len(second)
    if (quote := first.rfind("“")) > 0 and "”" not in first[quote:]:
        return first[quote:] if abs(len(first) - quote - size) <= 2 else ""
    extra = len(first) - size
    if size < 3 or not 0 < extra <= LEAD_IN:
        return ""
    at = first.rfind(second[0], 1, -2)
    while at > 0:
        tail = first[at:]
        if parallel(tail, second):
            return tail
        at = first.rfind(second[0], 1, at)
    tail = first[-size:]
    return tail if sum(map(eq, tail, second)) >= (1 if size < 6 else 2) else ""


def trailing(before: str, last: str) -> str:
    """Return the head of `last` that goes on with `before`, without the words that lead out."""
    size = len(before)
    if len(last) <= size or size < 4:
        return ""
    head = last[:size]
    if last[size] == "的":
        return head
    return head if sum(map(eq, head, before)) >= 1 else ""


def clean(member: str) -> str:
    """Return `member` without a quotation mark that has lost its partner."""
    if "“" not in member and "”" not in member:
        return member
    if member.count("“") > member.count("”"):
        member = member.replace("“", "", 1)
    elif member.count("”") > member.count("“"):
        member = member[::-1].replace("”", "", 1)[::-1]
    return member.strip(_EDGE)
