"""The wizard on banks of 10,000 and 100,000 phrases, beside Textual apps that do nothing."""

import os
import random
import statistics
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from large_bank import VERBS, WORDS, write_bank
from side_by_side import alternate, at_home_in, program
from terminals import LINES, Terminal

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals"),
]

FIRST_PAINT = 1.5
KEY = 1.4
KEY_AT_WORST = 2.0
STARTS = 15
KEYS = int(os.environ.get("DRAFTER_KEYS", "300"))
UNMEASURED = 10

EMPTY = "from textual.app import App\nApp().run()"
LAST_LINE = f"\x1b[{LINES};1H"
ONE_INPUT = """
from textual.app import App
from textual.widgets import Input
class OneInput(App):
    def compose(self):
        yield Input()
OneInput().run()
"""
TO_THE_LIST = (
    ("\r", "由此："), ("\x1b[15~", "6"), ("5", "结尾号召"), ("\r", "主题："), ("\x1b[Z", "全部")
)  # fmt: skip
"""Keys from the start to the list of all closings, and what shows that they have done it."""


@pytest.fixture(scope="module", params=[10_000, 100_000])
def here(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a bank of so many phrases."""
    folder = tmp_path_factory.mktemp("here")
    write_bank(folder / "phrasebank", request.param)
    return folder


def test_first_paint(here: Path) -> None:
    """From the start of the process until the start screen, templates and all, is written."""
    drafter, environment = program("drafter"), at_home_in(here)

    def ours() -> float:
        with Terminal([drafter], here, environment) as terminal:
            return terminal.until("讲话提纲", "办公室工作会议讲话", "帮助")

    def theirs() -> float:
        with Terminal([sys.executable, "-c", EMPTY], here, environment) as terminal:
            return terminal.until(LAST_LINE)

    compared = alternate(ours, theirs, STARTS)
    print(compared.told("drafter, first paint", "empty Textual app"))
    assert compared.ratio <= FIRST_PAINT


def keys(chance: random.Random) -> Iterator[str]:
    """Yield keys of searches: words as an input method sends them, pinyin, and back again."""
    while True:
        kind = chance.randrange(4)
        text = chance.choice(WORDS) if kind else chance.choice(["gz", "ls", "dy", "bg", "wj"])
        text = chance.choice(VERBS) + text if kind == 1 else text
        yield from text
        yield from "\x7f" * len(text)


def worst(times: list[float]) -> float:
    """Return the 99th percentile."""
    return statistics.quantiles(times, n=100)[98]


def test_a_key_in_the_search_field(here: Path) -> None:
    """From a key until the last byte of what it changed, in two programs in turn."""
    environment = at_home_in(here)
    chance = keys(random.Random(1))
    with (
        Terminal([program("drafter")], here, environment) as ours,
        Terminal([sys.executable, "-c", ONE_INPUT], here, environment) as theirs,
    ):
        ours.until("帮助")
        theirs.settle(2)
        for key, shown in TO_THE_LIST:
            ours.settle(1)
            ours.type(key)
            ours.until(shown)
        ours.settle(10)
        pairs = [(ours.press(key), theirs.press(key)) for key in islice(chance, UNMEASURED + KEYS)]
    mine, other = (list(times) for times in zip(*pairs[UNMEASURED:], strict=True))
    median = statistics.median(mine) / statistics.median(other)
    at_worst = worst(mine) / worst(other)
    print(
        f"\na key: drafter {statistics.median(mine) * 1000:.1f} ms, at worst {worst(mine) * 1000:.1f}"
        f" · one Input {statistics.median(other) * 1000:.1f} ms, at worst {worst(other) * 1000:.1f}"
        f" · ratio {median:.2f}, at worst {at_worst:.2f} ({KEYS} keys)"
    )
    assert median <= KEY
    assert at_worst <= KEY_AT_WORST
