"""What the user does with phrases beside using them: keep them as own, or want them no more."""

from hashlib import sha256

from drafter.drafting.offers import Offer
from drafter.errors import InputError
from drafter.locations import shipped_phrasebank, user_phrasebank
from drafter.model.edits import Edits
from drafter.model.phrase import Phrase
from drafter.storage.bank_edits import write_edits
from drafter.storage.bank_search import Hit, Stacks
from drafter.storage.files import unwritten
from drafter.storage.layers import SHIPPED, bank_layers
from drafter.storage.phrasebank import known_kinds
from drafter.storage.rejections import reject
from drafter.storage.vocabulary import load_vocabulary

_DIGITS = 8


def keep(offer: Offer) -> None:
    """Add `offer` to the user's own phrasebank, in the file of its kind."""
    if offer.kind not in known_kinds(shipped_phrasebank()):
        remedy = "请写进自己的短语文件，或改模板"
        raise InputError("模板自己的写法不用收", where=offer.origin, remedy=remedy)
    _make_folder()
    entry = Phrase(
        _name(offer.choice.text), offer.choice.text, offer.kind, offer.topics, offer.era,
        sources=(offer.source,) if offer.source.document else (),
    )  # fmt: skip
    slots = load_vocabulary(shipped_phrasebank()).slots
    write_edits(user_phrasebank(), {offer.kind: Edits(add=(entry,))}, {}, slots)


def want_no_more(offer: Offer) -> None:
    """Reject `offer` for good; a member of a set goes with its set."""
    found = place(offer)
    _make_folder()
    folder = user_phrasebank() if found.layer.name == SHIPPED else found.layer.folder
    reject(folder, {found.entry.id: offer.text})


def place(offer: Offer) -> Hit:
    """Return the file and line that `offer` is written at."""
    found = next(Stacks(bank_layers()).origins(offer.choice.id.partition(".")[0]), None)
    if found is None:
        remedy = "这是模板自己的写法，请改模板文件"
        raise InputError("这一句不在短语文件里", where=offer.origin, remedy=remedy)
    return found


def _make_folder() -> None:
    folder = user_phrasebank()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritten(error, str(folder)) from error


def _name(text: str) -> str:
    """Return an id that hangs on the text alone: kept twice, it is there once."""
    return f"x-{sha256(text.encode()).hexdigest()[:_DIGITS]}"
