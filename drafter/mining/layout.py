"""How the lines of a document lie: where a paragraph ends, which line stands alone."""

import re
from collections.abc import Sequence
from itertools import accumulate

from drafter.mining.cues import Cues
from drafter.mining.lines import Line
from drafter.mining.marks import DIGITS, block_mark

_TERMINAL = frozenset("。！？!?；;：:")
_CLOSERS = '”’」』）)》】"'
_MARKS = _TERMINAL.union(_CLOSERS)
_CARRIES_ON = frozenset("，、,（(“‘《—-")
_WITHIN = frozenset("。，、；")
"""Ends that no date, salutation or byline has."""
_SHORT = 45
"""A line longer than this is running text, whatever it ends with."""
_WINDOW = 5
_REACH = 4
"""Lines on either side that tell how long a full line is."""
_HEAD = 8
"""Lines at the head of a document that may all be short: title, speaker, date, salutation."""
_STOPS = frozenset("，、。：；,:;")
_CUT = re.compile(rf"[\u4e00-\u9fff](?<![{DIGITS}])[{''.join(sorted(_STOPS))}]")
"""One character and a stop: the rest of a clause that a page break cut."""
_NOTE_LENGTH = 40
"""Characters behind the last sentence in which a note on author or source may stand."""
_BYLINE = 28
"""Longest byline, in characters."""
_QUOTED = 6
"""Lines over which a quotation may run."""


class Layout:
    """How the lines of a document lie: where it is wrapped, how wide, how far apart."""

    def __init__(self, rows: Sequence[Line], cues: Cues, whole: bool = False) -> None:
        self.rows = rows
        self.cues = cues
        texts = [row.text for row in rows]
        ends = [text[-1] for text in texts]
        self.lengths = list(map(len, texts))
        self.open = [
            end not in _MARKS or _open(text) for text, end in zip(texts, ends, strict=True)
        ]
        self.carries = [end in _CARRIES_ON for end in ends]
        self.opens = [0, *accumulate(self.open)]
        self.gaps = [0, *accumulate(row.gap > 0 for row in rows)]
        self.quotes = [0, *accumulate(map(_unclosed, texts))]
        self.apart = [
            length <= _SHORT and end not in _WITHIN and self._apart(index)
            for index, (length, end) in enumerate(zip(self.lengths, ends, strict=True))
        ]
        self.wrapped = self._wraps(self._evens())
        self.evident = any(row.mark >= 0 or row.title for row in rows)
        self.whole = whole
        self.shows = self.evident or whole or any(row.joint is not None for row in rows)

    def _wraps(self, even: Sequence[bool]) -> list[bool]:
        """Return for each line whether the text is wrapped there, before it or after it."""
        head = [after or self._even(0, at) for at, after in enumerate(even[:_WINDOW], 1)]
        return head + [after or before for after, before in zip(even[_WINDOW:], even, strict=False)]

    def _evens(self) -> list[bool]:
        """Return for each line whether it and the next are even; see below."""
        reach = _WINDOW + 1
        spans = enumerate(zip(self.opens, self.opens[reach:], strict=False))
        whole = [
            (high - low) * 2 > reach and _flush(self.lengths[at : at + reach])
            for at, (low, high) in spans
        ]
        end = len(self.rows)
        return whole + [self._even(at, end) for at in range(len(whole), end)]

    def _even(self, low: int, high: int) -> bool:
        """Return whether most of some lines are as long as the longest and end in mid-sentence."""
        if (self.opens[high] - self.opens[low]) * 2 <= high - low or high - low < 3:
            return False
        return _flush(self.lengths[low:high])

    def _double(self, index: int) -> bool:
        """Return whether the lines around `index` stand apart, so that a gap tells nothing."""
        low, high = max(0, index - _WINDOW), min(len(self.rows), index + _WINDOW + 1)
        return (self.gaps[high] - self.gaps[low]) * 10 >= (high - low) * 7

    def _measure(self, index: int) -> int:
        """Return the length of a full line at `index`; the text may change its width there."""
        after = self.lengths[index + 1 : index + 1 + _REACH]
        if index <= _HEAD:
            return max(self.lengths[index + 1 : index + _HEAD], default=0)
        before = self.lengths[index - _REACH : index]
        return min(max(before), max(after)) if after else max(before)

    def breaks(self, index: int, held: Sequence[Line]) -> bool:
        """Return whether a paragraph ends before the line at `index`."""
        if self.shows and (shown := self._shown(index, held)) is not None:
            return shown
        if self.carries[index - 1] or self._quoted(index, held):
            return False
        if self._set_off(index):
            return True
        if not self.open[index - 1] and not self.wrapped[index - 1]:
            return True
        return self._breaks_open(index, held)

    def _breaks_open(self, index: int, held: Sequence[Line]) -> bool:
        """Return whether a paragraph ends before `index`, in a sentence or in a wrapped text."""
        text = self.rows[index].text
        if self.open[index - 1] and (_cut(text) or self._quote(index)):
            return False
        if self._noted(self.rows[index - 1].text, text):
            return True
        if block_mark(text) and not self._mid_sentence(index, held):
            return True
        if self.wrapped[index - 1]:
            return self._breaks_wrapped(index, held)
        return self.rows[index].indent >= 2 or not _running(held)

    def _shown(self, index: int, held: Sequence[Line]) -> bool | None:
        """Return what the file itself shows of a break before `index`; None where it is silent."""
        row = self.rows[index]
        if self.evident and self._turns(index):
            return True
        if row.joint is not None:
            return not row.joint or block_mark(row.text) is not None
        if not self.whole or len(held) > 1 or self.wrapped[index - 1]:
            return None  # a wrapped text that was pasted has its lines for paragraphs
        cut = self.open[index - 1] and _cut(row.text)
        return not (self.carries[index - 1] or cut)

    def _turns(self, index: int) -> bool:
        """Return whether a heading by the formatting of the file ends or begins at `index`."""
        one, two = self.rows[index - 1], self.rows[index]
        return one.mark != two.mark or one.title != two.title or (self.whole and two.mark > 0)

    def _quoted(self, index: int, held: Sequence[Line]) -> bool:
        """Return whether an open quotation carries the text on over the line end."""
        return self.quotes[index] > self.quotes[index - min(len(held), _QUOTED)]

    def _set_off(self, index: int) -> bool:
        """Return whether a date, a salutation or a display title stands on either side."""
        if self.apart[index - 1] or self.apart[index] or self.rows[index - 1].display:
            return True
        return self.rows[index].page and index > 1 and self.rows[index - 2].display

    def _noted(self, before: str, text: str) -> bool:
        """Return whether a note on the author or source ends `before` or begins `text`."""
        if text[0] in self.cues.note_heads and self.cues.note.match(text):
            return True
        return self.cues.noted.search(before, max(0, len(before) - _NOTE_LENGTH)) is not None

    def _apart(self, index: int) -> bool:
        """Return whether a short line is a date, a salutation or, at the head, a byline."""
        row = self.rows[index]
        if "，" in row.text and not row.text.endswith("："):
            return False
        if index < _HEAD and self.cues.byline.fullmatch(row.text):
            return True
        if row.text[-1] in "：:":
            return self.cues.salutes(row.text)
        dating = "年" in row.text or row.text.lstrip("（( ")[:1].isdigit()
        return dating and self.cues.dated(row.text)

    def _mid_sentence(self, index: int, held: Sequence[Line]) -> bool:
        return self.open[index - 1] and self._full(index - 1) and not block_mark(held[0].text)

    def _breaks_wrapped(self, index: int, held: Sequence[Line]) -> bool:
        row, open_end = self.rows[index], self.open[index - 1]
        if row.indent >= 2 and row.indent > held[-1].indent:
            return True
        if open_end:
            return not self._full(index - 1) or self._signed(index)
        apart = row.gap > 0 and not self._double(index)
        return apart or not self._full(index - 1) or self._stray(index)

    def _signed(self, index: int) -> bool:
        """Return whether the line at `index` is a byline that stands by itself."""
        text = self.rows[index].text
        if len(text) > _BYLINE or "，" in text or not self._stray(index):
            return False
        return self.cues.byline.fullmatch(text) is not None

    def _quote(self, index: int) -> bool:
        """Return whether a wrapped line gives way to a quotation that begins the next."""
        row = self.rows[index]
        return row.text[0] == "“" and row.gap == 0 and self.wrapped[index - 1]

    def _stray(self, index: int) -> bool:
        """Return whether the line at `index` is short and open: no part of a wrapped paragraph."""
        return self.open[index] and not self._full(index)

    def _full(self, index: int) -> bool:
        return self.lengths[index] >= self._measure(index) * 0.85 - 1

    def stands_alone(self, last: int, held: Sequence[Line]) -> bool:
        """Return whether the lines `held`, the last at index `last`, are a line by themselves."""
        if not (self.open[last] or held[0].mark > 0 or held[0].title) or _running(held):
            return False
        return sum(len(row.text) for row in held) <= 2 * _SHORT


def _cut(text: str) -> bool:
    """Return whether a line begins with the rest of a clause that a page break cut."""
    return text[1:2] in _STOPS and _CUT.match(text) is not None


def _flush(lengths: Sequence[int]) -> bool:
    """Return whether most of some lines are as long as the longest, give or take a little."""
    ordered = sorted(lengths)
    return ordered[-1] >= 8 and ordered[-1 - len(ordered) // 2] >= ordered[-1] - 3


def _open(text: str) -> bool:
    bare = text.rstrip(_CLOSERS)
    return bare != "" and bare[-1] not in _TERMINAL


def _unclosed(text: str) -> int:
    """Return how many quotation and book marks a line opens more than it closes."""
    if "“" in text or "”" in text or "《" in text or "》" in text:
        return text.count("“") - text.count("”") + text.count("《") - text.count("》")
    return 0


def _running(held: Sequence[Line]) -> bool:
    """Return whether the lines so far are running text that was cut, not a heading."""
    length = 0
    for row in held:
        if "。" in row.text:
            return True
        length += len(row.text)
    return length > _SHORT and block_mark(held[0].text) is None
