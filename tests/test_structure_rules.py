"""Rules about the structure of a speech, where the examples in their file leave room."""

import pytest
from checked import RULES, found, hits

BODY = "要学懂弄通，做到知行合一。\n"


def texts(rule: str, said: str) -> list[str]:
    return [hit.line.text[hit.start : hit.end] for hit in hits(rule, said)]


def headed(*headings: str) -> str:
    return "".join(f"{heading}\n{BODY}" for heading in headings)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (headed("一、甲事要办", "二、乙事要办", "三、丙事要办"), []),
        (headed("一、甲事要办", "二、乙事要办", "二、丙事要办", "三、丁事要办"), ["二、"]),
        (headed("一、甲事要办", "二、乙事要办", "四、丙事要办", "五、丁事要办"), ["四、"]),
        (headed("一、甲事要办", "三、乙事要办", "二、丙事要办", "四、丁事要办"), ["三、", "二、"]),
        (headed("二、甲事要办", "三、乙事要办"), ["二、"]),
        (headed("一、甲事要办", "（一）甲甲", "（二）乙乙", "二、乙事要办", "（一）丙丙", "（二）丁丁"), []),
        (headed("一、甲事要办", "（一）甲甲", "（三）乙乙", "二、乙事要办", "（一）丙丙", "（二）丁丁"), ["（三）"]),
        (headed("一、甲事要办", "（二）甲甲", "（三）乙乙", "二、乙事要办"), ["（二）"]),
        ("要做到三点：一是学得深；三是想得透；四是做得实。", ["三是"]),
        ("一要学得深。一是读原文，二是悟原理。二要做得实。", []),
        ("第一，学得深。第二，做得实。第四，抓得紧。", ["第四，"]),
        (headed("（一）一日一提醒", "（二）一周一小结", "（三）一年一评议"), []),
        ("首先，学得深。再次，做得实。最后，抓得紧。", []),
        (headed("（一）甲事要办") + "1. 学得深。读原文。\n2. 做得实。\n4. 抓得紧。\n", ["4."]),
        (headed("（一）甲事要办") + "1. 学得深。读原文。\n再说几句。\n2. 做得实。\n", []),
        ("要做到三点：1. 学得深。2. 做得实。4. 抓得紧。", ["4."]),
        ("要做到三点：（1）学得深；（3）做得实；（4）抓得紧。", ["（3）"]),
        ("要做到三点：1.学得深；2.做得实；3.抓得紧。10.5万人参加。", []),
        ("（一）甲事要办。1. 学得深。3. 做得实。\n（二）乙事要办。1. 学得深。2. 做得实。\n", ["3."]),
        ("参加的有：5.3万名干部。其中：1.2万名党员；3、4月份入职的也在内。", []),
        ("1. 学得深。读原文。\n2. 做得实。\n1. 学得广。读报告。\n2. 做得细。\n", []),
        ("见附件。（2）号文件已印发。会议室在3.楼上。", []),
        (headed("一、甲事要办", "1.甲甲", "2.乙乙") + headed("二、乙事要办", "1.丙丙", "2.丁丁"), []),
    ],
)  # fmt: skip
def test_numbers_count_up(said: str, wrong: list[str]) -> None:
    assert texts("number-order", said) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("1、学得深。读原文。\n2. 做得实。\n3. 抓得紧。\n", ["、"]),
        ("1. 学得深。读原文。\n2、做得实。\n3. 抓得紧。\n", ["、"]),
        ("1. 学得深。读原文。\n3、4月份入职的也在内。\n", []),
    ],
)
def test_items_are_marked_alike(said: str, wrong: list[str]) -> None:
    assert texts("number-mark", headed("（一）甲事要办") + said) == wrong


@pytest.mark.parametrize(
    ("heading", "right"),
    [
        ("一、抓好落实", None),
        ("一.抓好落实", "一、抓好落实"),
        ("一．抓好落实", "一、抓好落实"),
        ("一，抓好落实", "一、抓好落实"),
        ("（一）、抓好落实", "（一）抓好落实"),
        ("（一）.抓好落实", "（一）抓好落实"),
        ("1、抓好落实", "1.抓好落实"),
        ("1.抓好落实", None),
        ("（1）、抓好落实", "（1）抓好落实"),
        ("第一、抓好落实。", "第一，抓好落实。"),
        ("第一、第二产业协调发展。", None),
        ("一季度抓好落实", None),
    ],
)
def test_marks_behind_numbers_are_mended(heading: str, right: str | None) -> None:
    said = BODY + heading + "\n" + BODY
    mended = [hit for hit in hits("number-mark", said) if hit.line.text == heading]
    if right is None:
        assert mended == []
    else:
        (hit,) = mended
        assert heading[: hit.start] + (hit.fix or "") + heading[hit.end :] == right


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (headed("一、甲事要办。", "二、乙事要办"), 1),
        (headed("一、甲事要办；", "二、乙事要办："), 2),
        (headed("一、谁来办？", "二、怎么办？"), 0),
        ("一、甲事要办。要抓紧办好。\n二、乙事要办。\n要一项一项抓，一件一件办。\n", 0),
        ("1.建好制度，落实责任，形成闭环。\n2.建好队伍，落实待遇，形成合力。\n", 0),
    ],
)
def test_headings_that_stand_alone_have_no_stop(said: str, wrong: int) -> None:
    assert len(hits("heading-stop", said)) == wrong


def test_the_minority_breaks_the_style_of_a_level() -> None:
    said = "一、甲事要办。要抓紧办好。\n二、乙事要办。要抓紧办实。\n三、丙事要办\n要抓紧办细。\n"
    assert texts("mixed-headings", said) == ["三、丙事要办"]


def test_the_heading_that_breaks_the_set_is_named() -> None:
    said = headed("一、提高认识", "二、抓好落实", "三、强化组织领导，压实工作责任")
    (hit,) = hits("parallelism", said)
    assert hit.line.text == "三、强化组织领导，压实工作责任"
    assert "第3条有2个分句" in hit.what


def test_the_least_score_is_the_users() -> None:
    said = headed("一、提高认识", "二、抓好落实", "三、强化组织领导，压实工作责任")
    strict = RULES["parallelism"]
    lax = strict._replace(settings={**strict.settings, "score": "10"})
    assert hits(strict, said) and not hits(lax, said)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("要做到“三个坚持”：坚持学习、坚持实干、坚持清廉。", 0),
        ("要做到“四个坚持”：坚持学习、坚持实干、坚持清廉。", 1),
        ("要做到“两个坚持”：坚持学习、坚持实干、坚持清廉。", 1),
        ("要做到“四个坚持”，抓好落实。", 0),
        ("要做到“四个坚持”：坚持学习。", 0),
        ("做到四个到位：一是思想到位；二是组织到位；三是落实到位。", 1),
        ("做到三个到位：一是思想到位；二是组织到位；三是落实到位。", 0),
        ("做到三个到位。一是思想到位；二是组织到位。\n三是落实到位。", 0),
        ("全市三个方面的工作走在前列，两个方面还有差距。", 0),
    ],
)
def test_coined_numbers_are_kept(said: str, wrong: int) -> None:
    assert len(hits("coined-number", said)) == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("下面，我讲两点意见。\n" + headed("一、甲事要办", "二、乙事要办"), 0),
        ("下面，我讲四点意见。\n" + headed("一、甲事要办", "二、乙事要办"), 1),
        ("今天请大家来，只说一件事。\n" + headed("一、甲事要办", "二、乙事要办"), 0),
        ("下面，我讲四点意见。\n要抓好落实。\n", 0),
        ("去年的会上，我讲了四点意见。大家都记得。\n" + headed("一、甲事要办", "二、乙事要办"), 0),
    ],
)
def test_a_transition_says_how_many_sections_follow(said: str, wrong: int) -> None:
    assert len(hits("announced-number", said)) == wrong


def test_a_sound_speech_has_no_findings() -> None:
    said = (
        "在全市办公室工作会议上的讲话\n\n同志们：\n\n"
        "这次会议的任务是总结工作、部署任务。下面，我讲两点意见。\n\n"
        "一、以忠诚为魂，筑牢政治机关的坚实根基\n\n要学懂弄通，做到知行合一。\n\n"
        "二、以参谋为先，当好服务决策的得力助手\n\n要深入一线，摸清真实情况。\n\n"
        "同志们，让我们以更实举措抓落实，奋力开创工作新局面！\n"
    )
    assert found(said) == []


def test_findings_stand_in_the_order_of_the_file() -> None:
    said = headed("一.学习xx同志。", "三、向×××学习。")
    places = [(each.line, each.column) for each in found(said)]
    assert places == sorted(places) and len(places) >= 4


def test_articles_of_one_file_are_counted_apart() -> None:
    one = "在甲会议上的讲话\n\n同志们：\n\n" + headed("一、甲事要办", "二、乙事要办")
    assert hits("number-order", one + "\n" + one.replace("甲会议", "乙会议")) == []


@pytest.mark.parametrize(
    "mark", ["“", "【", "{{", "一是学。", "五个坚持", "一、", "（一）", "x", "\\", "》", "第一、"]
)
def test_endless_marks_are_no_endless_work(mark: str) -> None:
    assert len(found(mark * 4000)) <= 20_000
    assert len(found(f"{mark}\n" * 1000)) <= 20_000
