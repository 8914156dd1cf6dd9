"""The rules for speeches read from their file, and the user's own settings over them."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from drafter.errors import InputError
from drafter.model.findings import Level
from drafter.model.slots import nearest
from drafter.model.spec import NO, YES
from drafter.model.speech import Example, Rule
from drafter.model.wrong_words import PATTERN, RIGHT, ROW_KEYS, WRONG, row_pattern
from drafter.storage.files import read_text
from drafter.storage.yaml.checks import Checker, checked_table
from drafter.storage.yaml.nodes import Items, Node, Table, Text

FILE = "checks.yaml"
LEVELS: tuple[Level, ...] = ("error", "warning", "hint")
RULE_KEYS = ("level", "use", "what", "why", "good", "bad", "settings", "table")
OWN_KEYS = ("level", "use", "settings", "table")
"""What a user may say of a rule."""
PATTERNS = frozenset(["patterns", "allowed", "suffix"])
"""Settings that are regular expressions."""
EXAMPLE_KEYS = ("text", "date", "level", "organ", "minutes")


def load_rules(folder: Path) -> tuple[Rule, ...]:
    """Return the rules in `folder`, in their order."""
    checker, rules = _opened(folder / FILE)
    return tuple(_Reader(checker).rule(name, node) for name, node in rules.items())


def rule_names(folder: Path) -> tuple[str, ...]:
    """Return the ids of the rules in `folder`."""
    return tuple(_opened(folder / FILE)[1])


def with_own(rules: Iterable[Rule], folder: Path) -> tuple[Rule, ...]:
    """Return `rules` with what the user's file in `folder`, if there is one, says of them."""
    path = folder / FILE
    if not path.is_file():
        return tuple(rules)
    checker, said = _opened(path)
    changed = {rule.id: rule for rule in rules}
    for name, node in said.items():
        known(name, changed, checker.place(said.lines[name]))
        changed[name] = _Reader(checker).changed(changed[name], node)
    return tuple(changed.values())


def silenced(rules: Iterable[Rule], said: Mapping[str, bool]) -> tuple[Rule, ...]:
    """Return `rules` switched on or off as a spec says of their ids."""
    return tuple(rule._replace(on=said.get(rule.id, rule.on)) for rule in rules)


def known(name: str, names: Iterable[str], where: str) -> str:
    """Return `name` if it is one of the rules."""
    allowed = list(names)
    if name not in allowed:
        like = nearest(name, allowed)
        remedy = f"是不是 {like}？" if like else "可用的规则见 drafter check --rules"
        raise InputError(f"没有“{name}”这条规则", where=where, remedy=remedy)
    return name


def _opened(path: Path) -> tuple[Checker, Table]:
    checker, top = checked_table(read_text(path), str(path))
    checker.known(top, ("kind", "rules"), ())
    return checker, checker.under(top, "rules")


class _Reader:
    """Reads rules out of one file."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker

    def rule(self, name: str, node: Node) -> Rule:
        """Return a rule as its own file tells it."""
        checker = self._checker
        table = checker.known(checker.table(node, name), RULE_KEYS, ("level", "what", "why"))
        bare = Rule(
            name,
            "warning",
            checker.text(table, "what"),
            checker.text(table, "why"),
            checker.each(table, "good", self._example),
            checker.each(table, "bad", self._example),
        )
        return self._said(bare, table, fresh=True)

    def changed(self, rule: Rule, node: Node) -> Rule:
        """Return `rule` as the user wants it."""
        if isinstance(node, Text):
            return rule._replace(on=self._yes_no(node, rule.id, node.line))
        table = self._checker.known(self._checker.table(node, rule.id), OWN_KEYS)
        return self._said(rule, table, fresh=False)

    def _said(self, rule: Rule, table: Table, fresh: bool) -> Rule:
        checker = self._checker
        level = checker.one_of(table, "level", LEVELS) or rule.level
        on = checker.text(table, "use")
        settings = checker.under(table, "settings")
        if not fresh:
            checker.known(settings, (*rule.settings, *rule.lists))
        singles = {
            name: self._single(rule, settings, name)
            for name in settings
            if name not in rule.lists and isinstance(settings[name], Text)
        }
        lists = {name: self._list(settings, name) for name in settings if name not in singles}
        return rule._replace(
            level=cast(Level, level),
            on=self._yes_no(on, "use", checker.line(table, "use")) if on else rule.on,
            settings={**rule.settings, **singles},
            lists={**rule.lists, **lists},
            table=(*rule.table, *checker.each(table, "table", self._row)),
        )

    def _single(self, rule: Rule, settings: Table, name: str) -> str:
        said = self._checker.text(settings, name)
        if rule.settings.get(name, "").isdecimal():
            self._checker.number(settings, name, 0, 0, 10**6)
        if name in PATTERNS:
            self._pattern(said, self._checker.line(settings, name))
        return said

    def _list(self, settings: Table, name: str) -> tuple[str, ...]:
        """Return the words under `name`; those of a list of patterns must be patterns."""
        said = self._checker.texts(settings, name)
        for each in said if name in PATTERNS else ():
            self._pattern(each, self._checker.line(settings, name))
        return said

    def _pattern(self, said: str, line: int) -> None:
        """Refuse what is no regular expression, or one that finds nothing at all everywhere."""
        try:
            empty = re.compile(said).search("") is not None
        except (re.error, OverflowError, RecursionError):
            self._checker.fault(f"“{said}”不是正则表达式", line, "请核对括号和反斜杠")
        if empty:
            self._checker.fault(f"“{said}”处处都合", line, "请写明要找的字")

    def _row(self, node: Node) -> dict[str, str]:
        """Return a row of wrong wordings, whose conditions must make a pattern."""
        checker = self._checker
        table = checker.known(checker.table(node), ROW_KEYS)
        row = {name: checker.text(table, name) for name in table}
        if not (row.get(WRONG) or row.get(PATTERN)):
            checker.fault(f"缺少“{WRONG}”或“{PATTERN}”", table.line, f"请加上“{WRONG}: 错的写法”")
        try:
            pattern = row_pattern(row)
            pattern.sub(row.get(RIGHT, ""), "")
        except (re.error, IndexError, OverflowError, RecursionError):
            remedy = "请核对括号和反斜杠；前接的每个词长短要定"
            checker.fault("这一行不成正则表达式", table.line, remedy)
        if pattern.search(""):
            checker.fault("这一行处处都合", table.line, "请写明要找的字")
        return row

    def _example(self, node: Node) -> Example:
        if isinstance(node, (Text, Items)):
            return Example(self._checker.scalar(node))
        checker = self._checker
        table = checker.known(node, EXAMPLE_KEYS, ("text",))
        text, date, level, organ = (checker.text(table, name) for name in EXAMPLE_KEYS[:4])
        return Example(text, date, level, organ, checker.number(table, "minutes", 0, 0, 600))

    def _yes_no(self, said: str, key: str, line: int) -> bool:
        if said.lower() not in YES | NO:
            self._checker.fault(f"“{key}”不能是“{said}”", line, "请写 是 或 否")
        return said.lower() in YES
