"""The zip of a Word document: parts, their types, and how they relate (ECMA-376 Part 2)."""

import io
from collections.abc import Iterable, Mapping
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from drafter.exporters.word.markup import HEAD, RELATIONS

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name: no file tells when it was made."""
_UNIX = 3
"""The system that a zip says it was made on, wherever that is."""
_FORMAT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CORE = f"{_PACKAGE}/relationships/metadata/core-properties"
_ORDER = ("styles", "settings", "fontTable", "footer1", "footer2", "comments")
"""Parts beside the text; the place of each gives its number, `rId1` and so on."""


def relation(name: str) -> str:
    """Return the number by which the text refers to the part called `name`."""
    return f"rId{_ORDER.index(name) + 1}"


def packed(parts: Mapping[str, bytes], properties: bytes) -> bytes:
    """Return the file that holds `parts`, `document` among them, and the properties."""
    beside = [name for name in _ORDER if name in parts]
    files = {
        "[Content_Types].xml": _types(["document", *beside]),
        "_rels/.rels": _relations(
            [
                ("rId1", f"{RELATIONS}/officeDocument", "word/document.xml"),
                ("rId2", _CORE, "docProps/core.xml"),
            ]
        ),
        "word/document.xml": parts["document"],
        "word/_rels/document.xml.rels": _relations(
            (relation(name), f"{RELATIONS}/{_kind(name)}", f"{name}.xml") for name in beside
        ),
        **{f"word/{name}.xml": parts[name] for name in beside},
        "docProps/core.xml": properties,
    }
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(_entry(name), data, compresslevel=6)
    return out.getvalue()


def is_untouched(data: bytes) -> bool:
    """Tell whether a file is as `packed` wrote it: whoever saves it again writes another zip.

    Word gives the same moment to its entries, but another system, other parts, another order.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError):
        return False
    names = [each.filename for each in entries]
    beside = [name for name in _ORDER if f"word/{name}.xml" in names]
    own = all(each.date_time == _EPOCH and each.create_system == _UNIX for each in entries)
    return own and names == _names(beside)


def _names(beside: Iterable[str]) -> list[str]:
    """Return the files of a document that has the parts `beside` the text, in their order."""
    head = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
    parts = [f"word/{name}.xml" for name in beside]
    return [*head, "word/_rels/document.xml.rels", *parts, "docProps/core.xml"]


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX
    entry.compress_type = ZIP_DEFLATED
    return entry


def _kind(name: str) -> str:
    """Return what the part called `name` is: there may be several feet."""
    return name.rstrip("0123456789")


def _types(names: Iterable[str]) -> bytes:
    told = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_FORMAT}.{_type(name)}+xml"/>'
        for name in names
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f"{told}"
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        "</Types>"
    ).encode()


def _type(name: str) -> str:
    return "document.main" if name == "document" else _kind(name)


def _relations(told: Iterable[tuple[str, str, str]]) -> bytes:
    rows = "".join(
        f'<Relationship Id="{number}" Type="{kind}" Target="{target}"/>'
        for number, kind, target in told
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'.encode()
