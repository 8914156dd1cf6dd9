"""Lists joined by 、: where their members begin and end."""

from collections.abc import Sequence

from drafter.mining.holding import list_holds, pair_holds
from drafter.mining.neighbours import HEADS, clean, cut, echoed, leading, parallel, unquoted
from drafter.mining.wording import Wording

_LEAST = 3
"""Shortest member, and fewest members of one length."""
_MOST = 40
"""Members of one list at the most."""
_AFTER = frozenset("的等上下中为“")
"""Letters that may follow the last member at once."""

Found = tuple[int, tuple[str, ...]]
"""Where to go on, and the members found."""


def lists(text: str, wording: Wording) -> list[tuple[str, ...]]:
    """Return the lists of `text` whose members share a construction."""
    items = text.split("、")
    if "“" in text:
        items = [unquoted(item) if "“" in item or "”" in item else item for item in items]
    if len(items) == 2:
        return _pair(items, wording)
    found: list[tuple[str, ...]] = []
    sizes = list(map(len, items))
    at, last = 0, len(items) - 1
    while at < last:
        end, run = _even(items, sizes, at) if at + 1 < last else (at, ())
        if not run and sizes[at] >= _LEAST <= sizes[at + 1] and _may_frame(items, at):
            end, run = _framed(items, at)
        if run and _holds(run, wording):
            found.append(run)
        elif len(run) < 3:
            end = at + 1
        at = end
    return found


def _may_frame(items: Sequence[str], at: int) -> bool:
    return "的" in items[at + 1] or _alike(items[at], items[at + 1])


def _headed(items: Sequence[str], at: int) -> bool:
    """Return whether the items behind `at` open with one function word."""
    head = items[at + 1][:1]
    return head in HEADS and items[at + 2][:1] == head


def _pair(items: Sequence[str], wording: Wording) -> list[tuple[str, ...]]:
    first, second = items
    if "的" in second:
        second = cut(second, (first,))
    if len(first) < _LEAST or len(second) < _LEAST or not _alike(first, second):
        return []
    if not (head := leading(first, second)):
        return []
    run = clean(head), clean(second)
    return [run] if pair_holds(*run, "、", wording) else []


def _alike(first: str, second: str) -> bool:
    """Return whether two neighbours may share a frame."""
    if second[0] in first:
        return True
    return first[-1] == second[-1] or first[-2] == second[-2] or first[-3] == second[-3]


def _holds(run: Sequence[str], wording: Wording) -> bool:
    if len(run) == 2:
        return pair_holds(run[0], run[1], "、", wording)
    return list_holds(run, wording)


def _even(items: Sequence[str], sizes: Sequence[int], at: int) -> Found:
    """Return the members of one length from `at` on, and the place of the last of them."""
    size, last = sizes[at + 1], len(items) - 1
    if size < _LEAST or sizes[at] < size > sizes[at + 2] or _headed(items, at):
        return at, ()
    end = at + 2
    while end < last and end - at < _MOST and sizes[end] == size:
        end += 1
    inner = items[at + 1 : end]
    first, final = _tail(items[at], inner), _head(items[end], inner)
    if len(inner) + (first != "") + (final != "") < _LEAST:
        return at, ()
    if items[end][size : size + 1] == "等" and not echoed(final, inner[-1]):
        return at, ()
    run = [each for each in (first, *inner, final) if each]
    return end, tuple(map(clean, run))


def _tail(item: str, inner: Sequence[str]) -> str:
    """Return the end of the item before `inner` that belongs with it."""
    size = len(inner[0])
    if len(item) == size:
        return item
    if len(item) < size or item[0] == inner[0][0]:
        return ""
    tail = item[-size:]
    return tail if len(inner) > 1 or echoed(tail, inner[0]) else ""


def _head(item: str, inner: Sequence[str]) -> str:
    """Return the beginning of the item behind `inner` that belongs with it."""
    size, extra = len(inner[0]), len(item) - len(inner[0])
    if extra <= 0:
        return "" if extra else item
    head, before = item[:size], inner[-1]
    apart = extra == 1 and head[:2] != before[:2] and echoed(head, before)
    if apart or (extra <= 2 and item[-1] == before[-1]):
        return item
    if item[size] in _AFTER:
        return head
    at = item.find("的", size, size + 3)
    if at > 0 and head[:2] != before[:2]:
        return item[:at]
    return head if echoed(head, before) or item[size] == "等" else ""


def _framed(items: Sequence[str], at: int) -> Found:
    """Return the members from `at` on that share a frame, whatever their length."""
    member = cut(items[at + 1], items[at : at + 1])
    head = leading(items[at], member)
    if not head:
        return at, ()
    run, end = [head, member], at + 1
    while member == items[end] and end + 1 < len(items) and end - at < _MOST:
        member = cut(items[end + 1], run)
        if not parallel(run[-1], member):
            break
        run.append(member)
        end += 1
    return end, tuple(map(clean, run))
