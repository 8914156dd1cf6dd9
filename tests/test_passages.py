"""Transitions, thanks, closing calls, quotations, reviews and shortfalls."""

import pytest
from reading import article_of

from drafter.model.document import Article

BODIES = [
    "机关里的老话说得实在，凡事先有规矩，后有方圆。",
    "去年冬天下了三场大雪，值班电话一次也没有断过。",
    "打印机换了新的，走廊里从此安静下来，谁也没再抱怨。",
]


def speech(said: str = "", *ending: str) -> Article:
    """Return a speech with `said` before its first heading and `ending` as last paragraphs."""
    lines = ["在机关大会上的讲话", "同志们：", BODIES[0] + said]
    lines += ["一、讲学习", BODIES[1], "二、讲团结", BODIES[2], *ending]
    return article_of("\n".join(lines))


@pytest.mark.parametrize(
    "sentence",
    [
        "下面，我讲三点意见。",
        "下面，我讲两个方面的问题。",
        "接下来，就做好今年的工作谈几点体会。",
        "在此，我提几点希望。",
        "借此机会，我讲三句话。",
        pytest.param(
            "我讲三点意见，供大家参考。",
        ),
        "具体来说，要从以下几个方面入手。",
        "做好今年的工作，要把握好三个关键。",
    ],
)
def test_what_announces_the_points_is_a_transition(sentence: str) -> None:
    found = speech(sentence).transitions
    assert [(each.text, each.line) for each in found] == [(sentence, 3)]


@pytest.mark.parametrize(
    "sentence",
    [
        "下面请主任讲话。",
        "大家都讲得很好。",
        "我讲完以后请大家发言。",
        "下面是会议的议程。",
        pytest.param(
            "去年解决了五个问题。",
            marks=pytest.mark.xfail(strict=True, reason="any number of 问题 before a heading"),
        ),
    ],
)
def test_what_announces_nothing_is_no_transition(sentence: str) -> None:
    assert speech(sentence).transitions == ()


def test_a_number_far_from_any_heading_is_no_transition() -> None:
    assert speech("大家提了三点意见。这让人很受启发。").transitions == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "在此，我代表办公室向大家表示衷心的感谢！",
        "向坚守岗位的同志致以崇高的敬意！",
        "我向老同志们道一声辛苦，说一声谢谢！",
        "谢谢大家。",
        "向各位同仁表示诚挚的问候和热烈的祝贺！",
    ],
)
def test_thanks_are_found(sentence: str) -> None:
    assert [each.text for each in speech(sentence).thanks] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "大家都很感谢他。",
        "他收到一封感谢信。",
        "慰问品昨天已经送到。",
        pytest.param(
            "会上宣读了感谢信，大家表示很受鼓舞。",
            marks=pytest.mark.xfail(strict=True, reason="感谢 and 表示 anywhere in a sentence"),
        ),
    ],
)
def test_talk_of_thanks_is_none(sentence: str) -> None:
    assert speech(sentence).thanks == ()


@pytest.mark.parametrize(
    "ending",
    [
        ["同志们，新的任务已经明确，让我们一起努力，把工作做好！"],
        ["让我们携起手来，共同开创办公室工作新局面！"],
        ["新的一年，我们将奋力谱写机关工作新篇章。"],
        ["我就讲这么多，谢谢大家。"],
        ["我的讲话完了。"],
        ["谢谢大家！"],
        ["同志们，让我们一起努力！", "我就讲这么多，谢谢大家。"],
    ],
)
def test_the_closing_call_and_the_sign_off_are_found(ending: list[str]) -> None:
    assert [each.text for each in speech("", *ending).closings] == ending


@pytest.mark.parametrize(
    "ending",
    [
        [],
        ["今年的工作就安排到这里，散会以后请各科室留下来。"],
        ["以上是我的一点体会，不当之处请批评指正。"],
        ["同志们，让我们一起努力！", "散会以后请负责同志留下来，再商量一件别的事情。"],
    ],
)
def test_an_ending_without_a_call_is_no_closing(ending: list[str]) -> None:
    assert speech("", *ending).closings == ()


def test_a_call_in_the_middle_is_no_closing() -> None:
    assert speech("同志们，让我们一起努力！").closings == ()


def test_a_heading_with_its_text_is_no_closing() -> None:
    text = "同志们：\n一、讲学习。人人都读书。\n二、讲团结。让我们共同开创新局面！"
    assert article_of(text).closings == ()


def test_a_news_report_has_no_closing() -> None:
    report = "大家表示，将更加努力，不断开创工作新局面。"
    assert article_of("\n".join(["机关座谈会昨天召开", *BODIES, report])).closings == ()


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        pytest.param(
            "quotations",
            "毛泽东同志说过：“好好学习，天天向上。”",
        ),
        ("quotations", "毛泽东同志说过，“好好学习，天天向上”。"),
        ("quotations", "毛泽东同志曾经明确指出，“虚心使人进步，骄傲使人落后”。"),
        ("reviews", "一年来，同志们为机关运转作出了积极贡献。"),
        ("shortfalls", "我们也要清醒地看到，文件慢转的老毛病还没有断根。"),
    ],
)
def test_other_material_is_kept_with_its_line(kind: str, sentence: str) -> None:
    assert [(each.text, each.line) for each in getattr(speech(sentence), kind)] == [(sentence, 3)]


@pytest.mark.parametrize(
    "sentence",
    [
        "老张指出，“门口的路灯该换一盏更亮的”。",
        "毛泽东同志说过，“好”。",
        "会上放了“开会须知”。",
    ],
)
def test_what_nobody_known_said_is_no_quotation(sentence: str) -> None:
    assert speech(sentence).quotations == ()
