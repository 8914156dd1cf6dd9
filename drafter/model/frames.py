"""The frame of a set: the words that all members share, with letters for what differs."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

_SINGLE = frozenset("的为在把以和与，、“”中上下当好到向让要既又更做是于")
"""Characters that anchor a frame by themselves; other anchors have two at least."""
_SLOT = re.compile(r"\{\{.*?\}\}")
_PRIVATE = 0xE000
"""Characters from here on stand for slots while members are compared."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST = 120


class Frame(NamedTuple):
    """What members share, such as 坚持A为B, and what each of them has for every letter."""

    pattern: str
    columns: Mapping[str, tuple[str, ...]]
    """Letter to the fillers of all members, in order; empty where a member has none."""


def frame(members: Sequence[str]) -> str:
    """Return the frame that `members` fill, such as 坚持A为B; one letter for no frame."""
    return aligned(members).pattern


def aligned(members: Sequence[str]) -> Frame:
    """Return the frame that `members` fill, and the fillers of its letters."""
    slots = sorted({slot for member in members for slot in _SLOT.findall(member)})
    marks = {slot: chr(_PRIVATE + number) for number, slot in enumerate(slots)}

    def shown(text: str) -> str:
        for slot, mark in marks.items():
            text = text.replace(mark, slot)
        return text

    found = _aligned([_SLOT.sub(lambda slot: marks[slot.group()], member) for member in members])
    columns = {letter: tuple(map(shown, column)) for letter, column in found.columns.items()}
    return Frame(shown(found.pattern), columns)


def _aligned(members: Sequence[str]) -> Frame:
    anchors = _anchors([member[:_LONGEST] for member in members])
    rows = [_gaps(member, anchors) for member in members]
    out: list[str] = []
    columns: dict[str, tuple[str, ...]] = {}
    letters = iter(_LETTERS)
    for anchor, column in zip(["", *anchors], zip(*rows, strict=True), strict=True):
        out.append(anchor)
        if any(column):
            same = next((letter for letter in columns if columns[letter] == column), "")
            out.append(letter := same or next(letters, "…"))
            columns[letter] = column
    return Frame("".join(out), columns)


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
    pairs = [_in_all(short[at : at + 2], others) for at in range(len(short) - 1)]
    best = ""
    for at in range(len(pairs)):
        size = len(best) + 1 if len(best) > 1 else 2
        while all(pairs[at : at + size - 1]) and at + size <= len(short):
            if not _in_all(short[at : at + size], others):
                break
            best = short[at : at + size]
            size += 1
    single = (one for one in short if one in _SINGLE or ord(one) >= _PRIVATE)
    return best or next((one for one in single if _in_all(one, others)), "")


def _in_all(part: str, texts: Sequence[str]) -> bool:
    return all(part in text for text in texts)


def _gaps(member: str, anchors: Sequence[str]) -> list[str]:
    """Return what stands before, between and behind the anchors in `member`."""
    cuts = [0]
    for anchor in anchors:
        at = member.index(anchor, cuts[-1])
        cuts += [at, at + len(anchor)]
    cuts.append(len(member))
    return [member[start:end] for start, end in list(pairwise(cuts))[::2]]
