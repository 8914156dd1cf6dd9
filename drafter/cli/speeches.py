"""Finished speeches: entered into the log, and looked at by the ones that come after."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.cli.streams import tell
from drafter.drafting.answers import answered
from drafter.errors import InputError
from drafter.model.outline import PENDING, Again, Outline
from drafter.storage.speeches import Speech, Used, enter_speech, read_speeches, used_before

if TYPE_CHECKING:
    from drafter.cli.order import Order

_SPEAKERS = ("speaker", "group")
"""Questions whose answer says who speaks or signs, the first that there is."""
_TOLD = 6
"""Texts that are told one by one."""


def earlier(order: "Order", log: Path) -> dict[str, str]:
    """Return the ids that the speaker's earlier speeches used, with dates."""
    speech = _speech(order)
    return used_before(read_speeches(log), speech) if speech.speaker else {}


def finished(order: "Order", outline: Outline) -> Speech:
    """Return the entry of the speech; one without speaker or date is refused."""
    speech = _speech(order)
    for name, said in (("speaker", speech.speaker), ("date", speech.date)):
        if not said:
            remedy = f"请在说明书里写上“{name}: …”"
            raise InputError("定稿要写明讲话人和日期", where=order.spec.where, remedy=remedy)
    return speech._replace(used=tuple(_used(outline)))


def enter(speech: Speech, log: Path) -> None:
    """Enter the speech into the log."""
    new = enter_speech(log, speech)
    tell(f"已记入 {log}" if new else f"{log} 里已有这次讲话")


def tell_again(again: Sequence[Again]) -> None:
    """Say which texts an earlier speech used."""
    for each in again[:_TOLD]:
        tell(f"{each.date} 的讲话里用过：{each.text}")
    if len(again) > _TOLD:
        tell(f"以前的讲话里用过的还有 {len(again) - _TOLD} 处，见 --json 的 again")


def _speech(order: "Order") -> Speech:
    spec = order.spec
    words = answered(spec, order.template, order.vocabulary).words
    speaker = next(filter(None, map(words.get, _SPEAKERS)), "")
    speaker = "" if PENDING.search(speaker) else speaker
    return Speech(speaker, spec.date, words.get("meeting", ""), order.template.name, spec.seed)


def _used(outline: Outline) -> Iterator[Used]:
    for origin in outline.origins:
        if origin.part != "template":
            yield Used(origin.phrase, origin.text)
