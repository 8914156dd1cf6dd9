"""What a composer may know beside spec, template, bank and vocabulary."""

from collections.abc import Mapping
from typing import Final, NamedTuple


class Knowledge(NamedTuple):
    """Words and earlier speeches; without them headings are judged less strictly."""

    verbs: tuple[str, ...] = ()
    """Words that open a clause as a verb does."""
    used: Mapping[str, str] = {}
    """Ids that earlier speeches of the speaker used, and the date of the last of them."""


NOTHING: Final = Knowledge()
