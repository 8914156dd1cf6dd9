"""Headings without a mark: run-in leads and lines that stand alone, known by their siblings."""

import pytest
from reading import article_of, headings_of

BODIES = [
    "机关里的老话说得实在，凡事先有规矩，后有方圆。",
    "去年冬天下了三场大雪，值班电话一次也没有断过。",
    "打印机换了新的，走廊里从此安静下来，谁也没再抱怨。",
    "小周刚来的时候不会写简报，如今连领导也夸他写得活。",
    "食堂的师傅记得每个人的口味，加班再晚也留着热汤。",
    "信件当天拆、当天分，从来没有一封在抽屉里过夜。",
]
ROLES = (
    "加大协调力度，当好机关的“总枢纽”",
    "加大落实力度，当好机关的“督查员”",
    "加大学习力度，当好机关的“领头雁”",
)
INNER = (
    "在办文上抓好统筹。文件当天拟当天发，不压在案头。"
    "在办会上抓好统筹。会前想细，会中盯牢，会后收好。"
    "在办事上抓好统筹。事事有人问，件件有人管，样样有回音。"
)


def led(*leads: str) -> str:
    return "\n".join(f"　　{lead}。{body}" for lead, body in zip(leads, BODIES, strict=False))


def standing(*heads: str) -> str:
    pairs = zip(heads, BODIES, strict=False)
    return "\n".join(line for head, body in pairs for line in (head, f"　　{body}"))


@pytest.mark.parametrize(
    "leads",
    [
        ROLES,
        ("坚持学习为先，练就过硬本领", "坚持团结为重，凝聚奋进力量", "坚持奉献为乐，树立良好形象"),
        ("以“勤”为本，持续改进作风", "以“细”为要，持续提升质量", "以“廉”为荣，持续守住底线"),
        ("对标一流，努力做到“文不差字”", "对标先进，努力实现“会不误时”"),
        ("紧盯薄弱环节，补齐短板弱项", "紧扣中心任务，拿出务实举措"),
        ("这是办公室立身的根本所在", "这是办公室成事的关键所在", "这是办公室传家的宝贝所在"),
        ("在学字上下功夫", "在实字上下功夫", "在严字上下功夫"),
        ("要重学习", "要重团结", "要重奉献"),
        ("环节过多", "标准不一", "责任不明"),
    ],
)
def test_siblings_that_open_paragraphs_are_headings(leads: tuple[str, ...]) -> None:
    assert headings_of(led(*leads)) == [(1, "run-in", lead) for lead in leads]


@pytest.mark.parametrize(
    "text",
    [
        led("坚持学习为先，练就过硬本领", "小王说得对", "打印纸快用完了"),
        led("坚持学习为先，练就过硬本领", "坚持团结"),
        led("今年的任务很重", "今年的时间很紧", "今年的要求很高"),
        led("我们要好好学习", "我们要好好工作", "我们要好好生活"),
        led("会议强调，要好好学习", "会议指出，要好好工作", "会议要求，要好好生活"),
        led("但是困难也有不少", "但是办法也有不少", "但是盼头也有不少"),
        "\n".join(BODIES),
        led("坚持学习为先，练就过硬本领").replace("。机", "！机"),
    ],
)
def test_without_siblings_or_in_narration_there_are_none(text: str) -> None:
    assert headings_of(text) == []


def test_a_news_report_has_no_heading() -> None:
    report = [
        "全市办公室工作座谈会召开",
        "本报记者 林牧之",
        "　　昨天上午，全市办公室工作座谈会在机关礼堂召开。来自各地的六十多名同志到会。",
        "　　会议指出，办公室的工作没有小事。会议要求，大家要把心思用在办文办会上。",
        "　　会议强调，督查工作要真督实查。会议还通报了去年的信息工作情况。",
        "　　与会人员说，这样的会开得短、开得实。大家表示，回去以后要抓好落实。",
        "　　据了解，这样的座谈会每年开两次。今年的会比往年早了一个月。",
    ]
    assert headings_of("\n".join(report)) == []


def test_leads_inside_a_paragraph_are_the_second_degree() -> None:
    text = led(*ROLES).replace(BODIES[0], INNER)
    levels = [(level, text[:4]) for level, _, text in headings_of(text)]
    assert levels == [
        (1, "加大协调"),
        *((2, "在办文上"), (2, "在办会上"), (2, "在办事上")),
        *((1, "加大落实"), (1, "加大学习")),
    ]


@pytest.mark.parametrize(
    ("above", "level"), [([], 1), (["一、讲统筹"], 2), (["一、讲统筹", "（一）统文稿"], 3)]
)
def test_leads_stand_one_level_below_the_marked_heading(above: list[str], level: int) -> None:
    siblings = [head.replace("一", "二", 1).replace("统", "学") for head in above]
    text = "\n".join([*above, led(*ROLES), *siblings[::-1], BODIES[5]])
    found = headings_of(text)
    assert {said for said, ordinal, _ in found if ordinal == "run-in"} == {level}
    assert len(found) == len(ROLES) + 2 * len(above)


def test_leads_inside_one_paragraph_are_headings_too() -> None:
    text = (
        "要突出“学”字。学以致用是老传统，谁也不能丢。要突出“实”字。说了就做，做了就成。"
        "要突出“严”字。严是爱，松是害，大家都懂。"
    )
    assert headings_of(text + BODIES[0]) == [
        (1, "run-in", f"要突出“{word}”字") for word in "学实严"
    ]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (
            f"同志们：\n　　{BODIES[4]}\n" + standing("把学习放在心上", "把团结记在心头"),
            [(1, "把学习放在心上"), (1, "把团结记在心头")],
        ),
        (
            "\n".join(["一、讲学习", standing("把书读厚", "把书读薄"), "二、讲团结", BODIES[3]]),
            [(1, "讲学习"), (2, "把书读厚"), (2, "把书读薄"), (1, "讲团结")],
        ),
    ],
)
def test_lines_that_stand_alone_head_the_text_below(
    lines: str, read: list[tuple[int, str]]
) -> None:
    assert [(level, text) for level, _, text in headings_of(lines)] == read


def test_a_heading_may_follow_the_salutation() -> None:
    text = "在机关大会上的讲话\n同志们：\n" + standing("把学习放在心上", "把团结记在心头")
    assert [heading.text for heading in article_of(text).headings] == [
        "把学习放在心上",
        "把团结记在心头",
    ]


def test_one_line_that_stands_alone_heads_nothing() -> None:
    assert headings_of(f"同志们：\n　　{BODIES[4]}\n" + standing("把学习放在心上")) == []


@pytest.mark.parametrize("width", [14, 21, 28])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_leads_are_whole_in_wrapped_text(width: int, between: str) -> None:
    text = led(*(f"{role}，走在全市前面" for role in ROLES)).split("\n")
    lines = [line[at : at + width] for line in text for at in range(0, len(line), width)]
    assert [found for _, _, found in headings_of(between.join(lines))] == [
        f"{role}，走在全市前面" for role in ROLES
    ]


def test_every_heading_knows_its_line() -> None:
    text = "在机关大会上的讲话\n\n同志们：\n" + led(*ROLES)
    assert [heading.line for heading in article_of(text).headings] == [4, 5, 6]
