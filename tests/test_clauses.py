"""Clauses of one sentence that share a construction, and the 要…要… family."""

import pytest
from reading import article_of, groups_of

BEFORE = "今天的会很短。"

CONSTRUCTIONS = {
    "要A，要B，要C": ("要管住嘴，要管住手，要管住腿。", ["要管住嘴", "要管住手", "要管住腿"]),
    "A要B，C要D": (
        "稿子要写得实，数字要核得准，版面要排得齐。",
        ["稿子要写得实", "数字要核得准", "版面要排得齐"],
    ),
    "既要A，又要B": ("既要埋头拉车，又要抬头看路。", ["既要埋头拉车", "又要抬头看路"]),
    "既要A，更要B": (
        "写稿子既要敢于做加法，更要舍得做减法。",
        ["既要敢于做加法", "更要舍得做减法"],
    ),
    "既要A，也要B": ("我们既要肯干，也要巧干。", ["既要肯干", "也要巧干"]),
    "不仅A，也B": (
        "值班不仅守得住电话，也应得了急事。",
        ["不仅守得住电话", "也应得了急事"],
    ),
    "既要A，又要B，更要C": (
        "写稿子既要沉得住，又要写得快，更要改得勤。",
        ["既要沉得住", "又要写得快", "更要改得勤"],
    ),
    "既A，又B, with lists inside": (
        "老秘书既熟悉文件、档案、印章，又通晓人情世故。",
        ["既熟悉文件、档案、印章", "又通晓人情世故"],
    ),
    "不是A，而是B": (
        "值班不是坐着等电话，而是睁着眼看门户。",
        ["不是坐着等电话", "而是睁着眼看门户"],
    ),
    "是A，也是B": (
        "这件事是老难题，也是新考题。",
        ["是老难题", "也是新考题"],
    ),
    "是A，是B，也是C": (
        "写好一份简报是基本的本分，是看得见的本事，也是说得出的本钱。",
        ["是基本的本分", "是看得见的本事", "也是说得出的本钱"],
    ),
    "members that hold lists": (
        "新来的同志甘于跑腿送信、端茶倒水，甘为大家打杂、替人补台。",
        ["甘于跑腿送信、端茶倒水", "甘为大家打杂、替人补台"],
    ),
    "one governing word before all": (
        "年底了，要把旧账理清楚，把新账记明白，把老账交干净。",
        ["把旧账理清楚", "把新账记明白", "把老账交干净"],
    ),
    "the modal as far from the end": (
        "老同志要传帮带，新同志要比学赶，科室负责人要作表率。",
        ["老同志要传帮带", "新同志要比学赶", "科室负责人要作表率"],
    ),
    "一手抓A，一手抓B": (
        "一手抓文稿质量，一手抓队伍建设。",
        ["一手抓文稿质量", "一手抓队伍建设"],
    ),
    "以A为B、以C为D": (
        "以细致为底色、以准时为底线、以满意为标尺。",
        ["以细致为底色", "以准时为底线", "以满意为标尺"],
    ),
    "把A V好": (
        "把文件办好，把会议开好，把基层服务好。",
        ["把文件办好", "把会议开好", "把基层服务好"],
    ),
    "A于B、A于C": (
        "记事于簿、守时于心、成事于勤。",
        ["记事于簿", "守时于心", "成事于勤"],
    ),
    "equal length by 、": (
        "开口能讲、提笔能写、遇事能办、问策能答。",
        ["开口能讲", "提笔能写", "遇事能办", "问策能答"],
    ),
    "equal length by ，": (
        "件件有着落，事事有回音，样样有交代。",
        ["件件有着落", "事事有回音", "样样有交代"],
    ),
    "A到哪里，B就跟进到哪里": (
        "文件送到哪里，服务就跟进到哪里。",
        ["文件送到哪里", "服务就跟进到哪里"],
    ),
    "A当好“B”": (
        "走进基层当好“联络员”，守住案头当好“校对员”，跑在前头当好“先遣员”。",
        ["走进基层当好“联络员”", "守住案头当好“校对员”", "跑在前头当好“先遣员”"],
    ),
    "在A上B": (
        "在办文上求精，在办会上求细，在办事上求实。",
        ["在办文上求精", "在办会上求细", "在办事上求实"],
    ),
    "让A B": (
        "让领导放心，让基层满意，让群众高兴。",
        ["让领导放心", "让基层满意", "让群众高兴"],
    ),
    "多A，少B": ("多走现场，少坐会场。", ["多走现场", "少坐会场"]),
}


@pytest.mark.parametrize("name", CONSTRUCTIONS)
def test_clauses_of_one_construction_are_a_group(name: str) -> None:
    sentence, members = CONSTRUCTIONS[name]
    assert tuple(members) in groups_of(BEFORE + sentence)


def test_words_that_lead_into_the_first_member_are_left_out() -> None:
    said = groups_of(BEFORE + "老同志时常教我们要把文件办好，把会议开好，把基层服务好。")
    assert ("把文件办好", "把会议开好", "把基层服务好") in said


def test_a_chain_of_chains_gives_each_of_them() -> None:
    said = groups_of(BEFORE + "不仅看怎么说，也看怎么做；不仅看开头，也看结果。")
    assert {("不仅看怎么说", "也看怎么做"), ("不仅看开头", "也看结果")} <= set(said)


LONG = {
    "equal clause by clause": (
        "手里有笔，心里要有尺；身边有人，眼里要有活。",
        ("手里有笔，心里要有尺", "身边有人，眼里要有活"),
    ),
    "opening alike clause by clause": (
        "没有结实的肩膀，就没有挑得起的担子；没有坐冷板凳的耐心，就没有拿得出手的稿子。",
        ("没有结实的肩膀，就没有挑得起的担子", "没有坐冷板凳的耐心，就没有拿得出手的稿子"),
    ),
    "a quoted word and what is said of it": (
        "这里说明两点，“快”字当头是指接件就办，不让人等；“准”字当头是指办完就核，不让人改。",
        ("“快”字当头是指接件就办，不让人等", "“准”字当头是指办完就核，不让人改"),
    ),
}


@pytest.mark.parametrize("name", LONG)
def test_long_members_hold_clauses_themselves(name: str) -> None:
    sentence, members = LONG[name]
    assert members in groups_of(BEFORE + sentence)


def test_pairs_on_either_side_of_a_semicolon_are_no_long_members() -> None:
    said = groups_of(BEFORE + "少一些来回转圈，多一些当场拍板；少一些层层加码，多一些处处松绑。")
    assert said == [
        ("少一些来回转圈", "多一些当场拍板"),
        ("少一些层层加码", "多一些处处松绑"),
    ]


def test_sentences_that_open_alike_are_a_group() -> None:
    said = groups_of(
        "在办文上抓好统筹，文件当天拟当天发。在办会上抓好统筹，会前想细会后收好。"
        "在办事上抓好统筹，事事有人问，件件有人管。"
    )
    assert ("在办文上抓好统筹", "在办会上抓好统筹", "在办事上抓好统筹") in said


def test_siblings_among_headings_are_a_group_with_its_level_and_line() -> None:
    text = "同志们：\n一、把学习放在心上\n人人都读书。\n二、把团结记在心头\n个个都和气。"
    group = article_of(text).parallel[0]
    assert (group.members, group.level, group.line) == (
        ("把学习放在心上", "把团结记在心头"),
        1,
        2,
    )


ORDINARY = [
    "今天上午，老张把文件送到了楼上，顺手带回一壶热水。",
    "办公室有打印机、复印机、传真机、碎纸机。",
    "大家学了请假制度、值班制度、保洁制度、用车制度。",
    "会议由秘书长主持，各县区办公室主任参加。",
    "他去开会，我在这里等消息。",
    "只要大家肯动手，就没有办不成的事。",
    "办公室共有三名同志，其中两名是去年考来的大学生。",
    "雨停了以后，院子里的桂花香得很，谁路过都要停一停。",
    "既然来了，也就坐下来喝口茶。",
    "小林、小周、小吴都到了。",
    "老李修好了水泵，老张擦净了玻璃窗。",
    "去年办件214件，今年办件326件。",
    "完善值班制度，规范值班记录。",
]


@pytest.mark.parametrize("sentence", ORDINARY)
def test_an_ordinary_sentence_holds_no_construction(sentence: str) -> None:
    assert groups_of(BEFORE + sentence) == []


def yao_of(sentence: str) -> list[str]:
    return [each.text for each in article_of(BEFORE + sentence).yao]


@pytest.mark.parametrize(
    "sentence", [said for said, _ in CONSTRUCTIONS.values() if said.count("要") > 1]
)
def test_a_sentence_with_two_modal_members_is_kept_whole(sentence: str) -> None:
    assert yao_of(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "chains"),
    [
        ("他常说“要学就学真的，要做就做实的”，大家都信他。", ["要学就学真的，要做就做实的"]),
        (
            "会前准备得细；材料要早报送，人员要早到场。",
            ["材料要早报送，人员要早到场。"],
        ),
        (
            "发言不仅要点准题，也要说透理。",
            ["发言不仅要点准题，也要说透理。"],
        ),
        (
            "要管住嘴，不该说的不说；要管住手，不该拿的不拿。",
            ["要管住嘴，不该说的不说；要管住手，不该拿的不拿。"],
        ),
    ],
)
def test_a_chain_is_cut_out_of_its_sentence(sentence: str, chains: list[str]) -> None:
    assert yao_of(sentence) == chains


@pytest.mark.parametrize(
    "sentence",
    [
        "主要任务是学习，重要任务是落实，首要任务是团结。",
        "需要的是恒心，要求的是细心，要点在于用心。",
        "要把这件事办好，大家还得多想办法。",
        "要办成这件事，归根到底要靠大家。",
        "不论要紧不要紧，纪要总得有人写，摘要总得有人抄。",
        "这样的机要件，只要收到就得登记。",
        *(sentence for sentence in ORDINARY if "要" in sentence),
    ],
)
def test_words_that_hold_the_modal_and_a_lone_one_are_no_chain(sentence: str) -> None:
    assert yao_of(sentence) == []
