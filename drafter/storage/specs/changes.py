"""What `--set` changes in a tree."""

from drafter.errors import InputError
from drafter.storage.yaml.nodes import Items, Node, Table, Text, table_at, text_at
from drafter.storage.yaml.unwanted import UNWANTED, hidden_character


def change(top: Table, said: str) -> None:
    """Put the `key=value` that was said into the tree below `top`.

    Dots lead down, numbers count list items from 1.
    """
    if found := UNWANTED.search(said):
        raise hidden_character(found[0], "--set")
    key, equals, value = said.partition("=")
    if not equals or not key.strip():
        raise InputError(f"“{said}”不成样子", where="--set", remedy="请写成 键=值")
    _put(top, key.strip().split("."), text_at(value.strip()), key.strip())


def _put(top: Table, path: list[str], value: Text, said: str) -> None:
    node: Node = top
    for key, below in zip(path, [*path[1:], None], strict=True):
        node = _step(node, key, value if below is None else None, said)


def _step(node: Node, key: str, value: Text | None, said: str) -> Node:
    """Return what lies under `key`, made when it is not there; with a value, put that there."""
    if isinstance(node, Items):
        return _item(node, key, value, said)
    if not isinstance(node, Table):
        raise InputError(f"“{said}”：“{key}”的上一级不能再分", where="--set", remedy="请核对键名")
    if value is not None or not isinstance(node.get(key), (Table, Items)):
        node[key] = table_at() if value is None else value
        node.lines[key] = 0
    return node[key]


def _item(node: Items, key: str, value: Text | None, said: str) -> Node:
    if not (key.isdecimal() and 1 <= int(key) <= len(node)):
        raise InputError(
            f"“{said}”：这里是有 {len(node)} 项的列表，没有第“{key}”项",
            where="--set",
            remedy=f"请写 1 到 {len(node)} 的序号" if node else "请在文件里写好列表",
        )
    at = int(key) - 1
    if value is not None:
        node[at] = value
    return node[at]
