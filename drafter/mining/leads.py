"""Run-in leads (段旨句): sentences without a mark that work as headings because siblings do."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from drafter.mining.cues import Cues
from drafter.mining.likeness import ECHO, FRAME, KIND, NONE, Likeness, Shape, likeness
from drafter.mining.paragraphs import Paragraph
from drafter.mining.sentences import Sentence

_FIRST = 42
"""Longest lead at the head of a paragraph, in characters."""
_INNER = 34
"""Longest lead inside a paragraph."""
_BRIEF = 8
"""Leads of one paragraph that are no longer than this need nothing but equal length."""
_REACH = 6
"""Paragraphs between two siblings at the most."""
_OPEN = 5
"""Groups that a new candidate is compared with."""


Place = tuple[int, int]
Places = frozenset[Place]


@dataclass(slots=True)
class Candidate:
    """A sentence that may be a lead."""

    sentence: Sentence
    shape: Shape
    rank: int
    """Place among the sentences of the article."""

    @property
    def place(self) -> tuple[int, int]:
        """Return where the sentence stands."""
        return self.sentence.place


@dataclass(slots=True)
class LeadGroup:
    """Leads of one construction, in their order, and the weakest likeness between neighbours."""

    members: list[Candidate]
    likeness: Likeness = FRAME

    @property
    def first(self) -> Candidate:
        """Return the first member."""
        return self.members[0]

    @property
    def last(self) -> Candidate:
        """Return the last member."""
        return self.members[-1]

    @property
    def opens(self) -> bool:
        """Return whether all members open paragraphs."""
        return all(member.sentence.first for member in self.members)

    def divided(self, *cuts: Sequence[Place]) -> list["LeadGroup"]:
        """Return the group cut at the sorted places `cuts`; single members fall out."""
        parts: dict[tuple[int, ...], list[Candidate]] = {}
        for member in self.members:
            key = tuple(bisect_left(places, member.place) for places in cuts)
            parts.setdefault(key, []).append(member)
        return [LeadGroup(part, self.likeness) for part in parts.values() if len(part) >= 2]

    def holds(self) -> bool:
        """Return whether the members are many and like enough to be headings."""
        count = len(self.members)
        if count == 2 and any(member.sentence.last for member in self.members):
            return False
        if self.likeness is FRAME:
            return count >= 2
        if self.likeness is KIND:
            return count >= (2 if self.opens else 3)
        if self.likeness is ECHO:
            return count >= 3
        together = self.opens or self.first.sentence.paragraph == self.last.sentence.paragraph
        return count >= (3 if together and self.first.shape.size <= _BRIEF else 4)


class Reader:
    """Finds the leads of a text with the words of a lexicon."""

    def __init__(self, cues: Cues) -> None:
        self.verbs = cues.keys("verbs")
        self.never = cues.never_lead
        self.never_heads = cues.never_lead_heads
        self.reporting = cues.reporting

    def leads(self, sentences: Sequence[Sentence], heads: Places, taken: Places) -> list[LeadGroup]:
        """Return the groups of leads among `sentences`.

        Those at a place in `taken` are points; none goes past a marked heading in `heads`.
        """
        groups: list[LeadGroup] = []
        closed = 0
        for rank, sentence in enumerate(sentences):
            place = sentence.paragraph, sentence.start
            if place in heads:
                closed = len(groups)
            elif self._may_lead(sentence) and place not in taken:
                candidate = Candidate(sentence, Shape(sentence.text, self.verbs), rank)
                _join(candidate, groups, max(closed, len(groups) - _OPEN))
        return [group for group in groups if len(group.members) > 1 and group.holds()]

    def _may_lead(self, sentence: Sentence) -> bool:
        text, first = sentence.text, sentence.first
        if not 3 <= len(text) <= (_FIRST if first else _INNER) or sentence.stop[:1] != "。":
            return False
        if not first and (sentence.last or "是" in text):
            return False
        head = text[0]
        if (head in self.never_heads or head.isdecimal()) and self.never.match(text):
            return False
        return not ("，" in text[:16] and self.reporting.match(text))


def _join(candidate: Candidate, groups: list[LeadGroup], since: int) -> None:
    best, home = NONE, None
    clauses = len(candidate.shape.clauses)
    for group in reversed(groups[since:]):
        members = group.members
        if len(members[0].shape.clauses) != clauses:
            continue  # as are those of all members, or they would not be alike
        alike = _alike(members[-1], candidate)
        if alike < FRAME and len(members) > 1:
            alike = max(alike, _alike(members[0], candidate))
        if alike > best and (len(members) < 2 or alike >= min(group.likeness, KIND)):
            best, home = alike, group
    if home is None:
        groups.append(LeadGroup([candidate]))
    else:
        home.members.append(candidate)
        home.likeness = min(home.likeness, best)


def _alike(before: Candidate, after: Candidate) -> Likeness:
    if after.rank - before.rank < 2:
        return NONE
    if after.sentence.paragraph - before.sentence.paragraph > _REACH:
        return NONE
    alike = likeness(before.shape, after.shape)
    if alike is not FRAME or after.sentence.first:
        return alike
    return alike if before.shape.verbal and after.shape.verbal else ECHO


def stand_alone(body: Sequence[Paragraph], taken: Iterable[int]) -> list[int]:
    """Return the places of short lines in `body` that head the text below them."""
    marked = set(taken)
    places = [
        place
        for place, paragraph in enumerate(body[:-1])
        if paragraph.alone and place not in marked and _heads(paragraph, body[place + 1])
    ]
    return places if len(places) >= 2 else []


def _heads(paragraph: Paragraph, below: Paragraph) -> bool:
    text = paragraph.text
    plain = 4 <= len(text) <= _FIRST and " " not in text and "%" not in text
    return plain and not below.alone and not text[0].isdigit()
