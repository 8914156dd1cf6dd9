"""`drafter bank search`: by substrings and by pinyin, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

import click

from drafter.cli.bank_entries import (
    NOTHING,
    Listed,
    Shelved,
    Wanted,
    bank_option,
    entry_table,
    filter_options,
    json_option,
    limited,
    listed,
    listed_data,
    put_json,
    put_lines,
    shelved,
    tell_number,
)
from drafter.cli.bank_layers import layers_of
from drafter.cli.command import DrafterCommand
from drafter.cli.streams import tell
from drafter.errors import Exit, InputError
from drafter.locations import user_cache
from drafter.storage.bank.layers import Layer
from drafter.storage.bank.search import Hit, Stacks
from drafter.storage.collector import collector_paused

if TYPE_CHECKING:  # loaded when a word is pinyin
    from drafter.storage.sounds.pinyin import Pinyin
    from drafter.storage.sounds.ways import Seeker

_TERMS = ("fillers",)
"""Kinds whose entries are terms: among them a slip of the finger is always looked for."""
_MOST_LETTERS = 200
"""Letters of all words together."""
_MOST_PINYIN = 64


@click.command(
    "search",
    cls=DrafterCommand,
    help="查找含有全部 WORDS 的条目，先后不论；拼音可以写全拼、首字母或混着写，如 cmfz、canmfz。",
)
@click.argument("words", metavar="WORDS...", nargs=-1, required=True)
@filter_options
@bank_option
@json_option
@collector_paused()
def search(
    words: tuple[str, ...],
    topic: str,
    source: str,
    era: str,
    organ: str,
    limit: int | None,
    banks: tuple[str, ...],
    as_json: bool,
) -> int:
    """Find entries."""
    said = [word for each in words for word in each.split()]
    if not said or sum(map(len, said)) > _MOST_LETTERS:
        raise InputError("要找的词太长，或是空的", where="drafter bank search", remedy="请写几个词")
    most = limited(limit, as_json)
    look = _Search(layers_of(banks), Wanted(topic, source, era, organ), most)
    exact = look.exactly(said)
    near = look.terms(said) if exact.number else look.nearly(said)
    if as_json:
        put_json({**listed_data(exact), "near": listed_data(near)})
    else:
        _put(exact, near)
    return Exit.DONE


class _Search:
    """Looks through the layers for words."""

    def __init__(self, layers: Sequence[Layer], wanted: Wanted, most: int) -> None:
        self._stacks = Stacks(layers)
        self._wanted = wanted
        self._most = most

    @cached_property
    def _pinyin(self) -> Pinyin:
        from drafter.storage.sounds.pinyin import pinyin  # words in Chinese have no need of it

        return pinyin(user_cache())

    def exactly(self, words: Sequence[str]) -> Listed:
        """Return the entries that hold all words."""
        return self._found([self._seeker(word) for word in words])

    def _seeker(self, word: str) -> str | Seeker:
        return self._pinyin.exactly(word) if _is_pinyin(word) else word

    def nearly(self, words: Sequence[str]) -> Listed:
        """Return the entries that hold all words but for one initial of each that is pinyin."""
        near = [self._pinyin.nearly(word) if _is_pinyin(word) else None for word in words]
        if not any(near):
            return NOTHING
        seekers = [each or self._seeker(word) for each, word in zip(near, words, strict=True)]
        return self._found(seekers)

    def terms(self, words: Sequence[str]) -> Listed:
        """Return the terms that are the one word that is asked for, but for one initial."""
        if len(words) > 1 or not _is_pinyin(words[0]):
            return NOTHING
        near = self._pinyin.term(words[0])
        return self._found([near], _TERMS) if near else NOTHING

    def _found(self, seekers: Sequence[str | Seeker], kinds: Sequence[str] | None = None) -> Listed:
        hits = self._stacks.found(seekers, kinds)
        made = self._made(hits)
        if not any(self._wanted):
            return Listed(len(hits), tuple(islice(made, self._most or None)))
        return listed(list(made), self._most)

    def _made(self, hits: Iterable[Hit]) -> Iterator[Shelved]:
        """Yield the entries of `hits` that the filters let pass."""
        for hit in hits:
            if self._wanted.fits(hit.entry):
                yield shelved(hit)


def _is_pinyin(word: str) -> bool:
    """Tell whether `word` could be pinyin: nothing but ASCII letters."""
    return word.isascii() and word.isalpha() and len(word) <= _MOST_PINYIN


def _put(exact: Listed, near: Listed) -> None:
    put_lines(entry_table(exact.shown))
    tell_number(exact)
    if near.number:
        tell("差一个字母的还有：" if exact.number else "没有完全相合的，下面差一个字母：")
        put_lines(entry_table(near.shown))
        tell_number(near)
