"""Writing into phrasebanks: all files or none, one writer at a time, nothing of others lost."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drafter.errors import DrafterError, FileError, InputError
from drafter.model.edits import Edits
from drafter.model.phrase import Phrase, Source
from drafter.storage import files
from drafter.storage.bank.edits import preview, write_edits
from drafter.storage.bank.lock import bank_locked
from drafter.storage.bank.phrasebank import load_bank, rejected_ids
from drafter.storage.bank.rejections import reject, with_rejections

NONE: frozenset[str] = frozenset()
TITLES = {"closings": "结尾号召"}
NEW = Phrase("c-1", "让我们一起努力！", "closings", sources=(Source("a.txt", 3),))


def add(*entries: Phrase) -> dict[str, Edits]:
    return {"closings": Edits(entries or (NEW,))}


def ids(folder: Path, kind: str = "closings") -> list[str]:
    return [entry.id for entry in load_bank(folder, [kind], NONE).entries[kind]]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        p.name: p.read_bytes()
        for p in folder.iterdir()
        if p.is_file() and p.name != ".drafter.lock"
    }


def test_a_preview_shows_and_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "closings.yaml"
    path.write_bytes(b"entries:\n")
    ((shown, before, after),) = preview(tmp_path, add(), TITLES, NONE)
    assert (shown, before) == (path, b"entries:\n")
    assert "c-1" in after.decode()
    assert path.read_bytes() == before
    write_edits(tmp_path, add(), TITLES, NONE)
    assert path.read_bytes() == after
    assert preview(tmp_path, add(), TITLES, NONE) == []


def test_a_new_file_says_what_it_holds_and_finds_its_schema(tmp_path: Path) -> None:
    write_edits(tmp_path, add(), TITLES, NONE)
    first, second, *_ = (tmp_path / "closings.yaml").read_text("utf-8").splitlines()
    assert second == "# 结尾号召。"
    assert (tmp_path / first.partition("$schema=")[2]).is_file()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_bytes_stay(tmp_path: Path, mark: bytes) -> None:
    path, before = tmp_path / "closings.yaml", mark + "# 头\r\nentries:\r\n- '甲'\r\n".encode()
    path.write_bytes(before)
    write_edits(tmp_path, add(), TITLES, NONE)
    assert path.read_bytes().startswith(before)
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
    write_edits(tmp_path, {"closings": Edits(drop=frozenset(["c-1"]))}, TITLES, NONE)
    assert path.read_bytes() == before


def test_one_bad_file_keeps_all_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "reviews.yaml").write_text("entries: 甲\n", "utf-8")
    before = contents(tmp_path)
    edits = add() | {"reviews": Edits((NEW._replace(kind="reviews"),))}
    with pytest.raises(InputError):
        write_edits(tmp_path, edits, TITLES, NONE, [(tmp_path / "more.txt", b"1")])
    assert contents(tmp_path) == before


def test_other_files_are_written_in_the_same_move_and_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = []
    replace = Path.replace

    def watched(source: Path, target: Path) -> Path:
        order.append(target.name)
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", watched)
    (tmp_path / "closings.yaml").write_bytes(b"entries:\n")
    write_edits(tmp_path, add(), TITLES, NONE, [(tmp_path / "more.txt", b"1")])
    assert order == ["closings.yaml", "more.txt"]
    write_edits(tmp_path, {}, TITLES, NONE, [(tmp_path / "more.txt", b"2")])
    assert (tmp_path / "more.txt").read_bytes() == b"2"


def editor(monkeypatch: pytest.MonkeyPatch, path: Path, times: int) -> None:
    """Let an editor save its own line between reading and replacing, the first few times."""
    staged, saved = files.write_together, []

    def slow(found: list[tuple[Path, bytes]], look: object = None) -> None:
        if len(saved) < times:
            saved.append(1)
            path.write_bytes(path.read_bytes() + f"- 手写{len(saved)}\n".encode())
        staged(found, look)  # type: ignore[arg-type]

    monkeypatch.setattr("drafter.storage.bank.edits.write_together", slow)


def test_what_an_editor_saves_meanwhile_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "closings.yaml"
    path.write_bytes("entries:\n- 甲\n".encode())
    editor(monkeypatch, path, times=2)
    write_edits(tmp_path, add(), TITLES, NONE)
    texts = [entry.text for entry in load_bank(tmp_path, ["closings"], NONE).phrases("closings")]
    assert texts == ["甲", "手写1", "手写2", NEW.text]


def test_a_file_that_never_rests_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "closings.yaml"
    path.write_bytes("entries:\n- 甲\n".encode())
    editor(monkeypatch, path, times=1000)
    with pytest.raises(FileError, match="不断改写"):
        write_edits(tmp_path, add(), TITLES, NONE)
    assert "c-1" not in ids(tmp_path)
    assert not list(tmp_path.glob("*.part"))


ADDER = """
import sys, time
from pathlib import Path
from drafter.model.edits import Edits
from drafter.model.phrase import Phrase
from drafter.storage.bank.edits import write_edits
folder, name = Path(sys.argv[1]), sys.argv[2]
for number in range(50):
    new = Phrase(f"c-{name}{number}", f"第{number}条", "closings")
    write_edits(folder, {"closings": Edits((new,))}, {}, frozenset())
"""


def test_two_programs_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    commands = [[sys.executable, "-c", ADDER, str(tmp_path), name] for name in "ab"]
    running = [subprocess.Popen(command) for command in commands]
    assert [program.wait(60) for program in running] == [0, 0]
    assert sorted(ids(tmp_path)) == sorted(f"c-{name}{n}" for name in "ab" for n in range(50))


HOLDER = """
import sys, time
from pathlib import Path
from drafter.storage.bank.lock import bank_locked
with bank_locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def holder(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program that holds the lock."""
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        try:
            assert program.stdout
            assert program.stdout.readline().strip() == b"held"
            yield program
        finally:
            program.kill()


def test_a_lock_that_is_held_is_a_clear_refusal(tmp_path: Path) -> None:
    with holder(tmp_path):
        start = time.monotonic()
        with (
            pytest.raises(FileError, match="另一个 drafter 正在写") as error,
            bank_locked(tmp_path, 0.3),
        ):
            pass
        assert 0.25 < time.monotonic() - start < 5
        assert error.value.remedy


def test_a_killed_program_leaves_no_lock(tmp_path: Path) -> None:
    with holder(tmp_path) as program:
        os.kill(program.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        program.wait(10)
        with bank_locked(tmp_path, 5):
            write_edits(tmp_path, add(), TITLES, NONE)
    assert ids(tmp_path) == ["c-1"]


def test_the_lock_is_no_phrase_file(tmp_path: Path) -> None:
    with bank_locked(tmp_path), bank_locked(tmp_path):
        pass
    assert load_bank(tmp_path, None, NONE).entries == {}


def test_what_a_killed_program_left_is_cleared(tmp_path: Path) -> None:
    left = tmp_path / ".closings.yaml.123-0.part"
    left.write_bytes(b"half")
    write_edits(tmp_path, add(), TITLES, NONE)
    assert not left.exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write all")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(DrafterError, match="没有写入权限"):
            write_edits(tmp_path, add(), TITLES, NONE)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("name", ["missing", "file"])
def test_a_folder_that_is_none_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileError):
        write_edits(tmp_path / name, add(), TITLES, NONE)


REJECTED = [
    (b"", "c-1  # 太长\nc-2\n"),
    ("# 看过\nc-0 # 旧".encode(), "# 看过\nc-0 # 旧\nc-1  # 太长\nc-2\n"),
    ("\ufeffc-0\r\n".encode(), "\ufeffc-0\r\nc-1  # 太长\r\nc-2\r\n"),
    ("  c-2 # 看过\n".encode(), "  c-2 # 看过\nc-1  # 太长\n"),
]


@pytest.mark.parametrize(("before", "after"), REJECTED)
def test_rejections_are_appended(tmp_path: Path, before: bytes, after: str) -> None:
    path = tmp_path / "rejected.txt"
    if before:
        path.write_bytes(before)
    reject(tmp_path, {"c-1": "太长", "c-2": ""})
    assert path.read_bytes().decode() == after
    assert rejected_ids(tmp_path) >= {"c-1", "c-2"}
    reject(tmp_path, {"c-1": "又一次"})
    assert path.read_bytes().decode() == after


def test_a_reason_stays_on_its_line(tmp_path: Path) -> None:
    _, data = with_rejections(tmp_path, {"c-1": "一\nc-9\x1b[2J" + "长" * 1000})
    (line,) = data.decode().splitlines()
    assert line.startswith("c-1  # 一 c-9 [2J长")
    assert len(line) < 100
