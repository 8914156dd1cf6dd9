"""Slots in place of what belongs to a source alone; what cannot be freed is given up."""

import pytest
from building import VOCABULARY
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import LEXICON

from drafter.mining.freeing import Freeing
from drafter.mining.labels import Labels
from drafter.templating.replacing import replacements
from drafter.templating.words import derive

FREEING = Freeing(LEXICON, replacements(VOCABULARY))
LABELS = Labels(LEXICON)
STATE = ("州", "党委办")
CITY = ("市", "政府办")


def leak(text: str, reason: str):
    return pytest.param(text, id=reason)


@pytest.mark.parametrize(
    ("home", "text", "freed"),
    [
        (STATE, "服务全州发展大局", "服务{{ region }}发展大局"),
        (STATE, "州委州政府的部署", "{{ committee }}{{ government }}的部署"),
        (STATE, "州委、州政府的部署", "{{ committee }}、{{ government }}的部署"),
        (STATE, "州委办公室要带好头", "{{ office }}要带好头"),
        (STATE, "全州党委办公室系统", "{{ system }}"),
        (STATE, "做好“三服务”工作", "做好{{ services }}工作"),
        (STATE, "我州的工作", "{{ our }}的工作"),
        (STATE, "州委的部署", "{{ leadership }}的部署"),
        (STATE, "省委的部署", "{{ above_committee }}的部署"),
        (CITY, "市委的部署", "{{ committee }}的部署"),
        (CITY, "市政府的部署", "{{ leadership }}的部署"),
        (CITY, "市委市政府的部署", "{{ committee }}{{ government }}的部署"),
        (CITY, "市政府办公室要带头", "{{ office }}要带头"),
        (CITY, "提升“三办”“三服务”水平", "提升{{ services }}水平"),
        (STATE, "办公室工作无小事", "办公室工作无小事"),
        (STATE, "突出“实”字，当好“参谋员”", "突出“实”字，当好“参谋员”"),
        (STATE, "树牢“四个意识”", "树牢“四个意识”"),
        (STATE, "学习党的二十大精神", "学习党的二十大精神"),
    ],
)
def test_words_of_the_source_become_slots(home: tuple[str, str], text: str, freed: str) -> None:
    assert FREEING.freed(text, home) == freed


@pytest.mark.parametrize("level", VOCABULARY.levels)
@pytest.mark.parametrize("organ", VOCABULARY.organs)
@pytest.mark.parametrize(
    "text",
    [
        "服务{region}大局",
        "落实{committee}{government}部署",
        "做好{services}工作",
        "{our}的工作",
        "按照{leadership}的要求",
        "{office}要带头",
    ],
)
def test_a_freed_phrase_says_the_same_at_home(level: str, organ: str, text: str) -> None:
    words = derive(VOCABULARY, level, organ, {"department": "档案局"})
    said = text.format(**words)
    freed = FREEING.freed(said, (level, organ))
    for name, word in words.items():
        freed = freed.replace("{{ " + name + " }}", word)
    assert freed in ("", said)


@pytest.mark.parametrize(
    "text",
    [
        "湖州的同志要实干",
        "2023年的任务",
        "完成85%的目标",
        "全年收文三万件，增长12.5个点",
        "xx工作做得好",
        "XX同志",
        "**工作要抓紧",
        "○○同志",
        "王书记要求实干",
        "李市长要求实干",
        "打造“六个新云澜”品牌",
        "擦亮‘云澜先锋’名片",
        "落实《办文规定》",
        "公安工作要实",
        "推动招商引资",
        "刚才讲的要抓实",
        "全市一盘棋",
        "市委的部署",
        "县政府的部署",
        "州直机关要带头",
        "各县、各区都要带头",
        "实施1+8工程",
        "用好A类清单",
        *(
            leak(text, "the office of another level keeps its level: 县{{ office }}")
            for text in ("县委办公室要带头", "市党办要带头")
        ),
        leak("编委办公室要带头", "编{{ office }}"),
        *(
            leak(text, "figures and years in Chinese numerals")
            for text in ("二〇二三年的任务", "完成百分之八十", "三百名干部", "九月底前完成")
        ),
        *(
            leak(text, "a person with a title that is not listed, or a post of the level itself")
            for text in ("林牧之主任要求实干", "张三同志要求实干", "州长要求实干")
        ),
        leak("州民政局要带头", "a department of the level"),
    ],
)
def test_what_cannot_be_freed_is_given_up(text: str) -> None:
    assert FREEING.freed(text, STATE) == ""


@pytest.mark.parametrize(
    ("texts", "home"),
    [
        (["全州上下齐动手", "州委办公室要带头", "全州党委办公室系统"], STATE),
        (["全市上下齐动手", "市政府办公室要带头", "全市政府系统办公室"], CITY),
    ],
)
def test_the_home_of_a_source_is_told_by_its_words(texts: list[str], home) -> None:
    assert FREEING.home(texts) == home


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("坚持对党绝对忠诚", "政治忠诚"),
        ("做好参谋辅政", "参谋辅政"),
        ("加大督查督办力度", "督查落实"),
        ("严守廉洁自律底线", "作风纪律"),
        ("守牢安全保密防线", "安全保密"),
    ],
)
def test_topics_are_told_by_words(text: str, topic: str) -> None:
    assert LABELS.topics(text)[0] == topic


@pytest.mark.parametrize(
    ("text", "era"),
    [
        ("学习党的二十大精神", "2022"),
        ("开好十四五的局", "2021"),
        ("从党的十九大到二十大", "2017"),
        ("树牢“四个意识”", ""),
        ("把文件办好", ""),
    ],
)
def test_the_earliest_formulation_tells_the_era(text: str, era: str) -> None:
    assert LABELS.era(text) == era


WORDS = ["办公室", "要", "服务", "全州", "州委", "落实", "“三服务”", "，", "把文件办好", "{{", "的"]
TEXTS = st.lists(
    st.one_of(st.sampled_from(WORDS), st.sampled_from(sorted(LEXICON.places)), st.text(max_size=3)),
    max_size=8,
).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_name_of_the_gazetteer_is_ever_left(text: str) -> None:
    freed = FREEING.freed(text, STATE)
    assert not any(place in freed for place in LEXICON.places)
