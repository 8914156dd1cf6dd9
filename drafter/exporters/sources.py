"""Where every line comes from, as a table in Markdown."""

from collections.abc import Iterable, Iterator

from drafter.exporters.markdown import escaped
from drafter.model.outline import Filling, Origin, Outline

_COLUMNS = ("行文", "部分", "短语", "出处", "填入", "缘由")


def sources_table(outline: Outline) -> bytes:
    """Return a table with a row for every line of `outline`, or for every phrase in it."""
    head = [_row(_COLUMNS), _row(["---"] * len(_COLUMNS))]
    rows = [_row(map(_cell, _cells(origin))) for origin in outline.origins]
    return ("\n".join([*head, *rows]) + "\n").encode()


def _cells(origin: Origin) -> tuple[str, ...]:
    told = "；".join(filled(origin))
    return (origin.text, origin.part, origin.phrase, place(origin), told, origin.why)


def filled(origin: Origin) -> Iterator[str]:
    """Yield what was put into the slots and the frame of `origin`."""
    for name, said in origin.slots:
        yield f"{name}＝{said}"
    for each in origin.fillers:
        told = "，".join(filter(None, (each.phrase, place(each))))
        yield f"{each.letter}＝{each.text}（{told}）"


def _cell(text: str) -> str:
    return escaped(" ".join(text.split()))


def place(origin: Origin | Filling) -> str:
    """Return document and line, as editors and compilers write them."""
    return f"{origin.document}:{origin.line}" if origin.line else origin.document


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
