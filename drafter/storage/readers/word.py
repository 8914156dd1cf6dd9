"""Word documents: the paragraphs of the body, with numbering, styles and bold text as evidence."""

import posixpath
from collections.abc import Callable, Iterator, Mapping

from drafter.errors import FileError
from drafter.model.document import Manuscript
from drafter.storage.readers.gathered import Block, Gatherer, Gathering
from drafter.storage.readers.packed import Package
from drafter.storage.readers.word_body import Body, Texts
from drafter.storage.readers.word_looks import Looks
from drafter.storage.readers.word_numbers import Definitions, Numbers

_MAIN = "word/document.xml"
_HEADERS = 12
"""Page heads that are looked at."""


def read_word(data: bytes, where: str) -> Manuscript:
    """Return the text of a Word document, its page heads and boxes apart."""
    package = Package(data, where)
    gathering = Gathering()
    main, body = _walked(package, where, gathering)
    return gathering.manuscript(where, [*_page_heads(package, main), *body.boxes.lines])


def read_blocks(data: bytes, where: str) -> tuple[list[Block], Mapping[str, int]]:
    """Return the paragraphs of a Word document with their styles, and how much was left out.

    What was left out is told by the names of its elements.
    """
    blocks = _Blocks()
    _, body = _walked(Package(data, where), where, blocks)
    return blocks.found, body.skipped


class _Blocks:
    """Keeps the paragraphs as they come."""

    def __init__(self) -> None:
        self.found: list[Block] = []

    def add(self, block: Block) -> None:
        self.found.append(block)


def _walked(package: Package, where: str, gatherer: Gatherer) -> tuple[str, Body]:
    """Give the paragraphs of the body to `gatherer`; return the name of the part, and the body."""
    main = next(_targets(package, "", "officeDocument"), _MAIN)
    if main not in package.names or not posixpath.basename(main).startswith("document"):
        raise FileError(
            "这是压缩包或别的文件，不是 Word 文档",
            where=where,
            remedy="压缩包请先解压缩；别的文档请另存为 .docx",
        )
    looks = Looks(package, _part(package, main, "styles"))
    numbers = Numbers(Definitions(package, _part(package, main, "numbering")))
    body = Body(looks, numbers, gatherer)
    package.walk(main, body.start, body.end, body.text)
    return main, body


def _page_heads(package: Package, main: str) -> list[str]:
    texts = Texts()
    for number, part in enumerate(_targets(package, main, "header")):
        if number < _HEADERS:
            package.walk(part, texts.start, texts.end, texts.text)
    return texts.lines


def _part(package: Package, main: str, kind: str) -> str:
    return next(
        _targets(package, main, kind), posixpath.join(posixpath.dirname(main), f"{kind}.xml")
    )


def _targets(package: Package, part: str, kind: str) -> Iterator[str]:
    """Yield the parts of `kind` to which `part` relates."""
    folder, name = posixpath.split(part)
    found: list[str] = []
    package.walk(
        posixpath.join(folder, "_rels", f"{name}.rels"),
        _collector(folder, kind, found),
        lambda _: None,
        lambda _: None,
    )
    yield from found


def _collector(folder: str, kind: str, found: list[str]) -> Callable[[str, dict[str, str]], None]:
    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "Relationship" and attributes.get("Type", "").endswith(f"/{kind}"):
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            found.append(target.lstrip("/"))

    return start
