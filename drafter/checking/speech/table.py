"""The rules for speeches and what finds their faults."""

from collections.abc import Callable, Iterator, Mapping

from drafter.checking.speech import (
    breath,
    counting,
    dates,
    doubled,
    headings,
    leftovers,
    numbering,
    pairs,
    repeated,
    strangers,
    worded,
)
from drafter.model.speech import Hit, Rule, Speech

Finder = Callable[[Speech, Rule], Iterator[Hit]]
"""Yields the faults that a rule sees in a speech, in the order of the lines."""

FINDERS: Mapping[str, Finder] = {
    "number-order": numbering.order,
    "number-mark": numbering.marks,
    "level-jump": numbering.jumps,
    "lone-heading": numbering.alone,
    "heading-stop": headings.stops,
    "mixed-headings": headings.mixed,
    "parallelism": headings.uneven,
    "section-length": headings.lengths,
    "coined-number": counting.coined,
    "announced-number": counting.announced,
    "sentence-twice": repeated.sentences,
    "clause-twice": repeated.clauses,
    "coined-twice": repeated.coined,
    "placeholder": leftovers.placeholders,
    "unpaired": pairs.unpaired,
    "half-width": worded.wordings,
    "ellipsis": worded.wordings,
    "dash": worded.wordings,
    "doubled-mark": worded.wordings,
    "spacing": worded.in_body,
    "doubled-word": doubled.words,
    "confusable": worded.wordings,
    "breath": breath.breaths,
    "impossible-date": dates.impossible,
    "weekday": dates.weekdays,
    "year": dates.years,
    "note-date": dates.note,
    "relative-date": worded.wordings,
    "date-form": worded.wordings,
    "stale": worded.untimely,
    "other-organ": strangers.organs,
    "other-place": strangers.places,
    "other-level": strangers.levels,
    "cliche": worded.wordings,
}
"""A finder for every rule of `phrasebank/checks.yaml`, by its id."""
