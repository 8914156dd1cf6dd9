"""Any other document read as an outline: the structure is what the miner finds in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.mining.articles import Draft, articles
from drafter.mining.paragraphs import Paragraph as Row
from drafter.mining.parse import Parser
from drafter.model.document import Heading as Found
from drafter.model.document import Manuscript
from drafter.model.outline import Heading, Node, Note, Paragraph, Point, Salutation, Title
from drafter.model.readings import STOPS, plain_node, point_mark, salutes, seen

_EDGES = "。；：;: "
_INDENT = re.compile("\u3000\u3000| {2,8}(?! )|\t")
_TABS = re.compile(r"[^\S\u3000 ]+")
_ANGLES = ("〈〉", "‹›", "\ue000\ue001")
"""What stands for < and > while a text is looked through that may be no tags."""
_WRAPPED = 18
"""Characters from which on a line without a stop may go on in the next one."""
_LAST = 3
"""The lowest level of headings that there is."""


class Recognised(NamedTuple):
    """What was found in a document."""

    nodes: tuple[Node, ...]
    articles: int = 1
    """Articles in the document; the longest was taken."""
    left: tuple[str, ...] = ()
    """Lines of its only article that fit nowhere, such as the data of a journal."""


def literal_nodes(manuscript: Manuscript, parser: Parser) -> Recognised:
    """Return the nodes of a document whose format has marks of its own: a `<b>` in it is text."""
    free = (pair for pair in _ANGLES if not set(pair).intersection(manuscript.text))
    pair = next(free, "<>")
    there, back = str.maketrans("<>", pair), str.maketrans(pair, "<>")
    found = recognised_nodes(manuscript._replace(text=manuscript.text.translate(there)), parser)
    nodes = tuple(_translated(node, back) for node in found.nodes)
    return found._replace(nodes=nodes, left=tuple(each.translate(back) for each in found.left))


def _translated(node: Node, table: dict[int, int]) -> Node:
    said = node.text.translate(table)
    if isinstance(node, Point):
        return node._replace(text=said, cue=node.cue.translate(table))
    return node._replace(text=said)


def recognised_nodes(manuscript: Manuscript, parser: Parser) -> Recognised:
    """Return the nodes of the longest article in a document, and what was left out."""
    rows = parser.paragraphs(_parted(manuscript))
    drafts = articles(rows, parser.cues)
    if not drafts:
        return Recognised(tuple(Paragraph(row.text) for row in rows))
    draft = max(drafts, key=lambda each: sum(len(row.text) for row in each.body))
    lines = manuscript.text.split("\n")
    nodes = (*_front(draft, rows, lines), *_body(draft.body, parser.article(draft).headings))
    left = () if len(drafts) > 1 else tuple(_left(rows, nodes))
    return Recognised(nodes, len(drafts), left)


def _parted(manuscript: Manuscript) -> Manuscript:
    """Return a text in which an indented line begins a paragraph, where most lines are indented.

    Not so where a whole block of wrapped lines stands indented.
    """
    lines = dict(enumerate(manuscript.text.split("\n"), 1))
    inset = {n: line for n, line in lines.items() if _INDENT.match(line)}
    broken = [line for line in inset.values() if len(line) > _WRAPPED and line[-1] not in STOPS]
    filled = sum(bool(line.strip()) for line in lines.values())
    if manuscript.joints or len(inset) * 2 < filled or len(broken) * 3 > len(inset):
        return manuscript
    return manuscript._replace(joints=dict.fromkeys(inset, False))


def _left(rows: Iterable[Row], nodes: Iterable[Node]) -> Iterator[str]:
    kept = _solid("".join(n.text + (n.cue if isinstance(n, Point) else "") for n in nodes))
    yield from (row.text for row in rows if not _is_within(_solid(row.text), kept))


def _is_within(text: str, kept: str) -> bool:
    """Tell whether most of `text` was kept: its number and a stop may be gone."""
    half = len(text) // 2
    return text[half:] in kept or text[:half] in kept


def _solid(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _front(draft: Draft, rows: Sequence[Row], lines: Sequence[str]) -> Iterator[Node]:
    if draft.titles:
        yield Title("".join(draft.titles))
    for said in filter(None, (draft.byline, draft.date)):
        whole = (row for row in rows if row.text.strip("（）()") == said)
        row = next(whole, None)
        yield Note(_typed(row, lines) if row else said)
    yield from (Salutation(text) for text in draft.salutations if salutes(text))


def _typed(row: Row, lines: Sequence[str]) -> str:
    """Return a line of its own with the blanks in it as they were typed."""
    typed = seen(lines[row.numbers[0] - 1]).strip()
    whole = len(row.numbers) == 1 and "".join(typed.split()) == "".join(row.text.split())
    return _TABS.sub(" ", typed) if whole else (row.spaced or row.text).strip()


def _body(body: Sequence[Row], found: Sequence[Found]) -> Iterator[Node]:
    starts: dict[int, list[Found]] = {}
    for heading in found:
        starts.setdefault(heading.line, []).append(heading)
    for row in body:
        headings = [each for line in row.numbers for each in starts.get(line, ())]
        yield from _nodes(row.text, headings)


def _nodes(text: str, headings: Sequence[Found]) -> Iterator[Node]:
    """Yield what a paragraph is: a heading, a point, both, or running text with points in it."""
    first = next((each for each in headings if _opens(text, each)), None)
    rest = _behind(text, first) if first else text
    if first is None:
        node = plain_node(text, ())
        yield node if isinstance(node, Heading) else Paragraph(text)
    elif len(headings) > 1 and point_mark(first.ordinal + first.text)[0]:
        yield Paragraph(text)
    elif point_mark(text)[0] or (rest and not first.ordinal):
        yield Point(first.text, point_mark(text)[0] or "段首句", rest)
    else:
        yield Heading(first.text, min(first.level, _LAST))
        yield from [Paragraph(rest)] if rest else []


def _opens(text: str, heading: Found) -> bool:
    bare = text.removeprefix(heading.ordinal).lstrip(_EDGES + "、.．，,")
    return bare.startswith(heading.text)


def _behind(text: str, heading: Found) -> str:
    """Return what follows a heading in its paragraph."""
    at = text.index(heading.text) + len(heading.text)
    return text[at:].lstrip(STOPS + _EDGES).strip()
