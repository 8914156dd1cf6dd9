"""Checks of a tree against the shape it should have: file, line, key, fault, way out."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import NoReturn, TypeVar

from drafter.errors import Gathered, InputError
from drafter.model.slots import is_plain, nearest, slot_names
from drafter.storage.yaml.nodes import Items, Node, Table, Text, table_at
from drafter.storage.yaml.plain import plain_tree

T = TypeVar("T")
_WIDE = {
    **dict.fromkeys("“”‘’＂＇", "引号要用半角的，或者不写引号"),
    **dict.fromkeys("［］【】", "列表要用半角方括号，例如 [甲, 乙]"),
    **dict.fromkeys("｛｝", "要用半角花括号"),
    "：": "“：”要换成半角冒号加一个空格",
    "，": "列表里的“，”要换成半角逗号加一个空格",
    "、": "列表里的“、”要换成半角逗号加一个空格",
}
"""Marks of YAML as an input method types them, and what to say of each."""
_KINDS = {Text: "一段文字", Items: "一个列表", Table: "若干“键: 值”"}


class Checker:
    """Reads values out of the tree of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._faults: Gathered | None = None

    def together(self, read: Callable[[], T]) -> T:
        """Return what `read` gives; on the way faults are gathered where reading can go on."""
        self._faults = faults = Gathered()
        try:
            found = self.attempt(read)
        finally:
            self._faults = None
        if found is None or faults:
            raise faults.error()
        return found

    def attempt(self, read: Callable[[], T]) -> T | None:
        """Return what `read` gives, None after a fault that is told together with others."""
        if self._faults is None:
            return read()
        try:
            return read()
        except InputError as error:
            self._faults.add(error)
            return None

    def place(self, line: int) -> str:
        """Return file and line; line 0 is what `--set` put into the tree."""
        return f"{self.path}:{line}" if line else "--set"

    def fault(self, what: str, line: int, remedy: str) -> NoReturn:
        """Raise the error for something wrong at `line`."""
        raise InputError(what, where=self.place(line), remedy=remedy)

    def _wrong(self, node: Node, wanted: str, key: str) -> NoReturn:
        said = f"“{key}”" if key else "这里"
        line = node.line
        remedy = (mistyped(node) if isinstance(node, Text) else "") or f"请写成{wanted}"
        self.fault(f"{said}应当是{wanted}，现在是{_KINDS[type(node)]}", line, remedy)

    def table(self, node: Node, key: str = "") -> Table:
        """Return `node` if it is a mapping; nothing counts as an empty one."""
        if isinstance(node, Table):
            return node
        if not node:
            return table_at(node.line)
        return self._wrong(node, _KINDS[Table], key)

    def under(self, table: Table, key: str) -> Table:
        """Return the mapping under `key`, an empty one when it is not there."""
        return self.table(table.get(key, table_at(table.line)), key)

    def known(self, table: Table, keys: Iterable[str], required: Iterable[str] = ()) -> Table:
        """Return `table` if it has no key but `keys` and every one of `required`."""
        allowed = keys if isinstance(keys, frozenset) else frozenset(keys)
        missing = next((key for key in required if not table.get(key)), "")
        if not table.keys() <= allowed:
            self._unknown(table, sorted(allowed), is_enough=not missing)
        if missing:
            self.fault(f"缺少“{missing}”", table.line, f"请加上“{missing}: …”")
        return table

    def _unknown(self, table: Table, allowed: list[str], is_enough: bool) -> None:
        """Tell of the keys that nobody knows; without them the table may say enough to go on."""
        for key in table:
            if key not in allowed:
                like = nearest(key, allowed)
                remedy = f"是不是 {like}？" if like else "可用的有：" + "、".join(allowed)
                fault = InputError(
                    f"不认识“{key}”", where=self.place(table.lines[key]), remedy=remedy
                )
                if self._faults is None or not is_enough:
                    raise fault
                self._faults.add(fault)

    def text(self, table: Table, key: str) -> str:
        """Return the text under `key`, empty when it is not there."""
        node = table.get(key, "")
        if isinstance(node, (Table, Items)):
            if not node:
                return ""
            self._wrong(node, _KINDS[Text], key)
        return str(node)

    def line(self, table: Table, key: str) -> int:
        """Return the line of the value under `key`, or of the table without it."""
        node = table.get(key)
        return node.line if node is not None else table.line

    def number(self, table: Table, key: str, otherwise: int, least: int, most: int) -> int:
        """Return the whole number under `key`, between `least` and `most`."""
        said = self.text(table, key)
        if not said:
            return otherwise
        if not (said.isdecimal() and len(said) < 9 and least <= int(said) <= most):
            line = self.line(table, key)
            self.fault(f"“{key}”不能是“{said}”", line, f"请写 {least} 到 {most} 之间的整数")
        return int(said)

    def one_of(self, table: Table, key: str, options: Iterable[str]) -> str:
        """Return the text under `key`, which is empty or one of `options`."""
        said = self.text(table, key)
        return self.among(said, key, self.line(table, key), options) if said else ""

    def among(self, said: str, key: str, line: int, options: Iterable[str]) -> str:
        """Return `said` if it is one of `options`."""
        allowed = list(options)
        if said not in allowed:
            like, typed = nearest(said, allowed), mistyped(said)
            remedy = f"是不是 {like}？" if like else "可以写：" + "、".join(allowed)
            remedy = f"{typed}；{remedy}" if typed else remedy
            self.fault(f"“{key}”不能是“{said}”", line, remedy)
        return said

    def each(self, table: Table, key: str, read: Callable[[Node], T]) -> tuple[T, ...]:
        """Return what `read` makes of every item of the list under `key`."""
        node = table.get(key)
        if not node:
            return ()
        if not isinstance(node, Items):
            self._wrong(node, _KINDS[Items], key)
        if self._faults is None:
            return tuple(read(item) for item in node)
        found = (self.attempt(partial(read, item)) for item in node)
        return tuple(item for item in found if item is not None)

    def texts(self, table: Table, key: str) -> tuple[str, ...]:
        """Return the texts under `key`; a single text is a list of one."""
        node = table.get(key)
        if isinstance(node, Text):
            return (str(node),) if node else ()
        return self.each(table, key, lambda item: self.scalar(item, key))

    def scalar(self, node: Node, key: str = "") -> str:
        """Return `node` if it is a text."""
        if not isinstance(node, Text):
            self._wrong(node, _KINDS[Text], key)
        return str(node)

    def phrase(self, text: str, line: int, slots: frozenset[str] | None) -> str:
        """Return `text` if every slot in it is one of `slots`; without them any will do."""
        if "{" not in text:
            return str(text)
        if not is_plain(text):
            self.fault("短语里的空位写法不对", line, "请写成 {{ 名称 }}，例如 {{ region }}")
        for name in slot_names(text) if slots is not None else ():
            if slots is not None and name not in slots:
                like = nearest(name, list(slots))
                remedy = f"是不是 {like}？" if like else "可用的名称见 vocabulary.yaml"
                self.fault(f"没有“{name}”这个空位", line, remedy)
        return str(text)


def mistyped(said: str) -> str:
    """Return what to say of a value that has full-width marks for those of YAML, else nothing."""
    if said[:1] == "-" and said[1:2].strip():
        return "“-”后面要空一格"
    return next((_WIDE[each] for each in said if each in _WIDE), "")


def checked_table(text: str, path: str, first_line: int = 1) -> tuple[Checker, Table]:
    """Return the mapping that the YAML in `text` holds, and a checker for it."""
    checker = Checker(path)
    return checker, checker.table(tree_of(text, path, first_line))


def tree_of(text: str, path: str, first_line: int = 1) -> Node:
    """Return the tree of the YAML in `text`; what is written plainly needs no YAML library."""
    found = plain_tree(text, first_line)
    if found is not None:
        return found
    from drafter.storage.yaml.tree import read_tree  # loads the YAML library

    return read_tree(text, path, first_line)
