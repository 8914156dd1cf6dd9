"""The lines at the head of an article: title, byline, date, header data of a journal."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from drafter.mining.cues import Cues
from drafter.mining.paragraphs import Paragraph
from drafter.mining.titling import shown

_TITLE_LENGTH = 60
_TITLE_LINES = 3


@dataclass(slots=True)
class Front:
    """A run of short lines that stand alone, sorted by what they are."""

    lines: list[Paragraph]
    titles: list[Paragraph] = field(default_factory=list)
    byline: str | None = None
    date: str | None = None
    metadata: bool = False


class FrontReader:
    """Sorts short lines that stand alone by what they are."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues

    def is_note(self, line: Paragraph) -> bool:
        """Return whether `line` is a note on author or source that closes an article."""
        cues, text = self.cues, line.text
        return text[:1] in cues.note_heads and cues.note.match(text) is not None

    def sort(self, run: list[Paragraph]) -> Front:
        """Return the lines of `run` sorted into title, byline, date and header data."""
        front = Front(run)
        for line in run:
            if self.is_note(line) and front.titles == [] and len(run) == 1:
                continue
            self._sort_line(front, line)
        front.titles = _whole_titles(shown(front.titles))
        return front

    def _sort_line(self, front: Front, line: Paragraph) -> None:
        text = (line.spaced or line.text).strip()
        if found := self.cues.metadata.match(text):
            self._sort_metadata(front, line, found[1], found[2])
        elif self.cues.dated(text):
            front.date = line.text.strip("（）()")
        elif self._signs(text, front):
            front.byline = front.byline or line.text
        elif len(line.text) <= _TITLE_LENGTH:
            front.titles.append(line)

    def _signs(self, text: str, front: Front) -> bool:
        bare = text.strip("（）()")
        if self.cues.title.search(text):
            return False
        return self.cues.byline.fullmatch(bare) is not None or (
            bool(front.titles or front.date) and self.cues.person(bare)
        )

    def _sort_metadata(self, front: Front, line: Paragraph, key: str, value: str) -> None:
        front.metadata = True
        if key in self.cues.keys("metadata_title"):
            front.titles.append(Paragraph(value, (0,), line.numbers, True, spaced=value))
        elif key in self.cues.keys("metadata_author"):
            front.byline = front.byline or value
        elif key in self.cues.keys("metadata_date"):
            front.date = front.date or value


def _whole_titles(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the lines of the title; a line whose parts a space divides begins it."""
    whole = [index for index, line in enumerate(lines) if " " in line.spaced.strip()]
    first = whole[0] if whole else 0
    return list(lines[first : first + _TITLE_LINES])
