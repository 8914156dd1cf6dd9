"""XML written as text: names and numbers are the program's, every text is escaped."""

import re
from collections.abc import Iterable

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
    "\ud800-\udfff\ufffe\uffff]"
)
"""What XML forbids, control characters, and marks that turn the writing round."""
_BREAKS = re.compile("[\t\n\r\u2028\u2029]+")
_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SPECIALS = re.compile('[&<>"]')


def clean(text: str) -> str:
    """Return `text` in one line, without characters that a file of Word cannot hold."""
    return _BREAKS.sub(" ", _UNWANTED.sub("", text))


def escaped(text: str) -> str:
    """Return `text` as XML holds it, in an element or an attribute."""
    return _SPECIALS.sub(lambda found: _SPECIAL[found[0]], clean(text))


def tag(name: str, /, *children: str, **attributes: str | int) -> str:
    """Return the element `w:name` with attributes in the same name space; children are XML."""
    told = "".join(f' w:{key}="{escaped(str(value))}"' for key, value in attributes.items())
    inner = "".join(children)
    return f"<w:{name}{told}>{inner}</w:{name}>" if inner else f"<w:{name}{told}/>"


def wrapped(name: str, children: Iterable[str]) -> str:
    """Return the element `w:name` around `children`, nothing where there are none."""
    inner = "".join(children)
    return f"<w:{name}>{inner}</w:{name}>" if inner else ""


def part(root: str, *children: str) -> bytes:
    """Return a part of a Word document: `w:root` and what stands in it."""
    spaces = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
    return f"{HEAD}<w:{root} {spaces}>{''.join(children)}</w:{root}>".encode()


def text_run(text: str, *properties: str) -> str:
    """Return a run; quotes, dashes and dots in it are Chinese ones (`w:hint`)."""
    hint = tag("rFonts", hint="eastAsia")
    style = [each for each in properties if each.startswith("<w:rStyle")]
    others = [each for each in properties if each not in style]
    look = wrapped("rPr", [*style, hint, *others])
    return f'<w:r>{look}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'
