"""Expressions and bodies rendered; every fault is an InputError with file and line."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import TracebackType
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError

from drafter.errors import InputError
from drafter.model.slots import nearest
from drafter.model.template import Template
from drafter.templating.sandbox import Bounded, environment, gathered

_FILE = "<template>"
_LIMITS = (OverflowError, MemoryError, RecursionError)
_FAULTS = (TypeError, ValueError, ArithmeticError, LookupError, AttributeError)

Values = Mapping[str, Any]


@cache
def _environment(marked: bool) -> Bounded:
    return environment(marked=marked)


def render_body(template: Template, values: Values) -> str:
    """Return the outline text of `template`, every value in it marked."""
    return _rendered(template.body, values, template.path, template.body_line, marked=True)


def render_text(source: str, values: Values, where: str) -> str:
    """Return `source` rendered; `where` is its place as `file:line`."""
    path, _, line = where.rpartition(":")
    return _rendered(source, values, path, int(line) if line.isdigit() else 1, marked=False)


def _rendered(source: str, values: Values, path: str, line: int, *, marked: bool) -> str:
    try:
        made = _environment(marked).from_string(source)
        return gathered(made.generate(**values))
    except TemplateSyntaxError as error:
        raise _syntax(error, f"{path}:{line - 1 + error.lineno}") from error
    except UndefinedError as error:
        place = f"{path}:{line - 1 + _line_of(error.__traceback__)}"
        raise _undefined(source, values, place) from error
    except _LIMITS as error:
        place = f"{path}:{line - 1 + _line_of(error.__traceback__)}"
        raise InputError(
            "模板要做的事太多或太大", where=place, remedy="请减少循环和重复"
        ) from error
    except (TemplateError, *_FAULTS) as error:
        place = f"{path}:{line - 1 + _line_of(error.__traceback__)}"
        raise InputError(f"模板算不出结果：{error}", where=place, remedy="请改这一行") from error


def _line_of(traceback: TracebackType | None) -> int:
    """Return the last line of the template in `traceback`, 1 when it is not there."""
    line = 1
    while traceback:
        if traceback.tb_frame.f_code.co_filename == _FILE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _syntax(error: TemplateSyntaxError, place: str) -> InputError:
    return InputError(
        f"模板写法有错：{error.message}",
        where=place,
        remedy="请检查 {{ }} 和 {% %} 是否成对、写全",
    )


def _undefined(source: str, values: Values, place: str) -> InputError:
    from jinja2 import meta  # only a fault has need of it

    used = meta.find_undeclared_variables(_environment(True).parse(source))
    unknown = sorted(used.difference(values, _environment(True).globals))
    if not unknown:
        return InputError("用到了没有的内容", where=place, remedy="请检查“.”后面的名称")
    return unknown_slot(unknown[0], values, place)


def unknown_slot(name: str, known: Iterable[str], place: str) -> InputError:
    """Return the error for a slot that nothing fills."""
    like = nearest(name, list(known))
    remedy = f"是不是 {like}？" if like else "可用的名称见 vocabulary.yaml"
    return InputError(f"没有“{name}”这个空位", where=place, remedy=remedy)
