"""Patterns made of the lexicon's word lists, compiled once a lexicon."""

import re
from collections.abc import Iterable
from functools import cached_property

from drafter.model.lexicon import Lexicon

_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[ \u3000、,，][\u4e00-\u9fff·]{2,4})*")
_DATE = re.compile(
    r"[（(]?\s*(?:\d{4}|[〇○零一二三四五六七八九]{4})\s*[年.\-/]\s*[\d一二三四五六七八九十]{1,3}\s*[月.\-/]"
    r"\s*(?:[\d一二三四五六七八九十]{1,3}\s*日?)?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s*[）)]?"
)


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of `words`, the longest first; a colon of either width."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    each = (re.escape(word).replace("：", "[：:]") for word in ordered)
    return f"(?:{'|'.join(each)})" if ordered else "(?!)"


class Cues:
    """What the lexicon says of a line or a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._list = lexicon.list

    def _compile(self, pattern: str, *names: str) -> re.Pattern[str]:
        return re.compile(pattern.format(*(any_of(self._list(name)) for name in names)))

    @cached_property
    def contents(self) -> re.Pattern[str]:
        """Match the heading of a table of contents."""
        return self._compile(r"{0}", "contents")

    @cached_property
    def title(self) -> re.Pattern[str]:
        """Find a word that titles of speeches hold."""
        return self._compile(r"{0}", "title")

    @cached_property
    def byline(self) -> re.Pattern[str]:
        """Match a line that names who wrote or spoke."""
        starts = (
            r"{1}.{{0,30}}|.{{2,28}}{0}(?:[ \u3000].{{2,12}})?|.{{0,24}}{2}[ \u3000：:].{{2,12}}"
        )
        return self._compile(starts, "byline_ends", "byline_starts", "posts")

    @cached_property
    def note(self) -> re.Pattern[str]:
        """Match a note on author or source that closes an article."""
        return self._compile(r"[（(]?{0}", "notes")

    @cached_property
    def noted(self) -> re.Pattern[str]:
        """Find a note on author or source behind the last sentence of an article."""
        return self._compile(r"[。！”][（(]?{0}", "notes")

    @cached_property
    def metadata(self) -> re.Pattern[str]:
        """Match a line of a journal's header: key, colon, value."""
        return self._compile(r"[【\[]?({0})(?:[】\]]\s*[：:]?|\s*[：:])\s*(.*)", "metadata")

    @cached_property
    def back_matter(self) -> re.Pattern[str]:
        """Match the line after which nothing belongs to the text."""
        return self._compile(r"[【\[]?{0}[】\]]?[：:]?(?:\s*$|[12１］\[])", "back_matter")

    @cached_property
    def salutation(self) -> re.Pattern[str]:
        """Match a form of address on a line of its own."""
        return self._compile(r"[^。；！？]{{0,40}}?{0}们?[：:]", "salutations")

    @cached_property
    def address(self) -> re.Pattern[str]:
        """Match a form of address that opens a paragraph."""
        return self._compile(r"(?:[^。；！？，]{{0,4}}{0}们|各位{0})[，！：]", "salutations")

    @cached_property
    def never_lead(self) -> re.Pattern[str]:
        """Match the opening of a sentence that dates or argues, and so heads nothing."""
        return self._compile(r"[“‘]?(?:{0}|\d)", "never_leads")

    @cached_property
    def reporting(self) -> re.Pattern[str]:
        """Match who says what at the head of a sentence (会议强调，)."""
        return self._compile(r"[^，]{{0,12}}{0}[，：]", "reports")

    @cached_property
    def thanks(self) -> re.Pattern[str]:
        """Find a word of thanks or greeting."""
        return self._compile(r"{0}", "thanks")

    @cached_property
    def thanking(self) -> re.Pattern[str]:
        """Find the words with which a sentence thanks: 向…表示, 致以, 谢谢."""
        return self._compile(r"{0}", "thanking")

    @cached_property
    def announcing(self) -> re.Pattern[str]:
        """Find a number of points in the last clause of a sentence, or 以下, 如下."""
        number = (
            r"(?:[一二三四五六七八九十两几多]|\d)+\s*{0}[^，。；]{{0,8}}$|{1}[^，。；]{{0,16}}$"
        )
        return self._compile(number, "transition_units", "transition_ends")

    @cached_property
    def announced(self) -> re.Pattern[str]:
        """Match a sentence that opens with 下面, 接下来 and names a number of points."""
        number = r"{0}.*(?:[一二三四五六七八九十两几多]|\d)+\s*{1}"
        return self._compile(number, "transition_starts", "transition_units")

    @cached_property
    def sign_off(self) -> re.Pattern[str]:
        """Find the words with which a speaker ends."""
        return self._compile(r"{0}", "sign_offs")

    @cached_property
    def calling(self) -> re.Pattern[str]:
        """Find an outright call: 同志们 at the head, 让我们."""
        return self._compile(r"^{0}|{1}", "closing_starts", "closing_outright")

    @cached_property
    def call(self) -> re.Pattern[str]:
        """Find the words of a call to action."""
        return self._compile(r"{0}", "closing_calls")

    @cached_property
    def vow(self) -> re.Pattern[str]:
        """Find a promise or a wish with which a text may close by itself."""
        return self._compile(r"{0}", "closing_vows")

    @cached_property
    def goal(self) -> re.Pattern[str]:
        """Find what a closing call ends in: 新局面, 作出贡献."""
        return self._compile(r"{0}|！$", "closing_goals")

    @cached_property
    def quoting(self) -> re.Pattern[str]:
        """Find a speaker and what he said between quotation marks."""
        return self._compile(r"({0})[^。“]{{0,24}}{1}[，：:]?“([^“”]{{8,80}})”", "speakers", "said")

    @cached_property
    def reviewing(self) -> re.Pattern[str]:
        """Find the words of a review of what was achieved."""
        return self._compile(r"{0}", "reviews")

    @cached_property
    def lacking(self) -> re.Pattern[str]:
        """Find the words with which a speech turns to what is still lacking."""
        return self._compile(r"{0}", "shortfalls")

    @cached_property
    def modal(self) -> re.Pattern[str]:
        """Find 要; group 1 is empty where it is part of a word such as 主要."""
        return self._compile(r"{0}|(要)", "yao_words")

    @cached_property
    def glued(self) -> re.Pattern[str]:
        """Find a number of up to three digits between characters, no unit behind it."""
        return self._compile(
            r"(?<=[\u4e00-\u9fff])(?<!{0}) ?\d{{1,3}} ?(?=[\u4e00-\u9fff])(?!{1})",
            "before_numbers",
            "units",
        )

    @cached_property
    def glued_head(self) -> re.Pattern[str]:
        """Match a number that opens a line, apart from the word behind it."""
        return self._compile(r"\d{{1,3}} (?=[\u4e00-\u9fff])(?!{0})", "units")

    def person(self, line: str) -> bool:
        """Return whether a line holds nothing but names of two to four characters."""
        return _NAME.fullmatch(line) is not None and len(line) <= 20

    def dated(self, line: str) -> bool:
        """Return whether a line holds nothing but a date."""
        return _DATE.fullmatch(line.strip()) is not None

    def keys(self, name: str) -> frozenset[str]:
        """Return the words listed under `name`, for looking up."""
        return frozenset(self._list(name))
