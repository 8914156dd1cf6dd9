"""Documents and specs read for `drafter check`, and what is found in each."""

import re
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from drafter.checking.speech.look import MOST, findings
from drafter.checking.speech.reading import speech_of
from drafter.cli.order import Order, read_order
from drafter.cli.streams import stdin_bytes
from drafter.cli.targets import STDIN
from drafter.drafting.inspecting import load_rules_in_force
from drafter.drafting.looking_over import (
    check_outline,
    known_words,
    of_spec,
    outline_speech,
    planned,
)
from drafter.drafting.spec_places import in_spec
from drafter.errors import InputError
from drafter.locations import shipped_phrasebank
from drafter.mining.parse import Parser
from drafter.model.lexicon import Lexicon
from drafter.model.speech import Found, Known, Rule, Speech
from drafter.storage.documents import document_bytes, read_manuscript
from drafter.storage.lexicon import load_lexicon
from drafter.storage.readers.plain import text_in
from drafter.storage.speech_rules import silenced
from drafter.storage.vocabulary import load_vocabulary

_SPEC = (".yaml", ".yml")
_WORD = (".docx", ".docm", ".dotx")
_MARKED = (".md", ".markdown")
_LONGEST = 1_000_000
"""Characters of a text that is checked; half an hour of speech has six thousand."""
MOST_MENDED = 100_000
"""Findings of one rule that are mended in one run."""
_IS_SPEC = re.compile(rb"\s*(?:#[^\n]*\n\s*)*template\s*:")
_IS_MARKED = re.compile(r"^#{1,6} ", re.MULTILINE)


class Checked(NamedTuple):
    """A file, its bytes, and what was found in it."""

    name: str
    data: bytes
    found: list[Found]
    text: str = ""
    """The lines as they were read, by which the findings count."""
    word: bool = False
    unfinished: bool = False
    """Whether more could be mended than was."""


class Desk:
    """What every file is checked with."""

    def __init__(self, rules: tuple[Rule, ...], spec: str | None, most: int = MOST) -> None:
        self._spec = spec
        self._most = most
        self._all = rules

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Return the rules as the user and the spec want them."""
        return silenced(self._all, self._order.spec.checks) if self._order else self._all

    @cached_property
    def _order(self) -> Order | None:
        return read_order(self._spec, (), (), logged=False) if self._spec else None

    @cached_property
    def _parser(self) -> Parser:
        return Parser(self._lexicon)

    @cached_property
    def _lexicon(self) -> Lexicon:
        return load_lexicon(shipped_phrasebank(), places=True)

    @cached_property
    def _known(self) -> Known:
        return known_words(self._lexicon, load_vocabulary(shipped_phrasebank()))

    def checked(self, name: str, data: bytes | None = None) -> Checked:
        """Return what is found in the file `name`, or in `data` that stands for it."""
        if data is None:
            data = stdin_bytes() if name == STDIN else document_bytes(Path(name))
        shown = "标准输入" if name == STDIN else name
        suffix = Path(name).suffix.lower()
        if suffix in _SPEC or (name == STDIN and _IS_SPEC.match(data)):
            return Checked(name, data, self._of_outline(name, data))
        manuscript = read_manuscript(Path(shown), data, shown)
        if len(manuscript.text) > _LONGEST:
            remedy = "请核对是不是选错了文件，或分成几份"
            raise InputError("文稿超过一百万字，不像一篇讲话", where=shown, remedy=remedy)
        marked = suffix in _MARKED or (name == STDIN and _IS_MARKED.search(manuscript.text))
        raw = text_in(data, shown) if marked and not manuscript.whole else None
        speech = speech_of(manuscript, self._parser, raw)._replace(known=self._known)
        found = findings(self._placed(speech), self.rules, self._most)
        if manuscript.whole:
            found = [each._replace(place=_paragraph(each)) for each in found]
        word = suffix in _WORD and manuscript.whole
        return Checked(name, data, found, manuscript.text, word)

    def _placed(self, speech: Speech) -> Speech:
        """Return `speech` on the occasion of the spec, if there is one."""
        if not self._order:
            return speech
        spec, template, _, vocabulary, _ = self._order
        return planned(of_spec(speech, spec, template, vocabulary), spec.minutes, spec.rate)

    def _of_outline(self, name: str, data: bytes) -> list[Found]:
        """Return what is found in the outline that the spec `name` gives."""
        order = read_order(name, (), (), logged=False, data=data).explicit()
        outline = order.outline()
        lines = {line.number: line for line in outline_speech(outline, order.spec).lines}
        found = check_outline(
            outline, order.spec, order.template, order.vocabulary, self.rules, self._known
        )
        return [in_spec(each, lines[each.line], order.spec) for each in found]


def _paragraph(found: Found) -> str:
    return f"第 {found.line} 段第 {found.column} 字"


def open_desk(spec: str | None, most: int = MOST) -> Desk:
    """Return what files are checked with, the user's own settings included.

    `most` findings of one rule are looked at in a document.
    """
    return Desk(load_rules_in_force(), spec, most)
