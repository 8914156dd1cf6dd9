"""`drafter parse`: the structure of documents as JSON."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.streams import put, stdin_bytes, tell
from drafter.cli.targets import given_paths
from drafter.errors import DrafterError, Exit
from drafter.locations import shipped_phrasebank
from drafter.mining.mine import printable
from drafter.mining.parse import Parser
from drafter.model.document import Article, Document, Manuscript, Passage
from drafter.storage.collector import collector_paused
from drafter.storage.documents import confidential, documents_in, read_manuscript
from drafter.storage.lexicon import load_lexicon

_STDIN = "-"


@click.command(
    cls=DrafterCommand,
    help="分析文稿（.txt .md .docx .pdf .html）的结构，输出 JSON；文件写 - 读标准输入。",
)
@click.argument("files", metavar="文件...", nargs=-1, required=True)
def parse(files: tuple[str, ...]) -> int:
    """Print the structure of each document; one that cannot be read is told, the rest goes on."""
    given_paths(files, "parse")
    lexicon = load_lexicon(shipped_phrasebank())
    parser, status, found = Parser(lexicon), int(Exit.DONE), []
    for name in _names(files):
        try:
            if isinstance(name, DrafterError):
                raise name
            manuscript = _read(name)
            if mark := confidential(manuscript, lexicon.list("secrecy")):
                tell(f"{printable(name)}：这份文稿标有“{mark}”，请按保密规定处理")
            with collector_paused():
                found.append(_document(parser.document(manuscript, printable(name))))
        except DrafterError as error:
            tell(str(error))
            status = max(status, error.exit_code)
    rows = ",\n".join(json.dumps(each, ensure_ascii=False) for each in found)
    put(f"[{rows}]\n".encode())
    return status


def _names(files: Sequence[str]) -> Iterator[str | DrafterError]:
    """Yield the documents that the arguments name, in their order, and the faults among them."""
    for name in files:
        if name == _STDIN:
            yield name
            continue
        paths, faults = documents_in([Path(name)])
        yield from faults
        yield from ([name] if paths == [Path(name)] else map(str, paths))


def _read(name: str) -> Manuscript:
    if name == _STDIN:
        return read_manuscript(Path(_STDIN), stdin_bytes(), "标准输入")
    return read_manuscript(Path(name))


def _document(document: Document) -> dict[str, object]:
    return {"path": document.path, "articles": [_article(each) for each in document.articles]}


def _article(article: Article) -> dict[str, object]:
    return {
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
        "salutations": article.salutations,
        "headings": [
            {"level": h.level, "ordinal": h.ordinal, "text": h.text, "line": h.line}
            for h in article.headings
        ],
        "parallel": [group.members for group in article.parallel],
        "yao": _texts(article.yao),
        "closings": _texts(article.closings),
        "transitions": _texts(article.transitions),
        "thanks": _texts(article.thanks),
    }


def _texts(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.text for passage in passages]
