"""`drafter mine --review`: the user decides entry by entry."""

import os
import unicodedata
from collections.abc import Iterator, Mapping
from enum import Enum

import click

from drafter.archive.deciding import Deciding
from drafter.cli.streams import put, tell, visible
from drafter.errors import DrafterError
from drafter.model.phrase import Entry, Phrase

_HELP = "k 留 · e 改 · r 不要 · l 以后再说（直接回车也是） · q 离开 · ? 说明"
_SOURCES = 5
"""Most sources that are shown."""
_NO = ("n", "ｎ", "no", "不", "否", "不改", "不改了")
_BETWEEN = "|"
"""What stands between the members of a set in one line."""


class Answer(Enum):
    """What the user may say of an entry: a key, or a word."""

    KEEP = ("k", "留", "留下", "keep")
    EDIT = ("e", "改", "修改", "edit")
    REJECT = ("r", "不要", "不留", "reject")
    LATER = ("l", "以后", "以后再说", "later", "")
    QUIT = ("q", "离开", "退出", "quit")
    HELP = ("?", "说明", "帮助", "help")


_ANSWERS = {word: answer for answer in Answer for word in answer.value}


def review(deciding: Deciding, titles: Mapping[str, str]) -> bool:
    """Ask about every new entry; return whether all are decided."""
    entries = deciding.entries
    decided = 0
    try:
        for number, entry in enumerate(entries, 1):
            title = titles.get(entry.kind, entry.kind).partition("：")[0]
            put(_shown(entry, f"{number}/{len(entries)}  {title}", deciding.alike(entry)).encode())
            answer = _settled(entry, deciding)
            if answer is Answer.QUIT:
                break
            decided += answer is not Answer.LATER
    except (click.Abort, KeyboardInterrupt):
        tell("")
        tell(f"已停下：定下的 {decided} 条都已写好，再运行一次就会接着问")
        raise
    left = len(entries) - decided
    put(f"定了 {decided} 条，还剩 {left} 条{'，再运行一次就会接着问' if left else ''}\n".encode())
    return not left


def _settled(entry: Entry, deciding: Deciding) -> Answer:
    """Ask until the entry is decided or put off."""
    while True:
        answer = _asked()
        if answer is Answer.HELP:
            tell(_HELP)
            continue
        if answer is Answer.EDIT:
            changed = _edited(entry, deciding)
            if changed is None:
                continue
            deciding.keep(changed)
        elif answer is Answer.KEEP:
            deciding.keep(entry)
        elif answer is Answer.REJECT:
            deciding.reject(entry, _line("原因（可以不写）"))
        return answer


def _asked() -> Answer:
    """Return what the user says; full-width letters are letters."""
    while True:
        said = unicodedata.normalize("NFKC", _line("留 k / 改 e / 不要 r / 以后 l / 离开 q / ?"))
        if answer := _ANSWERS.get(said.strip().lower()):
            return answer
        tell(f"没有“{said}”这个回答：{_HELP}")


def _line(question: str) -> str:
    answer: str = click.prompt(
        question, default="", show_default=False, prompt_suffix="：", err=True
    )
    return answer


def _edited(entry: Entry, deciding: Deciding) -> Entry | None:
    """Return what the user makes of the entry, nothing when it is to stay as it was."""
    ask = _by_editor if os.environ.get("VISUAL") or os.environ.get("EDITOR") else _by_line
    said: str | None = None
    while said := ask(entry, deciding, said):
        try:
            if ask is _by_editor:
                return deciding.from_text(entry, said)
            return deciding.with_texts(entry, [text.strip() for text in said.split(_BETWEEN)])
        except DrafterError as error:
            tell(str(error))
    return None


def _by_editor(entry: Entry, deciding: Deciding, before: str | None) -> str:
    """Return the entry as the user leaves it in the editor; empty for no change."""
    if before and _line("再改一次吗（回车就是；n 不改了）").strip().lower() in _NO:
        return ""
    try:
        return (click.edit(before or deciding.as_text(entry), extension=".yaml") or "").strip()
    except click.ClickException:
        tell("编辑器打不开，或没有正常结束（请核对环境变量 VISUAL、EDITOR）")
        return ""


def _by_line(entry: Entry, _: Deciding, __: str | None) -> str:
    """Return the new text as it is typed; empty for no change."""
    how = "改成" if isinstance(entry, Phrase) else f"改成（各句之间用 {_BETWEEN} 隔开）"
    return _line(how).strip()


def _shown(entry: Entry, head: str, alike: list[str]) -> str:
    rows = ["", head, *_texts(entry)]
    if entry.topics:
        rows.append(f"主题：{'、'.join(entry.topics)}")
    rows += [f"近似：{text}" for text in alike]
    told = "、".join(f"{source.document}:{source.line}" for source in entry.sources[:_SOURCES])
    more = f" 等 {entry.seen} 处" if entry.seen > _SOURCES else ""
    return "".join(f"{visible(row)}\n" for row in [*rows, f"出处：{told}{more}"])


def _texts(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Phrase):
        yield f"  {entry.text}" + (f"（{entry.speaker}）" if entry.speaker else "")
        return
    yield f"  {entry.frame}"
    for member in entry.members:
        topics = f"〔{'、'.join(member.topics)}〕" if member.topics else ""
        yield f"  · {member.text}{topics}"
