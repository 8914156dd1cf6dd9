from itertools import pairwise
from pathlib import Path

import pytest
from building import BANK, VOCABULARY

from drafter.cli.order import read_order
from drafter.drafting.draft import draft
from drafter.errors import InputError
from drafter.locations import shipped_phrasebank, shipped_templates
from drafter.model.outline import Heading, Title
from drafter.storage.bank.phrasebank import load_bank
from drafter.storage.files import read_text
from drafter.storage.specs.files import SpecFile
from drafter.storage.specs.starter import starter_spec
from drafter.storage.templates import find_template, load_template, template_names
from drafter.templating.heads import check_head

NAMES = template_names(shipped_templates())
HEAD = "title: t\ndescription: d\nquestions: {q: {help: h}}\nplan: {topics: {甲: }}\n"


@pytest.mark.parametrize("name", NAMES)
def test_every_template_has_an_example_that_renders(name: str) -> None:
    template = load_template(find_template(shipped_templates(), name, ""), VOCABULARY)
    example = shipped_templates() / "examples" / f"{name}.yaml"
    file = SpecFile(read_text(example), str(example))
    assert file.template[0] == name
    spec = file.spec(template, VOCABULARY.slots, VOCABULARY.words)
    outline = draft(spec, template, BANK, VOCABULARY)
    assert isinstance(outline.nodes[0], Title)
    assert any(isinstance(node, Heading) for node in outline.nodes)


@pytest.mark.parametrize("name", NAMES)
def test_every_template_gives_a_starter_that_renders(name: str) -> None:
    template = load_template(find_template(shipped_templates(), name, ""), VOCABULARY)
    file = SpecFile(starter_spec(template), "new.yaml")
    spec = file.spec(template, VOCABULARY.slots, VOCABULARY.words)
    assert draft(spec, template, BANK, VOCABULARY).nodes


@pytest.mark.parametrize("name", NAMES)
def test_every_key_of_a_starter_has_a_comment(name: str) -> None:
    template = load_template(find_template(shipped_templates(), name, ""), VOCABULARY)
    lines = starter_spec(template).splitlines()
    for above, line in pairwise(lines):
        if line and line[0].isalpha():
            assert above.startswith("#"), line
    for question in template.questions:
        assert question.help


def test_every_topic_of_the_bank_is_one_of_some_plan() -> None:
    paths = [find_template(shipped_templates(), name, "") for name in NAMES]
    plans = [load_template(path, VOCABULARY).plan for path in paths]
    known = {topic.name for plan in plans for topic in plan.topics}
    for plan in plans:
        for entry in load_bank(shipped_phrasebank(), plan.kinds, VOCABULARY.slots):
            assert set(entry.topics) <= known


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("没有开头", 1, "开头少了说明部分"),
        ("---\n" + HEAD + "extra: 1\n---\n", 6, "不认识“extra”"),
        ("---\n" + HEAD.replace("{help: h}", "{hepl: h}") + "---\n", 4, "是不是 help"),
        ("---\n" + HEAD.replace("{help: h}", "{help: h, type: txt}") + "---\n", 4, "是不是 text"),
        ("---\n" + HEAD.replace("{help: h}", "{help: h, type: choice}") + "---\n", 4, "choices"),
        ("---\n" + HEAD.replace("{q:", "{seed:") + "---\n", 4, "问题不能叫“seed”"),
        ("---\n" + HEAD.replace("title: t", "title:") + "---\n", 2, "缺少“title”"),
        ("---\n" + HEAD + "plan:\n---\n", 6, "“plan”写了两次"),
        (
            "---\n" + HEAD.replace("{topics", "{months: {今年: 4}, topics") + "---\n",
            5,
            "“今年”的月份",
        ),
        (
            "---\n" + HEAD.replace("{topics", "{months: {今年: 4-13}, topics") + "---\n",
            5,
            "1-4 这样",
        ),
        (
            "---\n"
            + HEAD.replace("{topics", "{parts: {a: {wordings: ['{{ regon }}']}}, topics")
            + "---\n",
            5,
            "是不是 region",
        ),
        (
            "---\n" + HEAD.replace("{topics", "{sections: {least: 5, most: 3}, topics") + "---\n",
            5,
            "5 到 20",
        ),
        *[
            ("---\n" + HEAD.replace(old, new) + "---\n", line, said)
            for old, new, line, said in [
                ("{q:", "{self:", 4, "问题不能叫“self”"),
                ("{q:", "{year:", 4, "问题不能叫“year”"),
                ("{q:", "{if:", 4, "问题不能叫“if”"),
                (
                    "h}",
                    "h, type: choice, choices: [甲, 乙], default: 丙}",
                    4,
                    "“default”不能是“丙”",
                ),
                ("h}", "h, type: choice, choices: levels, default: 乡}", 4, "“default”不能是“乡”"),
                ("h}", "h, type: number, default: 三}", 4, "请写一个整数"),
                ("h}", "h, type: yes-no, default: 也许}", 4, "请写是 或 否"),
                ("h}", "h, type: date, default: 明天}", 4, "2026-03-12"),
                ("{甲: }", "{甲: {lack: '{{ x }}'}}", 5, "没有“x”这个空位"),
                ("{topics", "{parts: {a: {holding: ['{{ cuont }}']}}, topics", 5, "是不是 count"),
                ("{topics", "{parts: {a: {without: ['{{ cuont }}']}}, topics", 5, "是不是 count"),
                ("{topics", "{parts: {a: {kinds: ../x}}, topics", 5, "“../x”不是短语的种类"),
                ("{topics", "{parts: {q: {kinds: x}}, topics", 5, "“q”已有别的意思"),
            ]
        ],
    ],
)
def test_a_fault_of_the_head_is_told_with_its_line(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    path = tmp_path / "t.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_template(path, VOCABULARY)
    assert said in str(caught.value)
    assert caught.value.where.startswith(f"{path}:{line}")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("h}", "h, when: level ==}", 4, "模板写法有错"),
        ("h}", "h, when: levle == 1}", 4, "没有“levle”这个空位（是不是 level？）"),
        ("h}", "h, default: '{{ regoin }}'}", 4, "是不是 region？"),
        ("h}", "h, validate: '{% if vlaue %}x{% endif %}'}", 4, "是不是 value？"),
        ("{topics", "{pending: {heading: '{{ topci }}'}, topics", 5, "是不是 topic？"),
        ("{topics", "{pending: {points: '{% if topic %}'}, topics", 5, "没有写完"),
        ("{topics", "{pending: {points: '{{ region }}'}, topics", 5, "没有“region”这个空位"),
    ],
)
def test_a_fault_in_an_expression_of_the_head_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    path = tmp_path / "t.md"
    path.write_text("---\n" + HEAD.replace(old, new) + "---\n", encoding="utf-8")
    template = load_template(path, VOCABULARY)
    with pytest.raises(InputError) as caught:
        check_head(template, VOCABULARY)
    assert said in str(caught.value)
    assert caught.value.where == f"{path}:{line}"


def test_an_unknown_kind_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "t.md"
    head = HEAD.replace("{topics", "{parts: {a: {kinds: closngs}}, topics")
    path.write_text("---\n" + head + "---\n", encoding="utf-8")
    (tmp_path / "s.yaml").write_text(f"template: {path}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"t\.md:5：短语库里没有“closngs”.*是不是 closings？"):
        read_order(str(tmp_path / "s.yaml"), [], ())


@pytest.mark.parametrize("name", NAMES)
def test_the_head_of_every_template_is_sound(name: str) -> None:
    check_head(load_template(find_template(shipped_templates(), name, ""), VOCABULARY), VOCABULARY)
