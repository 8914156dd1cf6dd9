from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.drafting.outline_text import read_outline
from drafter.errors import InputError
from drafter.exporters.markdown import to_markdown
from drafter.model.outline import Heading, Note, Outline, Paragraph, Salutation, Title
from drafter.model.template import Plan, Template
from drafter.templating.rendering import render_body

BODY = """\
# {{ title }}

> {{ note }}
@ {{ audience }}：

{{ words }}

{% for heading in headings %}
## {{ heading }}
{% endfor %}
"""
VALUES = {
    "title": "题",
    "note": "注",
    "audience": "同志们",
    "words": "话",
    "headings": ["甲", "乙"],
}


def template(body: str) -> Template:
    return Template("t", "", "", (), Plan(), body, "t.md", 11)


def shape(body: str, **values: object) -> list[tuple[str, int]]:
    nodes = read_outline(render_body(template(body), VALUES | values))
    return [(type(node).__name__, getattr(node, "level", 0)) for node in nodes]


def test_markers_make_nodes() -> None:
    text = "# 题\n> 注\n@ 同志们：\n\n一段话\n\n## 一\n### 二\n#### 三\n又一段\n接着说\n"
    wanted = [
        Title("题"), Note("注"), Salutation("同志们："), Paragraph("一段话"),
        Heading("一", 1), Heading("二", 2), Heading("三", 3), Paragraph("又一段接着说"),
    ]  # fmt: skip
    assert list(map(repr, read_outline(text))) == list(map(repr, wanted))


@given(st.text(), st.sampled_from(sorted(VALUES.keys() - {"headings"})))
def test_no_value_forges_structure(value: str, name: str) -> None:
    usual = shape(BODY)
    kinds = shape(BODY, **{name: value})
    assert kinds == usual or kinds == [kind for kind in usual if kind in kinds]


@given(st.sampled_from(["# ", "> ", "@ ", "## ", "#### "]), st.text(min_size=1))
def test_marks_in_values_stay_text(mark: str, rest: str) -> None:
    assert shape(BODY, words=f"甲\n{mark}{rest}\n\n{mark}") == shape(BODY)


@given(st.text("#>*_-+1.)[]`~<|=\\ 字", min_size=1))
def test_markdown_marks_in_values_stay_text(value: str) -> None:
    line = to_markdown(Outline((Paragraph(value.strip() or "字"),))).decode()
    assert not line.startswith(("#", ">", "- ", "+ ", "* ", "    ", "```"))


def test_numbers_come_from_level_and_place() -> None:
    nodes = [
        Heading("甲", 1),
        Heading("子", 2),
        Heading("丑", 2),
        Heading("x", 3),
        Heading("乙", 1),
        Heading("寅", 2),
    ]
    text = to_markdown(Outline(tuple(nodes))).decode()
    assert text.split("\n\n") == [
        "## 一、甲", "### （一）子", "### （二）丑", "#### 1.x", "## 二、乙", "### （一）寅\n",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "line", "said"),
    [
        ("# 题\n{{ titel }}", 12, "没有“titel”这个空位（是不是 title？）"),
        ("# 题\n\n{% if %}", 13, "模板写法有错"),
        ("{% for x in range(100000000) %}x{% endfor %}", 11, "太多或太大"),
        ("{{ '字' * 10000000000 }}", 11, "太多或太大"),
        ("{{ 9 ** 9 ** 9 }}", 11, "太多或太大"),
        (
            "{% for x in range(900) %}{% for y in range(900) %}字{% endfor %}{% endfor %}",
            11,
            "太多或太大",
        ),
        ("甲\n{{ 1 / 0 }}", 12, "算不出结果"),
        ("{{ title.nothing }}", 11, "没有的内容"),
        ("{{ ''.__class__.__mro__ }}", 11, "不能这样写"),
        ("{% include '/etc/passwd' %}", 11, "算不出结果"),
    ],
)
def test_a_fault_of_the_body_is_told_with_its_line(body: str, line: int, said: str) -> None:
    with pytest.raises(InputError, match=said) as caught:
        render_body(template(body), VALUES)
    assert caught.value.where == f"t.md:{line}"


def test_a_body_reaches_no_file() -> None:
    with pytest.raises(InputError):
        render_body(template(f"{{% include '{Path(__file__)}' %}}"), VALUES)
