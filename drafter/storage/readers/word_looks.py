"""How paragraphs and runs of Word are told to look, and the styles they inherit from."""

import re
from dataclasses import dataclass

from drafter.storage.readers.packed import Package

_LEVEL = re.compile(r"(?:heading|标题) ?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题|文档标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录) ?(?:\d|heading|标题)", re.IGNORECASE)
_DARK = re.compile(r"黑|楷|Hei|Kai", re.IGNORECASE)
"""Type faces that set a heading off from the body in Song or Fangsong."""
_OLD = frozenset(("pPrChange", "rPrChange", "tblPrChange", "sectPrChange", "numberingChange"))
_NAMES = {
    "pStyle": "style",
    "rStyle": "style",
    "basedOn": "style",
    "name": "name",
    "numId": "number",
}
_NUMBERS = {"outlineLvl": "outline", "ilvl": "depth"}
_SWITCHES = {"b": "bold", "vanish": "hidden", "pageBreakBefore": "page"}
"""Elements and the field that each is kept in."""
_DEEPEST = 20
"""Styles in a chain; a ring of them ends here."""
_BODY = 9
"""The level in the outline that stands for running text."""


@dataclass(slots=True)
class Look:
    """What is said of a paragraph, a run or a style; None where nothing is said."""

    name: str = ""
    style: str = ""
    kind: str = "paragraph"
    outline: int | None = None
    number: str | None = None
    depth: int | None = None
    bold: bool | None = None
    font: str | None = None
    hidden: bool | None = None
    page: bool = False

    @property
    def flat(self) -> bool:
        """Tell whether it is said to be running text, whatever its style says."""
        return self.outline == _BODY

    @property
    def bare(self) -> bool:
        """Tell whether it is said to have no number, whatever its style says."""
        return self.number == "0"

    def note(self, element: str, attributes: dict[str, str]) -> None:
        """Take down a property."""
        value = attributes.get("val", "")
        if element in _NUMBERS and value.isdecimal():
            setattr(self, _NUMBERS[element], int(value[:4]))
        elif element in _SWITCHES:
            setattr(self, _SWITCHES[element], _on(value))
        elif element in _NAMES:
            setattr(self, _NAMES[element], value)
        elif element == "rFonts":
            self.font = attributes.get("eastAsia", self.font)


def _on(value: str) -> bool:
    return value not in ("0", "false", "off")


class Looks:
    """The styles of a document by their ids."""

    def __init__(self, package: Package, part: str) -> None:
        self._styles: dict[str, Look] = {}
        self._chains: dict[str, list[Look]] = {}
        self._default = ""
        self._open: Look | None = None
        self._old = 0
        package.walk(part, self._start, self._end, lambda _: None)

    def _start(self, element: str, attributes: dict[str, str]) -> None:
        self._old += element in _OLD
        if element == "style":
            kind = attributes.get("type", "paragraph")
            identity = attributes.get("styleId", "")
            self._open = self._styles[identity] = Look(kind=kind)
            if kind == "paragraph" and _on(attributes.get("default", "0")):
                self._default = identity
        elif self._open and not self._old:
            self._open.note(element, attributes)

    def _end(self, element: str) -> None:
        self._old -= element in _OLD
        if element == "style":
            self._open = None

    def chain(self, style: str) -> list[Look]:
        """Return a style and those it is based on; the default one where none is named."""
        style = style if style in self._styles else self._default
        if style not in self._chains:
            chain: list[Look] = []
            at = style
            while at in self._styles and len(chain) < _DEEPEST:
                chain.append(self._styles[at])
                at = self._styles[at].style
            self._chains[style] = chain
        return self._chains[style]

    def paragraph_style(self, look: Look) -> str:
        """Return the name of the style of a paragraph, empty for the one it has by itself."""
        chain = self.chain(look.style)
        return chain[0].name if chain and look.style and look.style != self._default else ""

    def character_style(self, run: Look) -> str:
        """Return the name of the style of a run, empty where it has none."""
        return self._styles[run.style].name if run.style in self._styles else ""

    def level(self, look: Look) -> int:
        """Return the level of a heading, 1 to 4; -1 for what is none."""
        outline = look.outline
        for style in self.chain(look.style):
            if outline is None:
                outline = style.outline
            if outline is None and (found := _LEVEL.fullmatch(style.name)):
                outline = int(found[1]) - 1
        return -1 if outline is None or outline > 8 else min(4, outline + 1)

    def title(self, look: Look) -> bool:
        """Return whether a paragraph has the style for titles."""
        return any(_TITLE.fullmatch(style.name) for style in self.chain(look.style)[:2])

    def contents(self, look: Look) -> bool:
        """Return whether a paragraph belongs to a table of contents."""
        return any(_CONTENTS.match(style.name) for style in self.chain(look.style)[:1])

    def numbering(self, look: Look) -> tuple[str | None, int, str]:
        """Return number and depth of the list of a paragraph, and the style that says so."""
        if look.number is not None:
            return look.number, look.depth or 0, ""
        at = look.style
        for style in self.chain(look.style):
            if style.number is not None:
                depth = look.depth if look.depth is not None else style.depth
                return style.number, -1 if depth is None else depth, at
            at = style.style
        return None, 0, ""

    def strong(self, paragraph: Look, run: Look) -> bool:
        """Return whether a run is set off from the body: bold, or in the type face of headings."""
        chain = [run, *(self.chain(run.style) if run.style in self._styles else [])]
        chain += self.chain(paragraph.style)
        bold = next((look.bold for look in chain if look.bold is not None), False)
        font = next((look.font for look in chain if look.font), "")
        return bold or _DARK.search(font) is not None
