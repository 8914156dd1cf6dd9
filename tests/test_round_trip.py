"""A run that adds, changes and drops entries leaves every other character as it was."""

import re
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from phrase_files import Made, PhraseFile, phrase_files, texts

from drafter.model.edits import Edits
from drafter.model.phrase import Phrase, Source
from drafter.storage.bank.phrasebank import entries_of
from drafter.storage.entries.phrase_file import edited
from drafter.storage.entries.spans import entry_spans

PATH = Path("closings.yaml")
NOTHING: frozenset[str] = frozenset()
SOURCES = [{"document": "去年.txt", "line": 3}, {"document": "a b.txt", "line": 9}]
Plain = Any
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read(text: str) -> list[Plain]:
    """Return the entries as the YAML library itself reads them."""
    return yaml.load(text.removeprefix("\ufeff"), _Loader)["entries"] or []


def as_text(value: object) -> Plain:
    if isinstance(value, dict):
        return {key: as_text(each) for key, each in value.items()}
    return [as_text(each) for each in value] if isinstance(value, list) else str(value)


@st.composite
def changes(draw: st.DrawFn, made: Made) -> dict[str, object]:
    """Return what mining and reviewing change in an entry."""
    known = (
        [made.value["source"]] if isinstance(made.value, dict) and "source" in made.value else []
    )
    keys: dict[str, object] = {
        "source": [*known, *SOURCES],
        "seen": draw(st.integers(2, 99)),
        "text": draw(texts),
        "note": draw(texts),
        "topics": draw(st.lists(texts, min_size=1, max_size=4)),
    }
    return {key: keys[key] for key in draw(st.sets(st.sampled_from(sorted(keys)), min_size=1))}


@st.composite
def runs(draw: st.DrawFn) -> tuple[PhraseFile, Edits]:
    """Return a file and what a run does to it."""
    file = draw(phrase_files())
    fate = {
        made.id: draw(st.sampled_from(["stays", "stays", "changes", "goes"]))
        for made in file.entries
    }
    change = {m.id: draw(changes(m)) for m in file.entries if fate[m.id] == "changes"}
    drop = frozenset(name for name in fate if fate[name] == "goes")
    add = tuple(
        Phrase(f"c-new{number}", draw(texts), sources=(Source("今年.txt", 1),))
        for number in range(draw(st.integers(0, 2)))
    )
    return file, Edits(add, change, drop)


def kept(file: PhraseFile, edits: Edits) -> str:
    """Return the pattern of all that has to stay, with gaps where something may come or go."""

    def stays(text: str) -> str:
        return re.escape(text.replace("\n", file.newline))

    parts = [stays(file.mark)]
    for number, (before, made) in enumerate(zip(file.before, file.entries, strict=True)):
        comma = file.flow and number and edits.drop
        parts.append(r"[\s,]*" if comma else stays(before))
        if made.id in edits.drop:
            continue
        keys = edits.change.get(made.id, {})
        touched = {"*", *keys} if keys else set()
        parts += [".*?" if p.key in touched else stays(p.text) for p in made.pieces]
    gap = r"[\s,]*" if file.flow and edits.drop else ""
    return "".join(
        [*parts, stays(file.behind[0]), ".*?" if edits.add else gap, stays(file.behind[1])]
    )


def expected(file: PhraseFile, edits: Edits) -> list[Plain]:
    """Return the entries that there should be."""
    found = []
    for made in file.entries:
        keys = as_text(dict(edits.change.get(made.id, {})))
        if made.id not in edits.drop:
            before = made.value if isinstance(made.value, dict) else {"text": made.value}
            after = {**before, **keys}
            if after["text"] != before["text"]:
                after.setdefault("id", made.id)
            found.append(made.value if after == {"text": made.value} else after)
    source = {"document": "今年.txt", "line": "1"}
    return found + [{"id": each.id, "text": each.text, "source": source} for each in edits.add]


@given(runs())
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_other_character_stays(run: tuple[PhraseFile, Edits]) -> None:
    file, edits = run
    emptied = file.flow and edits.add and edits.drop == {made.id for made in file.entries}
    assert read(file.text) == [made.value for made in file.entries]
    after = edited(file.text, PATH, "closings", edits, NOTHING)
    assert read(after) == expected(file, edits)
    assert len(entries_of(after.removeprefix("\ufeff"), PATH, "closings", NOTHING)) == len(
        read(after)
    )
    if not emptied:
        assert re.fullmatch(kept(file, edits), after, re.DOTALL)
    assert edited(after, PATH, "closings", edits._replace(add=()), NOTHING) == after


@given(phrase_files())
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_entries_stand_where_they_are_said_to_stand(file: PhraseFile) -> None:
    spans = entry_spans(file.text)
    pieces = [file.text[span.start : span.end] for span in spans]
    listed = [f"[{piece}]" if file.flow else piece for piece in pieces]
    assert [yaml.load(piece, _Loader) for piece in listed] == [[m.value] for m in file.entries]
