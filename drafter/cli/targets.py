"""Files that a command is told to write: named, apart from each other, never the spec."""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.errors import InputError
from drafter.storage.files import is_file, is_there

STDIN = "-"


class Target(NamedTuple):
    """A file to write, and the option that names it."""

    option: str
    name: str


def checked_targets(targets: Sequence[Target], spec: str, keep: Iterable[str]) -> None:
    """Refuse names that are none, a file named twice, and the spec unless `keep` allows it."""
    allowed = frozenset(keep)
    own = _place(spec) if spec != STDIN else ""
    seen: dict[str, Target] = {}
    for target in targets:
        named(target.option, target.name)
        place = _place(target.name)
        if place in seen and not _is_device(target.name):
            first = seen[place].option
            what = (
                f"{first} 和 {target.option} 写的是同一个文件"
                if first != target.option
                else (f"{first} 把同一个文件写了两次")
            )
            raise InputError(what, where=target.name, remedy="请换一个名字")
        if place == own and target.option not in allowed:
            raise InputError(
                f"{target.option} 会覆盖说明书", where=target.name, remedy="请换一个名字"
            )
        seen[place] = target


def named(option: str, name: str) -> None:
    """Refuse a name that is none."""
    if name in ("", STDIN):
        raise InputError(f"{option} 后面没有写名称", where="drafter", remedy="请写明文件或文件夹")


def given_paths(names: Iterable[str], command: str) -> list[Path]:
    """Return the paths that `command` was given; an empty one would be the working folder."""
    paths = list(names)
    if "" in paths:
        remedy = "请核对引号和变量"
        raise InputError("有一个路径是空的", where=f"drafter {command}", remedy=remedy)
    return [Path(name) for name in paths]


def _is_device(name: str) -> bool:
    return is_there(name) and not is_file(name)


def _place(name: str) -> str:
    """Return the path that `name` leads to; a loop of links is told when it is written."""
    try:
        return os.path.normcase(Path(name).resolve())
    except (OSError, RuntimeError, ValueError):
        return name
