"""What the README shows is what the program does."""

import re
from pathlib import Path

import pytest

from drafter.cli.main import COMMANDS, run

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def block(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", README, re.DOTALL)
    assert found
    return found[1]


def test_the_spec_shown_gives_the_outline_shown(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(block("yaml"), "utf-8")
    assert run(["generate", str(spec)]) == 0
    outline = capsysbinary.readouterr().out.decode()
    shown = block("markdown").rstrip().removesuffix("…").rstrip()
    assert shown in outline


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_told(name: str) -> None:
    assert f"drafter {name}" in README


@pytest.mark.parametrize(
    "option",
    [
        "-o",
        "--set",
        "--strict",
        "--sources",
        "--profile",
        "--save-spec",
        "--bank",
        "--json",
        "--variants",
        "--finish",
        "--no-log",
    ],
)
def test_every_option_of_generate_is_told(option: str) -> None:
    assert f"`{option} " in README or f"`{option}`" in README
