"""`mined.txt`: what was mined, what was deleted since, and what the user wrote into it."""

from pathlib import Path

import pytest
from archives import files
from mined import mined, write_sources

from drafter.cli.main import run
from drafter.errors import InputError
from drafter.storage.bank.ledger import Ledger, Mined, as_item

ONE, TWO = "1" * 32, "2" * 32


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    return write_sources(tmp_path / "sources")


@pytest.fixture
def bank(tmp_path: Path, sources: Path) -> Path:
    mined(tmp_path / "bank", sources)
    return tmp_path / "bank"


def again(bank: Path, sources: Path, *options: str) -> None:
    assert run(["mine", str(sources), "--into", str(bank), *options]) == 0


def without(path: Path, start: str) -> str:
    """Take the entry that holds `start` out of a phrase file; return its id."""
    head, *entries = path.read_text("utf-8").split("\n- ")
    gone = next(entry for entry in entries if start in entry)
    kept = [entry for entry in entries if entry is not gone]
    path.write_text("\n- ".join([head, *kept]).rstrip() + "\n", "utf-8", newline="")
    return gone.split()[1]


def test_documents_that_did_not_change_are_not_read_again(
    bank: Path, sources: Path, capsysbinary
) -> None:
    before = files(bank)
    capsysbinary.readouterr()
    again(bank, sources)
    assert capsysbinary.readouterr().err.decode() == "早已挖过 2 份\n"
    again(bank, sources, "--again")
    assert capsysbinary.readouterr().err.decode().startswith("读了 2 份\n")
    assert files(bank) == before


def test_a_deleted_entry_stays_away_until_its_id_leaves_the_ledger(
    bank: Path, sources: Path
) -> None:
    complete = files(bank)
    identity = without(bank / "closings.yaml", "我的发言到此结束")
    less = files(bank)
    (sources / "c.txt").write_text(
        "同志们：\n会很短。\n我的发言到此结束，请各位同志指正。", "utf-8"
    )
    again(bank, sources, "--again")
    assert files(bank)["closings.yaml"] == less["closings.yaml"]

    (sources / "c.txt").unlink()
    ledger = bank / "mined.txt"
    ledger.write_text(ledger.read_text("utf-8").replace(identity, ""), "utf-8", newline="")
    again(bank, sources, "--again")
    assert sorted(files(bank)["closings.yaml"].splitlines()) == sorted(
        complete["closings.yaml"].splitlines()
    )


def test_an_edited_entry_stays_edited_and_gets_new_sources(bank: Path, sources: Path) -> None:
    path = bank / "closings.yaml"
    text = path.read_text("utf-8").replace("我的发言到此结束，请", "  '我说完了，请")
    edited = text.replace("各位同志指正。\n", "各位同志指正。' # 改短\n")
    path.write_text(edited, "utf-8", newline="")
    (sources / "c.txt").write_text(
        "同志们：\n会很短。\n我的发言到此结束，请各位同志指正。", "utf-8"
    )
    again(bank, sources)
    one, both = (
        "source: {document: b.txt, line: 5}",
        "[{document: b.txt, line: 5}, {document: c.txt, line: 3}]",
    )
    assert path.read_text("utf-8").startswith(edited.partition(one)[0] + f"source: {both}")


def test_a_near_duplicate_goes_with_what_it_was_merged_into(tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    said = "我的发言到此结束，请各位领导和各位同志们批评指正{}。"
    for name, end in (("a", ""), ("b", "吧")):
        text = f"同志们：\n会很短。\n{said.format(end)}"
        (folder / f"{name}.txt").write_text(text, "utf-8")
    bank = mined(tmp_path / "bank", folder)
    (phrase,) = bank.phrases("closings")
    assert [source.document for source in phrase.sources] == ["a.txt", "b.txt"]
    assert f"={phrase.id} b.txt\n" in (tmp_path / "bank" / "mined.txt").read_text("utf-8")

    without(tmp_path / "bank" / "closings.yaml", phrase.id)
    again(tmp_path / "bank", folder, "--again")
    assert phrase.id not in (tmp_path / "bank" / "closings.yaml").read_text("utf-8")
    assert "批评指正吧" not in (tmp_path / "bank" / "closings.yaml").read_text("utf-8")


def test_what_an_earlier_layer_has_or_rejects_is_not_added(
    tmp_path: Path, sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAFTER_DATA", str(tmp_path / "data"))
    user = tmp_path / "data" / "phrasebank"
    mined(user, sources)
    rejected = without(user / "closings.yaml", "我的发言到此结束")
    (user / "rejected.txt").write_text(f"{rejected}\n", "utf-8")
    again(tmp_path / "mine", sources)
    assert [name for name in files(tmp_path / "mine") if name.endswith(".yaml")] == []


def test_what_the_user_wrote_stays_and_lines_are_only_added() -> None:
    text = f"# 我的话\r\n\r\n{ONE} e1 a-1,a-2 一 份.txt\r\n# 尾"
    ledger = Ledger(text)
    assert ledger.with_rows([]) == f"{text}\r\n".encode()
    same = Mined(ONE, "e1", ("a-2",), "别名.txt")
    new = Mined(TWO, "e1", (), "二.txt")
    assert ledger.with_rows([same, new]) == f"{text}\r\n{TWO} e1 - 二.txt\r\n".encode()


def test_another_edition_replaces_the_line_but_forgets_no_id() -> None:
    ledger = Ledger(f"{ONE} e1 a-1,a-2 一.txt\n")
    assert ledger.has(ONE, "e1")
    assert not ledger.has(ONE, "e2")
    assert not ledger.has(TWO, "e1")
    changed = ledger.with_rows([Mined(ONE, "e2", ("a-3", "a-1"), "一.txt")])
    assert changed == f"{ONE} e2 a-1,a-2,a-3 一.txt\n".encode()


@pytest.mark.parametrize(
    ("ids", "present", "gone"),
    [
        ("a-1,a-2", {"a-1"}, {"a-2"}),
        ("a-1,a-2", {"a-1", "a-2"}, set()),
        ("-", set(), set()),
        ("", set(), set()),
        (",a-1,", set(), {"a-1"}),
        ("a-1=a-2", {"a-2"}, set()),
        ("a-1=a-2", {"a-1"}, set()),
        ("a-1=a-2", set(), {"a-1"}),
    ],
)
def test_what_is_no_longer_there_is_gone(ids: str, present: set[str], gone: set[str]) -> None:
    assert Ledger(f"{ONE} e1 {ids} 一.txt\n").gone(present) == gone


@pytest.mark.parametrize("line", ["<<<<<<< HEAD", f"{ONE}", f"{ONE} e1", "abc e1 a-1 一.txt"])
def test_a_line_that_is_none_is_told_with_its_place(line: str) -> None:
    with pytest.raises(InputError) as told:
        Ledger(f"# 头\n\ufeff{ONE} e1 - 一.txt\n{line}\n", "库/mined.txt")
    assert "库/mined.txt:3" in str(told.value)


@pytest.mark.parametrize(
    ("name", "kept", "items"),
    [("a-1", "", ["a-1"]), ("a-1", "a-1", ["a-1"]), ("a-1", "a-2", ["a-1=a-2"]),
     ("我 的", "", []), ("a-1", "x,y", []), ("a=b", "", [])],
)  # fmt: skip
def test_only_plain_ids_become_items(name: str, kept: str, items: list[str]) -> None:
    assert list(as_item(name, kept)) == items
