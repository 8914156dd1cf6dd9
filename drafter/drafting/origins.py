"""Where every line of an outline comes from, and why it stands there."""

from collections.abc import Iterable, Iterator, Sequence

from drafter.drafting.occasion import Occasion
from drafter.drafting.phrases import Register
from drafter.model.outline import Again, Filling, Node, Origin
from drafter.model.phrase import Phrase, Source
from drafter.model.slots import slot_names
from drafter.model.spec import Choice, Spec

OWN = "template"
"""Part of the lines that are the template's own, with the user's answers in them."""
_SAID, _WRITTEN = "说明书写明", "模板写法"


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


def used_again(told: Iterable[Origin], known: Register, occasion: Occasion) -> tuple[Again, ...]:
    """Return what earlier speeches used: a phrase, or anything of a set, told once each."""
    found: dict[str, Again] = {}
    for origin in told:
        name = set_of(origin.phrase, known)
        date = occasion.used.get(name)
        if date is not None:
            found.setdefault(name, Again(origin.text, date))
    return tuple(found.values())


def set_of(phrase: str, known: Register) -> str:
    """Return the id of the set that `phrase` is a member of, or its own."""
    name = phrase.rpartition(".")[0]
    return name if name in known.sets else phrase


def _of(node: Node, chosen: Sequence[Origin]) -> list[Origin]:
    found = [origin for origin in chosen if origin.text and origin.text in _text(node)]
    return found or [Origin(node.text, OWN, why=_WRITTEN)]


def _text(node: Node) -> str:
    return "\n".join(part for part in node if isinstance(part, str))


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
        why=choice.why or _SAID,
        fillers=tuple(_filling(letter, known.phrases.get(name)) for letter, name in choice.fillers),
    )


def _filling(letter: str, phrase: Phrase | None) -> Filling:
    if phrase is None:
        return Filling(letter, "", "")
    source = phrase.sources[0] if phrase.sources else Source("")
    return Filling(letter, phrase.text, phrase.id, source.document, source.line)
