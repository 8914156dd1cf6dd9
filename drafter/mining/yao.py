"""Sentences of the “要…要…” family: two or more parallel members with the modal 要."""

import re
from collections.abc import Iterator

_FIXED = (
    "主要 重要 需要 必要 要求 首要 要素 要点 要害 要务 要件 要情 紧要 简要 摘要 纪要 要领 要义 扼要 只要 么要 要是 将要 概要 "
    "次要 机要 要道 要闻 要地 要塞 政要 要职 要员 要紧 之要 要者 提要 要事 要不要 就要 要么 首要 要诀 要旨 要目 要价 险要 显要 要案"
).split()
_MODAL = re.compile("|".join(map(re.escape, _FIXED)) + "|(要)")
_QUOTED = re.compile(r"“[^“”]*”")
_PART = re.compile(r"[^；]+；?")


def members(text: str) -> int:
    """Return how often the modal 要 stands in `text`; 主要, 重要, 需要 and the like do not count."""
    return sum(found[1] is not None for found in _MODAL.finditer(text))


def yao(sentence: str) -> Iterator[str]:
    """Yield what of `sentence` is a chain of 要 members: a quotation, a part, or all of it."""
    if sentence.count("要") < 2:
        return
    yield from (
        found.group()[1:-1] for found in _QUOTED.finditer(sentence) if members(found.group()) >= 2
    )
    counts = [(part, members(_QUOTED.sub("", part))) for part in _PART.findall(sentence)]
    if sum(count for _, count in counts) < 2:
        return
    full = [part for part, count in counts if count]
    yield full[0] if len(full) == 1 and len(counts) > 1 else sentence
