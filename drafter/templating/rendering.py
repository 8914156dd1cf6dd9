"""Expressions and bodies rendered; every fault is an InputError with file and line."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from types import TracebackType
from typing import Any

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError, nodes
from jinja2.exceptions import SecurityError

from drafter.errors import InputError
from drafter.model.slots import nearest
from drafter.model.template import Template
from drafter.templating.sandbox import Bounded, environment

_FILE = "<template>"
_KEPT = 64
"""Bodies and expressions that are kept compiled."""
_LIMITS = (OverflowError, MemoryError, RecursionError, SyntaxError)
"""Python's own SyntaxError: more blocks in each other than it can take."""
_FAULTS = (
    *(TypeError, ValueError, ArithmeticError, LookupError, AttributeError, AssertionError),
    *(NameError, RuntimeError, OSError, StopIteration, SecurityError, TemplateError),
)
"""All that an expression of a template has been seen to raise, by whatever is wrong in it."""
_SYNTAX = {
    r"end of template|unclosed|missing end|Missing end": "没有写完，少了结尾的标记",
    r"unknown tag '(\w+)'": "没有“{}”这种标记，或者它的开头少了",
    r"No filter named '(\w+)'": "没有“{}”这个过滤器",
    r"No test named '(\w+)'": "没有“{}”这个判断",
    r"unexpected char '(.)'": "不能用“{}”这个字符",
    r"unexpected '(.+)'": "这里多了“{}”",
    r"recursive": "循环不能写 recursive",
}

Values = Mapping[str, Any]


@cache
def _environment(marked: bool) -> Bounded:
    return environment(marked=marked)


@lru_cache(_KEPT)
def _compiled(source: str, marked: bool) -> JinjaTemplate:
    return _environment(marked).from_string(source)


def render_body(template: Template, values: Values) -> str:
    """Return the outline text of `template`, every value in it marked."""
    return _rendered(template.body, values, template.path, template.body_line, marked=True)


def render_text(source: str, values: Values, where: str) -> str:
    """Return `source` rendered; `where` is its place as `file:line`."""
    path, _, line = where.rpartition(":")
    return _rendered(source, values, path, int(line) if line.isdigit() else 1, marked=False)


def names_used(source: str, where: str) -> list[str]:
    """Return the names that `source` reads and does not set itself; `where` is its place."""
    try:
        tree = _environment(True).parse(source)  # the one that the body has need of anyway
    except TemplateSyntaxError as error:
        raise _syntax(error, where) from error
    names = list(tree.find_all(nodes.Name))
    own = {name.name for name in names if name.ctx != "load"}
    return [name.name for name in names if name.name not in own]


def _rendered(source: str, values: Values, path: str, line: int, *, marked: bool) -> str:
    sandbox = _environment(marked)
    sandbox.work.begin()
    try:
        made = _compiled(source, marked)
        return sandbox.work.joined(made.generate(**values))
    except TemplateSyntaxError as error:
        raise _syntax(error, f"{path}:{line - 1 + error.lineno}") from error
    except (UndefinedError, *_LIMITS, *_FAULTS) as error:
        place = f"{path}:{line - 1 + _line_of(error.__traceback__)}"
        raise _fault(error, source, values, place) from error


def _fault(error: Exception, source: str, values: Values, place: str) -> InputError:
    match error:
        case SecurityError():
            return InputError(
                "模板里不能这样写", where=place, remedy="请改用 join、replace 等过滤器"
            )
        case UndefinedError():
            return _undefined(source, values, place)
        case OverflowError() | MemoryError() | RecursionError() | SyntaxError():
            return InputError(
                "模板要做的事太多或太大", where=place, remedy="请减少循环、重复和层次"
            )
    return InputError("模板算不出结果", where=place, remedy="请检查这一行的表达式")


def _line_of(traceback: TracebackType | None) -> int:
    """Return the last line of the template in `traceback`, 1 when it is not there."""
    line = 1
    while traceback:
        if traceback.tb_frame.f_code.co_filename == _FILE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def _syntax(error: TemplateSyntaxError, place: str) -> InputError:
    said = (
        what.format(*found.groups())
        for part, what in _SYNTAX.items()
        if (found := re.search(part, error.message or ""))
    )
    return InputError(
        f"模板写法有错：{next(said, '这里的标记不合规则')}",
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
