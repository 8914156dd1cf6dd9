"""Reading takes time linear in the length, whatever the shape of the text."""

import time
from collections.abc import Callable

import pytest

from drafter.locations import shipped_phrasebank
from drafter.mining.parse import Parser
from drafter.storage.collector import collector_paused
from drafter.storage.lexicon import load_lexicon

pytestmark = pytest.mark.benchmark

PARSER = Parser(load_lexicon(shipped_phrasebank()), whole=True)
SHAPES: dict[str, Callable[[int], str]] = {
    "many short lines": lambda size: "一份文件，\n要办好。\n" * size,
    "one long line without stops": lambda size: "文件要办好" * (size * 40),
    "one long line of points": lambda size: "一是办文，二是办会，三是办事，" * size,
    "equal short sentences": lambda size: "文件要办好。会议要开好。" * size,
    "marked paragraphs": lambda size: "一、讲学习\n（一）读得深。要读。\n" * (size // 4),
    "open quotations": lambda size: "他说“要办好，《办文" * size,
    "numbers": lambda size: "办14公室12办 3 公" * (size * 20),
}


def seconds(text: str) -> float:
    """Return the time of reading, the collector paused as `drafter parse` pauses it."""
    with collector_paused():
        start = time.process_time()
        PARSER.document(text)
        return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES)
def test_twice_the_text_takes_less_than_three_times_as_long(shape: str) -> None:
    text, twice = (SHAPES[shape](size) for size in (600, 1200))
    times = [(seconds(text), seconds(twice)) for _ in range(4)]
    once, double = (min(column) for column in zip(*times, strict=True))
    if once < 0.005:
        pytest.skip(f"{once * 1000:.2f} ms are too short to compare")
    assert double < 3 * once
