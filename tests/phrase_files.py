"""Phrase files as people write them, made up: every one with what has to stay when it is edited."""

import json
import re
from hashlib import sha256
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from drafter.model.slots import is_plain

Value = Any
LETTERS = "甲乙丙丁，。：“”、 '\"#:,[]{}-&*!|>%@`~?12ab"
PLAIN = re.compile(r"[甲乙丙丁“][甲乙丙丁，。：“”、12ab]*")
KEYS = ("note", "speaker", "era", "seen", "topics", "tags", "source")


class Piece(NamedTuple):
    """Characters of a file, and what may become of them."""

    text: str
    key: str = ""
    """The key that this is the value of; it may become another one. `*` is where keys may come."""


class Made(NamedTuple):
    """An entry as it is written."""

    pieces: tuple[Piece, ...]
    value: Value
    """A text or a mapping, as the YAML library reads it."""
    id: str


class PhraseFile(NamedTuple):
    """A phrase file: what stands before each entry, the entries, and what stands behind."""

    before: tuple[str, ...]
    entries: tuple[Made, ...]
    behind: tuple[str, str]
    """Up to where entries are added, and from there on."""
    newline: str
    mark: str
    flow: bool

    @property
    def text(self) -> str:
        """Return the whole file."""
        rows = zip(self.before, self.entries, strict=True)
        listed = (before + "".join(p.text for p in made.pieces) for before, made in rows)
        return self.mark + "".join((*listed, *self.behind)).replace("\n", self.newline)


def _texts() -> list[str]:
    """Return short texts of letters and of all marks that YAML gives a meaning."""
    chance = Random(0)
    made = ("".join(chance.choices(LETTERS, k=chance.randint(1, 12))) for _ in range(2000))
    whole = dict.fromkeys(text for text in made if text.strip() == text and is_plain(text))
    return ["甲", "yes", "~", "null", "12", "2024-01-01", "- 甲", "甲 # 乙", "甲: 乙", *whole]


texts = st.sampled_from(_texts())
comments = st.sampled_from(["", " # 注: '不要动'", "   #注", " # - id: c-1"])
gaps = st.lists(
    st.sampled_from(["\n", "# 我的话\n", "   # 缩进的话\n", "# - id: c-1\n", "  \n"]), max_size=3
).map("".join)


@st.composite
def scalars(draw: st.DrawFn, text: str, block: int = 0) -> str:
    """Write `text` in one of the ways that there are; blocks only at an indent of `block`."""
    folded = "'" + text.replace("'", "''") + "'"
    ways = [folded, json.dumps(text, ensure_ascii=False)]
    if PLAIN.fullmatch(text):
        ways.append(text)
    if block:
        ways += [f"{mark}\n{' ' * block}{text}" for mark in ("|-", ">-", "|-  # 头")]
    return draw(st.sampled_from(ways))


@st.composite
def values(draw: st.DrawFn, key: str, indent: int) -> tuple[Value, str]:
    """Return a value for `key`, and how it is written below an indent, or on one line for -1."""
    if key in ("era", "seen"):
        number = str(draw(st.integers(2, 2030)))
        return number, draw(st.sampled_from([number, f"'{number}'"]))
    if key in ("topics", "tags"):
        said = draw(st.lists(texts, min_size=1, max_size=3))
        written = [draw(scalars(each)) for each in said]
        if indent >= 0 and draw(st.booleans()):
            dashes = draw(st.sampled_from([0, 2]))
            return said, "".join(f"\n{' ' * (indent + dashes)}- {each}" for each in written)
        return said, f"[ {', '.join(written)}]"
    if key == "source":
        said = {"document": draw(texts), "line": str(draw(st.integers(1, 99)))}
        document = draw(scalars(said["document"]))
        if indent >= 0 and draw(st.booleans()):
            lead = f"\n{' ' * (indent + 3)}"
            return said, f"{lead}document: {document}{lead}line: {said['line']}"
        return said, f"{{document:  {document}, line: {said['line']}}}"
    text = draw(texts)
    return text, draw(scalars(text, indent + 2 if indent >= 0 else 0))


@st.composite
def mappings(draw: st.DrawFn, name: str, indent: int) -> Made:
    """Return an entry with keys: lines of a block at `indent`, or on one line for -1."""
    lines = indent >= 0
    inner = indent + draw(st.integers(2, 3)) if lines else -1
    said: dict[str, Value] = {}
    pieces = [Piece(f"{' ' * indent}-{' ' * (inner - indent - 1)}" if lines else "{ ")]
    for key in draw(
        st.permutations(["id", "text", *draw(st.sets(st.sampled_from(KEYS), max_size=3))])
    ):
        said[key], written = draw(values(key, inner))
        if key == "id":
            said[key], written = name, draw(st.sampled_from([name, f"'{name}'", f'"{name}"']))
        lead = "" if len(said) == 1 else ", "
        if lines and lead:
            lead = draw(st.sampled_from(["", "", "  # 中间\n", "\n"])) + " " * inner
        shown = draw(st.sampled_from([key, key, f'"{key}"', f"'{key}'"]))
        blank = "" if written.startswith("\n") else draw(st.sampled_from([" ", "  "]))
        tail = draw(comments) if lines and "\n" not in written else ""
        pieces += [Piece(f"{lead}{shown}:"), Piece(blank + written, key)]
        pieces.append(Piece(f"{tail}\n" if lines else ""))
    pieces += [Piece("", "*"), Piece("" if lines else "}")]
    return Made(tuple(pieces), said, name)


@st.composite
def bare(draw: st.DrawFn, indent: int) -> Made:
    """Return an entry that is only a text."""
    text = draw(texts)
    name = f"c-{sha256(text.encode()).hexdigest()[:8]}"
    if indent < 0:
        return Made((Piece(draw(scalars(text)), "*"),), text, name)
    lead, tail = " " * indent + "- ", draw(comments)
    return Made(
        (Piece(lead), Piece(draw(scalars(text)), "*"), Piece(f"{tail}\n"), Piece("", "*")),
        text,
        name,
    )


@st.composite
def phrase_files(draw: st.DrawFn) -> PhraseFile:
    """Return a phrase file, in block style or in brackets."""
    indent = draw(st.sampled_from([0, 0, 2, 3, -1]))
    count = draw(st.integers(0 if indent < 0 else 1, 4))
    entries: dict[str, Made] = {}
    for number in range(count):
        made = draw(st.one_of(mappings(f"c-{number}", indent), bare(indent)))
        entries.setdefault(made.id, made)
    kind = draw(st.sampled_from(["", "kind: closings\n", "kind: 'closings'   # 种类\n"]))
    first = draw(st.booleans())
    head = draw(gaps) + (kind if first else "") + draw(gaps)
    before = [draw(gaps) for _ in entries]
    tail, rest = draw(gaps), "" if first else kind
    if indent >= 0:
        before[0] = f"{head}entries:{draw(comments)}\n{before[0]}"
        behind = ("", tail + rest) if rest else (tail, "")
    else:
        before = [draw(st.sampled_from([", ", ",\n    ", " ,  "])) for _ in entries]
        before[:1] = [f"{head}entries: ["] if entries else []
        behind = (
            ("", f"]\n{tail}{rest}")
            if entries
            else (f"{head}entries: [", f" # 空\n]\n{tail}{rest}")
        )
    newline, mark = draw(st.sampled_from(["\n", "\r\n"])), draw(st.sampled_from(["", "\ufeff"]))
    return PhraseFile(tuple(before), tuple(entries.values()), behind, newline, mark, indent < 0)
