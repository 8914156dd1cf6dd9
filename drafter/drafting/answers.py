"""The answers of a spec, completed by the template's defaults."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from drafter.drafting.occasion import Occasion
from drafter.errors import InputError
from drafter.model.spec import YES, Answer, Spec
from drafter.model.template import Question, Template
from drafter.model.vocabulary import Vocabulary
from drafter.templating.words import derive, evaluated


class Answers(NamedTuple):
    """Values by the names that body and slots know them by."""

    values: Mapping[str, Any]
    words: Mapping[str, str]


def answered(spec: Spec, template: Template, vocabulary: Vocabulary) -> Answers:
    """Return every answer: what the spec says, else the default."""
    level, organ = (_plain(spec, template, name) for name in ("level", "organ"))
    given = {n: said for n, said in spec.answers.items() if isinstance(said, str)}
    slots = {name: said for name, said in given.items() if name in vocabulary.slots}
    words = derive(vocabulary, level, organ, slots, spec.where)
    values: dict[str, Any] = dict(words)
    for question in template.questions:
        said = _answer(question, spec, template, values)
        values[question.name] = _filled(said, words, spec.where)
        words[question.name] = spoken(values[question.name])
    values.update(_calendar(spec.date))
    return Answers(values, words)


def occasion(spec: Spec, answers: Answers, template: Template) -> Occasion:
    """Return what the answers make of the speech."""
    return Occasion(
        organ=answers.words["organ"],
        date=spec.date,
        seed=f"{template.name}\n{spec.seed}",
        words=answers.words,
        stale=bool(answers.values.get("stale")),
        months=template.plan.months,
    )


def spoken(value: Answer) -> str:
    """Return `value` as it stands in a sentence."""
    return "、".join(value) if isinstance(value, tuple) else str(value)


def _plain(spec: Spec, template: Template, name: str) -> str:
    """Return the answer that all words hang on, or its default."""
    said = spec.answers.get(name)
    if said:
        return str(said)
    question = next((q for q in template.questions if q.name == name), None)
    if question and question.default in question.choices:
        return str(question.default)
    raise InputError(f"缺少“{name}”", where=spec.where, remedy=f"请加上“{name}: …”")


def _filled(said: Answer, words: Mapping[str, str], where: str) -> Answer:
    """Return an answer with the words in its slots."""
    if isinstance(said, tuple):
        return tuple(evaluated(item, words, where) if "{{" in item else item for item in said)
    return evaluated(said, words, where) if isinstance(said, str) and "{{" in said else said


def _answer(
    question: Question, spec: Spec, template: Template, values: Mapping[str, Any]
) -> Answer:
    said = spec.answers.get(question.name)
    if said is None:
        return _default(question, template, values)
    if question.validate:
        place = f"{template.path}:{question.line}"
        asked = dict(values, value=said)
        wrong = evaluated(question.validate, asked, place).strip()
        if wrong:
            raise InputError(f"“{question.name}”不合要求：{wrong}", where=spec.where)
    return said


def _default(question: Question, template: Template, values: Mapping[str, Any]) -> Answer:
    place = f"{template.path}:{question.line}"
    default = question.default
    if isinstance(default, tuple):
        return tuple(evaluated(item, values, place) for item in default)
    if not default and question.name in values:
        return str(values[question.name])
    said = evaluated(default, values, place)
    if question.kind == "yes-no":
        return said.lower() in YES
    return int(said) if question.kind == "number" and said.isdecimal() else said


def _calendar(date: str) -> dict[str, int]:
    """Return year, month and day as numbers, 0 when the date is not known."""
    parts = [int(part) for part in date.split("-")] if date else [0, 0, 0]
    return dict(zip(("year", "month", "day"), parts, strict=True))
