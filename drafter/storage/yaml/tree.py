"""YAML read as text: no type is guessed, and every value knows its line."""

from collections.abc import Iterator
from typing import Any

import yaml

from drafter.errors import Gathered, InputError
from drafter.storage.collector import collector_paused
from drafter.storage.yaml.nodes import Items, Node, Table, Text, table_at, text_at
from drafter.storage.yaml.unwanted import UNWANTED, hidden_character

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # used for its events only
_Event = Any  # libyaml and the Python parser have each their own types
_Mark = Any
EMPTY = {"", "~", "null", "Null", "NULL"}
_MARKED = "不支持 & 锚点和 ! 标签；文字里有这些符号时要加引号"
_DEEPEST = 50  # far below, libyaml's time grows with the square of the depth


def read_tree(text: str, where: str, first_line: int = 1) -> Node:
    """Return the tree of the one YAML document in `text`, which starts at `first_line` of a file.

    `where` names the file in errors.
    """
    if "\0" in text:
        raise InputError("这不是文字文件", where=where, remedy="请核对是不是选错了文件")
    builder = _Builder(where, first_line - 1)
    parser = None
    try:
        parser = _Parser(text)
        with collector_paused():
            builder.take(iter(parser.get_event, None))
    except yaml.reader.ReaderError as error:
        raise _unreadable(text, where, first_line) from error
    except yaml.MarkedYAMLError as error:
        raise builder.with_all(_faulty(text, where, first_line, error)) from error
    except InputError as error:
        raise builder.with_all(error) from error
    finally:
        if parser is not None:
            parser.dispose()
    if builder.faults:
        raise builder.faults.error()
    return builder.root if builder.root is not None else text_at("", first_line)


def _faulty(text: str, where: str, first_line: int, error: yaml.MarkedYAMLError) -> InputError:
    from drafter.storage.yaml.faults import blamed  # only a fault has need of it

    fault = blamed(text, error)
    place = f":{fault.line + first_line}:{fault.column + 1}" if fault.line >= 0 else ""
    return InputError(fault.what, where=where + place, remedy="请按 YAML 的写法改正")


def _unreadable(text: str, where: str, first_line: int) -> InputError:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    start = found.start() if found else 0
    line = text.count("\n", 0, start) + first_line
    column = start - text.rfind("\n", 0, start)
    place = f"{where}:{line}:{column}"
    return hidden_character(found[0] if found else "", place)


class _Builder:
    """Grows the tree event by event, without recursion."""

    def __init__(self, where: str, above: int) -> None:
        self.where = where
        self.root: Node | None = None
        self.faults = Gathered()
        """What does not keep one from reading on."""
        self._above = above + 1
        self._open: list[Table | Items] = []
        self._keys: list[str | None] = []
        self._documents = 0

    def take(self, events: Iterator[_Event]) -> None:
        """Take all events of a stream."""
        scalar_event = yaml.ScalarEvent
        starts = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        for event in events:
            kind = type(event)
            if kind is scalar_event:
                self._scalar(event)
            elif kind in starts:
                self._start(event)
            elif kind in ends:
                self._open.pop()
                self._keys.pop()
            else:
                self._aside(event)

    def with_all(self, last: InputError) -> InputError:
        """Return the error for all faults, `last` the one that reading stopped at."""
        self.faults.add(last)
        return self.faults.error()

    def fault(self, what: str, mark: _Mark) -> InputError:
        """Return an error at `mark`."""
        return InputError(what, where=self._place(mark), remedy="请按 YAML 的写法改正")

    def _place(self, mark: _Mark) -> str:
        return f"{self.where}:{mark.line + self._above}:{mark.column + 1}"

    def _scalar(self, event: _Event) -> None:
        if event.anchor or event.tag:
            self.faults.add(self.fault(_MARKED, event.start_mark))
        value = event.value
        if not value.isprintable() and (found := UNWANTED.search(value)):
            self.faults.add(hidden_character(found[0], self._place(event.start_mark)))
        if self._keys and self._keys[-1] is None and type(self._open[-1]) is Table:
            self._key(value, event.start_mark)
            return
        if value in EMPTY and event.implicit[0]:
            value = ""
        text = Text(value)
        text.line = event.start_mark.line + self._above
        self._add(text)

    def _key(self, name: str, mark: _Mark) -> None:
        table = self._open[-1]
        assert isinstance(table, Table)
        if name in table:
            what = f"“{name}”写了两次，第一次在第 {table.lines[name]} 行"
            self.faults.add(self.fault(what, mark))
        else:
            table.lines[name] = mark.line + self._above
        self._keys[-1] = name

    def _start(self, event: _Event) -> None:
        if event.anchor or event.tag:
            self.faults.add(self.fault(_MARKED, event.start_mark))
        if self._keys and self._keys[-1] is None and type(self._open[-1]) is Table:
            raise self.fault("键只能是一个词（“{{”开头的文字要加引号）", event.start_mark)
        node = table_at() if isinstance(event, yaml.MappingStartEvent) else Items()
        node.line = event.start_mark.line + self._above
        if len(self._open) == _DEEPEST:
            raise self.fault("括号或缩进的层次太多", event.start_mark)
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        into = self._open[-1]
        if type(into) is Items:
            into.append(node)
            return
        key = self._keys[-1]
        assert key is not None and isinstance(into, Table)
        into[key] = node
        self._keys[-1] = None

    def _aside(self, event: _Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            raise self.fault("不支持 * 引用；文字以 * 开头时要加引号", event.start_mark)
        if isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise self.fault("一个文件里只能有一份内容，多了一行“---”", event.start_mark)
