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
_COLONS = frozenset("：:")


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of `words`, the longest first; a colon of either width."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    each = (re.escape(word).replace("：", "[：:]") for word in ordered)
    return f"(?:{'|'.join(each)})" if ordered else "(?!)"


class Cues:
    """What the lexicon says of a line or a sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._list = lexicon.list
        self._keys: dict[str, frozenset[str]] = {}

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
    def note_heads(self) -> frozenset[str]:
        """Return the letters with which such a note may begin."""
        return self.heads("notes") | frozenset("（(")

    @cached_property
    def noted(self) -> re.Pattern[str]:
        """Find a note on author or source behind the last sentence of an article."""
        return self._compile(r"[。！”][（(]?{0}", "notes")

    @cached_property
    def metadata(self) -> re.Pattern[str]:
        """Match a line of a journal's header: key, colon, value."""
        return self._compile(r"[【\[]?({0})(?:[】\]]\s*[：:]?|\s*[：:])\s*(.*)", "metadata")

    @cached_property
    def metadata_heads(self) -> frozenset[str]:
        """Return the letters with which such a line may begin."""
        return self.heads("metadata") | frozenset("【[")

    @cached_property
    def back_matter(self) -> re.Pattern[str]:
        """Match the line after which nothing belongs to the text."""
        return self._compile(r"[【\[]?{0}[】\]]?[：:]?(?:\s*$|[12１］\[])", "back_matter")

    @cached_property
    def back_matter_heads(self) -> frozenset[str]:
        """Return the letters with which such a line may begin."""
        return self.heads("back_matter") | frozenset("【[")

    @cached_property
    def salutation(self) -> re.Pattern[str]:
        """Match a form of address on a line of its own."""
        return self._compile(r"[^。；！？]{{0,40}}?{0}们?[：:]", "salutations")

    def salutes(self, line: str) -> bool:
        """Return whether a line is a form of address and nothing else."""
        return line[-1:] in _COLONS and self.salutation.fullmatch(line) is not None

    def addressed(self, paragraph: str) -> str:
        """Return the form of address that opens a paragraph, or nothing."""
        head = paragraph[: self._address]
        if "们" not in head and not head.startswith("各位"):
            return ""
        found = self.address.match(paragraph)
        return found.group() if found else ""

    @cached_property
    def _address(self) -> int:
        """Return how many characters a form of address may have that opens a paragraph."""
        return 6 + max(map(len, self._list("salutations")), default=0)

    @cached_property
    def address(self) -> re.Pattern[str]:
        """Match a form of address that opens a paragraph."""
        return self._compile(r"(?:[^。；！？，]{{0,4}}{0}们|各位{0})[，！：]", "salutations")

    @cached_property
    def never_lead(self) -> re.Pattern[str]:
        """Match the opening of a sentence that dates or argues, and so heads nothing."""
        return self._compile(r"[“‘]?(?:{0}|\d)", "never_leads")

    @cached_property
    def never_lead_heads(self) -> frozenset[str]:
        """Return the letters with which such a sentence may begin, digits apart."""
        return self.heads("never_leads") | frozenset("“‘")

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

    def announces(self, text: str) -> bool:
        """Return whether the last clause holds a number of points, or 以下, 如下."""
        return self._announcing.search(text, max(0, len(text) - self._announcement)) is not None

    @cached_property
    def _announcing(self) -> re.Pattern[str]:
        number = r"(?:[一二三四五六七八九十两几多]|\d)\s*{0}[^，。；]{{0,8}}$|{1}[^，。；]{{0,16}}$"
        return self._compile(number, "transition_units", "transition_ends")

    @cached_property
    def _announcement(self) -> int:
        """Return how many letters from the end an announcement may begin."""
        words = (*self._list("transition_units"), *self._list("transition_ends"))
        return 18 + max(map(len, words), default=0)

    @cached_property
    def announced(self) -> re.Pattern[str]:
        """Match a sentence that opens with 下面, 接下来 and names a number of points."""
        number = r"{0}.*(?:[一二三四五六七八九十两几多]|\d)+\s*{1}"
        return self._compile(number, "transition_starts", "transition_units")

    @cached_property
    def announced_heads(self) -> frozenset[str]:
        """Return the letters with which such a sentence may begin."""
        return self.heads("transition_starts")

    @cached_property
    def sign_off(self) -> re.Pattern[str]:
        """Find the words with which a speaker ends."""
        return self._compile(r"{0}", "sign_offs")

    def calls(self, text: str) -> bool:
        """Return whether a text is an outright call: 同志们 at the head, 让我们."""
        return bool(self._appealing.match(text) or self._outright.search(text))

    @cached_property
    def _appealing(self) -> re.Pattern[str]:
        return self._compile(r"{0}", "closing_starts")

    @cached_property
    def _outright(self) -> re.Pattern[str]:
        return self._compile(r"{0}", "closing_outright")

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
        """Find what a closing call names: 新局面, 作出贡献."""
        return self._compile(r"{0}", "closing_goals")

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
        """Find 要, or a word that it is part of, such as 主要."""
        return re.compile(any_of([*self._list("yao_words"), "要"]))

    @cached_property
    def glued(self) -> re.Pattern[str]:
        """Find a number of up to three digits between characters, no unit behind it.

        It begins with what the engine finds fast; what stands before comes second.
        """
        return self._compile(
            r"[ \d](?<=[\u4e00-\u9fff].)(?<!{0}.)(?:(?<=\d)\d{{0,2}}|(?<= )\d{{1,3}}) ?"
            r"(?=[\u4e00-\u9fff])(?!{1})",
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

    def heads(self, name: str) -> frozenset[str]:
        """Return the letters with which what is listed under `name` begins, for looking up."""
        letters = frozenset(word[0] for word in self._list(name))
        return letters | frozenset(":") if "：" in letters else letters

    def keys(self, name: str) -> frozenset[str]:
        """Return the words listed under `name`, for looking up."""
        if name not in self._keys:
            self._keys[name] = frozenset(self._list(name))
        return self._keys[name]
