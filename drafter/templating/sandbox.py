"""The Jinja2 environment that templates run in: plain values, no files, bounded work."""

import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from jinja2 import StrictUndefined, pass_environment
from jinja2.filters import make_attrgetter
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.templating.work import MOST_CHARACTERS, Counting, Work

MARK = "\ue000"
"""Stands before every value put into a body, so that no value can look like a line marker."""
_MOST_ROUNDS = 1_000
_BREAKS = r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]"
_FILTERS = (
    *("abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "int", "items"),
    *("last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse"),
    *("round", "select", "selectattr", "sort", "string", "sum", "title", "trim", "truncate"),
    *("unique", "upper"),
)
_METHODS = frozenset(
    [
        *("capitalize", "count", "endswith", "find", "get", "index", "isalpha", "isdecimal"),
        *("isdigit", "items", "keys", "lower", "lstrip", "partition", "removeprefix"),
        *("removesuffix", "rfind", "rpartition", "rsplit", "rstrip", "split", "splitlines"),
        *("startswith", "strip", "title", "upper", "values"),
    ]
)
"""What texts, numbers, lists and mappings may be asked: nothing that grows a value."""
_PLAIN = (str, bytes, int, float, list, tuple, dict, range)


class Bounded(ImmutableSandboxedEnvironment):
    """A sandbox in which no expression makes a huge value or goes on for ever."""

    intercepted_binops = frozenset(["+", "*", "**", "%"])
    code_generator_class = Counting

    def __init__(self, **rest: Any) -> None:
        super().__init__(**rest)
        self.work = Work()
        self.counted, self.collected = self.work.counted, self.work.collected
        self.concat = self.work.joined  # type: ignore[method-assign]
        self.globals = {"range": _range}
        kept = {name: _measured(self.filters[name], self.work) for name in _FILTERS}
        self.filters = {**kept, "join": _join, "replace": _replace}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may ask `obj` for `attr`."""
        if isinstance(obj, _PLAIN):
            return attr in _METHODS
        return super().is_safe_attribute(obj, attr, value)

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """Return what a call gives, if it is not too long."""
        __self.work.spend()
        return __self.work.sized(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Return the result of `operator` for values small enough."""
        self.work.spend()
        if operator == "+" and not isinstance(left, int | float):
            return self.work.collected(self.work.sized(left + right))
        small = all(isinstance(x, int | float) and abs(x) <= MOST_CHARACTERS for x in (left, right))
        if not small or (operator == "**" and abs(right) > 8):
            raise OverflowError(operator)
        return super().call_binop(context, operator, left, right)


def _measured(function: Callable[..., Any], work: Work) -> Callable[..., Any]:
    """Return the filter `function`, measuring what goes in and what comes out."""

    @wraps(function)  # takes along the mark that says whether it wants the environment
    def measured(*args: Any, **kwargs: Any) -> Any:
        for each in args:
            work.sized(each)
        return work.sized(function(*args, **kwargs))

    return measured


@pass_environment
def _join(made: Bounded, value: Iterable[Any], d: Any = "", attribute: Any = None) -> str:
    read = make_attrgetter(made, attribute) if attribute is not None else str
    pieces = [str(read(each)) for each in made.counted(value)]
    if len(str(d)) * len(pieces) > MOST_CHARACTERS:
        raise OverflowError("join")
    made.concat(pieces)
    return str(made.work.sized(str(d).join(pieces)))


@pass_environment
def _replace(made: Bounded, value: Any, old: Any, new: Any, count: int = -1) -> str:
    said, old, new = str(value), str(old), str(new)
    made.work.sized(said)
    if said.count(old) * len(new) > MOST_CHARACTERS:
        raise OverflowError("replace")
    return said.replace(old, new, count)


def _range(*bounds: int) -> range:
    steps = range(*bounds)
    if len(steps) > _MOST_ROUNDS:
        raise OverflowError("range")
    return steps


def one_line(value: str) -> str:
    """Return `value` without line breaks; between Latin words a space takes their place."""
    if value.isprintable() or not re.search(_BREAKS, value):
        return value.strip()
    line = ""
    for piece in filter(None, map(str.strip, re.split(_BREAKS, value))):
        latin = "!" <= line[-1:] <= "~" and "!" <= piece[0] <= "~"
        line += f" {piece}" if latin else piece
    return line


def _finalize(value: Any) -> Any:
    """Make a value a single line that cannot be taken for structure."""
    if isinstance(value, StrictUndefined):
        return value
    return MARK + one_line(str(value).replace(MARK, ""))


def environment(*, marked: bool) -> Bounded:
    """Return a sandbox; with `marked`, values are single lines with a mark before them."""
    return Bounded(
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
        optimized=False,  # what is rendered once is not worth working constants out beforehand
        finalize=_finalize if marked else None,
    )
