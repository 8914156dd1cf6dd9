"""Word lists that tell a clause from a noun, looked up letter by letter."""

from typing import NamedTuple

from drafter.mining.cues import Cues


class Wording(NamedTuple):
    """What the lexicon says of the words that open and close the members of a list."""

    verbs: frozenset[str]
    """Words that open a clause, of one letter or two."""
    nouns: frozenset[str]
    """Words of two letters that name a topic and carry no construction."""
    predicates: frozenset[str]
    """Words of two letters that close a clause."""
    suffixes: frozenset[str]
    """Last letters of nouns."""
    short_heads: frozenset[str]
    """Single letters that, repeated at the head of short members, make clauses of them."""
    short_joints: frozenset[str]
    """Single letters that, repeated inside short members, make clauses of them."""
    short_tails: frozenset[str]
    """Single letters that, repeated at the end of short members, make clauses of them."""

    @classmethod
    def of(cls, cues: Cues) -> "Wording":
        """Return the lists of a lexicon."""
        names = (
            "verbs",
            "nouns",
            "predicates",
            "noun_ends",
            "short_heads",
            "short_joints",
            "short_tails",
        )
        return cls(*map(cues.keys, names))

    def noun(self, member: str) -> bool:
        """Return whether a member of a list is, to all appearances, a noun."""
        tail = member[-2:]
        if not (tail in self.nouns or tail[-1:] in self.suffixes) or tail in self.predicates:
            return False
        return member[:2] not in self.verbs and "的" not in member and "之" not in member
