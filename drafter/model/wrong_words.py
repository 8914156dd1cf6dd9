"""A row of a table of wrong wordings: what is wrong, what is right, and when."""

import re
from collections.abc import Mapping

Row = Mapping[str, str]
WRONG, RIGHT, PATTERN, SAID = "误", "正", "正则", "说明"
BEHIND, BEFORE, NOT_BEHIND, NOT_BEFORE = "前接", "后接", "不前接", "不后接"
SINCE, UNTIL = "起", "止"
ROW_KEYS = (WRONG, RIGHT, PATTERN, SAID, BEHIND, BEFORE, NOT_BEHIND, NOT_BEFORE, SINCE, UNTIL)
"""Columns of a table of wordings; 前接 and the like are words with | between them."""


def row_pattern(row: Row) -> re.Pattern[str]:
    """Return what finds the wrong wording of `row`; each word before it is a look-behind."""
    wrong = row.get(PATTERN) or re.escape(row[WRONG])
    behind = "|".join(f"(?<={each})" for each in _words(row, BEHIND))
    no_behind = "".join(f"(?<!{each})" for each in _words(row, NOT_BEHIND))
    before = f"(?={row[BEFORE]})" if row.get(BEFORE) else ""
    no_before = f"(?!{row[NOT_BEFORE]})" if row.get(NOT_BEFORE) else ""
    return re.compile(f"(?:{behind}){no_behind}(?:{wrong}){before}{no_before}")


def _words(row: Row, key: str) -> list[str]:
    return row[key].split("|") if row.get(key) else []
