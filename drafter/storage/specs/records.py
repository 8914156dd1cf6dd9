"""What `generate` writes beside the outline: the spec with every choice, and the origins."""

from drafter.model.outline import Filling, Origin, Outline
from drafter.model.spec import Answer, Choice, Section, Spec
from drafter.storage.specs.written import written_value
from drafter.storage.yaml.text import to_yaml


def spec_to_yaml(spec: Spec) -> bytes:
    """Return the file of `spec`."""
    tree: dict[str, object] = {"template": spec.template, "seed": str(spec.seed)}
    tree |= {name: str(said) for name in ("minutes", "rate") if (said := getattr(spec, name))}
    tree |= {"profile": spec.profile} if spec.profile else {}
    tree |= {} if spec.log else {"log": "否"}
    for name, said in spec.answers.items():
        tree[name] = _written(said)
    if spec.checks:
        tree["checks"] = {name: _written(on) for name, on in spec.checks.items()}
    if spec.written:
        tree["written"] = [written_value(each) for each in spec.written]
        return to_yaml(tree)
    tree["parts"] = {name: _chosen(choice) for name, choice in spec.parts.items()}
    tree["outline"] = [_section(section) for section in spec.sections]
    return to_yaml(tree)


def origins_to_yaml(outline: Outline) -> bytes:
    """Return where every line of `outline` comes from."""
    return to_yaml([_origin(origin) for origin in outline.origins])


def _written(said: Answer) -> object:
    if isinstance(said, bool):
        return "是" if said else "否"
    return list(said) if isinstance(said, tuple) else str(said)


def _chosen(choice: Choice) -> object:
    return {"text": choice.text, "id": choice.id} if choice.id else choice.text


def _point(point: Choice) -> object:
    """Return a point with its cue; an empty cue says that there is to be none."""
    told = _chosen(point)
    if point.cue is None:
        return told
    return {"text": point.text, **({"id": point.id} if point.id else {}), "cue": _chosen(point.cue)}


def _heading(heading: Choice) -> object:
    """Return a heading with what fills its frame, so that its origin is known for good."""
    if not heading.fillers:
        return _chosen(heading)
    return {"text": heading.text, "id": heading.id, "fillers": dict(heading.fillers)}


def _section(section: Section) -> dict[str, object]:
    return {
        "topic": section.topic,
        "heading": _heading(section.heading) if section.heading else "",
        "points": [_point(point) for point in section.points],
    }


def _filling(each: Filling) -> dict[str, object]:
    return {key: value for key, value in each._asdict().items() if value}


def _origin(origin: Origin) -> dict[str, object]:
    said: dict[str, object] = {
        "text": origin.text,
        "part": origin.part,
        "phrase": origin.phrase,
        "document": origin.document,
        "line": origin.line,
        "slots": dict(origin.slots),
        "fillers": [_filling(each) for each in origin.fillers],
        "why": origin.why,
    }
    return {key: value for key, value in said.items() if value}
