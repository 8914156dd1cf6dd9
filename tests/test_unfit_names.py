"""Names that no file can have are told, wherever one may be given."""

from pathlib import Path

import pytest

from drafter.cli.main import run

SPEC = "template: office-work-meeting\n"
NAME = "NAME"
"""Stands for a name that is too long for any file."""


@pytest.mark.parametrize(
    "arguments",
    [
        ["generate", NAME],
        ["generate", "讲话.yaml", "-o", "NAME.docx"],
        ["generate", "讲话.yaml", "-o", "NAME.md"],
        ["generate", "讲话.yaml", "--save-spec", "NAME.yaml"],
        ["generate", "讲话.yaml", "--sources", "NAME.json"],
        ["generate", "讲话.yaml", "--bank", NAME],
        ["generate", "讲话.yaml", "-o", "a.docx", "--profile", "NAME.yaml"],
        ["new", "office-work-meeting", "-o", "NAME.yaml"],
        ["import", "NAME.docx"],
        ["import", "讲话.md", "-o", "NAME.yaml"],
        ["import", "讲话.md", "-o", NAME],
        ["import", "讲话.md", "--spec", "NAME.yaml"],
        ["check", "NAME.docx"],
        ["parse", "NAME.txt"],
        ["mine", "NAME.txt"],
        ["bank", "list", "--bank", NAME],
        ["bank", "check", NAME],
        ["schema", "spec", "-o", "NAME.json"],
    ],
    ids=" ".join,
)
def test_a_name_that_is_too_long(
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("讲话.yaml").write_text(SPEC, "utf-8")
    Path("讲话.md").write_text("# 讲话\n\n同志们：\n\n## 一、抓好落实\n", "utf-8")
    assert run([each.replace(NAME, "长" * 300) for each in arguments]) == 3
    assert "长长长" in capfd.readouterr().err
    assert Path("讲话.yaml").read_text("utf-8") == SPEC
