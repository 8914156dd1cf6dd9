"""The pictures that the README shows are what `make pictures` takes of the program as it is."""

import re

import pytest
from pictures import FOLDER, PICTURES, ROOT, aligned, taken
from wcwidth import wcwidth

README = (ROOT / "README.md").read_text("utf-8")


def test_the_readme_shows_pictures_that_there_are() -> None:
    shown = re.findall(r"!\[([^]]+)\]\(docs/([^)]+)\)", README)
    assert shown
    for told, name in shown:
        assert "向导" in told
        assert name in {f"wizard-{each}.svg" for each in PICTURES}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_of_the_program_as_it_is(name: str) -> None:
    kept = (FOLDER / f"wizard-{name}.svg").read_text("utf-8")
    assert kept == f"{taken(name)}\n", "run `make pictures`"


@pytest.mark.parametrize("name", PICTURES)
def test_each_wide_character_has_a_place_of_its_own_and_nothing_comes_from_the_net(name) -> None:
    svg = (FOLDER / f"wizard-{name}.svg").read_text("utf-8")
    drawn = re.findall(r"<tspan[^>]*>([^<]*)</tspan>", svg)
    assert any(wcwidth(text) == 2 for text in drawn if len(text) == 1)
    assert all(len(text) == 1 or text.isascii() for text in drawn)
    assert "url(http" not in svg and "@font-face" not in svg


def test_characters_stand_in_their_cells() -> None:
    text = '<text class="t-r1" x="12.2" y="20" textLength="85.4" clip-path="url(#c)">{}</text>'
    svg = aligned(text.format("&#160;全“ab”市"))
    places = re.findall(r'x="([\d.]+)">([^<]+)<', svg)
    assert places == [
        ("24.4", "全"), ("48.8", "“"), ("61.0", "ab"), ("85.4", "”"), ("97.6", "市"),
    ]  # fmt: skip
