"""An outline that the spec holds as somebody wrote it: nothing is composed."""

from collections.abc import Iterable, Iterator

from drafter.drafting.phrases import Register
from drafter.model.outline import Heading, Origin, Paragraph, Point
from drafter.model.phrase import Source
from drafter.model.spec import Written

_SAID = "说明书写明"


def written_origins(written: Iterable[Written], known: Register) -> Iterator[Origin]:
    """Yield where each line comes from, as far as the spec tells it."""
    for each in written:
        yield _origin(each.node.text, _part(each), each.id, known)
        if isinstance(each.node, Point) and each.node.cue:
            yield _origin(each.node.cue, "cue", each.cue_id, known)


def _part(each: Written) -> str:
    match each.node:
        case Heading(level=1):
            return "heading"
        case Heading() | Point():
            return "point"
        case Paragraph():
            return "paragraph"
        case node:
            return type(node).__name__.lower()


def _origin(text: str, part: str, phrase: str, known: Register) -> Origin:
    entry = known.phrases.get(phrase) or known.sets.get(phrase)
    source = entry.sources[0] if entry and entry.sources else Source("")
    return Origin(text, part, phrase, source.document, source.line, why=_SAID)
