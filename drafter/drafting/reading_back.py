"""A file read back into nodes: our own exactly, an edited one with care, any other as mined."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.errors import InputError
from drafter.exporters.markdown import to_markdown
from drafter.exporters.plain import to_plain
from drafter.importers.markdown import markdown_nodes
from drafter.importers.plain import plain_nodes
from drafter.importers.recognised import Recognised, literal_nodes, recognised_nodes
from drafter.importers.word import has_styles, word_nodes
from drafter.mining.cues import Cues
from drafter.mining.parse import Parser
from drafter.model.document import Manuscript
from drafter.model.outline import Heading, Node, Note, Outline, Paragraph, Point, Title
from drafter.model.readings import notes, seen
from drafter.storage.documents import read_manuscript
from drafter.storage.readers.plain import text_in
from drafter.storage.readers.table import Format, format_of
from drafter.storage.readers.word import read_blocks

MOST = 10_000
"""Lines of an outline; nobody speaks more in a day."""
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
_LEFT_OUT = {
    "tbl": "表格",
    "drawing": "图片或文本框",
    "pict": "图片或文本框",
    "object": "图片或文本框",
    "AlternateContent": "图片或文本框",
}
_HEADED = (Title, Heading, Point)
"""What shows that a text without marks is more than paragraphs."""
_REVISED = ("del", "moveFrom")


class ReadBack(NamedTuple):
    """The nodes of a file, and what the user has to know of how they were read."""

    nodes: tuple[Node, ...]
    told: tuple[str, ...] = ()


def read_back(
    data: bytes, path: str, parser: Parser, manuscript: Manuscript | None = None
) -> ReadBack:
    """Return the nodes of the document in `data`, where it was read already, as `manuscript`.

    `path` names it in errors.
    """
    manuscript = manuscript or read_manuscript(Path(path), data, path)
    if manuscript.text.count("\n") > 2 * MOST:
        raise _long(path)
    reader = format_of(data, Path(path).suffix.lower())
    found = _read(reader, data, manuscript, parser)
    if len(found.nodes) > MOST:
        raise _long(path)
    if not found.nodes:
        raise InputError("没有读到文字", where=path, remedy="请核对是不是选错了文件")
    return found


def _long(path: str) -> InputError:
    remedy = "请核对是不是选错了文件，或分成几份"
    return InputError(f"超过 {MOST} 段，不像一份提纲", where=path, remedy=remedy)


def _read(reader: Format, data: bytes, manuscript: Manuscript, parser: Parser) -> ReadBack:
    match reader.suffixes[0]:
        case ".docx":
            return _word(data, manuscript, parser)
        case ".md":
            return _marked(_text(data, manuscript.path), manuscript, parser)
        case ".txt":
            return _plain(_text(data, manuscript.path), manuscript, parser)
        case _:
            return _any(manuscript, parser, literal_nodes)


def _text(data: bytes, where: str) -> str:
    return seen(_BREAKS.sub("\n", text_in(data, where)))


def _word(data: bytes, manuscript: Manuscript, parser: Parser) -> ReadBack:
    blocks, skipped = read_blocks(data, manuscript.path)
    told = tuple(_told(skipped))
    if has_styles(blocks):
        return ReadBack(word_nodes(blocks, parser.cues), told)
    found = _any(manuscript, parser, literal_nodes)
    return found._replace(told=(*told, *found.told))


def _told(skipped: Mapping[str, int]) -> Iterator[str]:
    """Yield what was left out of a Word document."""
    kinds: Counter[str] = Counter()
    for element, number in skipped.items():
        if element in _LEFT_OUT:
            kinds[_LEFT_OUT[element]] += number
    if kinds:
        yield "没有读进来：" + "、".join(f"{kind} {number} 处" for kind, number in kinds.items())
    if any(skipped.get(element) for element in _REVISED):
        yield "有修订痕迹：按接受全部修订后的文字读"


def _marked(text: str, manuscript: Manuscript, parser: Parser) -> ReadBack:
    nodes = markdown_nodes(text)
    if _is_outline(nodes):
        return ReadBack(nodes)
    exact = to_markdown(Outline(nodes)).decode() == text
    if exact and any(isinstance(node, _HEADED) for node in nodes):
        return ReadBack(nodes)
    found = _any(manuscript, parser)
    plain = not any(isinstance(node, _HEADED) for node in found.nodes)
    return ReadBack(nodes) if exact and plain else found


def _plain(text: str, manuscript: Manuscript, parser: Parser) -> ReadBack:
    nodes = plain_nodes(text)
    if to_plain(Outline(nodes)).decode() == text:
        return ReadBack(nodes)
    nodes = _with_title(plain_nodes(text, exact=False), parser.cues)
    if _is_outline(nodes) and _is_indented(text):
        return ReadBack(nodes)
    return _any(manuscript, parser)


def _any(
    manuscript: Manuscript,
    parser: Parser,
    read: Callable[[Manuscript, Parser], Recognised] = recognised_nodes,
) -> ReadBack:
    found = read(manuscript, parser)
    told = ["不是 drafter 导出的格式：结构是认出来的，请核对"]
    if found.articles > 1:
        told.append(f"里面有 {found.articles} 篇，只读了最长的一篇")
    if found.left:
        shown = "；".join(found.left[:3]) + ("……" if len(found.left) > 3 else "")
        told.append(f"没有读进来 {len(found.left)} 行：{shown}")
    return ReadBack(found.nodes, tuple(told))


def _is_outline(nodes: Sequence[Node]) -> bool:
    """Tell whether the marks of our own formats stand where they should: one title, at the head."""
    titles = [at for at, node in enumerate(nodes) if isinstance(node, Title)]
    return titles == [0] and any(isinstance(node, (Heading, Point)) for node in nodes)


def _is_indented(text: str) -> bool:
    """Tell whether paragraphs are indented as we do it, all but a few that somebody typed."""
    lines = [line for line in text.split("\n") if line.strip()]
    own = sum(line.startswith("\u3000\u3000") for line in lines)
    return own * 3 >= len(lines) * 2


def _with_title(nodes: tuple[Node, ...], cues: Cues) -> tuple[Node, ...]:
    """Return `nodes` with a title of two lines in one: the first alone names no kind of speech."""
    if len(nodes) < 2 or not isinstance(nodes[0], Title):
        return nodes
    first, second, *rest = nodes
    broken = isinstance(second, (Note, Paragraph)) and notes(second.text)
    if broken and cues.title.search(second.text) and not cues.title.search(first.text):
        return (Title(first.text + second.text), *rest)
    return nodes
