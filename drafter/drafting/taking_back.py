"""From the nodes of an outline that someone edited to a spec that gives just these nodes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from drafter.drafting.recognising import Recogniser
from drafter.drafting.shape import SectionShape, Shape, shape_of
from drafter.model.outline import Node, Point
from drafter.model.spec import Answer, Choice, Section, Spec, Written

Topics = Callable[[str], Sequence[str]]
"""Tells the topics of a text, the likeliest first."""


def written_spec(base: Spec, nodes: Iterable[Node], known: Recogniser) -> Spec:
    """Return `base` with the whole outline as it was written."""
    written = tuple(_written(node, known) for node in nodes)
    return base._replace(written=written, parts={}, sections=(), topics=(), number=0)


def _written(node: Node, known: Recogniser) -> Written:
    cue = known.choice(node.cue).id if isinstance(node, Point) else ""
    return Written(node, known.choice(node.text).id, cue)


def as_written_spec(
    base: Spec, nodes: Sequence[Node], known: Recogniser, topics: Topics
) -> Spec | None:
    """Return `base`, of the template that takes all texts as they are, None if the shape is odd."""
    shape = shape_of(nodes)
    if shape is None:
        return None
    answers: dict[str, Answer] = {
        "title": shape.title,
        "notes": shape.notes,
        "salutation": shape.salutation,
        "opening": shape.opening,
        "closing": shape.closing,
        "marks": shape.style,
    }
    said = {name: text for name, text in answers.items() if text}
    return base._replace(
        answers={**base.answers, **said},
        sections=tuple(_sections(shape.sections, known, topics)),
        parts={},
        topics=(),
        number=0,
        written=(),
    )


def same_template_spec(
    full: Spec, before: Sequence[Node], nodes: Sequence[Node], known: Recogniser, topics: Topics,
    said: Callable[[str], str],
) -> Spec | None:  # fmt: skip
    """Return the spec `full`, which gave `before`, changed so as to give `nodes`.

    None where more was changed than headings, points and what fills whole parts.
    """
    old, new = shape_of(before), shape_of(nodes)
    if old is None or new is None or not _is_framed_alike(old, new):
        return None
    kept = {said(each.heading.text): each.topic for each in full.sections if each.heading}
    parts = {name: choice._replace(text=said(choice.text)) for name, choice in full.parts.items()}
    pairs = zip((*old.opening, *old.closing), (*new.opening, *new.closing), strict=True)
    for one, other in pairs:
        if one != other:
            parts = _changed(parts, one, other, known)
    return full._replace(
        answers={**full.answers, "marks": new.style},
        parts=parts,
        sections=tuple(_sections(new.sections, known, topics, kept)),
    )


def _is_framed_alike(old: Shape, new: Shape) -> bool:
    alike = (len(old.opening), len(old.closing)) == (len(new.opening), len(new.closing))
    return alike and old[:3] == new[:3]


def _changed(
    parts: dict[str, Choice], one: str, other: str, known: Recogniser
) -> dict[str, Choice]:
    """Return `parts` with the one that stands in the paragraph `one` as it stands in `other`."""
    for name, choice in parts.items():
        head, found, tail = one.partition(choice.text.strip())
        if found and other.startswith(head) and other.endswith(tail):
            text = other[len(head) : len(other) - len(tail)]
            if text.strip():
                return {**parts, name: known.choice(text)}
    return parts


def _sections(
    shapes: Iterable[SectionShape],
    known: Recogniser,
    topics: Topics,
    kept: Mapping[str, str] | None = None,
) -> Iterator[Section]:
    """Yield the sections with their topics: as they were, else as they sound, none twice.

    Where topics were `kept` an empty cue says that there is to be none.
    """
    bare = Choice() if kept is not None else None
    kept = kept or {}
    used = set(kept.values())
    for shape in shapes:
        topic = kept.get(shape.heading, "")
        if not topic:
            texts = chain([shape.heading], (point.text for point in shape.points))
            heard = chain.from_iterable(map(topics, texts))
            topic = next((each for each in heard if each not in used), "")
            used.add(topic)
        points = tuple(
            known.choice(point.text)._replace(cue=known.choice(point.cue) if point.cue else bare)
            for point in shape.points
        )
        yield Section(topic, known.choice(shape.heading), points)
