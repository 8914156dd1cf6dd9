"""Templates read from their files: a YAML head between `---` lines, and a body."""

import re
from collections.abc import Iterable, Mapping
from keyword import iskeyword
from pathlib import Path
from typing import cast

from drafter.errors import InputError
from drafter.locations import shipped_templates, user_templates
from drafter.model.phrase import Phrase, Source
from drafter.model.slots import nearest
from drafter.model.spec import NO, YES
from drafter.model.template import (
    CuePlan,
    HeadingPlan,
    PartPlan,
    Pending,
    Plan,
    Question,
    QuestionKind,
    Span,
    Template,
    TopicPlan,
    Wording,
)
from drafter.model.vocabulary import Vocabulary
from drafter.storage.files import read_text
from drafter.storage.specs.keys import SPEC_KEYS
from drafter.storage.yaml.checks import Checker, tree_of
from drafter.storage.yaml.nodes import Node, Table, Text

SUFFIX = ".md"
_HEAD = re.compile(r"---[ \t]*\r?\n(.*?\r?\n)---[ \t]*\r?\n", re.DOTALL)
HEAD_KEYS = ("name", "title", "description", "questions", "plan")
QUESTION_KEYS = ("type", "help", "default", "choices", "when", "validate", "separators")
PLAN_KEYS = ("sections", "points", "headings", "cues", "pending", "months", "topics", "parts")
QUESTION_KINDS = ("text", "choice", "number", "date", "list", "yes-no")
PENDING_KEYS = ("heading", "points")
SPAN_KEYS = ("least", "most")
HEADING_KEYS = ("first", "tags", "without")
CUE_KEYS = ("holding", "without")
TOPIC_KEYS = ("lack", "must", "asked")
PART_KEYS = ("kinds", "wordings", "holding", "without", "most", "weight")
MOST_WEIGHT = 100
WORDING_KEYS = ("text", "since", "until", "levels", "organs")
_NAME = re.compile(r"[a-z][a-z0-9_]*\Z")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}\Z")
_KIND = re.compile(r"[\w-]+\Z")
_TAKEN = frozenset([*SPEC_KEYS, "self", "loop", "range", "value", "year", "month", "day"])
"""Names that have a meaning of their own in specs or bodies."""
_MONTHS = re.compile(r"(\d{1,2})-(\d{1,2})\Z")


def template_names(folder: Path) -> list[str]:
    """Return the names of the templates in `folder`, sorted."""
    return sorted(path.stem for path in folder.glob(f"*{SUFFIX}"))


def find_template(folder: Path, name: str, where: str) -> Path:
    """Return the file of the template called `name`; `where` is the place that named it."""
    return template_called(name, where, template_files([folder]))


def template_files(folders: Iterable[Path] | None = None) -> dict[str, Path]:
    """Return the files of the templates by their names; a later folder wins.

    Without `folders`, these are what ships, what is the user's own, and what lies here.
    """
    return {name: paths[-1] for name, paths in template_places(folders).items()}


def template_places(folders: Iterable[Path] | None = None) -> dict[str, list[Path]]:
    """Return all files of each name, the one that wins at the end."""
    if folders is None:
        folders = (shipped_templates(), user_templates(), Path("templates"))
    places: dict[Path, Path] = {}
    for folder in folders:
        places.setdefault(folder.resolve(), folder)
    found: dict[str, list[Path]] = {}
    for path in (path for each in places.values() for path in each.glob(f"*{SUFFIX}")):
        found.setdefault(path.stem, []).append(path)
    return {name: found[name] for name in sorted(found)}


def template_called(name: str, where: str, files: Mapping[str, Path] | None = None) -> Path:
    """Return the file of the template called `name`, a path or one of `files`."""
    if name.endswith(SUFFIX):
        return Path(name)
    known = template_files() if files is None else files
    if name in known:
        return known[name]
    like = nearest(name, list(known))
    remedy = f"是不是 {like}？" if like else "现有：" + "、".join(known)
    raise InputError(f"没有“{name}”这个模板", where=where, remedy=remedy)


def load_template(path: Path, vocabulary: Vocabulary) -> Template:
    """Return the template in the file `path`."""
    text = read_text(path)
    head = _HEAD.match(text)
    if not head:
        raise InputError(
            "模板开头少了说明部分",
            where=f"{path}:1",
            remedy="请以一行“---”开头，说明写完再写一行“---”",
        )
    body_line = text.count("\n", 0, head.end()) + 1
    reader = _Reader(path, vocabulary)
    return reader.template(tree_of(head[1], str(path), 2), text[head.end() :], body_line)


class _Reader(Checker):
    """Reads one template file."""

    def __init__(self, path: Path, vocabulary: Vocabulary) -> None:
        super().__init__(str(path))
        self._file = path
        self._tables = {"levels": tuple(vocabulary.levels), "organs": tuple(vocabulary.organs)}
        self._slots = vocabulary.slots
        self._asked: frozenset[str] = frozenset()

    def template(self, node: Node, body: str, body_line: int) -> Template:
        head = self.known(
            self.table(node), HEAD_KEYS, ("title", "description", "questions", "plan")
        )
        asked = self.under(head, "questions")
        self._asked = frozenset(asked)
        self._slots = self._slots | self._asked
        return Template(
            name=self._file.stem,
            named=self.text(head, "name"),
            title=self.text(head, "title"),
            description=self.text(head, "description"),
            questions=tuple(self._question(asked, name) for name in asked),
            plan=self._plan(self.under(head, "plan")),
            body=body,
            path=self.path,
            body_line=body_line,
        )

    def _question(self, asked: Table, name: str) -> Question:
        line = asked.lines[name]
        if not _NAME.match(name) or name in _TAKEN or iskeyword(name):
            self.fault(f"问题不能叫“{name}”", line, "请用小写英文、数字和下划线另取一个名字")
        table = self.known(self.table(asked[name], name), QUESTION_KEYS, ("help",))
        kind = self.one_of(table, "type", QUESTION_KINDS) or "text"
        default = self.texts(table, "default") if kind == "list" else self.text(table, "default")
        choices = self._choices(table, kind, line)
        if isinstance(default, str) and default and "{" not in default:
            self._default(default, kind, choices, self.line(table, "default"))
        return Question(
            name=name,
            kind=cast(QuestionKind, kind),
            help=self.text(table, "help"),
            default=default,
            choices=choices,
            when=self.text(table, "when"),
            validate=self.text(table, "validate"),
            separators=self.text(table, "separators"),
            line=line,
        )

    def _default(self, said: str, kind: str, choices: tuple[str, ...], line: int) -> None:
        wanted = {"number": "一个整数", "yes-no": "是 或 否", "date": "2026-03-12 这样的日期"}
        match kind:
            case "choice":
                self.among(said, "default", line, choices)
                return
            case "number":
                right = said.isdecimal()
            case "yes-no":
                right = said.lower() in YES | NO
            case "date":
                right = bool(_DATE.match(said)) and len(said) == 10
            case _:
                return
        if not right:
            self.fault(f"“default”不能是“{said}”", line, f"请写{wanted[kind]}")

    def _choices(self, table: Table, kind: str, line: int) -> tuple[str, ...]:
        node = table.get("choices")
        choices = self._tables.get(str(node)) if isinstance(node, Text) else None
        if choices is None:
            choices = self.texts(table, "choices")
        if (kind == "choice") != bool(choices):
            self.fault("choices 与 type 不相称", line, "type: choice 要有 choices，其他的不要")
        return choices

    def _plan(self, table: Table) -> Plan:
        self.known(table, PLAN_KEYS, ("topics",))
        topics, parts = self.under(table, "topics"), self.under(table, "parts")
        months = self.under(table, "months")
        return Plan(
            sections=self._span(self.under(table, "sections"), Plan().sections),
            points=self._span(self.under(table, "points"), Plan().points),
            pending=self._pending(self.under(table, "pending")),
            topics=tuple(self._topic(topics, name) for name in topics),
            parts=tuple(self._part(parts, name) for name in parts),
            months={word: self._months(months, word) for word in months},
            headings=self._headings(self.under(table, "headings")),
            cues=self._cues(self.under(table, "cues")),
        )

    def _headings(self, table: Table) -> HeadingPlan:
        self.known(table, HEADING_KEYS)
        tags, without, first = (self.texts(table, key) for key in ("tags", "without", "first"))
        return HeadingPlan(tags, without, first)

    def _cues(self, table: Table) -> CuePlan:
        self.known(table, CUE_KEYS)
        return CuePlan(self.texts(table, "holding"), self.texts(table, "without"))

    def _pending(self, table: Table) -> Pending:
        self.known(table, PENDING_KEYS)
        where = self.place(table.line)
        return Pending(self.text(table, "heading"), self.text(table, "points"), where)

    def _months(self, table: Table, word: str) -> Span:
        said = _MONTHS.match(self.text(table, word))
        span = Span(int(said[1]), int(said[2])) if said else Span(0, 0)
        if not 1 <= span.least <= span.most <= 12:
            self.fault(f"“{word}”的月份不对", table.lines[word], "请写成 1-4 这样的起止月份")
        return span

    def _span(self, table: Table, usual: Span) -> Span:
        self.known(table, SPAN_KEYS)
        least = self.number(table, "least", usual.least, 1, 20)
        return Span(least, self.number(table, "most", max(usual.most, least), least, 20))

    def _topic(self, topics: Table, name: str) -> TopicPlan:
        table = self.known(self.table(topics[name], name), TOPIC_KEYS)
        lack = self.phrase(self.text(table, "lack"), self.line(table, "lack"), frozenset())
        return TopicPlan(name, lack, self._yes(table, "must"), self._yes(table, "asked"))

    def _yes(self, table: Table, key: str) -> bool:
        said = self.text(table, key).lower()
        if said and said not in YES | NO:
            self.fault(f"“{key}”不能是“{said}”", self.line(table, key), "请写 是 或 否")
        return said in YES

    def _part(self, parts: Table, name: str) -> PartPlan:
        table = self.known(self.table(parts[name], name), PART_KEYS)
        wordings = self.each(table, "wordings", self._wording)
        if name in self._asked or name in _TAKEN:
            self.fault(f"“{name}”已有别的意思", parts.lines[name], "请给这一部分另取一个名字")
        for kind in self.texts(table, "kinds"):
            if not _KIND.match(kind):
                what = f"“{kind}”不是短语的种类"
                self.fault(what, self.line(table, "kinds"), "请写短语文件的名字，不带路径和 .yaml")
        return PartPlan(
            name=name,
            kinds=self.texts(table, "kinds"),
            wordings=tuple(self._named(name, n, w) for n, w in enumerate(wordings, 1)),
            holding=self._slotted(table, "holding"),
            without=self._slotted(table, "without"),
            most=self.number(table, "most", 0, 0, 10_000),
            weight=self.number(table, "weight", 1, 0, MOST_WEIGHT),
            line=self.line(table, "kinds"),
        )

    def _slotted(self, table: Table, key: str) -> tuple[str, ...]:
        line = self.line(table, key)
        return tuple(self.phrase(said, line, self._slots) for said in self.texts(table, key))

    def _wording(self, node: Node) -> Wording:
        if isinstance(node, Text):
            return Wording(self._worded(node, node.line))
        table = self.known(self.table(node), WORDING_KEYS, ("text",))
        organs, levels = (self._among(table, key) for key in ("organs", "levels"))
        phrase = self._worded(self.text(table, "text"), self.line(table, "text"))
        since, until = self._date(table, "since"), self._date(table, "until")
        return Wording(phrase._replace(organs=organs), since, until, levels)

    def _worded(self, text: str, line: int) -> Phrase:
        source = Source(self._file.name, line)
        return Phrase("", self.phrase(text, line, self._slots), sources=(source,))

    def _among(self, table: Table, key: str) -> tuple[str, ...]:
        said = self.texts(table, key)
        return tuple(
            self.among(each, key, self.line(table, key), self._tables[key]) for each in said
        )

    def _date(self, table: Table, key: str) -> str:
        said = self.text(table, key)
        if said and not _DATE.match(said):
            self.fault(f"“{key}”不是日期", self.line(table, key), "请写成 2026 或 2026-03")
        return said

    def _named(self, part: str, number: int, said: Wording) -> Wording:
        name = f"{self._file.stem}.{part}.{number}"
        return said._replace(phrase=said.phrase._replace(id=name, kind=part))
