"""The frame of a set: the words that all members share, with letters for what differs."""

import re
from collections.abc import Sequence
from itertools import pairwise

_SINGLE = frozenset("的为在把以和与，、“”中上下当好到向让要既又更做是于")
"""Characters that anchor a frame by themselves; other anchors have two at least."""
_SLOT = re.compile(r"\{\{.*?\}\}")
_PRIVATE = 0xE000
"""Characters from here on stand for slots while members are compared."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST = 120


def frame(members: Sequence[str]) -> str:
    """Return the frame that `members` fill, such as 坚持A为B; one letter for no frame."""
    slots = sorted({slot for member in members for slot in _SLOT.findall(member)})
    marks = {slot: chr(_PRIVATE + number) for number, slot in enumerate(slots)}
    found = _frame([_SLOT.sub(lambda slot: marks[slot.group()], member) for member in members])
    for slot, mark in marks.items():
        found = found.replace(mark, slot)
    return found


def _frame(members: Sequence[str]) -> str:
    anchors = _anchors([member[:_LONGEST] for member in members])
    spans = [_gaps(member, anchors) for member in members]
    out, letters = [], iter(_LETTERS)
    for at, anchor in enumerate(["", *anchors]):
        out.append(anchor)
        if any(gaps[at] for gaps in spans):
            out.append(next(letters, "…"))
    return "".join(out)


def _anchors(members: Sequence[str]) -> list[str]:
    """Return the words that stand in all members, in their order."""
    shared = _longest_shared(members)
    if not shared:
        return []
    left = [member[: member.index(shared)] for member in members]
    right = [member[member.index(shared) + len(shared) :] for member in members]
    return [*_anchors(left), shared, *_anchors(right)]


def _longest_shared(members: Sequence[str]) -> str:
    """Return the longest stretch of the shortest member that stands in all, the first of equals."""
    short = min(members, key=len)
    others = [member for member in members if member is not short]
    for size in range(len(short), 0, -1):
        for at in range(len(short) - size + 1):
            part = short[at : at + size]
            if (size > 1 or part in _SINGLE or ord(part) >= _PRIVATE) and all(
                part in other for other in others
            ):
                return part
    return ""


def _gaps(member: str, anchors: Sequence[str]) -> list[str]:
    """Return what stands before, between and behind the anchors in `member`."""
    cuts = [0]
    for anchor in anchors:
        at = member.index(anchor, cuts[-1])
        cuts += [at, at + len(anchor)]
    cuts.append(len(member))
    return [member[start:end] for start, end in list(pairwise(cuts))[::2]]
