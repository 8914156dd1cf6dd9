"""Sentences and paragraphs with an office of their own: transitions, thanks, closing calls."""

from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from drafter.mining.cues import Cues
from drafter.mining.paragraphs import Paragraph
from drafter.mining.sentences import Sentence
from drafter.model.document import Passage

_SIGN_OFF = 60
"""Longest sign-off, in characters."""
_GOAL = 90
"""Characters at the end of a closing call in which its goal is named."""
_CLOSING = 3
"""Paragraphs at the end of an article that may hold the closing call."""


def passage(sentence: Sentence) -> Passage:
    """Return `sentence` with its stop and its line."""
    return Passage(sentence.whole, sentence.line)


def thanks(sentences: Sequence[Sentence], cues: Cues) -> Iterator[Passage]:
    """Yield the sentences that thank or greet."""
    thanked, thanking = cues.thanks.search, cues.thanking.search
    for sentence in sentences:
        if thanked(sentence.text) and thanking(sentence.text):
            yield passage(sentence)


def transitions(
    sentences: Sequence[Sentence], heads: Collection[tuple[int, int]], cues: Cues
) -> Iterator[Passage]:
    """Yield the sentences that announce how many points follow; a heading comes next."""
    starts = cues.announced_heads
    for sentence, following in zip_longest(sentences, sentences[1:]):
        headed = following is not None and (following.paragraph, following.start) in heads
        if not (headed or sentence.last):
            continue
        text = sentence.text
        announced = text[:1] in starts and cues.announced.match(text)
        if announced or (headed and cues.announces(text)):
            yield passage(sentence)


def closings(
    body: Sequence[Paragraph], headed: Collection[int], speech: bool, cues: Cues
) -> list[Passage]:
    """Return the final paragraphs that call to action or sign off; none that holds a heading."""
    out: list[Passage] = []
    end = len(body)
    while end and body[end - 1].alone and end - 1 not in headed:
        end -= 1
    for place in range(end - 1, max(-1, end - 1 - _CLOSING), -1):
        paragraph = body[place]
        if place in headed or place == 0 or not _closes(paragraph.text, speech, bool(out), cues):
            break
        out.append(Passage(paragraph.text, paragraph.line()))
    return out[::-1]


def _closes(text: str, speech: bool, later: bool, cues: Cues) -> bool:
    if cues.sign_off.search(text) and len(text) < _SIGN_OFF:
        return True
    if cues.calls(text):
        return True
    if not speech:
        return False
    tail = text[-_GOAL:]
    if cues.vow.search(tail):
        return True
    aims = text.endswith("！") or cues.goal.search(tail) is not None
    return not later and aims and cues.call.search(text) is not None
