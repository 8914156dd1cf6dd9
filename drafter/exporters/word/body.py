"""`document.xml`: the paragraphs of an outline, in named styles."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, assert_never

from drafter.exporters.numbering import Numbered, lead
from drafter.exporters.title_lines import title_lines
from drafter.exporters.word.comments import Comment, begun, ended
from drafter.exporters.word.markup import clean, part, tag, text_run, wrapped
from drafter.exporters.word.page import section
from drafter.exporters.word.styles import style_id
from drafter.model.layout import TWIPS_A_POINT, Profile
from drafter.model.outline import (
    PENDING,
    Heading,
    Node,
    Note,
    Paragraph,
    Point,
    Salutation,
    Title,
)
from drafter.model.readings import point_mark, resembles, split_lead
from drafter.model.word_styles import BODY, CUE, HEADINGS, LEAD, NOTE, POINT, SALUTATION, TITLE

_NO_LIST, _BODY_LEVEL = 0, 9
"""The list that none is, and the level in the outline that running text has."""


class Stretch(NamedTuple):
    """Text of a paragraph in one character style; a break may stand before it."""

    text: str
    style: str = ""
    broken: bool = False


class Block(NamedTuple):
    """A paragraph: its style and its text."""

    style: str
    stretches: tuple[Stretch, ...]
    flat: bool = False
    """Whether it is to say that it is what it looks like, since it could be taken for more."""
    bare: bool = False
    """Whether it is to say that it has no number, since its text begins as one does."""

    @property
    def text(self) -> str:
        """Return the text, without line breaks."""
        return "".join(each.text for each in self.stretches)


def blocks(nodes: Iterable[Numbered], profile: Profile) -> Iterator[Block]:
    """Yield the paragraphs of `nodes`; numbers and marks are text, so that copying keeps them."""
    before: Node | None = None
    for each in nodes:
        style, stretches = _block(each, profile)
        cleaned = (stretch._replace(text=clean(stretch.text)) for stretch in stretches)
        whole = tuple(stretch for stretch in cleaned if stretch.text)
        yield Block(style, whole, _is_flat(each, before), _is_bare(each))
        before = each.node


def _is_flat(each: Numbered, before: Node | None) -> bool:
    """Tell whether whoever reads the file back would take a node for something else."""
    match node := each.node:
        case Paragraph(text=text):
            return resembles(text)
        case Title():
            return isinstance(before, Title)
        case Point():
            return not node.cue and bool(split_lead(lead(node, each.number))[1])
        case _:
            return False


def _is_bare(each: Numbered) -> bool:
    return isinstance(each.node, Point) and not each.number and bool(point_mark(each.node.text)[0])


def _block(each: Numbered, profile: Profile) -> tuple[str, list[Stretch]]:
    node = each.node
    match node:
        case Title():
            return TITLE, _title(clean(node.text), profile)
        case Note():
            return NOTE, [Stretch(node.text)]
        case Salutation():
            return SALUTATION, [Stretch(node.text)]
        case Paragraph():
            return BODY, [Stretch(node.text)]
        case Heading(level=level):
            return HEADINGS[level - 1], [Stretch(each.number + node.text)]
        case Point():
            return POINT, [Stretch(lead(node, each.number), LEAD), Stretch(node.cue, CUE)]
        case _:
            assert_never(node)


def _title(text: str, profile: Profile) -> list[Stretch]:
    size = profile.faces["title"].size or profile.faces["body"].size
    room = int(profile.page.measure / TWIPS_A_POINT / size)
    lines = title_lines(text, room, profile.words)
    return [Stretch(line, broken=at > 0) for at, line in enumerate(lines)]


def document_part(
    rows: Sequence[Block], comments: Mapping[int, Sequence[Comment]], profile: Profile
) -> bytes:
    """Return the part; `comments` tells those of each paragraph."""
    paragraphs = (
        tag(
            "p",
            _properties(block, following),
            *_runs(block, comments.get(at, ()), profile),
        )
        for at, (block, following) in enumerate(zip(rows, _following(rows), strict=False))
    )
    return part("document", tag("body", *paragraphs, section(profile)))


def _following(rows: Sequence[Block]) -> list[str]:
    """Return the style of the paragraph after each."""
    return [*(row.style for row in rows[1:]), ""]


def _properties(block: Block, following: str) -> str:
    """Return the style, unless it is that of all text, and what is peculiar to the paragraph.

    A heading without text of its own need not stay with the next of its level: a page of such
    headings would move as one.
    """
    style = block.style
    apart = style in HEADINGS and following in HEADINGS and following <= style
    return wrapped(
        "pPr",
        [
            tag("pStyle", val=style_id(style)) if style != BODY else "",
            tag("keepNext", val=0) if apart else "",
            tag("numPr", tag("numId", val=_NO_LIST)) if block.bare else "",
            tag("outlineLvl", val=_BODY_LEVEL) if block.flat else "",
        ],
    )


def _runs(block: Block, comments: Sequence[Comment], profile: Profile) -> Iterator[str]:
    """Yield the runs, cut where a comment begins or ends and where something is pending."""
    pending = [found.span() for found in PENDING.finditer(block.text)]
    cuts = {at for span in pending for at in span}
    cuts |= {at for each in comments for at in (each.start, each.end)}
    at = 0
    yield from _comment_ends(comments, at)
    for stretch in block.stretches:
        if stretch.broken:
            yield tag("r", tag("br"))
        end = at + len(stretch.text)
        inner = sorted(cut for cut in cuts if at < cut < end)
        for stop in (*inner, end):
            text = block.text[at:stop]
            marked = any(first <= at < last for first, last in pending)
            yield text_run(text, *_look(stretch.style, profile.highlight if marked else ""))
            at = stop
            yield from _comment_ends(comments, at)


def _comment_ends(comments: Iterable[Comment], at: int) -> Iterator[str]:
    """Yield the ends of what ends at `at`, then the beginnings of what begins there."""
    yield from (ended(each.number) for each in comments if each.end == at > each.start)
    for each in comments:
        if each.start == at:
            yield begun(each.number)
            if each.end == at:
                yield ended(each.number)


def _look(style: str, highlight: str) -> Iterator[str]:
    if style:
        yield tag("rStyle", val=style_id(style))
    if highlight:
        yield tag("highlight", val=highlight)
