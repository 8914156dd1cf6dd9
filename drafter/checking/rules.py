"""The rules as a table, and what they find."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from drafter.checking import banks, entries
from drafter.checking.banks import Found, Whole
from drafter.checking.entries import Flaw
from drafter.checking.ground import Ground
from drafter.model.findings import Finding, Level, Placed, PlacedChange, Rejection
from drafter.model.phrase import Entry


class EntryRule(NamedTuple):
    """A rule that looks at one entry."""

    id: str
    level: Level
    find: Callable[[Entry, Ground], Iterable[Flaw]]


class BankRule(NamedTuple):
    """A rule that looks at all entries together."""

    id: str
    level: Level
    find: Callable[[Whole], Iterable[Found]]


ENTRY_RULES = (
    EntryRule("unknown-slot", "error", entries.unknown_slots),
    EntryRule("unknown-topic", "warning", entries.unknown_topics),
    EntryRule("unknown-organ", "warning", entries.unknown_organs),
    EntryRule("odd-era", "warning", entries.odd_eras),
    EntryRule("leaked-place", "warning", entries.leaked_places),
    EntryRule("leaked-local-word", "warning", entries.leaked_local_words),
    EntryRule("leaked-figure", "warning", entries.leaked_figures),
    EntryRule("remnant", "warning", entries.remnants),
    EntryRule("misfit-member", "warning", entries.misfits),
    EntryRule("repeated-member", "warning", entries.repeated_members),
    EntryRule("lone-member", "hint", entries.lone_members),
    EntryRule("undated", "hint", entries.undated),
)
BANK_RULES = (
    BankRule("duplicate", "warning", banks.duplicates),
    BankRule("near-duplicate", "hint", banks.near_duplicates),
    BankRule("shared-id", "warning", banks.shared_ids),
    BankRule("idle-change", "hint", banks.idle_changes),
    BankRule("idle-rejection", "hint", banks.idle_rejections),
)


def findings(whole: Whole, ground: Ground) -> Iterator[Finding]:
    """Yield what every rule finds."""
    for placed in whole.entries:
        for rule in ENTRY_RULES:
            for flaw in rule.find(placed.entry, ground):
                yield _finding(rule, placed, flaw)
    for over_all in BANK_RULES:
        for at, flaw in over_all.find(whole):
            yield _finding(over_all, at, flaw)


def _finding(
    rule: EntryRule | BankRule, at: Placed | PlacedChange | Rejection, flaw: Flaw
) -> Finding:
    return Finding(at.file, flaw.line, rule.level, rule.id, flaw.what, flaw.remedy, _id(at))


def _id(at: Placed | PlacedChange | Rejection) -> str:
    match at:
        case Placed():
            return at.entry.id
        case PlacedChange():
            return at.change.id
        case Rejection():
            return at.id
