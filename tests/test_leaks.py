"""Two hundred outlines, and nothing in them that belongs to a source, to another time, or twice."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

from drafter.cli.main import run

DATA = Path(__file__).parent / "data"
PLACES = Path(__file__).parents[1] / "phrasebank" / "places.txt"

ABOVE = {"省": "", "市": "省", "州": "省", "县": "市", "区": "市"}
ORGANS = ["党委办", "政府办", "人大办", "政协办", "部门办公室"]
SPEECHES = list(product(ABOVE, ORGANS))

SPEC = """\
template: office-work-meeting
level: {level}
organ: {organ}
date: 2026-03-12
seed: {seed}
"""
DEPARTMENT = "department: 云澜{level}档案馆\nfield: 档案\n"

ENUMERATION = re.compile(r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．])")
ANNOUNCED = re.compile(r"([一二两三四五六七八九十])(?:点|个方面|条|个问题)")
NUMBERS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2}


@dataclass(frozen=True, slots=True)
class Draft:
    """An outline in Markdown, and what it was asked for."""

    seed: int
    level: str
    organ: str
    text: str

    def __str__(self) -> str:
        return f"seed {self.seed} {self.level}{self.organ}"

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in self.text.splitlines() if line.strip()]

    def headings(self, level: int) -> list[str]:
        """Return the texts of the headings of a level, 1 for 一、, without their numbers."""
        mark = "#" * (level + 1) + " "
        marked = (line.removeprefix(mark) for line in self.lines if line.startswith(mark))
        return [ENUMERATION.sub("", text) for text in marked]

    @property
    def sentences(self) -> list[str]:
        """Return the sentences of the paragraphs."""
        paragraphs = (line for line in self.lines if not line.startswith(("#", ">")))
        parts = (re.split(r"(?<=[。！？])", paragraph) for paragraph in paragraphs)
        return [sentence for sentences in parts for sentence in sentences if sentence]

    @property
    def transition(self) -> str:
        """Return the last line before the first section."""
        lines = self.lines
        first = next(i for i, line in enumerate(lines) if line.startswith("## "))
        return lines[first - 1]


def spec(seed: int) -> tuple[str, str, str]:
    level, organ = SPEECHES[seed % len(SPEECHES)]
    text = SPEC + (DEPARTMENT if organ == "部门办公室" else "")
    return level, organ, text.format(level=level, organ=organ, seed=seed)


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> list[Draft]:
    folder = tmp_path_factory.mktemp("drafts")
    return [drafted(seed, folder) for seed in range(1, 201)]


def drafted(seed: int, folder: Path) -> Draft:
    level, organ, order = spec(seed)
    file, outline = folder / "spec.yaml", folder / "outline.md"
    file.write_text(order, encoding="utf-8")
    assert run(["generate", str(file), "-o", str(outline)]) == 0
    return Draft(seed, level, organ, outline.read_text("utf-8"))


def listed(name: str) -> re.Pattern[str]:
    """Return one pattern for a list of tests/data; `~` starts a regular expression there."""
    lines = (DATA / name).read_text("utf-8").splitlines()
    entries = (line for line in lines if line and not line.startswith("#"))
    return re.compile("|".join(f"(?:{as_pattern(entry)})" for entry in entries))


def as_pattern(entry: str) -> str:
    if entry.startswith("~"):
        return entry[1:]
    return r"\s*".join(re.escape(part) for part in entry.split())


def found(pattern: re.Pattern[str], drafts: Iterable[Draft]) -> list[str]:
    """Return where the pattern occurs, with a few characters around it."""
    return [
        f"{draft}: {match[0]} in {draft.text[max(0, match.start() - 12) : match.end() + 12]!r}"
        for draft in drafts
        for match in pattern.finditer(draft.text)
    ]


def twice(texts: Iterable[str]) -> list[str]:
    return [text for text, times in Counter(texts).items() if times > 1]


def test_seeds_give_different_outlines(drafts: list[Draft]) -> None:
    assert len({draft.text for draft in drafts}) > len(drafts) * 0.9


@pytest.mark.parametrize("name", ["leaks.txt", "stale.txt"])
def test_nothing_of_a_source_or_of_another_time_occurs(drafts: list[Draft], name: str) -> None:
    assert found(listed(name), drafts) == []


def test_no_place_of_the_gazetteer_occurs(drafts: list[Draft]) -> None:
    lines = PLACES.read_text("utf-8").splitlines()
    places = {line for line in lines if line and not line.startswith("#")}
    sizes = {len(place) for place in places}
    leaks = {
        f"{draft}: {place}"
        for draft in drafts
        for size in sizes
        for start in range(len(draft.text) - size + 1)
        if (place := draft.text[start : start + size]) in places
    }
    assert sorted(leaks) == []


@pytest.mark.parametrize("remnant", [r"\{\{", r"\}\}", r"\{%", r"[xXｘＸ×]{2}", r"\*\*", r"##\w"])
def test_no_slot_or_placeholder_is_left_open(drafts: list[Draft], remnant: str) -> None:
    assert found(re.compile(remnant), drafts) == []


def test_only_the_own_region_and_those_above_are_meant(drafts: list[Draft]) -> None:
    faults = []
    for draft in drafts:
        others = set(ABOVE) - {draft.level, ABOVE[draft.level]}
        faults += found(re.compile(f"全[{''.join(sorted(others))}](?!域)"), [draft])
    assert faults == []


def test_there_are_three_to_five_sections(drafts: list[Draft]) -> None:
    assert [str(draft) for draft in drafts if len(draft.headings(1)) not in {3, 4, 5}] == []


@pytest.mark.parametrize("level", [1, 2])
def test_no_two_headings_of_a_level_are_alike(drafts: list[Draft], level: int) -> None:
    faults = [(str(draft), twice(draft.headings(level))) for draft in drafts]
    assert [fault for fault in faults if fault[1]] == []


def test_no_phrase_occurs_twice_in_an_outline(drafts: list[Draft]) -> None:
    faults = []
    for draft in drafts:
        said = [*draft.headings(1), *draft.headings(2), *draft.sentences]
        faults += [(str(draft), text) for text in twice(text.rstrip("。！？") for text in said)]
    assert faults == []


def test_the_transition_counts_the_sections(drafts: list[Draft]) -> None:
    faults = []
    for draft in drafts:
        announced = ANNOUNCED.search(draft.transition)
        if announced is None or NUMBERS[announced[1]] != len(draft.headings(1)):
            faults.append(f"{draft}: {draft.transition} ({len(draft.headings(1))} sections)")
    assert faults == []
