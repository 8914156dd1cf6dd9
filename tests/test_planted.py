"""Ten clean speeches that checks leave in peace, and two hundred faults that they see."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml
from checked import RULES, VOCABULARY, known
from reading import LEXICON

from drafter.checking.speech.look import findings
from drafter.checking.speech.reading import speech_of
from drafter.drafting.looking_over import on_occasion, planned
from drafter.mining.parse import Parser
from drafter.model.document import Manuscript
from drafter.model.speech import Found
from drafter.storage.readers.marked import read_marked

PLANTED = Path(__file__).parent / "data" / "planted"
FAULTS_PLANTED, LEAST_FOUND = 200, 0.95
MOST_FALSE = 1 / 1000
"""False findings a character at level warning and above."""

KINDS: Mapping[str, tuple[str, ...]] = {
    "numbering": ("number-order",),
    "number-mark": ("number-mark",),
    "heading-end": ("heading-stop",),
    "mixed-headings": ("mixed-headings",),
    "not-parallel": ("parallelism",),
    "unpaired": ("unpaired",),
    "half-width": ("half-width",),
    "ellipsis": ("ellipsis", "doubled-mark"),
    "dash": ("dash",),
    "doubled-word": ("doubled-word",),
    "leftover": ("placeholder",),
    "said-twice": ("sentence-twice", "clause-twice"),
    "coined-twice": ("coined-twice", "sentence-twice", "clause-twice"),
    "coined-count": ("coined-number",),
    "transition": ("announced-number",),
    "other-place": ("other-place", "other-organ"),
    "other-level": ("other-level",),
    "stale": ("stale",),
    "confusable": ("confusable",),
    "impossible-date": ("impossible-date",),
    "weekday": ("weekday",),
    "year-word": ("year",),
    "date-form": ("date-form",),
    "relative-date": ("relative-date",),
    "long-clause": ("breath",),
    "budget": ("section-length",),
    "space": ("spacing",),
    "doubled-mark": ("doubled-mark",),
}
"""Kind of fault and the rules that may tell of it."""
AMONG_HEADINGS = ("numbering", "mixed-headings", "not-parallel", "transition", "budget")
"""Kinds that lie between headings: a finding may stand at any of those concerned."""
TWICE = ("said-twice", "coined-twice")
"""Kinds that are told at the second of two places, which may be the older one."""
IN_PARAGRAPH = ("coined-count",)
"""Kinds that are told at the number, not where a member is missing: the same paragraph will do."""

NEAR = 4
"""Characters to either side by which a finding is known again."""

Span = tuple[int, int]


class Fault(NamedTuple):
    """A text that is put in place of another of a clean speech, and the kind of its fault."""

    file: str
    kind: str
    find: str
    put: str
    note: str = ""


class Occasion(NamedTuple):
    """What a spec would tell of a clean speech."""

    file: str
    date: str
    level: str
    organ: str
    minutes: int


def rows(name: str) -> list[dict[str, str]]:
    read: list[dict[str, str]] = yaml.safe_load((PLANTED / name).read_text("utf-8"))
    return read


FAULTS = tuple(Fault(**row) for row in rows("faults.yaml"))
OCCASIONS = {row["file"]: Occasion(**row) for row in rows("occasions.yaml")}  # type: ignore[arg-type]


@cache
def clean(name: str) -> str:
    return (PLANTED / name).read_text("utf-8")


@cache
def parser() -> Parser:
    return Parser(LEXICON)


def checked(name: str, text: str) -> list[Found]:
    """Return what `drafter check` finds in `text`, a file called `name`."""
    told = OCCASIONS[name]
    marked = name.endswith(".md")
    manuscript = read_marked(text.encode(), name) if marked else Manuscript(name, text)
    speech = speech_of(manuscript, parser(), text if marked else None)._replace(known=known())
    placed = on_occasion(speech, VOCABULARY, told.date, (told.level, told.organ))
    return findings(planned(placed, told.minutes), list(RULES.values()))


@cache
def found_in_clean(name: str) -> tuple[Found, ...]:
    return tuple(checked(name, clean(name)))


def new_findings(fault: Fault, text: str) -> list[Found]:
    """Return what is found in `text` and not in the clean speech; what stands near it tells."""
    whole = clean(fault.file)
    old = Counter((each.rule, around(each, whole)) for each in found_in_clean(fault.file))
    new: list[Found] = []
    for each in checked(fault.file, text):
        key = each.rule, around(each, text)
        old[key] -= 1
        if old[key] < 0:
            new.append(each)
    return new


def around(found: Found, text: str) -> str:
    start, end = span(found, text)
    return text[max(start - NEAR, 0) : end + NEAR]


def span(found: Found, text: str) -> Span:
    """Return the characters of `text` that a finding is about."""
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:n])) for n in range(len(lines) + 1)]
    return (
        starts[found.line - 1] + found.column - 1,
        starts[found.end_line - 1] + found.end_column - 1,
    )


def is_seen(fault: Fault) -> bool:
    """Tell whether a rule of that kind complains, at the place, of the fault alone."""
    text = clean(fault.file).replace(fault.find, fault.put)
    suited = [each for each in new_findings(fault, text) if each.rule in KINDS[fault.kind]]
    return any(is_near(each, fault, text) for each in suited)


def is_near(found: Found, fault: Fault, text: str) -> bool:
    """Tell whether a finding is about the place of the fault, or about all places concerned."""
    if fault.kind in AMONG_HEADINGS or (fault.kind in TWICE and found.text in fault.put):
        return True
    start, end = span(found, text)
    if fault.kind in IN_PARAGRAPH:
        start, end = text.rindex("\n", 0, start), text.index("\n", end)
    at = clean(fault.file).index(fault.find)
    return start <= at + len(fault.put) and at <= end


def complaints() -> list[Found]:
    """Return what is found in the clean speeches at level warning and above."""
    return [
        each
        for name in OCCASIONS
        for each in found_in_clean(name)
        if each.level in ("error", "warning")
    ]


def test_the_set_is_sound() -> None:
    assert len(FAULTS) == FAULTS_PLANTED
    assert {fault.kind for fault in FAULTS} == set(KINDS)
    assert min(Counter(fault.kind for fault in FAULTS).values()) >= 6
    assert [fault for fault in FAULTS if clean(fault.file).count(fault.find) != 1] == []
    assert {rule for rules in KINDS.values() for rule in rules} <= set(RULES)


def test_clean_speeches_are_left_in_peace() -> None:
    characters = sum(len("".join(clean(name).split())) for name in OCCASIONS)
    false = [
        f"{each.file}:{each.line} {each.rule} {each.text} {each.what}" for each in complaints()
    ]
    assert len(false) <= characters * MOST_FALSE, "\n".join([f"{characters} characters", *false])


def test_planted_faults_are_found() -> None:
    missed = [fault for fault in FAULTS if not is_seen(fault)]
    share = 1 - len(missed) / len(FAULTS)
    told = [f"{fault.kind} {fault.file} {fault.put[:60]}" for fault in missed]
    assert share >= LEAST_FOUND, "\n".join([f"{share:.1%} found", *sorted(told)])
