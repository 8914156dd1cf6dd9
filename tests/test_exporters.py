"""One tree, several formats: numbers are made from level and place, never stored."""

import json

import pytest

from drafter.exporters import EXPORTERS
from drafter.exporters.json_text import to_json
from drafter.exporters.markdown import to_markdown
from drafter.exporters.numbering import numbered
from drafter.exporters.plain import to_plain
from drafter.model.outline import (
    POINT_STYLES,
    Heading,
    Note,
    Origin,
    Outline,
    Paragraph,
    Point,
    Salutation,
    Title,
)

NODES = (
    Title("在动员会上的讲话"),
    Note("林知远"),
    Salutation("同志们："),
    Paragraph("今天开个短会。"),
    Heading("守住底线", 1),
    Point("查隐患", "一是", "要看死角、看盲区。"),
    Point("补短板", "一是"),
    Heading("提升本领", 1),
    Heading("学业务", 2),
    Paragraph("每周一课。"),
    Heading("练手艺", 2),
)


def numbers(*nodes) -> list[str]:
    return [each.number for each in numbered(nodes)]


@pytest.mark.parametrize(
    ("style", "marks"),
    [
        ("一是", ["一是", "二是", "三是"]),
        ("一要", ["一要", "二要", "三要"]),
        ("第一", ["第一，", "第二，", "第三，"]),
        ("首先", ["首先，", "其次，", "最后，"]),
        ("段首句", ["", "", ""]),
    ],
)
def test_points_are_marked_by_their_style(style: str, marks: list[str]) -> None:
    assert numbers(*[Point(text, style) for text in "甲乙丙"]) == marks


def test_every_style_of_points_has_a_row_above() -> None:
    for style in POINT_STYLES:
        assert len(numbers(Point("甲", style))) == 1


@pytest.mark.parametrize(
    ("count", "marks"),
    [
        (2, ["首先，", "其次，"]),
        (5, ["首先，", "其次，", "再次，", "再次，", "最后，"]),
    ],
)
def test_the_last_of_three_and_more_comes_last(count: int, marks: list[str]) -> None:
    assert numbers(*[Point(str(n), "首先") for n in range(count)]) == marks


def test_points_count_anew_under_each_heading() -> None:
    nodes = [Heading("甲", 1), Point("一", "一是"), Heading("乙", 1), Point("二", "一是")]
    assert numbers(*nodes) == ["一、", "一是", "二、", "一是"]


def test_moving_a_section_renumbers_it() -> None:
    first, second = Heading("甲", 1), Heading("乙", 1)
    assert numbers(first, second) == numbers(second, first) == ["一、", "二、"]


def test_plain_text_is_typed_as_in_a_document() -> None:
    assert to_plain(Outline(NODES)).decode().split("\n") == [
        "\u3000" * 10 + "在动员会上的讲话",
        "\u3000" * 12 + "林知远",
        "同志们：",
        "\u3000\u3000今天开个短会。",
        "\u3000\u3000一、守住底线",
        "\u3000\u3000一是查隐患。要看死角、看盲区。",
        "\u3000\u3000二是补短板。",
        "\u3000\u3000二、提升本领",
        "\u3000\u3000（一）学业务",
        "\u3000\u3000每周一课。",
        "\u3000\u3000（二）练手艺",
        "",
    ]


def test_markdown_has_points_as_paragraphs() -> None:
    text = to_markdown(Outline(NODES)).decode()
    assert "## 一、守住底线\n\n一是查隐患。要看死角、看盲区。\n\n二是补短板。\n\n## 二、" in text


def test_json_tells_nodes_numbers_gaps_and_origins() -> None:
    origin = Origin("补短板", "point", "p-1", "甲.txt", 3, (("region", "全市"),))
    value = json.loads(to_json(Outline(NODES, ("会议日期",), (), (origin,))))
    assert value["nodes"][5] == {
        "kind": "point",
        "text": "查隐患",
        "style": "一是",
        "cue": "要看死角、看盲区。",
        "number": "一是",
    }
    assert value["nodes"][4] == {
        "kind": "heading",
        "text": "守住底线",
        "level": 1,
        "number": "一、",
    }
    assert value["missing"] == ["会议日期"]
    assert value["origins"] == [
        {
            "text": "补短板",
            "part": "point",
            "phrase": "p-1",
            "document": "甲.txt",
            "line": 3,
            "slots": {"region": "全市"},
        }
    ]


@pytest.mark.parametrize("export", EXPORTERS.values(), ids=EXPORTERS)
def test_the_same_outline_gives_the_same_bytes(export) -> None:
    assert export(Outline(NODES)) == export(Outline(NODES))
