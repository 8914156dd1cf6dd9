"""Layers of the phrasebank: a later one adds, changes or rejects entries of an earlier one."""

import subprocess
import sys
from pathlib import Path

import pytest

from drafter.errors import DrafterError
from drafter.locations import shipped_phrasebank, shipped_templates, user_phrasebank
from drafter.model.phrase import Phrase, PhraseSet, Source
from drafter.storage.bank.layers import Layer, bank_layers, idle_changes, load_layers

SLOTS = frozenset(["region"])
BASE = """\
entries:
- {id: c-1, text: 甲, topics: [能力], era: 2022, source: a.txt, note: 注}
- {id: c-2, text: 乙, seen: 3}
- id: c-3
  frame: 抓A
  topics: [能力]
  members: [抓学习, 抓落实]
  source: b.txt
"""


@pytest.fixture
def layers(tmp_path: Path) -> list[Layer]:
    folders = [tmp_path / name for name in ("one", "two", "three")]
    for folder in folders:
        folder.mkdir()
    write(folders[0], BASE)
    return [Layer(folder.name, folder) for folder in folders]


def write(folder: Path, text: str, name: str = "closings.yaml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def phrases(layers: list[Layer]) -> dict[str, Phrase | PhraseSet]:
    return {entry.id: entry for entry in load_layers(layers, None, SLOTS)}


def changed(layers: list[Layer], text: str) -> dict[str, Phrase | PhraseSet]:
    write(layers[1].folder, text)
    return phrases(layers)


def test_a_later_layer_adds(layers: list[Layer]) -> None:
    assert list(changed(layers, "entries: [{id: c-9, text: 丙}]")) == ["c-1", "c-2", "c-3", "c-9"]


@pytest.mark.parametrize(
    ("keys", "field", "value"),
    [
        ("era: 2026", "era", "2026"),
        ("text: 新", "text", "新"),
        ("topics: [统筹, 督查]", "topics", ("统筹", "督查")),
        ("topics: []", "topics", ()),
        ("era:", "era", ""),
        ("source: c.txt", "sources", (Source("c.txt"),)),
        ("tags: [常用]", "tags", ("常用",)),
        ("note: ''", "note", ""),
    ],
)
def test_a_change_names_only_what_changes(
    layers: list[Layer], keys: str, field: str, value: object
) -> None:
    before = phrases(layers)["c-1"]
    after = changed(layers, f"entries:\n- id: c-1\n  {keys}\n")["c-1"]
    assert getattr(after, field) == value
    rest = {**after._asdict(), field: None, "line": None}
    assert rest == {**before._asdict(), field: None, "line": None}


def test_an_entry_written_in_full_replaces(layers: list[Layer]) -> None:
    text = "entries: [{id: c-1, text: 新, topics: [督查], era: 2026, source: z.txt, note: 新注}]"
    entry = changed(layers, text)["c-1"]
    assert isinstance(entry, Phrase)
    assert (entry.text, entry.topics, entry.era) == ("新", ("督查",), "2026")
    assert (entry.sources, entry.note) == ((Source("z.txt"),), "新注")


def test_an_entry_can_change_a_text_and_clear_a_key(layers: list[Layer]) -> None:
    entry = changed(layers, "entries: [{id: c-1, text: 新, topics: [], seen: 2}]")["c-1"]
    assert isinstance(entry, Phrase)
    assert (entry.text, entry.topics, entry.era, entry.seen) == ("新", (), "2022", 2)


def test_the_members_of_a_set_are_given_anew(layers: list[Layer]) -> None:
    entry = changed(layers, "entries: [{id: c-3, members: [抓督查]}]")["c-3"]
    assert isinstance(entry, PhraseSet)
    assert (entry.frame, entry.topics) == ("抓A", ("能力",))
    assert [(m.id, m.text, m.sources) for m in entry.members] == [
        ("c-3.1", "抓督查", (Source("b.txt"),))
    ]


def test_a_new_source_of_a_set_is_that_of_its_members(layers: list[Layer]) -> None:
    entry = changed(layers, "entries: [{id: c-3, source: z.txt}]")["c-3"]
    assert isinstance(entry, PhraseSet)
    assert {member.sources for member in entry.members} == {(Source("z.txt"),)}


def test_a_phrase_can_become_a_set(layers: list[Layer]) -> None:
    assert isinstance(changed(layers, "entries: [{id: c-1, members: [丙]}]")["c-1"], PhraseSet)


def test_rejected_ids_are_gone_from_earlier_layers_and_its_own(layers: list[Layer]) -> None:
    write(layers[1].folder, "entries: [{id: c-8, text: 丙}]")
    write(layers[1].folder, "c-1  # 不用\nc-8\n", "rejected.txt")
    assert list(phrases(layers)) == ["c-2", "c-3"]
    write(layers[2].folder, "entries: [{id: c-1, text: 又}]")
    assert list(phrases(layers)) == ["c-2", "c-3", "c-1"]


def test_the_last_layer_wins(layers: list[Layer]) -> None:
    write(layers[2].folder, "entries: [{id: c-1, era: 2027}]")
    assert changed(layers, "entries: [{id: c-1, era: 2026, text: 新}]")["c-1"][1:5] == (
        "新",
        "closings",
        ("能力",),
        "2027",
    )


def test_changes_of_nothing_are_passed_over_and_told(layers: list[Layer]) -> None:
    text = "entries:\n- {id: c-1, era: 2026}\n- {id: c-7, era: 2026}\n- {id: c-3, speaker: 某}\n"
    before = list(phrases(layers))
    assert list(changed(layers, text)) == before
    told = [
        (idle.layer.name, idle.path.name, idle.change.id, idle.change.line)
        for idle in idle_changes(layers, SLOTS)
    ]
    assert told == [("two", "closings.yaml", "c-7", 3), ("two", "closings.yaml", "c-3", 4)]


def test_a_change_of_what_a_later_layer_adds_changes_nothing(layers: list[Layer]) -> None:
    write(layers[2].folder, "entries: [{id: c-9, text: 丙}]")
    entry = changed(layers, "entries: [{id: c-9, era: 2026}]")["c-9"]
    assert isinstance(entry, Phrase)
    assert entry.era == ""


def test_a_change_is_checked_like_an_entry(layers: list[Layer]) -> None:
    with pytest.raises(DrafterError, match=r"closings.yaml:2.*是不是 topics"):
        changed(layers, "entries:\n- {id: c-1, topcis: [a]}\n")
    with pytest.raises(DrafterError, match=r"没有“regoin”这个空位"):
        changed(layers, "entries:\n- {id: c-1, text: '{{ regoin }}'}\n")


def test_tags_notes_and_lines_are_read(layers: list[Layer]) -> None:
    write(layers[0].folder, "entries:\n- {id: c-1, text: 甲, tags: [常用, 短], note: 润色}\n")
    entry = phrases(layers)["c-1"]
    assert (entry.tags, entry.note, entry.line) == (("常用", "短"), "润色", 2)


def test_the_usual_layers_are_there_in_their_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "own"
    for folder in (user_phrasebank(), tmp_path / "phrasebank", own):
        folder.mkdir(parents=True)
    folders = [layer.folder.resolve() for layer in bank_layers([own])]
    here = (tmp_path / "phrasebank").resolve()
    assert folders == [shipped_phrasebank(), user_phrasebank().resolve(), here, own.resolve()]


def test_a_folder_counts_once_by_whatever_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "phrasebank").mkdir()
    again = [Path("phrasebank"), tmp_path / "phrasebank", tmp_path / "." / "phrasebank"]
    assert len(bank_layers(again)) == 2
    assert len(bank_layers([shipped_phrasebank()])) == 2


def test_a_folder_that_was_named_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(DrafterError, match="没有这个文件夹"):
        bank_layers([tmp_path / "none"])


def outline(folder: Path, *arguments: str) -> str:
    """Return what `drafter generate` gives in `folder` for a spec that wants the closing `c-own`."""
    example = shipped_templates() / "examples" / "office-work-meeting.yaml"
    spec = folder / "spec.yaml"
    spec.write_text(example.read_text("utf-8") + "parts: {closing: c-own}\n", "utf-8")
    command = [sys.executable, "-m", "drafter", "generate", str(spec), *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout.decode()


def own(folder: Path, text: str) -> None:
    """Make `folder` a layer in which the closing call `c-own` is `text`."""
    folder.mkdir(parents=True)
    write(folder, f"entries: [{{id: c-own, text: {text}, topics: []}}]")


def test_an_outline_is_drawn_from_all_layers_the_last_winning(tmp_path: Path) -> None:
    first, second, third, fourth = (
        "同志们，奋进！",
        "同志们，开拓！",
        "同志们，实干！",
        "同志们，担当！",
    )
    own(user_phrasebank(), first)
    assert first in outline(tmp_path)
    own(tmp_path / "phrasebank", second)
    assert second in outline(tmp_path)
    own(tmp_path / "a", third)
    own(tmp_path / "b", fourth)
    said = outline(tmp_path, "--bank", "b", "--bank", "a")
    assert third in said
    assert fourth not in said
