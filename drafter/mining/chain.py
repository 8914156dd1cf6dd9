"""The members of a 要 chain, kept apart so that a chain can be cut or mixed."""

import re
from collections.abc import Sequence

_CLAUSE = re.compile(r"[^，、；。！？]+[，、；。！？]?")
_MARKS = "，、；。！？"
_LINKS = "既又更也还都"
_LINKED = re.compile(f"[{_LINKS}]?要")


def chain_members(text: str, modal: re.Pattern[str]) -> tuple[str, ...]:
    """Return the members of a chain: clauses with the modal 要, and those that follow them.

    What stands before the first is left out, and so is its subject when the others have none.
    When no other member has more than one clause, the last has one as well: what follows belongs
    to the sentence. `modal` finds 要, or the words in which it is none.
    """
    members: list[list[str]] = []
    for clause in (found.group() for found in _CLAUSE.finditer(text)):
        if "要" in modal.findall(clause):
            members.append([clause])
        elif members and not members[-1][-1].endswith("；"):
            members[-1].append(clause)
    if members and all(len(member) == 1 for member in members[:-1]):
        del members[-1][1:]
    if members and all(_LINKED.match(member[0]) for member in members[1:]):
        members[0][0] = _without_subject(members[0][0], modal)
    return tuple("".join(member).rstrip(_MARKS) for member in members)


def _without_subject(clause: str, modal: re.Pattern[str]) -> str:
    """Return `clause` from its modal 要 on, with the link before it."""
    at = next(found.start() for found in modal.finditer(clause) if found.group() == "要")
    return clause[at - 1 :] if at and clause[at - 1] in _LINKS else clause[at:]


def even(members: Sequence[str]) -> bool:
    """Return whether members are of like length: the shortest has two thirds of the longest."""
    lengths = [len(member) for member in members]
    return min(lengths) * 3 >= max(lengths) * 2
