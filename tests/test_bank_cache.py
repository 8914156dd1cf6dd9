"""The cache of phrase files: never the truth, never in the way."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import DrafterError
from drafter.locations import user_cache
from drafter.model.phrase import Phrasebank
from drafter.storage.bank.layers import Layer
from drafter.storage.bank.phrasebank import load_bank, read_phrases
from drafter.storage.bank.search import Stacks
from drafter.storage.sounds.pinyin import pinyin

SLOTS = frozenset(["region", "count"])
TEXT = """\
entries:
- {id: c-1, text: '甲{{ region }}', topics: [能力], era: 2022, organs: [党委办], seen: 3, speaker: 某}
- id: c-2
  frame: 抓A
  level: 2
  slots: {A: 事项}
  members: [抓学习, {text: 抓落实, topics: [督查], era: 2024}]
  source: [{document: a.txt, line: 3}, b.txt]
  tags: [常用]
  note: 注
- {id: c-3, era: 2026, source: c.txt, topics: [], slots: {B: 序位}}
- "折\\n行"
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    (tmp_path / "closings.yaml").write_text(TEXT, encoding="utf-8")
    age(tmp_path / "closings.yaml")
    return tmp_path


def age(path: Path, seconds: int = 60) -> None:
    """Let the file be as old as files mostly are."""
    os.utime(path, (time.time() - seconds,) * 2)


def caches() -> list[Path]:
    folder = user_cache()
    assert folder is not None
    return [path for path in folder.rglob("*") if path.is_file()]


def load(folder: Path) -> Phrasebank:
    return load_bank(folder, ["closings"], SLOTS)


def said(bank: Phrasebank) -> object:
    return dict(bank.entries), bank.changes


def ids(folder: Path, *wanted: str) -> list[str]:
    return [hit.entry.id for hit in Stacks([Layer("one", folder)]).found(wanted)]


def test_what_comes_out_is_what_went_in(bank: Path) -> None:
    first = load(bank)
    assert caches()
    assert said(load(bank)) == said(first)
    assert len(first.changes) == 1


def test_it_is_used(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(bank)
    monkeypatch.setattr("drafter.storage.bank.phrasebank.read_phrases", None)
    assert said(load(bank)) == said(first)


def test_a_changed_file_is_read_anew(bank: Path) -> None:
    load(bank)
    path = bank / "closings.yaml"
    path.write_text(TEXT.replace("抓学习", "抓督查，抓学习"), encoding="utf-8")
    assert "抓督查" in str(load(bank).entries)


def test_a_change_within_the_same_tick_is_seen(bank: Path) -> None:
    path = bank / "closings.yaml"
    path.write_text(TEXT, encoding="utf-8")
    load(bank)
    before = path.stat()
    with path.open("r+b") as file:
        file.write(TEXT.replace("抓学习", "抓落实").encode())
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert "抓学习" not in str(load(bank).entries)


@given(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12))
def test_any_damage_is_mended(place: float, gone: int, put: bytes) -> None:
    folder = user_cache()
    assert folder is not None
    bank = folder.parent / "bank"
    bank.mkdir(parents=True, exist_ok=True)
    path = bank / "closings.yaml"
    if not path.exists():
        path.write_text(TEXT, encoding="utf-8")
        age(path)
    first = load(bank)
    (cache,) = caches()
    content = cache.read_bytes()
    start = int(place * len(content))
    damaged = content[:start] + put + content[start + gone :]
    for read in (lambda: ids(bank, "抓"), lambda: said(load(bank))):
        cache.write_bytes(damaged)
        assert read() in (["c-2"], said(first))


@pytest.mark.parametrize("content", [b"", b"{}\n", b"[]\n", b"null\n", b"\xff\n", b"{" * 9000])
def test_a_foreign_file_in_its_place_is_replaced(bank: Path, content: bytes) -> None:
    first = load(bank)
    (cache,) = caches()
    good = cache.read_bytes()
    cache.write_bytes(content)
    assert said(load(bank)) == said(first)
    assert len(cache.read_bytes()) == len(good)


def test_a_newer_program_is_not_trusted(bank: Path) -> None:
    load(bank)
    (cache,) = caches()
    changed = cache.read_bytes().replace("抓学习".encode(), "抓作风".encode())
    cache.write_bytes(changed.replace(b'"format": ', b'"format": 9', 1))
    assert "抓作风" not in str(load(bank).entries)


def test_errors_are_told_every_time(bank: Path) -> None:
    (bank / "closings.yaml").write_text("entries:\n- {text: 甲, txt: 乙}\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(DrafterError, match="不认识“txt”"):
            load(bank)
    assert not caches()


def test_a_slot_that_is_gone_is_told_though_the_file_is_cached(bank: Path) -> None:
    load(bank)
    with pytest.raises(DrafterError, match="没有“region”这个空位"):
        load_bank(bank, ["closings"], frozenset(["count"]))


def test_it_can_be_turned_off(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = user_cache()
    monkeypatch.setenv("DRAFTER_CACHE", "off")
    assert ids(bank, "学习") == ["c-2"]
    assert load(bank).entries
    assert folder is not None
    assert not folder.exists()


def test_a_place_that_cannot_be_written_is_no_fault(
    bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DRAFTER_CACHE", str(tmp_path / "file" / "cache"))
    assert load(bank).entries
    assert ids(bank, "学习") == ["c-2"]


def test_caches_of_banks_that_are_gone_go_after_a_while(bank: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "closings.yaml").write_text("entries: [甲]", encoding="utf-8")
    load(other)
    (old,) = caches()
    age(old, 100 * 24 * 3600)
    load(bank)
    assert old.exists()
    (other / "closings.yaml").unlink()
    (bank / "closings.yaml").write_text(TEXT, encoding="utf-8")
    load(bank)
    assert not old.exists()
    assert len(caches()) == 1


def test_many_programs_at_once_read_the_same(bank: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from drafter.storage.bank.phrasebank import load_bank\n"
        "for _ in range(20):\n"
        "    Path(sys.argv[1], 'closings.yaml').touch()\n"
        "    bank = load_bank(Path(sys.argv[1]), ['closings'], frozenset(['region']))\n"
        "    assert [entry.id for entry in bank][:2] == ['c-1', 'c-2']\n"
    )
    command = [sys.executable, "-c", code, str(bank)]
    running = [subprocess.Popen(command) for _ in range(3)]
    assert [each.wait() for each in running] == [0, 0, 0]
    assert [path.suffix for path in caches()] == [".bank"]


def test_a_file_is_read_as_it_would_be_without_a_cache(bank: Path) -> None:
    load(bank)
    read = read_phrases(TEXT, bank / "closings.yaml", "closings", SLOTS)
    assert load(bank).entries["closings"] == read.entries


def test_what_is_made_of_a_text_is_kept_and_made_anew_when_the_text_changes(bank: Path) -> None:
    folder = user_cache()
    letters, layers = pinyin(folder), [Layer("one", bank)]

    def sought(word: str) -> list[str]:
        return [hit.entry.id for hit in Stacks(layers).found([letters.exactly(word)])]

    assert (sought("zxx"), sought("zls"), sought("zfz")) == (["c-2"], ["c-2"], [])
    (made,) = (each for each in caches() if each.suffix == ".made")
    whole = made.read_bytes()
    for spoilt in (b"", b"\n", whole[:-1], whole[:-2] + b"\x05\n", b"9" + whole):
        made.write_bytes(spoilt)
        assert sought("zls") == ["c-2"]
        assert made.read_bytes() == whole
    path = bank / "closings.yaml"
    path.write_text(TEXT.replace("抓学习", "抓法治"), encoding="utf-8")
    assert (sought("zxx"), sought("zls"), sought("zfz")) == ([], ["c-2"], ["c-2"])
