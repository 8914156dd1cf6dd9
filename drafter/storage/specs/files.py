"""Specs read, changed by `--set`, and checked against their template."""

import re
from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import date
from functools import partial

from drafter.errors import InputError
from drafter.locations import shipped_phrasebank
from drafter.model.outline import PENDING
from drafter.model.spec import NO, YES, Answer, Choice, Section, Spec, Written
from drafter.model.template import Question, Template
from drafter.storage.specs.keys import (
    CHOICE_KEYS,
    FILLED_KEYS,
    LEAST_RATE,
    MOST_MINUTES,
    MOST_RATE,
    POINT_KEYS,
    SECTION_KEYS,
    SPEC_KEYS,
)
from drafter.storage.yaml.checks import Checker, checked_table
from drafter.storage.yaml.nodes import Node, Table, Text, table_at, text_at

_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\Z")
_LISTED = "、,，;；"
_LAST = "。；;，, "
"""Marks that an item of a list may end with, as it would in a sentence."""
_ORDINAL = (
    r"\s*(?:第?[一二三四五六七八九十百]+、(?![一二三四五六七八九十百]+、)"
    r"|[（(][一二三四五六七八九十百\d]+[）)]|\d+(?:[.．](?!\d)|、(?!\d+、)))\s*"
)
"""The number of a heading, which the exporter writes; few specs have need of the pattern."""


def _unnumbered(text: str) -> str:
    found = re.match(_ORDINAL, text)
    return text[found.end() :] if found else text


def _without(node: Table, left: str) -> Table:
    """Return `node` without the key `left`."""
    table = table_at(node.line)
    table.update((key, said) for key, said in node.items() if key != left)
    return table


class SpecFile:
    """A spec as it was read, before its template is known."""

    def __init__(self, text: str, path: str, encoding: str = "") -> None:
        self._checker, self._top = checked_table(text, path)
        self.path = path
        self.encoding = encoding
        """What it was saved in, where that is not UTF-8."""

    def change(self, changes: Collection[str]) -> None:
        """Put in each `key=value`; dots lead down, numbers count list items from 1."""
        if not changes:
            return
        from drafter.storage.specs.changes import change  # few change anything

        for said in changes:
            change(self._top, said)

    @property
    def template(self) -> tuple[str, str]:
        """Return the name of the template and the place that names it."""
        if not self._top:
            remedy = "可以先用 drafter new 写一份起步的说明书"
            raise InputError("说明书是空的", where=self.path, remedy=remedy)
        self._checker.known(self._top, self._top, ("template",))
        line = self._checker.line(self._top, "template")
        return self._checker.text(self._top, "template"), self._checker.place(line)

    def spec(self, template: Template, slots: frozenset[str], words: Iterable[str]) -> Spec:
        """Return the spec, checked against `template`.

        `slots` may stand in texts; `words` are the slots that the spec may answer itself.
        """
        return _Reader(self._checker.path, template, slots, words).spec(self._top)


class _Reader(Checker):
    """Reads one spec."""

    def __init__(
        self, path: str, template: Template, slots: frozenset[str], words: Iterable[str]
    ) -> None:
        super().__init__(path)
        self._template = template
        self._questions = {question.name: question for question in template.questions}
        self._words = frozenset(words)
        self._slots = slots.union(self._questions)

    def spec(self, top: Table) -> Spec:
        return self.together(lambda: self._spec(top))

    def _spec(self, top: Table) -> Spec:
        attempt = self.attempt
        self.known(top, (*SPEC_KEYS, *self._questions, *self._words))
        sections = attempt(lambda: self.each(top, "outline", self._section)) or ()
        topics = attempt(lambda: self._topics(top)) or ()
        attempt(lambda: self._distinct(sections))
        return Spec(
            template=self.text(top, "template"),
            answers=self._answers(top),
            seed=attempt(lambda: self.text(top, "seed")) or "1",
            number=self._counted(top, {"outline": len(sections), "topics": len(topics)}),
            topics=topics,
            parts=attempt(lambda: self._parts(self.under(top, "parts"))) or {},
            sections=sections,
            where=self.path,
            minutes=attempt(lambda: self.number(top, "minutes", 0, 0, MOST_MINUTES)) or 0,
            rate=attempt(lambda: self.number(top, "rate", 0, LEAST_RATE, MOST_RATE)) or 0,
            log=attempt(lambda: self._is_logged(top)) is not False,
            checks=attempt(lambda: self._checks(self.under(top, "checks"))) or {},
            written=attempt(lambda: self.each(top, "written", self._written)) or (),
            profile=attempt(lambda: self._profile(top)) or "",
        )

    def _answers(self, top: Table) -> dict[str, Answer]:
        names = (name for name in top if name in self._questions or name in self._words)
        read = {name: self.attempt(partial(self._answer, top, name)) for name in names}
        return {name: said for name, said in read.items() if said not in (None, "", ())}

    def _counted(self, top: Table, listed: dict[str, int]) -> int:
        """Return the number of sections, which none of the lists may be longer than."""
        for key, found in listed.items():
            self.attempt(partial(self._few_enough, top, key, found))
        span = self._template.plan.sections
        number = self.attempt(lambda: self.number(top, "sections", 0, *span)) or 0
        self.attempt(lambda: self._agreed(top, number, listed))
        return number

    def _written(self, node: Node) -> Written:
        from drafter.storage.specs.written import read_written  # few specs hold a whole outline

        return read_written(self, self.table(node))

    def _profile(self, top: Table) -> str:
        said = self.text(top, "profile")
        if said:
            from drafter.storage.profiles import profile_called  # few specs name one

            profile_called(said, self.place(self.line(top, "profile")))
        return said

    def _is_logged(self, top: Table) -> bool:
        said = self.text(top, "log")
        return self._yes_no(said, "log", self.line(top, "log")) if said else True

    def _checks(self, table: Table) -> dict[str, bool]:
        """Return which rules for speeches are on or off here; few specs say so."""
        if not table:
            return {}
        from drafter.storage.speech_rules import known, rule_names

        names = rule_names(shipped_phrasebank())

        def read(name: str) -> bool:
            known(name, names, self.place(table.lines[name]))
            return self._yes_no(self.text(table, name), name, self.line(table, name))

        return {name: self.attempt(partial(read, name)) or False for name in table}

    def _agreed(self, top: Table, number: int, listed: dict[str, int]) -> None:
        for key, found in listed.items():
            if number and found > number:
                what = f"“sections”是 {number}，“{key}”却有 {found} 项"
                self.fault(what, self.line(top, "sections"), f"请改成 sections: {found}，或删去它")

    def _distinct(self, sections: Iterable[Section]) -> None:
        headings = [section.heading for section in sections if section.heading]
        seen: set[str] = set()
        for heading in headings:
            if heading.text in seen and not PENDING.search(heading.text):
                what = f"小标题“{heading.text}”写了两次"
                raise InputError(what, where=heading.where, remedy="请改写其中一个")
            seen.add(heading.text)

    def _few_enough(self, top: Table, key: str, number: int) -> None:
        most = self._template.plan.sections.most
        if number > most:
            what = f"“{key}”有 {number} 项，这个模板最多 {most} 个部分"
            self.fault(what, self.line(top, key), f"请留下 {most} 项，其余的并入")

    def _list(self, top: Table, key: str, separators: str) -> tuple[str, ...]:
        """Return the items under `key`.

        Where there are `separators` one line is parted at them, and items lose final marks.
        """
        node = top.get(key)
        if isinstance(node, Text) and separators:
            said = re.split(f"[{re.escape(separators)}]", node)
        else:
            said = list(self.texts(top, key))
        items = (item.strip().rstrip(_LAST if separators else None) for item in said)
        return tuple(item for item in items if item)

    def _answer(self, top: Table, name: str) -> Answer:
        question = self._questions.get(name)
        if question is None:
            return self._said(self.text(top, name), self.line(top, name))
        if question.kind == "list":
            said, line = self._list(top, name, question.separators), self.line(top, name)
            return tuple(self._said(item, line) for item in said)
        return self._scalar(top, question)

    def _scalar(self, top: Table, question: Question) -> Answer:
        name = question.name
        said = self.text(top, name)
        if not said:
            return ""
        match question.kind:
            case "choice":
                return self.one_of(top, name, question.choices)
            case "number":
                return self.number(top, name, 0, 0, 10**8 - 1)
            case "date":
                return self._date(said, name, self.line(top, name))
            case "yes-no":
                return self._yes_no(said, name, self.line(top, name))
            case _:
                return self._said(said, self.line(top, name))

    def _date(self, said: str, key: str, line: int) -> str:
        found = _DATE.match(said)
        with suppress(ValueError):
            if found:
                return date(*(int(part) for part in found.groups())).isoformat()
        return self.fault(f"“{key}”不能是“{said}”", line, "请写成 2026-03-12 这样的日期")

    def _yes_no(self, said: str, key: str, line: int) -> bool:
        if said.lower() not in YES | NO:
            self.fault(f"“{key}”不能是“{said}”", line, "请写 是 或 否")
        return said.lower() in YES

    def _topics(self, top: Table) -> tuple[str, ...]:
        said = self._list(top, "topics", _LISTED)
        for topic in said:
            self.attempt(partial(self._topic, topic, self.line(top, "topics")))
        if len(set(said)) < len(said):
            self.fault("“topics”里有主题写了两次", self.line(top, "topics"), "请删去重复的")
        return said

    def _topic(self, topic: str, line: int) -> str:
        known = (plan.name for plan in self._template.plan.topics)
        return self.among(topic, "topic", line, known) if topic else ""

    def _parts(self, table: Table) -> dict[str, Choice]:
        named = [part.name for part in self._template.plan.parts]
        self.known(table, named)
        read = {
            name: self.attempt(partial(self._choice, node))
            for name, node in table.items()
            if name in named
        }
        return {name: choice for name, choice in read.items() if choice}

    def _choice(self, node: Node) -> Choice | None:
        if isinstance(node, Table) and node:
            self.known(node, CHOICE_KEYS, ("text",))
            text, line = self.text(node, "text"), self.line(node, "text")
            return Choice(self._said(text, line), self.text(node, "id"), self.place(line))
        text = self.scalar(node)
        return Choice(self._said(text, node.line), where=self.place(node.line)) if text else None

    def _said(self, text: str, line: int) -> str:
        return self.phrase(text, line, self._slots)

    def _unnumbered(self, node: Node) -> Choice | None:
        choice = self._choice(node)
        return choice and choice._replace(text=_unnumbered(choice.text) or choice.text)

    def _point(self, node: Node) -> Choice | None:
        if not (isinstance(node, Table) and "cue" in node):
            return self._unnumbered(node)
        self.known(node, POINT_KEYS, ("text",))
        point, cue = self._unnumbered(_without(node, "cue")), self._choice(node["cue"])
        return point and point._replace(cue=cue or Choice())

    def _heading(self, node: Node) -> Choice | None:
        if not (isinstance(node, Table) and "fillers" in node):
            return self._unnumbered(node)
        self.known(node, FILLED_KEYS, ("text",))
        heading, told = self._unnumbered(_without(node, "fillers")), self.under(node, "fillers")
        fillers = tuple((letter, self.text(told, letter)) for letter in told)
        return heading and heading._replace(fillers=fillers)

    def _section(self, node: Node) -> Section:
        table = self.known(self.table(node), SECTION_KEYS)
        heading = self.attempt(lambda: self._heading(table.get("heading", text_at(""))))
        points = self.attempt(lambda: self.each(table, "points", self._point)) or ()
        told = partial(self._topic, self.text(table, "topic"), self.line(table, "topic"))
        topic = self.attempt(told) or ""
        return Section(topic, heading, tuple(point for point in points if point))
