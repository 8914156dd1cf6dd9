"""Markdown from elsewhere in the form of our own: headings behind #, a paragraph a line."""

import re
from collections.abc import Iterator, Sequence

from drafter.model.readings import loose_number, point_mark

HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*")
_RULE = re.compile(r" {0,3}(?:(={2,})|-{2,})[ \t]*")
"""What stands under a heading, = under the title, - under the others; alone it parts pages."""
_LONGEST = 60
"""Characters of a heading; what is longer stands over a rule across the page."""
_ENDED = tuple("。！？；：”）】")
_SENTENCE = tuple("。；，、")
_NARROW = 16
"""Characters of a line below which a text is not wrapped but written line by line."""
_FULL = 0.75
"""Part of the widest line that every wrapped line fills: the next word did not go in."""
_FEWEST = 2
"""Full lines by which one knows that a text is wrapped."""


def blocks(text: str) -> Iterator[str]:
    """Yield titles, headings and paragraphs, each in one line."""
    groups = list(_groups([line.rstrip(" \t\r") for line in text.split("\n")]))
    wrapped = _is_wrapped(groups)
    for group in groups:
        yield from _paragraphs(group, wrapped)


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines that stand together; a heading is a group of its own, behind #."""
    held: list[str] = []
    for line in [*lines, ""]:
        rule = _RULE.fullmatch(line)
        if held and rule:
            yield from _over_rule(held, "#" if rule[1] else "##")
            held = []
        elif not line.strip() or rule or HEADING.fullmatch(line):
            yield from ([held] if held else [])
            yield from ([[line]] if line.strip() and not rule else [])
            held = []
        else:
            held.append(line)


def _over_rule(held: list[str], mark: str) -> Iterator[list[str]]:
    """Yield the heading that stands over a rule, or the paragraph that a line ends."""
    said = "".join(line.strip() for line in held)
    heads = len(said) <= _LONGEST and not said.endswith(_SENTENCE)
    yield [f"{mark} {said}"] if heads else held


def _is_wrapped(groups: Sequence[Sequence[str]]) -> bool:
    """Tell whether paragraphs go on over several lines: all lines but the last are full.

    Most of them end within a sentence.
    """
    going_on = [line.strip() for group in groups for line in group[:-1]]
    widest = max((len(line.strip()) for group in groups for line in group if group[1:]), default=0)
    full = [line for line in going_on if len(line) >= max(_NARROW, widest * _FULL)]
    ended = [line for line in full if line.endswith(_ENDED)]
    return len(full) >= _FEWEST and len(full) == len(going_on) and len(ended) * 2 <= len(full)


def _paragraphs(group: Sequence[str], wrapped: bool) -> Iterator[str]:
    held = ""
    for line in group:
        if held and _goes_on(held, line.strip(), wrapped):
            held += line.lstrip()
            continue
        yield from ([held] if held else [])
        held = line
    yield held


def _goes_on(held: str, said: str, wrapped: bool) -> bool:
    """Tell whether a paragraph goes on in the line `said`."""
    ended = held.endswith(_ENDED)
    if wrapped and not ended:
        return True
    marked = loose_number(said)[0] or point_mark(said)[0] or said.startswith("**")
    return not marked and (wrapped or not ended)
