"""Phrases of the lists and their files: where each is written, how one is taken or refused."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from drafter.drafting.offers import Offer
from drafter.errors import InputError
from drafter.locations import shipped_phrasebank, user_phrasebank
from drafter.model.phrase import Entry, Phrase, PhraseSet, unplaced
from drafter.storage.bank.layers import SHIPPED, USER, Layer, bank_layers, load_layers
from drafter.storage.bank.phrasebank import known_kinds
from drafter.storage.bank.search import Hit, Stacks
from drafter.storage.vocabulary import load_vocabulary
from drafter.tui.deeds import Refusal, Taking

_DIGITS = 8


class Place(NamedTuple):
    """A line of a file."""

    path: Path
    line: int


def taking(offer: Offer) -> Taking:
    """Return what takes `offer` into the user's own phrasebank; an InputError says it is there."""
    if offer.kind not in known_kinds(shipped_phrasebank()):
        remedy = "请写进自己的短语文件，或改模板"
        raise InputError("模板自己的写法不用收", where=offer.origin, remedy=remedy)
    deed = Taking(_own(offer))
    mine = {said for each in _owned(offer.kind) for said in (each.id, _said(each))}
    if not mine.isdisjoint((deed.entry.id, _said(deed.entry))):
        raise InputError("个人短语库里已经有这一条", where=str(deed.path))
    return deed


def refusal(offers: Sequence[Offer]) -> Refusal:
    """Return what rejects `offers`, which say the same; a member of a set goes with its set."""
    entries = tuple(dict.fromkeys(map(_refused, offers)))
    return Refusal(offers[0].text, entries, max(each.group for each in offers))


def place(offer: Offer, template: Path) -> Place:
    """Return file and line that `offer` is written at, in a phrase file or in the template."""
    if offer.source.document == template.name and offer.choice.id.startswith(f"{template.stem}."):
        return Place(template, offer.source.line)
    found = _hit(offer)
    _, _, number = offer.choice.id.partition(".")
    entry = found.entry
    if isinstance(entry, PhraseSet) and number:
        lines = [member.line for member in entry.members if member.id == offer.choice.id]
        return Place(found.path, next(filter(None, lines), found.line))
    return Place(found.path, found.line)


def _refused(offer: Offer) -> tuple[Path, str]:
    found = _hit(offer)
    folder = user_phrasebank() if found.layer.name == SHIPPED else found.layer.folder
    return folder.absolute(), found.entry.id


def _hit(offer: Offer) -> Hit:
    found = next(Stacks(bank_layers()).origins(offer.choice.id.partition(".")[0]), None)
    if found is None:
        remedy = "这是模板自己的写法，请改模板文件"
        raise InputError("这一句不在短语文件里", where=offer.origin, remedy=remedy)
    return found


def _own(offer: Offer) -> Entry:
    """Return `offer` as an entry of the user's own.

    What is taken whole keeps its id: it stands in place of the one it was, not beside it.
    """
    entry = unplaced(_hit(offer).entry)
    if isinstance(entry, Phrase) or len(offer.choices) > 1:
        return entry
    text = offer.choice.text
    sources = (offer.source,) if offer.source.document else ()
    return Phrase(_name(text), text, offer.kind, offer.topics, offer.era, sources=sources)


def _owned(kind: str) -> tuple[Entry, ...]:
    folder = user_phrasebank()
    if not folder.is_dir():
        return ()
    slots = load_vocabulary(shipped_phrasebank()).slots
    return load_layers([Layer(USER, folder)], [kind], slots).entries.get(kind, ())


def _said(entry: Entry) -> str:
    """Return what an entry says, whatever else is known of it."""
    texts = [entry.text] if isinstance(entry, Phrase) else [each.text for each in entry.members]
    return "\n".join(texts)


def _name(text: str) -> str:
    """Return an id that hangs on the text alone: taken twice, it is there once."""
    return f"x-{sha256(text.encode()).hexdigest()[:_DIGITS]}"
