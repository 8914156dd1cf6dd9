"""`rejected.txt`: ids are taken out again, and every other line stays as it was."""

from pathlib import Path

import pytest

from drafter.storage.bank.phrasebank import REJECTED, rejected_ids
from drafter.storage.bank.rejections import reject, take_back


@pytest.mark.parametrize(
    ("before", "names", "after"),
    [
        ("", {"c-1"}, ""),
        ("c-1\n", {"c-1"}, ""),
        ("# 不要的\nc-1  # 旧\nc-2\n", {"c-1"}, "# 不要的\nc-2\n"),
        ("c-1\r\nc-2\r\n", {"c-2"}, "c-1\r\n"),
        ("c-1", {"c-2"}, "c-1"),
        ("\ufeffc-1\nc-2\n", {"c-1"}, "c-2\n"),
        ("  c-1 # x\nc-1\n\n", {"c-1"}, "\n"),
    ],
)
def test_taking_back(before: str, names: set[str], after: str, tmp_path: Path) -> None:
    path = tmp_path / REJECTED
    path.write_bytes(before.encode())
    take_back(tmp_path, names)
    assert path.read_bytes() == after.encode()
    assert not rejected_ids(tmp_path) & names


def test_what_was_rejected_and_taken_back_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / REJECTED
    path.write_text("# 手写的一行\nc-9\n", "utf-8")
    before = path.read_bytes()
    reject(tmp_path, {"c-1": "一句 # 话"})
    assert rejected_ids(tmp_path) == {"c-1", "c-9"}
    take_back(tmp_path, {"c-1"})
    assert path.read_bytes() == before


def test_without_a_file_there_is_nothing_to_take_back(tmp_path: Path) -> None:
    take_back(tmp_path, {"c-1"})
    assert not (tmp_path / REJECTED).exists()
