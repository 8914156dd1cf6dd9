"""Find the articles of a document: their titles, bylines, dates, and their paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.mining.cues import Cues
from drafter.mining.front import Front, FrontReader
from drafter.mining.marks import block_mark
from drafter.mining.paragraphs import Paragraph
from drafter.mining.titling import Titling, titling_of

_HEADER = 600
"""Characters that a line of a journal's header may have."""
_BODY = 2
"""Paragraphs a text must have before a new salutation can open another."""


@dataclass(slots=True)
class Draft:
    """An article under construction: front matter, and the paragraphs of its body."""

    titles: list[str] = field(default_factory=list)
    byline: str | None = None
    date: str | None = None
    salutations: list[str] = field(default_factory=list)
    body: list[Paragraph] = field(default_factory=list)
    closed: bool = False
    """Whether a note on the author or source has ended it."""

    @property
    def title(self) -> str | None:
        """Return the lines of the title joined by a space."""
        return " ".join(self.titles) or None


def articles(paragraphs: Sequence[Paragraph], cues: Cues) -> list[Draft]:
    """Return the articles that `paragraphs` make, in their order."""
    titling = titling_of(paragraphs)
    splitter = _Splitter(cues, titling)
    pieces = list(_pieces(paragraphs, cues, titling))
    if _trailing(pieces, splitter):
        pieces = _moved(pieces)
    for piece in pieces:
        splitter.take(piece)
    return [draft for draft in splitter.drafts if draft.body or draft.titles]


Piece = list[Paragraph] | Paragraph


def _pieces(paragraphs: Sequence[Paragraph], cues: Cues, titling: Titling) -> Iterator[Piece]:
    """Yield runs of short lines that stand alone as lists, other paragraphs one by one."""
    run: list[Paragraph] = []
    for paragraph in paragraphs:
        if _front(paragraph, cues) and not titling.heads(paragraph):
            run.append(paragraph)
            continue
        if run:
            yield run
            run = []
        yield paragraph
    if run:
        yield run


def _front(paragraph: Paragraph, cues: Cues) -> bool:
    text = paragraph.spaced or paragraph.text
    if text[:1] in cues.metadata_heads and len(paragraph.text) < _HEADER:
        return cues.metadata.match(text) is not None or _plain(paragraph)
    return _plain(paragraph)


def _plain(paragraph: Paragraph) -> bool:
    return paragraph.alone and block_mark(paragraph.text) is None


def _trailing(pieces: Sequence[Piece], splitter: "_Splitter") -> bool:
    """Return whether titles stand after their articles: none at the head, one at the very end."""
    if len(pieces) < 2 or isinstance(pieces[0], list) or not isinstance(pieces[-1], list):
        return False
    front = splitter.front.sort(pieces[-1])
    return bool(front.titles) and not splitter.front.is_note(front.lines[0])


def _moved(pieces: Sequence[Piece]) -> list[Piece]:
    """Return `pieces` with each title put before the text that it follows."""
    out: list[Piece] = []
    start = 0
    for piece in pieces:
        if isinstance(piece, list) and not piece[0].text.startswith(("（", "(")):
            out.insert(start, _before_page(piece))
            out.append([])
            start = len(out)
            continue
        out.append(piece)
        if isinstance(piece, list):
            start = len(out)
    return out


def _before_page(run: list[Paragraph]) -> list[Paragraph]:
    cut = next((index for index, line in enumerate(run) if index and line.page), len(run))
    return run[:cut]


class _Splitter:
    """Takes the pieces of a document one after the other and opens articles."""

    def __init__(self, cues: Cues, titling: Titling) -> None:
        self.cues = cues
        self.titling = titling
        self.front = FrontReader(cues)
        self.drafts: list[Draft] = [Draft()]
        self.back = False

    @property
    def draft(self) -> Draft:
        return self.drafts[-1]

    def take(self, piece: Piece) -> None:
        """Add a piece to the article at hand, or open another with it."""
        if piece == []:
            self.draft.closed = True
        elif isinstance(piece, list):
            self._take_front(self.front.sort(piece))
        else:
            self._take_paragraph(piece)

    def _take_front(self, front: Front) -> None:
        if self.front.is_note(front.lines[0]):
            self._close(front.lines[0])
            rest = front.lines[1:]
            if rest:
                self._take_front(self.front.sort(rest))
        elif self._opens(front):
            self._open(front)
        elif front.metadata or not (self.draft.body or self.draft.salutations):
            self._complete(front)
        else:
            self._keep(front)

    def _opens(self, front: Front) -> bool:
        if not front.titles:
            return False
        if not self.draft.body and not self.draft.salutations:
            return True
        if any(map(self.titling.opens, front.titles)):
            return True
        whole = " ".join(line.text for line in front.titles)
        signed = front.byline is not None or front.date is not None
        return self.draft.closed or signed or self.cues.title.search(whole) is not None

    def _open(self, front: Front) -> None:
        if self.draft.body or self.draft.titles:
            self.drafts.append(Draft())
        self.draft.titles = [line.spaced.strip() or line.text for line in front.titles]
        self._complete(front)

    def _complete(self, front: Front) -> None:
        self.draft.byline = self.draft.byline or front.byline
        self.draft.date = self.draft.date or front.date
        self.back = False

    def _keep(self, front: Front) -> None:
        if any(map(self._ends, front.lines)):
            self.back = True
        if not self.back:
            self.draft.body.extend(front.lines)

    def _close(self, line: Paragraph) -> None:
        self.draft.byline = self.draft.byline or line.text
        self.draft.closed = True

    def _take_paragraph(self, paragraph: Paragraph) -> None:
        draft = self.draft
        if draft.body and self.front.is_note(paragraph):
            self._close(paragraph)
            return
        address = self.cues.salutes(paragraph.text)
        if draft.closed or (address and len(draft.body) >= _BODY):
            self.drafts.append(Draft())
            self.back = False
        self._add(paragraph, address)

    def _add(self, paragraph: Paragraph, address: bool) -> None:
        if address:
            self.draft.salutations.append(paragraph.text)
        elif self._ends(paragraph):
            self.back = True
        elif not self.back:
            self.draft.body.append(paragraph)
            if found := self.cues.addressed(paragraph.text):
                self.draft.salutations.append(found)

    def _ends(self, line: Paragraph) -> bool:
        """Return whether nothing behind `line` belongs to the text."""
        cues, text = self.cues, line.text
        return text[:1] in cues.back_matter_heads and cues.back_matter.match(text) is not None
