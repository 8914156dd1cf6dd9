"""From a document that was read to the speech that checks see."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from drafter.checking.speech.series import heading_mark
from drafter.checking.speech.shown import Shown, shown_lines
from drafter.mining.articles import articles
from drafter.mining.cues import Cues
from drafter.mining.marks import Mark, enumerators
from drafter.mining.paragraphs import Paragraph
from drafter.mining.parse import Parser
from drafter.model.document import Heading, Manuscript
from drafter.model.speech import Line, LineKind, Speech

_WRAPPED = 8
"""Lines that go on in the next one, from which on a text may be one with wrapped lines."""
_STOPS = "。！？；：!?;:"
_LONGEST = 46
"""Characters of a heading that ends with a stop, its number left out."""
_ITEM = 20
"""The same for 1. and （1）, which number sentences as well."""
_OPEN_ITEM = 40
_DEPTHS = {"〇": 1, "第": 1, "（〇": 2, "9": 3, "（9": 4}
"""Levels of the marks 一、 （一） 1. （1） by how their kind begins (GB/T 9704-2012, 7.3.3)."""


class _Front(NamedTuple):
    """What of a document stands outside the bodies of its articles, and which headings are in."""

    body: frozenset[int]
    titles: frozenset[str]
    headings: Mapping[int, Sequence[Heading]]


def speech_of(manuscript: Manuscript, parser: Parser, raw: str | None = None) -> Speech:
    """Return the speech in `manuscript`; `raw` is the Markdown that it was read from, if any."""
    shown = shown_lines(manuscript.text if raw is None else raw, marked=raw is not None)
    if raw is not None:
        manuscript = manuscript._replace(text="\n".join(each.text for each in shown))
    paragraphs = _paragraphs(manuscript, parser)
    front = _sorted(paragraphs, parser)
    lines = (_line(each, shown, front, parser.cues) for each in paragraphs)
    return Speech(manuscript.path, tuple(line for line in lines if line.text))


def _paragraphs(manuscript: Manuscript, parser: Parser) -> list[Paragraph]:
    """Return the paragraphs; unless its lines are wrapped, each line of a text is one."""
    found = parser.paragraphs(manuscript)
    joined = sum(len(each.numbers) - 1 for each in found)
    if manuscript.joints or (joined >= _WRAPPED and joined * 2 > len(found)):
        return found
    last = manuscript.text.count("\n") + 2
    apart = manuscript._replace(joints=dict.fromkeys(range(1, last), False))
    return parser.paragraphs(apart)


def _sorted(paragraphs: Sequence[Paragraph], parser: Parser) -> _Front:
    drafts = articles(paragraphs, parser.cues)
    headings: dict[int, list[Heading]] = {}
    for draft in drafts:
        for heading in parser.article(draft).headings:
            headings.setdefault(heading.line, []).append(heading)
    body = frozenset(each.numbers[0] for draft in drafts for each in draft.body)
    titles = frozenset(_squeezed(title) for draft in drafts for title in draft.titles)
    return _Front(body, titles, headings)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _line(paragraph: Paragraph, shown: Sequence[Shown], front: _Front, cues: Cues) -> Line:
    text, joints = _joined([(n, shown[n - 1]) for n in paragraph.numbers])
    number, column = joints[0][1:]
    mark = heading_mark(text)
    kind = None if mark else _front_kind(paragraph, front, cues)
    bare = Line(number, text, kind or "paragraph", column=column, joints=joints[1:])
    if kind:
        return bare
    known = [each for n in paragraph.numbers for each in front.headings.get(n, ())]
    if mark and _heads(mark, text, paragraph, known):
        return _marked(bare, mark, paragraph)
    return _led(bare, paragraph, known)


def _joined(pieces: Iterable[tuple[int, Shown]]) -> tuple[str, tuple[tuple[int, int, int], ...]]:
    """Return the text of some lines, and where its stretches stand in the file."""
    text, joints = "", []
    for number, piece in pieces:
        joints += [(len(text) + offset, number, column) for offset, column in piece.places]
        text += piece.text
    return text, tuple(joints)


def _front_kind(paragraph: Paragraph, front: _Front, cues: Cues) -> LineKind | None:
    """Return what a line outside the body is, None for one of the body."""
    if cues.salutation.fullmatch(paragraph.text):
        return "salutation"
    if paragraph.numbers[0] in front.body:
        return None
    text = _squeezed(paragraph.text)
    return "title" if any(text in title for title in front.titles) else "note"


def _heads(mark: Mark, text: str, paragraph: Paragraph, known: Sequence[Heading]) -> bool:
    """Return whether a mark numbers a heading and not an enumeration inside a sentence."""
    if paragraph.mark > 0 or any(each.ordinal == mark.ordinal for each in known):
        return True
    rest = text[mark.end :]
    if _depth(mark) < 3:
        return len(_lead(rest)) <= 2 * _LONGEST
    return len(rest) <= _OPEN_ITEM and rest[-1:] not in _STOPS


def _depth(mark: Mark) -> int:
    return next(depth for kind, depth in reversed(_DEPTHS.items()) if mark.kind.startswith(kind))


def _lead(text: str) -> str:
    """Return the first sentence of `text` without its stop."""
    ends = [at for stop in "。！？" if (at := text.find(stop)) >= 0]
    return text[: min(ends, default=len(text))].strip()


def _marked(line: Line, mark: Mark, paragraph: Paragraph) -> Line:
    """Return a line that opens with the number of a heading."""
    rest = line.text[mark.end :].strip()
    lead, depth = _lead(rest), _depth(mark)
    whole = len(rest) <= len(lead) + 1
    alone = paragraph.mark > 0 or paragraph.alone or (whole and _is_brief(lead, depth))
    if alone and whole:
        lead = rest.rstrip(_STOPS)
        return line._replace(
            kind="heading", level=depth, depth=depth, ordinal=mark.ordinal, lead=lead
        )
    return line._replace(depth=depth, ordinal=mark.ordinal, lead=lead)


def _is_brief(lead: str, depth: int) -> bool:
    """Return whether a sentence by itself may be a heading; 1. and （1） number sentences too."""
    return len(lead) <= _LONGEST if depth < 3 else len(lead) <= _ITEM and "，" not in lead


def _led(line: Line, paragraph: Paragraph, known: Sequence[Heading]) -> Line:
    """Return a line that opens with a point, a lead or an unnumbered heading, or is plain text."""
    points = [each for each in enumerators(line.text[:8]) if each.start == 0]
    if points:
        lead = _lead(line.text[points[0].end :])
        return line._replace(ordinal=line.text[: points[0].end], lead=lead, depth=3)
    for each in known:
        if each.ordinal == "none" and paragraph.alone:
            return line._replace(
                kind="heading", level=each.level, depth=each.level, lead=line.text.rstrip(_STOPS)
            )
        if each.ordinal == "run-in" and paragraph.text.startswith(each.text):
            return line._replace(lead=_lead(line.text), depth=each.level)
    return line
