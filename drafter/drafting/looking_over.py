"""What checks know of an occasion, and what they find in an outline."""

from collections.abc import Iterable, Iterator

from drafter.checking.speech.look import findings
from drafter.drafting.answers import answered
from drafter.drafting.length import pace
from drafter.exporters.numbering import Numbered, numbered, run_in
from drafter.model.lexicon import Lexicon
from drafter.model.outline import (
    Budget,
    Heading,
    Note,
    Outline,
    Paragraph,
    Point,
    Salutation,
    Title,
)
from drafter.model.spec import Spec
from drafter.model.speech import Found, Known, Line, LineKind, Rule, Speech
from drafter.model.template import Template
from drafter.model.vocabulary import Home, Vocabulary
from drafter.storage.speech_rules import silenced
from drafter.templating.replacing import replacements
from drafter.templating.words import derive

_EDGE, _SECTION = 1, 10
"""Weights of what stands before and after the sections, and of a section."""
_INDENTED = 3
"""Column in which a paragraph of an outline begins, behind its indent."""
_KINDS: dict[type, LineKind] = {Title: "title", Note: "note", Salutation: "salutation"}


def known_words(lexicon: Lexicon, vocabulary: Vocabulary) -> Known:
    """Return what lexicon and vocabulary tell every rule."""
    return Known(
        eras=lexicon.eras,
        places=lexicon.places,
        homes=replacements(vocabulary),
        verbs=lexicon.list("verbs"),
        words=lexicon.words,
    )


def on_occasion(speech: Speech, vocabulary: Vocabulary, date: str, home: Home) -> Speech:
    """Return `speech` with its date and, where level and organ are named, the words of both."""
    level, organ = home
    words = derive(vocabulary, level, organ, {}) if level and organ else {}
    return speech._replace(date=date, home=home, words=words)


def of_spec(speech: Speech, spec: Spec, template: Template, vocabulary: Vocabulary) -> Speech:
    """Return `speech` with the occasion that `spec` tells."""
    words = answered(spec, template, vocabulary).words
    home = (words.get("level", ""), words.get("organ", ""))
    return speech._replace(date=spec.date, home=home, words=words)


def planned(speech: Speech, minutes: int, rate: int = 0) -> Speech:
    """Return `speech` with what each section is planned for when all of it lasts `minutes`.

    A long opening leaves less for the sections, but half of the time at least.
    """
    starts = list(_sections(speech))
    if not (minutes and starts):
        return speech
    opening = _opening(speech, starts[0])
    span, edge = pace(rate), _EDGE / (len(starts) * _SECTION + 2 * _EDGE)

    def share(speed: float) -> int:
        whole = minutes * speed
        left = whole * (1 - edge) - max(opening, whole * edge)
        return round(max(left, whole / 2) / len(starts))

    budget = share(span.least), share(span.most)
    return speech._replace(budgets=tuple((number, *budget) for number in starts))


def _opening(speech: Speech, first: int) -> int:
    """Return the characters said before the first section, which begins at the line `first`."""
    said = (line.text for line in speech.lines if line.kind == "paragraph" and line.number < first)
    return sum(map(str.isalnum, "".join(said)))


def _sections(speech: Speech) -> Iterator[int]:
    """Yield the lines of the headings of the highest level."""
    depths = {line.depth for line in speech.lines if line.kind == "heading"}
    for line in speech.lines:
        if line.kind == "heading" and line.depth == min(depths):
            yield line.number


def check_outline(
    outline: Outline,
    full: Spec,
    template: Template,
    vocabulary: Vocabulary,
    rules: Iterable[Rule],
    known: Known,
) -> list[Found]:
    """Return what the rules find in the outline of `full`, a spec with every choice made.

    Lines are those of the outline as plain text, a node each, counted from 1.
    """
    speech = outline_speech(outline, full)._replace(known=known)
    told = of_spec(speech, full, template, vocabulary)
    return findings(told, silenced(rules, full.checks))


def outline_speech(outline: Outline, full: Spec) -> Speech:
    """Return an outline as the speech that checks see; a section is never too short yet."""
    lines = tuple(_line(n, each) for n, each in enumerate(numbered(outline.nodes), 1))
    heads = [line.number for line in lines if line.kind == "heading" and line.level == 1]
    topics = [section.topic for section in full.sections]
    budgets = [each for each in outline.length if _is_section(each, lines)]
    return Speech(
        full.where or "提纲",
        lines,
        topics=dict(zip(heads, topics, strict=False)) if len(heads) == len(topics) else {},
        budgets=tuple((n, 0, each.most) for n, each in zip(heads, budgets, strict=False)),
    )


def _is_section(budget: Budget, lines: Iterable[Line]) -> bool:
    return any(line.level == 1 and line.text == budget.name for line in lines)


def _line(number: int, each: Numbered) -> Line:
    """Return a node as a line of plain text."""
    node, mark = each.node, each.number
    match node:
        case Heading(text=text, level=level):
            whole = mark + text
            return Line(number, whole, "heading", level, mark, _INDENTED, text, level)
        case Point(text=text):
            lead = text.rstrip("。！？")
            whole = run_in(node, mark)
            return Line(number, whole, "paragraph", 0, mark, _INDENTED, lead, 3)
        case Paragraph(text=text):
            return Line(number, text, "paragraph", column=_INDENTED)
        case _:
            return Line(number, node.text, _KINDS[type(node)])
