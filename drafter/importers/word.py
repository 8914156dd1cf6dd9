"""Word documents read as outlines: styles decide, and where one was lost, text and looks do.

Numbers and marks are text; whatever they say, the nodes are counted anew. A paragraph that says
by its level in the outline that it is running text is nothing else, whatever it looks like.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from drafter.mining.cues import Cues
from drafter.model.outline import Heading, Node, Note, Paragraph, Salutation, Title
from drafter.model.readings import (
    loose_number,
    notes,
    plain_node,
    point_mark,
    point_of,
    seen,
    split_lead,
    unnumbered,
)
from drafter.model.word_styles import HEADINGS, LEAD, NOTE, POINT, SALUTATION, TITLE
from drafter.storage.readers.gathered import Block, Run

_OWN = {name.lower(): name for name in (TITLE, NOTE, SALUTATION, POINT, *HEADINGS)}
_TELLING = frozenset(name.lower() for name in (NOTE, POINT, *HEADINGS))
_ENDS = ("。", "！", "？", "；")
_LONGEST = 60
_BLANKS = re.compile("[\t\r\u2028\u2029]+")
_LAST = 3
"""The lowest level of headings that there is."""


def has_styles(blocks: Iterable[Block]) -> bool:
    """Tell whether the styles of a document say what its paragraphs are."""
    return any(block.style.lower() in _TELLING or block.level > 0 for block in blocks)


def word_nodes(blocks: Sequence[Block], cues: Cues) -> tuple[Node, ...]:
    """Return the nodes of an outline in Word."""
    return tuple(_Reader(blocks, cues).nodes())


class _Reader:
    def __init__(self, blocks: Sequence[Block], cues: Cues) -> None:
        self._blocks = blocks
        self._cues = cues
        self._found: list[Node] = []
        plain = [run for block in blocks if not _style(block) for run in block.runs]
        strong = sum(len(run.text) for run in plain if run.strong)
        self._telling = strong * 2 < sum(len(run.text) for run in plain)
        """Whether bold stands out among the paragraphs without a style."""

    def nodes(self) -> list[Node]:
        for block in self._blocks:
            for node in self._read(block):
                if self._goes_on(node, block):
                    self._found[-1] = Title(self._found[-1].text + node.text)
                elif node.text:
                    self._found.append(node)
        return self._found

    def _goes_on(self, node: Node, block: Block) -> bool:
        """Tell whether a title was broken by hand into two paragraphs."""
        above = self._found[-1:] and isinstance(self._found[-1], Title)
        return bool(above) and isinstance(node, Title) and not block.flat

    def _read(self, block: Block) -> Iterator[Node]:
        style, text = _style(block), _text(block.runs)
        if not text:
            return
        match style:
            case "Title":
                yield Title(text)
            case "Salutation":
                yield Salutation(text)
            case "Note":
                yield from (Note(line) for line in _lines(block))
            case "Point":
                yield from _points(block)
            case _ if style in HEADINGS:
                yield _heading(block, HEADINGS.index(style) + 1)
            case _:
                yield from self._unstyled(block)

    def _unstyled(self, block: Block) -> Iterator[Node]:
        if block.flat and not _leads(block.runs):
            yield from map(Paragraph, _lines(block))
        elif block.title:
            yield Title(_text(block.runs))
        elif 0 < block.level <= _LAST:
            yield _heading(block, block.level)
        elif _leads(block.runs):
            yield from _points(block)
        else:
            for runs in _broken(block):
                yield self._guessed(runs)

    def _guessed(self, runs: Sequence[Run]) -> Node:
        """Return what a line without a style is, by its text and by what is bold in it."""
        text = _text(runs)
        node = plain_node(text, self._found)
        if not isinstance(node, (Paragraph, Note)) or not text:
            return node
        if self._titles(text):
            return Title(text)
        if not self._telling or isinstance(node, Note):
            return node
        return _set_off(runs, self._level()) or node

    def _titles(self, text: str) -> bool:
        headed = any(not isinstance(node, Note) for node in self._found)
        return not headed and notes(text) and self._cues.title.search(text) is not None

    def _level(self) -> int:
        levels = (node.level for node in reversed(self._found) if isinstance(node, Heading))
        return next(levels, 1)


def _style(block: Block) -> str:
    return _OWN.get(block.style.lower(), "")


def _set_off(runs: Sequence[Run], level: int) -> Node | None:
    """Return the heading or point that bold text makes."""
    said = [run for run in runs if run.text.strip()]
    strong = next((at for at, run in enumerate(said) if not run.strong), len(said))
    head, rest = _text(said[:strong]), _text(said[strong:])
    if head and not rest and len(head) <= _LONGEST and not head.endswith(_ENDS):
        return Heading(head, level)
    if rest and head.endswith(_ENDS[:3]):
        return point_of(head, rest)
    if head and rest.startswith(_ENDS[:3]):
        return point_of(head + rest[0], rest[1:].strip())
    return None


def _heading(block: Block, level: int) -> Node:
    text = _text(block.runs)
    own = text.removeprefix(block.mark.strip()).strip() if block.mark else text
    if block.mark and not loose_number(own)[0]:
        return Heading(own or text, level)
    return Heading(unnumbered(own, level), level)


def _points(block: Block) -> Iterator[Node]:
    """Yield the points of a paragraph: more than one where paragraphs were joined."""
    for lead, cue in _parted(block.runs):
        head, rest = (lead, cue) if cue or block.flat else split_lead(lead)
        point = point_of(head, rest, "段首句" if block.bare else "")
        yield point or Paragraph(lead + cue)


def _parted(runs: Iterable[Run]) -> Iterator[tuple[str, str]]:
    """Yield lead and cue of every point; a lead that begins with a mark begins another."""
    lead = cue = ""
    for run in runs:
        led = run.style == LEAD
        if led and cue.strip() and lead and point_mark(run.text.strip())[0]:
            yield _clean(lead), _clean(cue)
            lead, cue = run.text, ""
        elif led and not (lead and cue.strip()):
            lead, cue = lead + cue + run.text, ""
        elif lead or led or run.text.strip():
            cue += run.text
    lead, cue = _clean(lead), _clean(cue)
    yield (lead, cue) if lead else split_lead(cue)


def _leads(runs: Iterable[Run]) -> bool:
    return any(run.style == LEAD for run in runs)


def _lines(block: Block) -> Iterator[str]:
    yield from (text for runs in _broken(block) if (text := _text(runs)))


def _broken(block: Block) -> Iterator[list[Run]]:
    """Yield the runs of each line that a break within the paragraph makes."""
    line: list[Run] = []
    for run in block.runs:
        first, *others = run.text.split("\n")
        line.append(run._replace(text=first))
        for other in others:
            yield line
            line = [run._replace(text=other)]
    yield line


def _text(runs: Iterable[Run]) -> str:
    return _clean("".join(run.text for run in runs))


def _clean(text: str) -> str:
    """Return `text` in one line: breaks are layout, tabs are blanks."""
    return _BLANKS.sub(" ", seen(text.replace("\n", ""))).strip()
