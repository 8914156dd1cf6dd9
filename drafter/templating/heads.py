"""Expressions in the head of a template, looked over before any is worked out."""

import re
from collections.abc import Iterator

from drafter.errors import InputError
from drafter.model.slots import is_plain, slot_names
from drafter.model.template import PartPlan, Template
from drafter.model.vocabulary import Vocabulary
from drafter.templating.rendering import names_used, unknown_slot

_CALENDAR = frozenset(["year", "month", "day"])
_COMPARED = re.compile(r"\{\{ *([a-z_]+) *[=!]= *\"[^\"\\]*\" *\}\}\Z")
"""The usual condition: reading it takes no parser."""
_EITHER = re.compile(
    r"[^{}]*\{% if ([a-z]+) %\}[^{}]*(?:\{\{ ([a-z]+) \}\}[^{}]*)?\{% else %\}[^{}]*"
    r"\{\{ ([a-z]+) \}\}[^{}]*\{% endif %\}[^{}]*\Z"
)
"""The usual gap, named by its topic or else by its number: reading it takes no parser either."""
_OF_PENDING = frozenset(["topic", "number"])


def check_head(template: Template, vocabulary: Vocabulary) -> None:
    """Refuse what cannot be read in the head of `template`, and names that nothing fills."""
    asked = frozenset(question.name for question in template.questions)
    known = vocabulary.slots | asked | _CALENDAR | {"level", "organ"}
    for source, place, more in _expressions(template):
        allowed = more if more == _OF_PENDING else known | more
        for name in _names(source, place):
            if name not in allowed:
                raise unknown_slot(name, allowed, place)


def _expressions(template: Template) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield every expression with its place and the names it knows beside the usual ones."""
    for question in template.questions:
        place = f"{template.path}:{question.line}"
        if question.when:
            yield "{{" + question.when + "}}", place, frozenset()
        yield question.validate, place, frozenset(["value"])
        default = question.default
        for each in default if isinstance(default, tuple) else (default,):
            yield each, place, frozenset()
    pending = template.plan.pending
    for each in (pending.heading, pending.points):
        yield each, pending.where, _OF_PENDING


def _names(source: str, place: str) -> list[str]:
    if is_plain(source):
        return slot_names(source)
    usual = _COMPARED.match(source) or _EITHER.match(source)
    return [name for name in usual.groups() if name] if usual else names_used(source, place)


def unknown_kind(part: PartPlan, kind: str, template: Template, like: str) -> InputError:
    """Return the error for a kind that no phrase file holds."""
    remedy = f"是不是 {like}？" if like else "请核对 kinds，或在短语库里加上这个文件"
    return InputError(
        f"短语库里没有“{kind}”这一种", where=f"{template.path}:{part.line}", remedy=remedy
    )
