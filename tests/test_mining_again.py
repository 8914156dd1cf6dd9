"""Mining again, in another order, in another process: the same bytes, and nothing twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from archives import files
from mined import mined, write_sources

from drafter.model.phrase import Source


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return write_sources(tmp_path / "sources")


def test_the_same_phrase_in_two_documents_names_both(sources: Path, tmp_path: Path) -> None:
    (sources / "c.txt").write_text(
        "同志们：\n会很短。\n我的发言到此结束，请各位同志指正。", "utf-8"
    )
    bank = mined(tmp_path / "bank", sources)
    phrase = next(p for p in bank.phrases("closings") if p.text.startswith("我的发言到此"))
    assert phrase.sources == (Source("b.txt", 5), Source("c.txt", 3))
    assert phrase.seen == 2


def test_mining_twice_adds_nothing(sources: Path, tmp_path: Path, capsysbinary) -> None:
    mined(tmp_path / "bank", sources)
    before = files(tmp_path / "bank")
    capsysbinary.readouterr()
    mined(tmp_path / "bank", sources)
    assert files(tmp_path / "bank") == before
    assert capsysbinary.readouterr().out.decode().startswith("共新增 0 条")


def test_ids_do_not_depend_on_what_else_is_mined(sources: Path, tmp_path: Path) -> None:
    both = {entry.id for entry in mined(tmp_path / "both", sources)}
    alone = {entry.id for name in "ab" for entry in mined(tmp_path / name, sources / f"{name}.txt")}
    assert both == alone
    assert len(both) == len(list(mined(tmp_path / "both", sources)))


def test_what_was_rejected_does_not_come_back(sources: Path, tmp_path: Path) -> None:
    identity = mined(tmp_path / "bank", sources).sets("headings")[0].id
    (tmp_path / "again").mkdir()
    (tmp_path / "again" / "rejected.txt").write_text(f"{identity}  # 不要\n", "utf-8")
    assert identity not in [entry.id for entry in mined(tmp_path / "again", sources)]


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_another_process_and_another_order_give_the_same_bytes(
    sources: Path, tmp_path: Path, seed: str
) -> None:
    mined(tmp_path / "here", sources)
    paths = [sources / "b.txt", sources / "a.txt", sources]
    subprocess.run(
        [sys.executable, "-m", "drafter", "mine", *paths, "--into", tmp_path / "there"],
        env=os.environ | {"PYTHONHASHSEED": seed}, stdout=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    assert files(tmp_path / "there") == files(tmp_path / "here")
