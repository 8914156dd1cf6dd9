"""Where every line of an outline comes from."""

from collections.abc import Iterable, Iterator, Sequence

from drafter.drafting.occasion import Occasion
from drafter.drafting.phrases import Register
from drafter.model.outline import Node, Origin
from drafter.model.phrase import Source
from drafter.model.slots import slot_names
from drafter.model.spec import Choice, Spec

OWN = "template"
"""Part of the lines that are the template's own, with the user's answers in them."""


def origins(
    nodes: Iterable[Node], spec: Spec, known: Register, occasion: Occasion
) -> tuple[Origin, ...]:
    """Return the origins of the nodes, in their order; `spec` has every choice made."""
    chosen = [_origin(part, choice, known, occasion) for part, choice in choices(spec)]
    return tuple(origin for node in nodes for origin in _of(node, chosen))


def choices(spec: Spec) -> Iterator[tuple[str, Choice]]:
    """Yield every choice of `spec` with the part it belongs to."""
    yield from spec.parts.items()
    for section in spec.sections:
        if section.heading:
            yield "heading", section.heading
        for point in section.points:
            yield "point", point
            if point.cue:
                yield "cue", point.cue


def _of(node: Node, chosen: Sequence[Origin]) -> list[Origin]:
    found = [origin for origin in chosen if origin.text and origin.text in node.text]
    return found or [Origin(node.text, OWN)]


def _origin(part: str, choice: Choice, known: Register, occasion: Occasion) -> Origin:
    entry = known.phrases.get(choice.id) or known.sets.get(choice.id)
    source = entry.sources[0] if entry and entry.sources else Source("")
    return Origin(
        text=occasion.said(choice.text).strip(),
        part=part,
        phrase=choice.id,
        document=source.document,
        line=source.line,
        slots=tuple((name, occasion.words[name]) for name in slot_names(choice.text)),
    )
