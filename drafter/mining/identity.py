"""Ids that the kind and the text of an entry decide, so that mining again gives them again."""

import re
from hashlib import sha256

_SPACE = re.compile(r"\s+")


def identity(kind: str, text: str, digits: int = 8) -> str:
    """Return the id of an entry of `kind`, such as h-72c67ab7; spaces in `text` do not matter.

    Eight hexadecimal digits are the same by chance once in a bank of 100,000; more of them are for
    the later of two such entries.
    """
    digest = sha256(_SPACE.sub("", text).encode()).hexdigest()
    return f"{kind[0]}-{digest[:digits]}"
