"""`drafter check --fix`: what needs no thought is put right, shown first."""

from pathlib import Path

import click

from drafter.checking.speech.fixes import fixable, mended
from drafter.cli.check_reading import Checked, Desk
from drafter.cli.diffs import unified
from drafter.cli.streams import put, tell
from drafter.errors import InputError
from drafter.model.speech import Found
from drafter.storage.files import read_bytes, write_through
from drafter.storage.readers.plain import encoded_like, text_in
from drafter.storage.word_mending import mended_word
from drafter.storage.word_paragraph import Change

_TEXTS = (".md", ".markdown", ".txt", "")
_ROUNDS = 5
"""How often a text is looked over again for what mending brought to light."""
_YES = ("y", "ｙ", "yes", "是", "好", "改")


def fixed(checked: Checked, desk: Desk, yes: bool) -> Checked:
    """Return what is left after the faults of a file were put right, if the user wants it."""
    wanted = fixable(checked.found)
    if not wanted:
        return checked
    path = Path(checked.name)
    if checked.word:
        return _word(checked, wanted, desk, yes)
    if path.suffix.lower() not in _TEXTS or any(each.place for each in wanted):
        tell(f"{path}：这种文件不能代改，请照下面的提示自己改")
        return checked
    after = _mended(checked, desk)
    if after.data == checked.data:
        return checked
    before, becomes = (text_in(each.data, checked.name) for each in (checked, after))
    return _written(checked, after, path) if _agreed(path, before, becomes, yes) else checked


def _mended(checked: Checked, desk: Desk) -> Checked:
    """Return a text with its faults mended, and the faults that come to light with that."""
    found = checked
    for _ in range(_ROUNDS):
        before = text_in(found.data, checked.name)
        after = mended(before, found.found)
        if after == before:
            return found
        found = desk.checked(checked.name, encoded_like(checked.data, after, checked.name))
    return _with_rest(found, 0)


def _with_rest(found: Checked, left: int) -> Checked:
    """Return what was mended; where more could be than the `left` that are told, that is said."""
    unfinished = len(fixable(found.found)) > left
    if unfinished:
        tell(f"{found.name}：毛病太多，这一遍改不完；改好后请再运行一遍")
    return found._replace(unfinished=unfinished)


def _word(checked: Checked, wanted: list[Found], desk: Desk, yes: bool) -> Checked:
    path = Path(checked.name)
    lines = checked.text.split("\n")
    changes = [
        Change(each.line, each.column - 1, each.end_column - 1, each.text, each.fix or "")
        for each in wanted
    ]
    data, left = mended_word(checked.data, lines, changes, checked.name)
    if left:
        why = "在自动编号、修订、域或跨格式的文字里，或与文件里的文字对不上"
        tell(f"{path}：{left} 处{why}，不能代改，请在 Word 里改")
    if data == checked.data:
        return checked
    after = _with_rest(desk.checked(checked.name, data), left)
    before, becomes = _shown(checked), _shown(after)
    return _written(checked, after, path) if _agreed(path, before, becomes, yes) else checked


def _shown(checked: Checked) -> str:
    """Return the text of a document without its page breaks."""
    return checked.text.replace("\x0c", "") + "\n"


def _agreed(path: Path, before: str, after: str, yes: bool) -> bool:
    """Show what would change and ask, unless the answer is known."""
    lines = unified(path, before.encode(), after.encode())
    put("".join(f"{line}\n" for line in lines).encode())
    if yes:
        return True
    try:
        said: str = click.prompt(
            "改吗（y 改；回车不改）", default="", show_default=False, prompt_suffix="：", err=True
        )
    except click.Abort as error:
        remedy = "不能回答时，请加 --yes"
        raise InputError("没有回答，什么也没有改", where=str(path), remedy=remedy) from error
    return said.strip().lower() in _YES


def _written(before: Checked, after: Checked, path: Path) -> Checked:
    """Write the file, unless it was changed in the meantime, and return what is left in it."""
    if read_bytes(path) != before.data:
        remedy = "请再运行一遍"
        raise InputError("这个文件刚才又被改过，没有动它", where=str(path), remedy=remedy)
    write_through(path, after.data)
    tell(f"已改好 {path}")
    return after
