"""What the wizard writes is what `drafter generate` writes of the spec beside it."""

import subprocess
import sys
from pathlib import Path

import pytest
from walking import Walker, app, walked

from drafter.exporters import EXPORTERS
from drafter.locations import shipped_templates
from drafter.storage import fonts
from drafter.storage.templates import template_names

TEMPLATES = template_names(shipped_templates())


@pytest.mark.parametrize("template", TEMPLATES)
@walked
async def test_every_template_and_format(
    template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    spec = tmp_path / "order.yaml"
    spec.write_text(f"template: {template}\nseed: 5\n", "utf-8")
    suffixes = [suffix.lstrip(".") for suffix in EXPORTERS]
    async with app(spec).run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f5", "3", "n", "f5", "6")
        for suffix in suffixes:
            await walk.press("o", "ctrl+u")
            await walk.type(f"{suffix}-of-wizard.{suffix}")
            await walk.press("enter")
            assert "已写入" in walk.screen()
    outputs = [f"again.{suffix}" for suffix in suffixes]
    options = [word for name in outputs for word in ("-o", name)]
    order = f"{suffixes[0]}-of-wizard.yaml"
    subprocess.run([sys.executable, "-m", "drafter", "generate", order, *options], check=True)
    for suffix, again in zip(suffixes, outputs, strict=True):
        written = tmp_path / f"{suffix}-of-wizard.{suffix}"
        assert written.read_bytes() == (tmp_path / again).read_bytes(), suffix
    assert spec.read_text("utf-8") == f"template: {template}\nseed: 5\n"


@walked
async def test_a_format_that_is_not_known_and_a_file_that_is_there_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there.md").write_text("mine", "utf-8")
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f9")
        for suffix in EXPORTERS:
            assert suffix in walk.screen()
        await walk.press("ctrl+u")
        await walk.type("there.odt")
        await walk.press("enter")
        assert "不会写“.odt”格式" in walk.screen()
        await walk.press("ctrl+u")
        await walk.type("there.md")
        await walk.press("enter")
        assert "已有 there.md" in walk.screen()
        assert (tmp_path / "there.md").read_text("utf-8") == "mine"
        await walk.press("enter")
    assert (tmp_path / "there.md").read_text("utf-8") != "mine"


@pytest.mark.parametrize(
    ("keys", "name", "profile"),
    [
        ([], "讲话.docx", "standard"),
        (["tab"], "讲话.md", ""),
        (["shift+tab"], "讲话.docx", "reading"),
        (["shift+tab", "shift+tab"], "讲话.docx", "standard"),
    ],
)
@walked
async def test_what_is_typed_replaces_the_name_and_format_and_layout_are_one_key_away(
    keys: list[str], name: str, profile: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f9", *keys)
        await walk.type("讲话")
        await walk.press("enter")
        await walk.sees("已写入")
    assert {each.name for each in tmp_path.iterdir()} == {name, "讲话.yaml"}
    for options in ([], ["--profile", profile] if profile else []):
        order = ["generate", "讲话.yaml", "-o", f"again{Path(name).suffix}", "--force", *options]
        subprocess.run([sys.executable, "-m", "drafter", *order], check=True)
        again = (tmp_path / f"again{Path(name).suffix}").read_bytes()
        assert (tmp_path / name).read_bytes() == again


@walked
async def test_the_layout_that_the_spec_names_is_chosen_already(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "order.yaml").write_text(
        "template: office-work-meeting\nprofile: reading\n", "utf-8"
    )
    async with app(tmp_path / "order.yaml").run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("f9")
        await walk.type("讲话")
        await walk.press("enter")
        await walk.sees("已写入")
    subprocess.run(
        [sys.executable, "-m", "drafter", "generate", "order.yaml", "-o", "again.docx"], check=True
    )
    assert (tmp_path / "讲话.docx").read_bytes() == (tmp_path / "again.docx").read_bytes()


@pytest.mark.parametrize(
    ("name", "installed", "told"),
    [
        ("讲话.docx", ["宋体"], True),
        ("讲话.md", ["宋体"], False),
        ("讲话.docx", [], False),
    ],
    ids=["some are missing", "no Word file", "nobody can tell"],
)
@walked
async def test_fonts_that_are_not_there_are_told(
    name: str, installed: list[str], told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fonts, "installed_fonts", lambda: frozenset(installed))
    async with app().run_test(size=(80, 24)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f9")
        await walk.type(name)
        await walk.press("enter")
        await walk.sees("已写入")
        await pilot.pause(0.2)
        assert ("本机没有" in walk.screen()) is told


@pytest.mark.parametrize(
    ("name", "told"),
    [("长" * 300, "文件名太长"), ("~no-such-user/a.md", "文件夹不存在")],
    ids=["long", "nobody"],
)
@walked
async def test_a_name_that_no_file_can_have_is_told(
    name: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app().run_test(size=(120, 40)) as pilot:
        walk = Walker(pilot)
        await walk.settle()
        await walk.press("enter", "f9", "ctrl+u")
        await walk.type(name)
        await walk.press("enter")
        assert told in walk.screen()
