"""Specs read, changed by `--set`, and checked against their template."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from drafter.model.spec import NO, YES, Answer, Choice, Section, Spec
from drafter.model.template import Question, Template
from drafter.storage.changes import change
from drafter.storage.checks import Checker, checked_table
from drafter.storage.spec_keys import SPEC_KEYS
from drafter.storage.yaml_nodes import Node, Table, Text, text_at

_DATE = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\Z")
_LISTED = re.compile(r"[、,，;；]\s*")


class SpecFile:
    """A spec as it was read, before its template is known."""

    def __init__(self, text: str, path: str) -> None:
        self._checker, self._top = checked_table(text, path)
        self.path = path

    def change(self, changes: Iterable[str]) -> None:
        """Put in each `key=value`; dots lead down, numbers count list items from 1."""
        for said in changes:
            change(self._top, said)

    @property
    def template(self) -> tuple[str, str]:
        """Return the name of the template and the place that names it."""
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
        self.known(top, (*SPEC_KEYS, *self._questions, *self._words))
        answers = {name: self._answer(top, name) for name in top if name not in SPEC_KEYS}
        return Spec(
            template=self.text(top, "template"),
            answers={name: said for name, said in answers.items() if said not in ("", ())},
            seed=self.text(top, "seed") or "1",
            number=self.number(top, "sections", 0, 1, 20),
            topics=self._topics(top),
            parts=self._parts(self.under(top, "parts")),
            sections=self.each(top, "outline", self._section),
            where=self.path,
        )

    def _answer(self, top: Table, name: str) -> Answer:
        question = self._questions.get(name)
        if question is None:
            return self.text(top, name)
        if question.kind == "list":
            return self.texts(top, name)
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
                return said

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
        node = top.get("topics")
        said = _LISTED.split(node) if isinstance(node, Text) and node else self.texts(top, "topics")
        for topic in said:
            self._topic(topic, self.line(top, "topics"))
        if len(set(said)) < len(said):
            self.fault("“topics”里有主题写了两次", self.line(top, "topics"), "请删去重复的")
        return tuple(said)

    def _topic(self, topic: str, line: int) -> str:
        known = (plan.name for plan in self._template.plan.topics)
        return self.among(topic, "topic", line, known) if topic else ""

    def _parts(self, table: Table) -> dict[str, Choice]:
        self.known(table, [part.name for part in self._template.plan.parts])
        read = {name: self._choice(node) for name, node in table.items()}
        return {name: choice for name, choice in read.items() if choice}

    def _choice(self, node: Node) -> Choice | None:
        if isinstance(node, Table) and node:
            self.known(node, ("text", "id"), ("text",))
            text, line = self.text(node, "text"), self.line(node, "text")
            return Choice(self._said(text, line), self.text(node, "id"), self.place(line))
        text = self.scalar(node)
        return Choice(self._said(text, node.line), where=self.place(node.line)) if text else None

    def _said(self, text: str, line: int) -> str:
        return self.phrase(text, line, self._slots)

    def _section(self, node: Node) -> Section:
        table = self.known(self.table(node), ("topic", "heading", "points"))
        heading = self._choice(table.get("heading", text_at("")))
        points = self.each(table, "points", self._choice)
        topic = self._topic(self.text(table, "topic"), self.line(table, "topic"))
        return Section(topic, heading, tuple(point for point in points if point))
