import pytest
from building import USUAL, markdown_of, saved_of, spec_of

from drafter.model.outline import PENDING


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ('meeting: "{{ region }}工作会议' + chr(34), "在全市工作会议上的讲话"),
        ("speaker: 某{{ committee }}书记", "某市委书记"),
        ('achievements: ["服务{{ region }}大局"]', "服务全市大局"),
        ('audience: "{{ region }}的同志们' + chr(34), "全市的同志们："),
    ],
)
def test_slots_in_answers_are_filled(answers: str, said: str) -> None:
    assert said in markdown_of(f"{USUAL}{answers}\n")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("一、我的小标题", "我的小标题"),
        ("（一）我的小标题", "我的小标题"),
        ("(3) 我的小标题", "我的小标题"),
        ("1. 我的小标题", "我的小标题"),
        ("十二、我的小标题", "我的小标题"),
        ("一是我的小标题", "一是我的小标题"),
        ("一、二、三产业融合", "一、二、三产业融合"),
        ("1.5万亩", "1.5万亩"),
        ("一要抓落实", "一要抓落实"),
        ("一、", "一、"),
    ],
)
def test_the_number_of_a_heading_is_the_exporters(written: str, kept: str) -> None:
    spec = spec_of(f"{USUAL}outline:\n- heading: {written}\n  points: [{written}]\n")
    section = spec.sections[0]
    assert section.heading and section.heading.text == kept
    assert [point.text for point in section.points] == [kept]


def test_a_hundred_points_are_numbered() -> None:
    points = "".join(f"  - 第{n}件事\n" for n in range(101))
    shown = markdown_of(f"{USUAL}outline:\n- heading: 抓落实\n  points:\n{points}")
    assert "### （一百）第99件事" in shown and "### （一百零一）第100件事" in shown


def test_two_sections_of_one_topic_have_not_one_heading() -> None:
    text = f"{USUAL}outline: [{{topic: 督查落实}}, {{topic: 督查落实}}, {{topic: 督查落实}}]\n"
    headings = [line[5:] for line in markdown_of(text).splitlines() if line.startswith("## ")]
    said = [heading for heading in headings if not PENDING.search(heading)]
    assert len(headings) == 3 and len(set(said)) == len(said)
    assert markdown_of(saved_of(text)) == markdown_of(text)
