"""The body of a Word document, element by element."""

from collections import Counter

from drafter.storage.readers.gathered import Block, Gatherer, Run
from drafter.storage.readers.word_looks import Look, Looks
from drafter.storage.readers.word_numbers import Numbers

_BOXES = frozenset(("tbl", "drawing", "pict", "object", "AlternateContent"))
"""What holds text that is no part of the body."""
_GONE = frozenset(
    (
        "del",
        "moveFrom",
        "pPrChange",
        "rPrChange",
        "sectPrChange",
        "numberingChange",
        "rt",
        "Fallback",
    )
)
"""What was deleted or replaced, and readings set above characters."""
_SIGNS = {"tab": "\t", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_BOXED = 40
"""Lines of boxes that are kept."""
_LONG = 60


class Texts:
    """The short lines of a page head or of boxes."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._held: list[str] = []
        self._reading = False

    def start(self, element: str, _: dict[str, str]) -> None:
        """Take the start of an element."""
        self._reading = element == "t"
        if element in _SIGNS:
            self._held.append(" ")

    def text(self, text: str) -> None:
        """Take text."""
        if self._reading and len(self.lines) < _BOXED and len(self._held) < _LONG:
            self._held.append(text[:_LONG])

    def end(self, element: str) -> None:
        """Take the end of an element."""
        self._reading = False
        if element == "p":
            line = "".join(self._held).strip()
            if line and len(line) <= _LONG:
                self.lines.append(line)
            self._held = []


class Body:
    """Follows the elements of a body and gathers its paragraphs."""

    def __init__(self, looks: Looks, numbers: Numbers, gathering: Gatherer) -> None:
        self.boxes = Texts()
        self.skipped: Counter[str] = Counter()
        """What was left out, by the name of its element."""
        self._looks = looks
        self._numbers = numbers
        self._gathering = gathering
        self._skipping = ""
        self._deep = 0
        self._paragraph = Look()
        self._run = Look()
        self._properties = ""
        self._runs: list[Run] = []
        self._held: list[str] = []
        self._reading = self._merging = self._turned = False

    def start(self, element: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        if self._skipping:
            self._deep += element == self._skipping
            if self._skipping in _BOXES:
                self.boxes.start(element, attributes)
        elif element in _GONE or element in _BOXES:
            self._merging = self._merging or (element == "del" and self._properties == "rPr of p")
            self._skipping, self._deep = element, 1
            self.skipped[element] += 1
        elif self._properties:
            self._property(element, attributes)
        else:
            self._content(element, attributes)

    def _property(self, element: str, attributes: dict[str, str]) -> None:
        if element == "rPr" and self._properties == "pPr":
            self._properties = "rPr of p"
        elif self._properties == "pPr":
            self._paragraph.note(element, attributes)
            self._turned = self._turned or element == "sectPr"
        elif self._properties == "rPr":
            self._run.note(element, attributes)

    def _content(self, element: str, attributes: dict[str, str]) -> None:
        match element:
            case "p":
                self._begin()
            case "r":
                self._run = Look()
            case "pPr" | "rPr":
                self._properties = element
            case "t":
                self._reading = True
            case "br" if attributes.get("type") == "page":
                self._turn()
            case "br":
                self._held.append("\n")
            case _ if element in _SIGNS:
                self._held.append(_SIGNS[element])

    def _begin(self) -> None:
        """Begin a paragraph; one whose mark was deleted goes on instead."""
        if not self._merging:
            self._paragraph = Look(page=self._turned)
            self._turned = False
        self._merging = False

    def _turn(self) -> None:
        """Turn the page, before this paragraph or, once it has text, before the next."""
        if self._runs or self._held:
            self._turned = True
        else:
            self._paragraph.page = True

    def text(self, text: str) -> None:
        """Take text."""
        if self._skipping in _BOXES:
            self.boxes.text(text)
        elif self._reading:
            self._held.append(text)

    def end(self, element: str) -> None:
        """Take the end of an element."""
        if self._skipping:
            self._end_skipped(element)
            return
        self._reading = False
        match element:
            case "pPr":
                self._properties = ""
            case "rPr":
                self._properties = "pPr" if self._properties == "rPr of p" else ""
            case "r":
                self._end_run()
            case "p" if not self._merging:
                self._end_paragraph()
            case "body" if self._runs:
                self._end_paragraph()

    def _end_skipped(self, element: str) -> None:
        if self._skipping in _BOXES:
            self.boxes.end(element)
        self._deep -= element == self._skipping
        if not self._deep:
            self._skipping = ""

    def _end_run(self) -> None:
        if self._held and not self._run.hidden:
            strong = self._looks.strong(self._paragraph, self._run)
            style = self._looks.character_style(self._run)
            self._runs.append(Run("".join(self._held), strong, style))
        self._held = []

    def _end_paragraph(self) -> None:
        look, runs = self._paragraph, self._runs
        self._runs = []
        if self._looks.contents(look):
            return
        mark = ""
        if any(run.text.strip() for run in runs):
            mark = self._numbers.mark(*self._looks.numbering(look))
            runs = [Run(mark, runs[0].strong), *runs] if mark else runs
        level, title = self._looks.level(look), self._looks.title(look)
        style = self._looks.paragraph_style(look)
        self._gathering.add(Block(runs, level, title, look.page, style, look.flat, look.bare, mark))
