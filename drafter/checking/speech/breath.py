"""What is too long to be read in one breath."""

import re
from collections.abc import Iterator

from drafter.model.speech import Hit, Rule, Speech

_PAUSE = re.compile(r"[，。、；：！？,;:!?…—\s“”‘’《》（）()]+")
_STOP = re.compile(r"[。！？!?]+[”’）]?")


def breaths(speech: Speech, rule: Rule) -> Iterator[Hit]:
    """Find stretches without a pause, and sentences, of more characters than can be read."""
    for line in speech.lines:
        if line.kind == "paragraph":
            for start, end in _long(line.text, _PAUSE, rule.number("clause")):
                what = f"一口气 {end - start} 个字，中间没有停顿"
                yield Hit(line, start, end, what, "请断开，或删去几个定语")
            for start, end in _long(line.text, _STOP, rule.number("sentence")):
                what = f"这一句有 {end - start} 个字"
                yield Hit(line, start, end, what, "请分成几句")


def _long(text: str, between: re.Pattern[str], most: int) -> Iterator[tuple[int, int]]:
    start = 0
    for found in between.finditer(text):
        if found.start() - start > most:
            yield start, found.start()
        start = found.end()
    if len(text) - start > most:
        yield start, len(text)
