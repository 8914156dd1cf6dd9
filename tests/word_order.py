"""A strict reader of Word documents: every element known, its children in the schema's order.

The orders are those of ECMA-376 Part 1, annex A, for the elements that the program writes; a name
with `*` may stand several times.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore widowControl numPr kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents jc textDirection textAlignment outlineLvl rPr sectPr"
)
_RUN = (
    "rStyle rFonts b bCs i iCs caps strike outline shadow noProof snapToGrid vanish color spacing w "
    "kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang"
)
_INLINE = "commentRangeStart|commentRangeEnd|r*"
ORDER = {
    "document": "background body",
    "body": "p* sectPr",
    "p": f"pPr {_INLINE}",
    "r": "rPr t|br|fldChar|instrText|commentReference*",
    "pPr": _PARAGRAPH,
    "rPr": _RUN,
    "numPr": "ilvl numId",
    "sectPr": "footerReference* type pgSz pgMar pgBorders pgNumType cols titlePg docGrid",
    "styles": "docDefaults latentStyles style*",
    "docDefaults": "rPrDefault pPrDefault",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr",
    "settings": "zoom mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl compat "
    "themeFontLang decimalSymbol listSeparator",
    "compat": "spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace "
    "doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting*",
    "fonts": "font*",
    "font": "altName panose1 charset family notTrueType pitch sig",
    "ftr": "p*",
    "comments": "comment*",
    "comment": "p*",
}
NEEDED = {
    "font": {"name"}, "comment": {"id", "author"}, "style": {"type", "styleId"}, "pgSz": {"w", "h"},
    "pgMar": {"top", "right", "bottom", "left", "header", "footer", "gutter"}, "name": {"val"},
    "sz": {"val"}, "fldChar": {"fldCharType"}, "footerReference": {"type"}, "pStyle": {"val"},
}  # fmt: skip
"""Attributes without which an element is none."""


def parts(data: bytes) -> dict[str, ElementTree.Element]:
    """Return the XML parts of a document by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}


def faults(data: bytes) -> list[str]:
    """Return what Word would have against a document."""
    read = parts(data)
    found = [
        fault
        for name, root in read.items()
        if root.tag.startswith(W)
        for fault in _element(root, name)
    ]
    return [*found, *_packaging(read), *_references(read)]


def _element(element: ElementTree.Element, where: str) -> Iterator[str]:
    name = element.tag.removeprefix(W)
    missing = NEEDED.get(name, set()) - {key.removeprefix(W) for key in element.attrib}
    if missing:
        yield f"{where}: {name} without {missing}"
    children = [child.tag.removeprefix(W) for child in element]
    if children and name not in ORDER:
        yield f"{where}: {name} has children"
    elif not _fits(children, ORDER.get(name, "")):
        yield f"{where}: {name} has {children}"
    for child in element:
        yield from _element(child, where)


def _fits(children: list[str], order: str) -> bool:
    pieces = [
        f"(?:(?:{names.rstrip('*')}) ){'*' if names.endswith('*') else '?'}"
        for names in order.split()
    ]
    return re.fullmatch("".join(pieces), "".join(f"{child} " for child in children)) is not None


def _packaging(read: dict[str, ElementTree.Element]) -> Iterator[str]:
    """Yield parts without a type, and relations that lead nowhere."""
    types = read["[Content_Types].xml"]
    told = {each.get("PartName") for each in types.iter(f"{TYPES}Override")}
    for name in read:
        if name.endswith(".xml") and name != "[Content_Types].xml" and f"/{name}" not in told:
            yield f"{name} has no type"
    for name, root in read.items():
        if name.endswith(".rels"):
            folder = PurePosixPath(name).parent.parent
            for each in root:
                if str(folder / each.get("Target")) not in read:
                    yield f"{name} leads to {each.get('Target')}"
    yield from (f"{name} is told and not there" for name in told if name[1:] not in read)


def _references(read: dict[str, ElementTree.Element]) -> Iterator[str]:
    """Yield styles, relations and comments that are named and not there."""
    styles = {each.get(f"{W}styleId") for each in read["word/styles.xml"].iter(f"{W}style")}
    relations = {each.get("Id") for each in read["word/_rels/document.xml.rels"]}
    root = read["word/document.xml"]
    for part in read.values():
        for kind in ("pStyle", "rStyle", "basedOn", "next"):
            named = {each.get(f"{W}val") for each in part.iter(f"{W}{kind}")}
            yield from (f"no style {each}" for each in named - styles)
    used = {each.get(f"{R}id") for each in root.iter(f"{W}footerReference")}
    yield from (f"no relation {each}" for each in used - relations)
    comments = read.get("word/comments.xml")
    there = [] if comments is None else [each.get(f"{W}id") for each in comments]
    for kind in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        marks = sorted(each.get(f"{W}id") for each in root.iter(f"{W}{kind}"))
        if marks != sorted(there):
            yield f"{kind}: {marks} for {there}"
