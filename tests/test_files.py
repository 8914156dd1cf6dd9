import os
import stat
import sys
from pathlib import Path

import pytest

from drafter.errors import FileError, InputError
from drafter.storage.files import (
    read_bytes,
    read_text,
    write_atomically,
    write_through,
    write_together,
)

posix = pytest.mark.skipif(sys.platform == "win32", reason="permission bits of POSIX")
not_root = pytest.mark.skipif(
    sys.platform != "win32" and os.geteuid() == 0, reason="root may write everywhere"
)


def test_text_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes("\ufeff称谓".encode())
    (tmp_path / "b").write_bytes("称谓".encode())
    assert read_text(tmp_path / "a") == read_text(tmp_path / "b") == "称谓"


def test_what_is_no_utf8_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"ok\n\xb0\xa1\n")
    with pytest.raises(InputError, match=r"a:2：这里不是 UTF-8 文字"):
        read_text(tmp_path / "a")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none", "没有这个文件"),
        ("folder", "这是一个文件夹"),
        ("file/x", "路径|没有"),
        ("a\0b", "不能用的字符"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match=said):
        read_bytes(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none/x", "文件夹不存在"),
        ("folder", "这是一个文件夹"),
        ("file/x", "不是文件夹|不存在"),
        ("长" * 300, "太长"),
    ],
)
def test_what_cannot_be_written_is_told(tmp_path: Path, name: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(FileError, match=said):
        write_atomically(tmp_path / name, b"x")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_a_fault_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="磁盘已满"):
        write_atomically(tmp_path / "a", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(FileError, match="所在的文件夹不存在"):
        write_together([(tmp_path / "a", b"new"), (tmp_path / "none" / "b", b"new")])
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]
    write_together([(tmp_path / "a", b"1"), (tmp_path / "b", b"2")])
    assert sorted((p.name, p.read_bytes()) for p in tmp_path.iterdir()) == [
        ("a", b"1"),
        ("b", b"2"),
    ]


@posix
def test_the_mode_of_a_file_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch()
    path.chmod(0o640)
    write_atomically(path, b"x")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").touch()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_atomically(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"x"


def test_what_else_names_a_file_names_it_still(tmp_path: Path) -> None:
    one, other, alone = (tmp_path / name for name in ("one", "other", "alone"))
    one.write_text("旧的，长得多", "utf-8")
    other.hardlink_to(one)
    for path in (one, alone):
        write_through(path, "新的".encode())
        assert path.read_text("utf-8") == "新的"
    assert other.samefile(one)
    assert len(list(tmp_path.iterdir())) == 3


@posix
@not_root
def test_a_file_of_two_names_that_cannot_be_written_stays(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("旧的", "utf-8")
    other.hardlink_to(one)
    one.chmod(0o400)
    with pytest.raises(FileError, match="没有写入权限"):
        write_through(one, "新的".encode())
    assert other.read_text("utf-8") == "旧的"


@posix
@not_root
def test_a_read_only_file_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "a").chmod(0o400)
    with pytest.raises(FileError, match="没有写入权限"):
        write_atomically(tmp_path / "a", b"new")
