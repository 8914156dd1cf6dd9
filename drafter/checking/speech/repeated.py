"""What is said twice in one speech."""

import re
from collections.abc import Callable, Iterator

from drafter.checking.speech.series import articles
from drafter.model.speech import Hit, Line, Rule, Speech

_SENTENCE = re.compile(r"[^。！？]+[。！？]?[”’]?")
_CLAUSE = re.compile(r"[^。！？；：，、“”‘’《》（）—…\s]+")
_COINED = re.compile(
    r"[“‘](?P<said>[一二两三四五六七八九十]个[\u4e00-\u9fff]{2,4}|[二三四五六七八九十][\u4e00-\u9fff]{1,3})[”’]"
)
_SHORT = 2
"""Characters of “三关”; so short a one may be a name, as “八一”."""
_PENDING = re.compile(r"【[^【】]{0,60}】")


def sentences(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find whole sentences and headings that are said again."""
    least = rule.number("least")
    yield from _again(
        speech,
        _SENTENCE,
        lambda said, line: len(said) >= least or line.kind == "heading",
        near=True,
    )


def clauses(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find long clauses that are said again in another paragraph."""
    least, known = rule.number("least"), rule.lists.get("usual", ())
    usual = (*known, *(word for word, year in speech.known.eras.items() if not year))

    def is_told(said: str, line: Line) -> bool:
        return len(said) >= least and not any(word in said for word in usual)

    yield from _again(speech, _CLAUSE, is_told, near=False)


def _again(
    speech: Speech, pattern: re.Pattern[str], is_told: Callable[[str, Line], bool], near: bool
) -> Iterator[Hit]:
    """Find what is said again in another paragraph, and if `near` in the same one."""
    for lines in articles(speech):
        seen: dict[str, Line] = {}
        for line in lines:
            if line.kind not in ("heading", "paragraph"):
                continue
            start = len(line.ordinal)
            for found in pattern.finditer(line.text, start):
                said = found[0].strip("。！？ 　”’")
                if not is_told(said, line) or _PENDING.search(said):
                    continue
                again = said in seen
                first = seen.setdefault(said, line)
                if again and (near or first is not line):
                    at = line.text.index(said, found.start())
                    yield _said_again(line, at, said, first)


def _said_again(line: Line, at: int, said: str, first: Line) -> Hit:
    short = said if len(said) <= 20 else f"{said[:20]}…"
    what = f"“{short}”在第 {first.number} 行已经说过"
    return Hit(line, at, at + len(said), what, "请改写或删去一处")


def coined(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find coined numbers (“五个坚持”) in quotes that are said again, the occasion's own ones.

    One that everybody says, or that is as short as “三关”, counts where its members follow.
    """
    for lines in articles(speech):
        seen: dict[str, Line] = {}
        for line in lines:
            for found in _COINED.finditer(line.text):
                said = found["said"]
                usual = said in speech.known.eras or said in rule.lists.get("usual", ())
                if (usual or len(said) == _SHORT) and not _is_listed(line.text, found):
                    continue
                first = seen.setdefault(said, line)
                if first is not line:
                    yield _said_again(line, found.start(), found[0], first)


def _is_listed(text: str, found: re.Match[str]) -> bool:
    """Tell whether the members of a coined number follow it."""
    word = re.escape(found["said"][-2:])
    return re.match(f"[：:]|[，,]{word}", text[found.end() :]) is not None
