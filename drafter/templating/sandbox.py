"""The Jinja2 environment that templates run in: plain values, no files, bounded work."""

import re
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

MARK = "\ue000"
"""Stands before every value put into a body, so that no value can look like a line marker."""
_MOST_STEPS = 1_000
_MOST_CHARACTERS = 200_000
_BREAKS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_BETWEEN_LATIN = re.compile(r"(?<=[!-~])\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*(?=[!-~])")


class Bounded(ImmutableSandboxedEnvironment):
    """A sandbox in which no small expression makes a huge value."""

    intercepted_binops = frozenset(["*", "**", "%"])

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Return the result of `operator` for numbers small enough."""
        if not all(
            isinstance(side, int) and abs(side) <= _MOST_CHARACTERS for side in (left, right)
        ):
            raise OverflowError(operator)
        if operator == "**" and right > 8:
            raise OverflowError(operator)
        return super().call_binop(context, operator, left, right)


def _range(*bounds: int) -> range:
    steps = range(*bounds)
    if len(steps) > _MOST_STEPS:
        raise OverflowError("range")
    return steps


def one_line(value: str) -> str:
    """Return `value` without line breaks; between Latin words a space takes their place."""
    return _BREAKS.sub("", _BETWEEN_LATIN.sub(" ", value)).strip()


def _finalize(value: Any) -> Any:
    """Make a value a single line that cannot be taken for structure."""
    if isinstance(value, StrictUndefined):
        return value
    return MARK + one_line(str(value).replace(MARK, ""))


def environment(*, marked: bool) -> Bounded:
    """Return a sandbox; with `marked`, values are single lines with a mark before them."""
    made = Bounded(
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,
        finalize=_finalize if marked else None,
    )
    made.globals = {"range": _range}
    for name in ("center", "format", "indent", "urlize", "wordwrap", "filesizeformat", "pprint"):
        made.filters.pop(name, None)
    return made


def gathered(pieces: Any) -> str:
    """Return the pieces of a rendering as one text; OverflowError when it grows too long."""
    text, length = [], 0
    for piece in pieces:
        length += len(piece)
        if length > _MOST_CHARACTERS:
            raise OverflowError("output")
        text.append(piece)
    return "".join(text)
