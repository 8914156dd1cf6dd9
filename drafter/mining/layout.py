"""How the lines of a document lie: where a paragraph ends, which line stands alone."""

import re
from collections.abc import Sequence
from itertools import accumulate

from drafter.mining.cues import Cues
from drafter.mining.lines import Line
from drafter.mining.marks import DIGITS, block_mark

_TERMINAL = "。！？!?；;：:"
_CLOSERS = '”’」』）)》】"'
_CARRIES_ON = "，、,（(“‘《—-"
_SHORT = 45
"""A line longer than this is running text, whatever it ends with."""
_WINDOW = 5
_REACH = 4
"""Lines on either side that tell how long a full line is."""
_HEAD = 8
"""Lines at the head of a document that may all be short: title, speaker, date, salutation."""
_CUT = re.compile(rf"[\u4e00-\u9fff](?<![{DIGITS}])[，、。：；,:;]")
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
        self.lengths = [len(row.text) for row in rows]
        self.open = [_open(row.text) for row in rows]
        self.opens = [0, *accumulate(self.open)]
        self.gaps = [0, *accumulate(row.gap > 0 for row in rows)]
        self.quotes = [0, *accumulate(_unclosed(row.text) for row in rows)]
        self.apart = [self._apart(index) for index in range(len(rows))]
        self.evident = any(row.mark >= 0 or row.title for row in rows)
        self.whole = whole

    def _wrapped(self, index: int) -> bool:
        """Return whether the text is wrapped at `index`, before it or after it."""
        end = len(self.rows)
        return self._even(max(0, index - _WINDOW), index + 1) or self._even(
            index, min(end, index + _WINDOW + 1)
        )

    def _even(self, low: int, high: int) -> bool:
        """Return whether most of some lines are as long as the longest and end in mid-sentence."""
        size = high - low
        if size < 3 or (self.opens[high] - self.opens[low]) * 2 <= size:
            return False
        lengths = self.lengths[low:high]
        widest = max(lengths)
        return widest >= 8 and sum(map((widest - 3).__le__, lengths)) * 2 > size

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
        shown = self._shown(index, held)
        if shown is not None:
            return shown
        if self._carried(index, held):
            return False
        if self._set_off(index):
            return True
        row = self.rows[index]
        if self.open[index - 1] and (_CUT.match(row.text) or self._quote(index)):
            return False
        if self._noted(self.rows[index - 1].text, row.text):
            return True
        if block_mark(row.text) and not self._mid_sentence(index, held):
            return True
        return self._breaks_by_layout(index, held)

    def _shown(self, index: int, held: Sequence[Line]) -> bool | None:
        """Return what the file itself shows of a break before `index`; None where it is silent."""
        row, above = self.rows[index], self.rows[index - 1]
        if self.evident and self._turns(index):
            return True
        if row.joint is not None:
            return not row.joint or block_mark(row.text) is not None
        if not self.whole or len(held) > 1 or self._wrapped(index - 1):
            return None  # a wrapped text that was pasted has its lines for paragraphs
        cut = self.open[index - 1] and _CUT.match(row.text)
        return above.text[-1] not in _CARRIES_ON and not cut

    def _turns(self, index: int) -> bool:
        """Return whether a heading by the formatting of the file ends or begins at `index`."""
        one, two = self.rows[index - 1], self.rows[index]
        return one.mark != two.mark or one.title != two.title or (self.whole and two.mark > 0)

    def _carried(self, index: int, held: Sequence[Line]) -> bool:
        """Return whether a comma or an open quotation carries the text on over the line end."""
        if self.rows[index - 1].text[-1] in _CARRIES_ON:
            return True
        return self.quotes[index] > self.quotes[index - min(len(held), _QUOTED)]

    def _set_off(self, index: int) -> bool:
        """Return whether a date, a salutation or a display title stands on either side."""
        if self.apart[index - 1] or self.apart[index] or self.rows[index - 1].display:
            return True
        return self.rows[index].page and index > 1 and self.rows[index - 2].display

    def _breaks_by_layout(self, index: int, held: Sequence[Line]) -> bool:
        if self._wrapped(index - 1):
            return self._breaks_wrapped(index, held)
        return not self.open[index - 1] or not _running(held) or self.rows[index].indent >= 2

    def _noted(self, before: str, text: str) -> bool:
        """Return whether a note on the author or source ends `before` or begins `text`."""
        if self.cues.note.match(text):
            return True
        return self.cues.noted.search(before, max(0, len(before) - _NOTE_LENGTH)) is not None

    def _apart(self, index: int) -> bool:
        """Return whether a line is a date, a salutation or, at the head, a byline."""
        row = self.rows[index]
        if len(row.text) > _SHORT or row.text[-1] in "。，、；":
            return False
        if "，" in row.text and not row.text.endswith("："):
            return False
        if index < _HEAD and self.cues.byline.fullmatch(row.text):
            return True
        if row.text[-1] in "：:":
            return self.cues.salutation.fullmatch(row.text) is not None
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
        return row.text[0] == "“" and row.gap == 0 and self._wrapped(index - 1)

    def _stray(self, index: int) -> bool:
        """Return whether the line at `index` is short and open: no part of a wrapped paragraph."""
        return self.open[index] and not self._full(index)

    def _full(self, index: int) -> bool:
        return self.lengths[index] >= self._measure(index) * 0.85 - 1

    def stands_alone(self, last: int, held: Sequence[Line]) -> bool:
        """Return whether the lines `held`, the last at index `last`, are a line by themselves."""
        if _running(held) or not (self.open[last] or held[0].mark > 0 or held[0].title):
            return False
        return sum(len(row.text) for row in held) <= 2 * _SHORT


def _open(text: str) -> bool:
    return text.rstrip(_CLOSERS)[-1:] not in _TERMINAL


def _unclosed(text: str) -> int:
    """Return how many quotation and book marks a line opens more than it closes."""
    if "“" in text or "”" in text or "《" in text or "》" in text:
        return text.count("“") - text.count("”") + text.count("《") - text.count("》")
    return 0


def _running(held: Sequence[Line]) -> bool:
    """Return whether the lines so far are running text that was cut, not a heading."""
    if any("。" in row.text for row in held):
        return True
    length = sum(len(row.text) for row in held)
    return length > _SHORT and block_mark(held[0].text) is None
