"""Lists joined by 、: clauses are told from nouns, and members from what stands around them."""

import pytest
from reading import groups_of

BEFORE = "今天的会很短。"

CLAUSES = {
    "three letters with one verb": (
        "大家要做到问进度、问困难、问打算。",
        ["问进度", "问困难", "问打算"],
    ),
    "three letters with one joint": (
        "这支队伍靠得住、用得上、拉得出。",
        ["靠得住", "用得上", "拉得出"],
    ),
    "three letters with one ending": (
        "基层同志说现在是台账多、会议多、群组多。",
        ["台账多", "会议多", "群组多"],
    ),
    "a predicate behind different nouns": (
        "这些年的账目公开到位、物资发放到位、后勤支应到位。",
        ["账目公开到位", "物资发放到位", "后勤支应到位"],
    ),
    "one noun behind different verbs": (
        "写材料要立足实际、服务实际、紧扣实际、把握实际。",
        ["立足实际", "服务实际", "紧扣实际", "把握实际"],
    ),
    "one verb before different nouns": (
        "办公室的本分是服务机关、服务基层、服务群众。",
        ["服务机关", "服务基层", "服务群众"],
    ),
    "a governing verb is no part of the first": (
        "值班室坚持来电必接、来人必问、来件必登。",
        ["来电必接", "来人必问", "来件必登"],
    ),
    "what follows is no part of the last": (
        "门卫老周练就了记得牢、认得准、喊得出的本事。",
        ["记得牢", "认得准", "喊得出"],
    ),
    "a quotation bounds the list": (
        "会上提出“早一步谋划、快一拍行动、多一分耐心”要求。",
        ["早一步谋划", "快一拍行动", "多一分耐心"],
    ),
    "the last is longer by a letter": (
        "经过整修，院子更净、屋子更亮、大家更舒心。",
        ["院子更净", "屋子更亮", "大家更舒心"],
    ),
    "unequal members with one function word": (
        "我们的追求是让群众少跑路、让数据多跑路、让窗口前没有冤枉路。",
        ["让群众少跑路", "让数据多跑路", "让窗口前没有冤枉路"],
    ),
    "pairs of pairs are one list": (
        "擦亮窗户、扫净楼道，码齐文件、浇透花草。",
        ["擦亮窗户", "扫净楼道", "码齐文件", "浇透花草"],
    ),
}


@pytest.mark.parametrize("name", CLAUSES)
def test_a_list_of_clauses_is_a_group_of_its_members(name: str) -> None:
    sentence, members = CLAUSES[name]
    assert groups_of(BEFORE + sentence) == [tuple(members)]


NOUNS = {
    "one head noun": "干部要提高政治判断力、政治领悟力、政治执行力。",
    "one tail noun": "这几年查处了组织纪律、财经纪律、保密纪律方面的案子。",
    "suffixes of nouns": "材料要有针对性、时效性、可读性。",
    "short nouns with one adjective": "大家对照新形势、新任务、新部署找差距。",
    "things that are listed and so on": "库里存着办公桌椅、打印设备、会议音响、消防器材等物品。",
    "topics": "他分管档案、保密、信访、接待、值班。",
    "names of offices": "市信访局、市统计局、市水利局的同志到了。",
    "a list of figures": "三个科分别办了12件、35件、48件。",
    "a topic said twice": "会上研究了完善值班制度、规范值班记录的事。",
}


@pytest.mark.parametrize("name", NOUNS)
def test_a_list_of_nouns_is_no_construction(name: str) -> None:
    assert groups_of(BEFORE + NOUNS[name]) == []
