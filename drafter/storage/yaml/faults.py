"""What is wrong with a YAML text, at the line to be mended, not where reading stopped."""

import re
from typing import Any, NamedTuple

import yaml

_Parser: Any = yaml.SafeLoader  # the Python one: only a fault has need of it
_PLAINLY = {
    "mapping values are not allowed": "这里多了一个冒号，或者上一行的缩进不对",
    "<document start>": "这一行与上面的对不齐，或者上面一行少了冒号",
    "did not find expected key": "缩进与上下文对不齐，或者引号没有成对",
    "expected <block end>": "缩进与上下文对不齐，或者引号没有成对",
    "did not find expected '-'": "列表项的缩进对不齐，或者少了“- ”",
    "could not find expected ':'": "键的后面少了冒号（要用半角冒号加一个空格）",
    "expected ':'": "键的后面少了冒号（要用半角冒号加一个空格）",
    "that cannot start any token": "不能用这个字符开头（制表符要换成空格，@ % ` 开头要加引号）",
    "unexpected end of stream": "这里的引号到文件末尾还没有结束，没有成对（要用半角引号）",
    "expected ',' or ']'": "方括号没有成对，或者中间少了逗号（都要用半角的）",
    "expected ',' or '}'": "花括号没有成对，或者中间少了逗号（“{{”开头的文字要加引号）",
    "block sequence entries are not allowed": "“- ”不能写在这里，请另起一行",
    "unknown escape character": "双引号里的反斜杠写法不对，请改用单引号",
}
_OPENS = ("unexpected end of stream", "expected ',' or")
"""Faults that are told where the quote or bracket opens."""
_AFTER_A_LINE = ("expected ':'", "mapping values are not allowed", "<document start>")
"""Faults that a line without a proper colon gives, often at a later line."""
_AFTER_A_QUOTE = ("did not find expected", "expected <block end>", "mapping values")
"""Faults that come where a quote opens after one that was never closed."""
_TAB = re.compile(r" *\t[ \t]*(?=\S)")
_DASH = re.compile(r" *-(?=[^\s\-\[{,:'\"])")
_KEY = re.compile(r"\s*(?:- +)*[\w-]+ *(：|=|:(?=[^\s:])|)")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for libyaml, whose marks count the lines."""
_PROPER = re.compile(r"[^'\"]*:(\s|$)")
_SAID = {
    "：": "这里的“：”要换成半角冒号加一个空格（: ）",
    "=": "这里的“=”要换成半角冒号加一个空格（: ）",
    ":": "冒号后面少了一个空格",
    "": "键的后面少了冒号（要用半角冒号加一个空格）",
}


class Fault(NamedTuple):
    """What is wrong, and its line and column, both counted from 0; line -1 is unknown."""

    what: str
    line: int = -1
    column: int = 0


def blamed(text: str, error: yaml.MarkedYAMLError) -> Fault:
    """Return the fault in `text` that made `error`."""
    problem, mark = error.problem or "", error.problem_mark or error.context_mark
    said = next((said for part, said in _PLAINLY.items() if part in problem), "写法不合 YAML 规则")
    if mark is None:
        return Fault(said)
    typed = _typed(_BREAK.split(text), mark.line)
    if typed:
        return typed
    opened = error.context_mark
    if opened and opened.line < mark.line and any(part in problem for part in _OPENS):
        return Fault(said, opened.line, opened.column)
    if opened and "quoted" in (error.context or "") and _OPENS[0] in problem:
        return Fault(said, opened.line, opened.column)
    found = _unclosed(text, mark.line, problem) or _without_colon(text, error, mark.line)
    return found or Fault(said, mark.line, mark.column)


def _typed(lines: list[str], stopped: int) -> Fault | None:
    """Return a Tab before a line, or a dash without a blank, where reading stopped or just above.

    The reader joins such a line to the text above it, and stops only at the next one.
    """
    for line in (stopped, min(stopped, len(lines)) - 1):
        row = lines[line] if 0 <= line < len(lines) else ""
        if _TAB.match(row):
            return Fault("行首的缩进有制表符（Tab），制表符要换成空格", line)
        if _DASH.match(row):
            while line and _DASH.match(lines[line - 1]):
                line -= 1
            return Fault("“-”后面要空一格", line, lines[line].index("-") + 1)
    return None


def _without_colon(text: str, error: yaml.MarkedYAMLError, stopped: int) -> Fault | None:
    """Return the line that should have had a colon and a space, if that is the fault."""
    if not any(part in (error.problem or "") for part in _AFTER_A_LINE):
        return None
    lines = _BREAK.split(text)
    if error.context_mark and "simple key" in (error.context or ""):
        return _colon(lines, error.context_mark.line)
    above = (n for n in range(stopped - 1, -1, -1) if lines[n].split("#")[0].strip())
    line = next(above, -1)
    return _colon(lines, line) if line >= 0 else None


def _colon(lines: list[str], line: int) -> Fault | None:
    key = _KEY.match(lines[line])
    if not key or _PROPER.match(lines[line]):
        return None
    return Fault(_SAID[key[1]], line, key.start(1) if key[1] else 0)


def _unclosed(text: str, stopped: int, problem: str) -> Fault | None:
    """Return the quote that was closed only by the next one, lines below, if that is the fault."""
    if not any(part in problem for part in _AFTER_A_QUOTE):
        return None
    last: Any = None
    parser = _Parser(text)
    try:
        while event := parser.get_event():
            if isinstance(event, yaml.ScalarEvent):
                last = event
    except yaml.YAMLError:
        pass
    finally:
        parser.dispose()
    if not last or last.style not in ("'", '"') or last.end_mark.line != stopped:
        return None
    if last.start_mark.line == stopped:
        return None
    what = "这里的引号在这一行没有结束，一直到下一个引号才成对"
    return Fault(what, last.start_mark.line, last.start_mark.column)
