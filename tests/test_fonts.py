"""Fonts that are missing are told, where that can be known, with what usually stands for them."""

from pathlib import Path

import pytest
import reportlab

from drafter.cli import layouts
from drafter.cli.main import run
from drafter.locations import shipped_templates
from drafter.storage.fonts import font_names, installed_fonts

EXAMPLE = str(shipped_templates() / "examples" / "office-work-meeting.yaml")
VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
ALL = ["仿宋_gb2312", "楷体_gb2312", "方正小标宋_gbk", "simhei", "宋体"]


def test_a_font_file_tells_its_names() -> None:
    assert "Bitstream Vera Sans" in font_names(VERA)


@pytest.mark.parametrize("cut", [0, 3, 12, 40, 200, 5_000])
def test_a_broken_font_file_tells_no_wrong_name(cut: int, tmp_path: Path) -> None:
    path = tmp_path / "cut.ttf"
    path.write_bytes(VERA.read_bytes()[:cut])
    assert font_names(path) <= font_names(VERA) | {""}


@pytest.mark.parametrize("data", [b"", b"ttcf", b"ttcf" + b"\xff" * 400, b"\xff" * 400])
def test_what_is_no_font_has_no_names(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "none.ttc"
    path.write_bytes(data)
    assert font_names(path) == set()


def test_a_collection_tells_the_names_of_each_font(tmp_path: Path) -> None:
    data = VERA.read_bytes()
    path = tmp_path / "two.ttc"
    head = b"ttcf\0\1\0\0" + (2).to_bytes(4, "big") + (20).to_bytes(4, "big") * 2
    moved = bytearray(data)
    for at in range(int.from_bytes(data[4:6], "big")):
        place = slice(12 + 16 * at + 8, 12 + 16 * at + 12)
        moved[place] = (int.from_bytes(data[place], "big") + len(head)).to_bytes(4, "big")
    path.write_bytes(head + moved)
    assert font_names(path) == font_names(VERA)


def test_fonts_in_folders_are_found_without_fontconfig(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts = tmp_path / ".fonts" / "deeper"
    fonts.mkdir(parents=True)
    (fonts / "Vera.TTF").write_bytes(VERA.read_bytes())
    (fonts / "readme.txt").write_text("no font")
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert "bitstream vera sans" in installed_fonts()


def told(
    monkeypatch: pytest.MonkeyPatch, capfd, installed: list[str], name: str, folder: Path
) -> str:
    monkeypatch.setattr(layouts, "installed_fonts", lambda: frozenset(installed))
    assert run(["generate", EXAMPLE, "-o", str(folder / name)]) == 0
    return "\n".join(line for line in capfd.readouterr().err.splitlines() if "字体" in line)


def test_missing_fonts_are_told_once_with_their_substitutes(
    monkeypatch: pytest.MonkeyPatch, capfd, tmp_path: Path
) -> None:
    said = told(monkeypatch, capfd, ["宋体", "times new roman"], "x.docx", tmp_path)
    assert said.count("\n") == 0
    assert len(said) <= 100
    assert "仿宋_GB2312（可用仿宋代）" in said
    assert "楷体_GB2312（可用楷体代）" in said
    assert "方正小标宋简体（可用华文中宋或宋体加粗代）" in said
    assert "、宋体" not in said and "Times" not in said


@pytest.mark.parametrize(
    ("installed", "name"),
    [
        ([*ALL, "times new roman"], "x.docx"),
        ([], "x.docx"),
        (["宋体"], "x.md"),
    ],
    ids=["all are there", "nobody can tell", "no Word file"],
)
def test_nothing_is_told_without_need(
    installed: list[str], name: str, monkeypatch: pytest.MonkeyPatch, capfd, tmp_path: Path
) -> None:
    assert told(monkeypatch, capfd, installed, name, tmp_path) == ""
