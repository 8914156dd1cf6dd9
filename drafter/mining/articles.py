"""Find the articles of a document: their titles, bylines, dates, and their paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from drafter.mining.cues import Cues
from drafter.mining.marks import block_mark
from drafter.mining.paragraphs import Paragraph

_TITLE_LENGTH = 60
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


@dataclass(slots=True)
class _Front:
    """A run of short lines that stand alone, sorted by what they are."""

    lines: list[Paragraph]
    titles: list[Paragraph] = field(default_factory=list)
    byline: str | None = None
    date: str | None = None
    metadata: bool = False


def articles(paragraphs: Sequence[Paragraph], cues: Cues) -> list[Draft]:
    """Return the articles that `paragraphs` make, in their order."""
    splitter = _Splitter(cues)
    pieces = list(_pieces(paragraphs, cues))
    if _trailing(pieces, splitter):
        pieces = _moved(pieces)
    for piece in pieces:
        splitter.take(piece)
    return [draft for draft in splitter.drafts if draft.body or draft.titles]


Piece = list[Paragraph] | Paragraph


def _pieces(paragraphs: Sequence[Paragraph], cues: Cues) -> Iterator[Piece]:
    """Yield runs of short lines that stand alone as lists, other paragraphs one by one."""
    run: list[Paragraph] = []
    for paragraph in paragraphs:
        if _front(paragraph, cues):
            run.append(paragraph)
            continue
        if run:
            yield run
            run = []
        yield paragraph
    if run:
        yield run


def _front(paragraph: Paragraph, cues: Cues) -> bool:
    if cues.metadata.match(paragraph.spaced or paragraph.text) and len(paragraph.text) < 600:
        return True
    return paragraph.alone and block_mark(paragraph.text) is None


def _trailing(pieces: Sequence[Piece], splitter: "_Splitter") -> bool:
    """Return whether titles stand after their articles: none at the head, one at the very end."""
    if len(pieces) < 2 or isinstance(pieces[0], list) or not isinstance(pieces[-1], list):
        return False
    front = splitter.sort(pieces[-1])
    return bool(front.titles) and not splitter.is_note(front.lines[0])


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

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
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
            self._take_front(self.sort(piece))
        else:
            self._take_paragraph(piece)

    def is_note(self, line: Paragraph) -> bool:
        return self.cues.note.match(line.text) is not None

    def sort(self, run: list[Paragraph]) -> _Front:
        """Return the lines of `run` sorted into title, byline, date and header data."""
        front = _Front(run)
        for line in run:
            if self.is_note(line) and front.titles == [] and len(run) == 1:
                continue
            self._sort_line(front, line)
        front.titles = _whole_titles(front.titles)
        return front

    def _sort_line(self, front: _Front, line: Paragraph) -> None:
        text = (line.spaced or line.text).strip()
        if found := self.cues.metadata.match(text):
            self._sort_metadata(front, line, found[1], found[2])
        elif self.cues.dated(text):
            front.date = line.text.strip("（）()")
        elif self._signs(text, front):
            front.byline = front.byline or line.text
        elif len(line.text) <= _TITLE_LENGTH:
            front.titles.append(line)

    def _signs(self, text: str, front: _Front) -> bool:
        bare = text.strip("（）()")
        if self.cues.title.search(text):
            return False
        return self.cues.byline.fullmatch(bare) is not None or (
            bool(front.titles or front.date) and self.cues.person(bare)
        )

    def _sort_metadata(self, front: _Front, line: Paragraph, key: str, value: str) -> None:
        front.metadata = True
        if key in self.cues.keys("metadata_title"):
            front.titles.append(Paragraph(value, (0,), line.numbers, True, spaced=value))
        elif key in self.cues.keys("metadata_author"):
            front.byline = front.byline or value
        elif key in self.cues.keys("metadata_date"):
            front.date = front.date or value

    def _take_front(self, front: _Front) -> None:
        if self.is_note(front.lines[0]):
            self._close(front.lines[0])
            rest = front.lines[1:]
            if rest:
                self._take_front(self.sort(rest))
        elif self._opens(front):
            self._open(front)
        elif front.metadata or not self.draft.body:
            self._complete(front)
        else:
            self._keep(front)

    def _opens(self, front: _Front) -> bool:
        if not front.titles:
            return False
        if not self.draft.body:
            return True
        whole = " ".join(line.text for line in front.titles)
        signed = front.byline is not None or front.date is not None
        return self.draft.closed or signed or self.cues.title.search(whole) is not None

    def _open(self, front: _Front) -> None:
        if self.draft.body or self.draft.titles:
            self.drafts.append(Draft())
        self.draft.titles = [line.spaced.strip() or line.text for line in front.titles]
        self._complete(front)

    def _complete(self, front: _Front) -> None:
        self.draft.byline = self.draft.byline or front.byline
        self.draft.date = self.draft.date or front.date
        self.back = False

    def _keep(self, front: _Front) -> None:
        if any(self.cues.back_matter.match(line.text) for line in front.lines):
            self.back = True
        if not self.back:
            self.draft.body.extend(front.lines)

    def _close(self, line: Paragraph) -> None:
        self.draft.byline = self.draft.byline or line.text
        self.draft.closed = True

    def _take_paragraph(self, paragraph: Paragraph) -> None:
        if self.is_note(paragraph) and self.draft.body:
            self._close(paragraph)
            return
        address = self.cues.salutation.fullmatch(paragraph.text)
        if self.draft.closed or (address and len(self.draft.body) >= _BODY):
            self.drafts.append(Draft())
            self.back = False
        self._add(paragraph, bool(address))

    def _add(self, paragraph: Paragraph, address: bool) -> None:
        if address:
            self.draft.salutations.append(paragraph.text)
        elif self.cues.back_matter.match(paragraph.text):
            self.back = True
        elif not self.back:
            self.draft.body.append(paragraph)
            if found := self.cues.address.match(paragraph.text):
                self.draft.salutations.append(found.group())


def _whole_titles(lines: list[Paragraph]) -> list[Paragraph]:
    """Return the lines of the title; a line whose parts a space divides begins it."""
    whole = [index for index, line in enumerate(lines) if " " in line.spaced.strip()]
    first = whole[0] if whole else 0
    return lines[first:][:3]
