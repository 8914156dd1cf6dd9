"""What two neighbouring clauses have in common, and where a member begins and ends."""

import re
from collections.abc import Sequence
from operator import eq

from drafter.mining.wording import Wording

_EDGE = " ，、；：。"
LEAD_IN = 24
"""Characters that may lead into the first member of a group."""
HEADS = frozenset("给为在把以从对向让用与同是更多再不既又也要到有最看该没谁每")
"""Function words whose repetition alone shows a construction."""
_JOINTS = frozenset("要有不得更最能")
ANSWERS = "又也更还亦而"
"""Words that answer a 既 or 不仅."""
_ASKS = re.compile(r"(?:既|不仅|不但|不只|不是)(?!定|得|然|往|成)[^，；]{2,}$")


def answering(before: str, clause: str) -> str:
    """Return the member at the end of `before` that `clause` answers word for word, or nothing."""
    member = leading(before, clause)
    same = member[:2] == clause[:2] or (member[:1] == clause[0] and member[-2:] == clause[-2:])
    return member if member and same and member != clause else ""


def leading(first: str, second: str) -> str:
    """Return the member of `first` that `second` goes on with, or nothing."""
    size = len(second)
    if size < 3 or not first or len(first) - size > LEAD_IN:
        return ""
    if first[0] != second[0] and (at := first.find(second[:2], 1, 6)) > 0:
        return first[at:] if parallel(first[at:], second) else ""
    return first if parallel(first, second) else _trimmed(first, second)


def asked(first: str, second: str) -> str:
    """Return the member of `first` that `second`, which opens with 又, 也, 更, answers."""
    if second[0] == "而" and second[1] not in "是非":
        return ""
    if found := _ASKS.search(first):
        return found.group()
    if second[0] in ("而", first[:1]):
        return ""
    at = first.find(second[1] if second[1] == "是" else second[1:3])
    return first[at:] if 0 <= at < len(first) - 2 else ""


def parallel(one: str, other: str) -> bool:
    """Return whether two neighbours are of one length, or share a frame."""
    a, b = len(one), len(other)
    if a == b:
        return a >= 3
    small, large = (a, b) if a < b else (b, a)
    if small < 3 or small * 2 < large:
        return small > 5 and one[0] == other[0] and one[0] in HEADS and small * 3 > large
    if one[0] == other[0]:
        return one[0] in HEADS or one[:2] == other[:2] or one[-1] == other[-1]
    return large - small <= 2 and (one[-2:] == other[-2:] or _jointed(one, other))


def echoed(one: str, other: str) -> bool:
    """Return whether two texts have a letter in the same place."""
    return any(map(eq, one, other))


def _jointed(one: str, other: str) -> bool:
    """Return whether two texts have a modal as far from their ends."""
    tails = zip(one[-3:-6:-1], other[-3:-6:-1], strict=False)
    return any(a == b and a in _JOINTS for a, b in tails)


def fitted(head: str, rest: Sequence[str], wording: Wording) -> str:
    """Return the first member without the word that governs all of them (做到, 要)."""
    size = len(rest[0])
    extra = len(head) - size
    if not 0 < extra <= 4 or head[0] == rest[0][0] or any(len(text) != size for text in rest):
        return head
    if len(rest) > 1 or head[:extra] in wording.verbs:
        return head[extra:]
    return head


def cut(item: str, others: Sequence[str]) -> str:
    """Return `item` without what it says of the whole list: …的 behind the last member."""
    head, mark, _ = item.partition("的")
    if mark and len(head) >= 3 and not any("的" in other for other in others):
        return head
    return item


def _trimmed(first: str, second: str) -> str:
    """Return the end of `first` that answers `second`, without the words that lead into it."""
    size = len(second)
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
    least = 1 if size < 6 else 2 if size < 12 else 4
    if "、" in tail[:3] or sum(map(eq, tail, second)) < least:
        return ""
    return tail[1:] if tail[0] == "的" else tail


def unquoted(item: str) -> str:
    """Return `item` without what stands outside a quotation that begins or ends in it."""
    opened, closed = item.rfind("“"), item.find("”")
    if opened >= 0 and "”" not in item[opened:]:
        item = item[opened + 1 :]
        closed = -1
    if closed >= 0 and "“" not in item[:closed]:
        item = item[:closed]
    return item


def clean(member: str) -> str:
    """Return `member` without a quotation mark that has lost its partner."""
    if "“" not in member and "”" not in member:
        return member
    if member.count("“") > member.count("”"):
        member = member.replace("“", "", 1)
    elif member.count("”") > member.count("“"):
        member = member[::-1].replace("”", "", 1)[::-1]
    return member.strip(_EDGE)
