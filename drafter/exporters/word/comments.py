"""Comments of Word that tell where each phrase comes from."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drafter.exporters.sources import filled, place
from drafter.exporters.word.markup import part, tag, text_run
from drafter.exporters.word.styles import COMMENT_MARK, COMMENT_TEXT, style_id
from drafter.model.outline import Origin

_AUTHOR = "drafter"
_INITIALS = "d"


class Comment(NamedTuple):
    """A comment and the stretch of a paragraph that it is about."""

    number: int
    start: int
    end: int
    origin: Origin


def placed(origins: Iterable[Origin], texts: Sequence[str]) -> dict[int, list[Comment]]:
    """Return the comments of each of the paragraphs `texts`, by their places.

    Origins come in the order of the text. One that is not found, since the text was joined in
    another way, is told at the paragraph of the one before it.
    """
    found: dict[int, list[Comment]] = {}
    at = offset = number = 0
    for origin in origins if texts else ():
        row, start = _next(origin.text, texts, at, offset)
        if row < 0:
            row, start, end = at, 0, len(texts[at])
        else:
            at, offset = row, start + len(origin.text)
            end = offset
        if origin.phrase or origin.document:
            found.setdefault(row, []).append(Comment(number, start, end, origin))
            number += 1
    return found


def _next(text: str, texts: Sequence[str], at: int, offset: int) -> tuple[int, int]:
    """Return paragraph and place of `text`, from `offset` in paragraph `at` on; -1 for none."""
    for row in range(at, len(texts)):
        start = texts[row].find(text, offset if row == at else 0) if text else -1
        if start >= 0:
            return row, start
    return -1, 0


def comments_part(comments: Iterable[Comment]) -> bytes:
    """Return the part that holds the comments, in the order of their numbers."""
    ordered = sorted(comments, key=lambda each: each.number)
    return part("comments", *(_comment(each) for each in ordered))


def _comment(comment: Comment) -> str:
    style = tag("pPr", tag("pStyle", val=style_id(COMMENT_TEXT)))
    lines = [tag("p", style, text_run(line)) for line in _lines(comment.origin)]
    return tag("comment", *lines, id=comment.number, author=_AUTHOR, initials=_INITIALS)


def _lines(origin: Origin) -> Iterator[str]:
    said = {
        "短语": origin.phrase,
        "出处": place(origin),
        "填入": "；".join(filled(origin)),
        "缘由": origin.why,
    }
    yield from (f"{name}：{text}" for name, text in said.items() if text)


def begun(number: int) -> str:
    """Return what opens the stretch that comment `number` is about."""
    return tag("commentRangeStart", id=number)


def ended(number: int) -> str:
    """Return what closes the stretch, and the mark of the comment."""
    mark = tag("rPr", tag("rStyle", val=style_id(COMMENT_MARK)))
    return tag("commentRangeEnd", id=number) + tag("r", mark, tag("commentReference", id=number))
