"""What would change in files, as a unified diff."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from drafter.cli.streams import visible

_CONTEXT = 3
_STOP = "\uf8ff"
"""Stands for the end of a line while all others that a terminal would obey are made visible."""
_NO_NEWLINE = "\\ 文件末尾没有换行"
_Change = tuple[str, int, int, int, int]
"""What happens to which lines of the old and of the new text."""


def unified(path: Path, before: bytes, after: bytes) -> Iterator[str]:
    """Yield the lines of the diff; what both have at their start is not even compared."""
    old, new = _lines(before), _lines(after)
    same = max(_same(old, new) - _CONTEXT, 0)
    yield f"--- {visible(path.as_posix())}"
    yield f"+++ {visible(path.as_posix())}"
    matcher = SequenceMatcher(None, old[same:], new[same:])
    for group in matcher.get_grouped_opcodes(_CONTEXT):
        yield _place(group[0], group[-1], same)
        for what, start, end, start_new, end_new in group:
            if what == "equal":
                yield from (f" {line}" for line in old[same + start : same + end])
                continue
            yield from (f"-{line}" for line in old[same + start : same + end])
            yield from (f"+{line}" for line in new[same + start_new : same + end_new])


def _place(first: _Change, last: _Change, same: int) -> str:
    (_, start, _, start_new, _), (_, _, end, _, end_new) = first, last
    return f"@@ -{_span(same, start, end)} +{_span(same, start_new, end_new)} @@"


def _span(same: int, start: int, end: int) -> str:
    return f"{same + start + (end > start)},{end - start}"


def _lines(content: bytes) -> list[str]:
    """Return the lines as a terminal may show them."""
    lines = visible(content.decode("utf-8", "replace").replace("\n", _STOP)).split(_STOP)
    last = lines.pop()
    return [*lines, f"{last}\n{_NO_NEWLINE}"] if last else lines


def _same(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many lines both begin with."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))
