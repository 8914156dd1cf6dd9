"""Where something has changed in a list that shows another session."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest

from drafter.tui.flowing import Flowing
from drafter.tui.panes.pane import Pane
from drafter.tui.widgets.rows import Rows


@contextmanager
def place_of_change(pane: Pane) -> Iterator[None]:
    """Highlight the first row of `pane` that is then not as it was before."""
    lists = pane.query(Rows)
    before = [_texts(rows) for rows in lists]
    yield
    for rows, said in zip(lists, before, strict=False):
        at = _first_other(said, _texts(rows))
        if said and at is not None and rows.option_count:
            rows.highlighted = min(at, rows.option_count - 1)


def _texts(rows: Rows) -> list[str]:
    return [
        option.prompt.content.plain for option in rows.options if isinstance(option.prompt, Flowing)
    ]


def _first_other(before: list[str], after: list[str]) -> int | None:
    pairs = enumerate(zip_longest(before, after))
    return next((at for at, (one, other) in pairs if one != other), None)
