"""`drafter parse`: the structure of documents as JSON."""

import json
from pathlib import Path

import click

from drafter.cli.command import DrafterCommand
from drafter.cli.streams import put, stdin_bytes, tell
from drafter.errors import DrafterError, Exit
from drafter.locations import shipped_phrasebank
from drafter.mining.mine import printable
from drafter.mining.parse import Parser
from drafter.model.document import Article, Document, Passage
from drafter.storage.collector import collector_paused
from drafter.storage.documents import document_text, read_document
from drafter.storage.lexicon import load_lexicon


@click.command(cls=DrafterCommand, help="分析文稿的结构，输出 JSON；文件写 - 读标准输入。")
@click.argument("files", metavar="文件...", nargs=-1, required=True)
def parse(files: tuple[str, ...]) -> int:
    """Print the structure of each file; a file that cannot be read is told, the rest goes on."""
    parser = Parser(load_lexicon(shipped_phrasebank()))
    status: int = Exit.DONE
    found = []
    for name in files:
        try:
            text = _text(name)
            with collector_paused():
                found.append(_document(parser.document(text, printable(name))))
        except DrafterError as error:
            tell(str(error))
            status = max(status, error.exit_code)
    rows = ",\n".join(json.dumps(each, ensure_ascii=False) for each in found)
    put(f"[{rows}]\n".encode())
    return status


def _text(name: str) -> str:
    return document_text(stdin_bytes(), "标准输入") if name == "-" else read_document(Path(name))


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
