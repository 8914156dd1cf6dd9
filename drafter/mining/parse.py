"""From the text of a document to its articles and their parts."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from drafter.mining.articles import Draft, articles
from drafter.mining.clauses import chains
from drafter.mining.contents import without_contents
from drafter.mining.cues import Cues
from drafter.mining.echoes import echoes
from drafter.mining.furniture import unglued
from drafter.mining.likeness import LENGTH, Shape, likeness
from drafter.mining.lines import evident, lines
from drafter.mining.paragraphs import Paragraph, paragraphs
from drafter.mining.passages import closings, passage, thanks, transitions
from drafter.mining.sentences import Sentence, body_sentences
from drafter.mining.structure import Row, headings, to_headings
from drafter.mining.wording import Wording
from drafter.mining.yao import yao
from drafter.model.document import Article, Document, Group, Heading, Manuscript, Passage
from drafter.model.lexicon import Lexicon

_NEAR = 4
"""Siblings on either side that a heading is compared with."""


class Parser:
    """Reads texts with the words of one lexicon."""

    def __init__(self, lexicon: Lexicon, whole: bool = False) -> None:
        """Take the lexicon; `whole` asks for the parts that only mining needs as well."""
        self.cues = Cues(lexicon)
        self.wording = Wording.of(self.cues)
        self.whole = whole

    def document(self, read: Manuscript | str, path: str = "") -> Document:
        """Return the structure of what was read; `path` names it in what comes back."""
        if isinstance(read, str):
            read = Manuscript(path, read)
        drafts = articles(self.paragraphs(read), self.cues)
        return Document(path or read.path, tuple(self.article(draft) for draft in drafts))

    def paragraphs(self, read: Manuscript) -> list[Paragraph]:
        """Return the paragraphs of what was read, the layout undone."""
        rows = without_contents(evident(lines(read.text), read), self.cues)
        return paragraphs(unglued(rows, self.cues), self.cues, read.whole)

    def article(self, draft: Draft) -> Article:
        """Return the parts of one article."""
        sentences = body_sentences(draft.body)
        rows = headings(draft.body, sentences, self.cues)
        found = to_headings(rows)
        heads = {row.place for _, row in rows}
        first = min(heads, default=(len(draft.body), 0))
        return Article(
            title=draft.title,
            byline=draft.byline,
            date=draft.date,
            salutations=tuple(dict.fromkeys(draft.salutations)),
            headings=tuple(found),
            parallel=(
                *_sibling_groups(rows, found, self.cues),
                *_echo_groups(sentences, rows),
                *_clause_groups(sentences, self.wording),
            ),
            yao=tuple(_yao(sentences, self.cues)),
            closings=self._closings(draft, {place for place, _ in heads}),
            transitions=tuple(transitions(sentences, heads, self.cues)),
            thanks=tuple(thanks(sentences, self.cues)),
            **(self._more(sentences, first) if self.whole else {}),
        )

    def _more(
        self, sentences: Sequence[Sentence], first: tuple[int, int]
    ) -> dict[str, tuple[Passage, ...]]:
        """Return the parts that are mined but not told."""
        return {
            "openings": tuple(passage(s) for s in sentences if s.place < first and s.first),
            "quotations": _matching(sentences, self.cues.quoting),
            "reviews": _matching(sentences, self.cues.reviewing),
            "shortfalls": _matching(sentences, self.cues.lacking),
        }

    def _closings(self, draft: Draft, headed: set[int]) -> tuple[Passage, ...]:
        speech = bool(headed or draft.salutations)
        return tuple(closings(draft.body, headed, speech, self.cues))


def _matching(sentences: Iterable[Sentence], pattern: re.Pattern[str]) -> tuple[Passage, ...]:
    return tuple(passage(s) for s in sentences if pattern.search(s.whole))


def _yao(sentences: Iterable[Sentence], cues: Cues) -> Iterator[Passage]:
    for sentence in sentences:
        if sentence.text.count("要") > 1:
            yield from (Passage(text, sentence.line) for text in yao(sentence.whole, cues))


def _clause_groups(sentences: Iterable[Sentence], wording: Wording) -> Iterator[Group]:
    for sentence in sentences:
        for chain in chains(sentence.text, wording):
            yield Group(chain, sentence.line)


def _echo_groups(sentences: Sequence[Sentence], rows: Sequence[Row]) -> Iterator[Group]:
    """Yield the clauses that open sentences alike, under the heading above them."""
    places = [found.place for _, found in rows]
    for first, clauses in echoes(sentences):
        above = bisect_right(places, first.place) - 1
        yield Group(clauses, first.line, 3, rows[above][1].text if above >= 0 else "")


def _sibling_groups(rows: Sequence[Row], texts: Sequence[Heading], cues: Cues) -> Iterator[Group]:
    """Yield the siblings of each series that are like one another."""
    verbs = cues.keys("verbs")
    series: dict[tuple[int, int], list[int]] = {}
    for index, (_, found) in enumerate(rows):
        series.setdefault((found.series, texts[index].parent), []).append(index)
    for (_, parent), indexes in series.items():
        shapes = [Shape(texts[index].text, verbs) for index in indexes]
        members = tuple(
            texts[i].text for i, keep in zip(indexes, _linked(shapes), strict=True) if keep
        )
        if len(members) >= 2:
            under = texts[parent].text if parent >= 0 else ""
            yield Group(members, texts[indexes[0]].line, texts[indexes[0]].level, under)


def _linked(shapes: Sequence[Shape]) -> list[bool]:
    """Return which of the siblings are like one that stands near."""
    linked = [False] * len(shapes)
    for apart in range(1, _NEAR + 1):
        for index in range(len(shapes) - apart):
            if linked[index] and linked[index + apart]:
                continue
            one, other = shapes[index], shapes[index + apart]
            if one.lengths == other.lengths or likeness(one, other) >= LENGTH:
                linked[index] = linked[index + apart] = True
    return linked
