from pathlib import Path

import pytest
from building import VOCABULARY

from drafter.errors import InputError
from drafter.model.vocabulary import Vocabulary
from drafter.storage.vocabulary import load_vocabulary
from drafter.templating.words import derive

LEVELS = ["省", "市", "州", "县", "区"]
DEPARTMENT = {"department": "市水利局", "field": "水利"}


@pytest.mark.parametrize(
    ("level", "region", "committee", "government", "above"),
    [
        ("省", "全省", "省委", "省政府", "党中央"),
        ("市", "全市", "市委", "市政府", "省委"),
        ("州", "全州", "州委", "州政府", "省委"),
        ("县", "全县", "县委", "县政府", "市委"),
        ("区", "全区", "区委", "区政府", "市委"),
    ],
)
def test_words_of_a_level(
    level: str, region: str, committee: str, government: str, above: str
) -> None:
    words = derive(VOCABULARY, level, "党委办", {})
    assert (words["region"], words["committee"], words["government"]) == (
        region,
        committee,
        government,
    )
    assert (words["above_committee"], words["our"]) == (above, f"我{level}")


@pytest.mark.parametrize(
    ("organ", "office", "office_short", "system", "leadership", "services"),
    [
        ("党委办", "市委办公室", "党办", "全市党委办公室系统", "市委", "“三服务”"),
        (
            "政府办",
            "市政府办公室",
            "府办",
            "全市政府系统办公室",
            "市政府",
            "“三办”“三服务”",
        ),
        (
            "人大办",
            "市人大常委会办公室",
            "人大办",
            "全市人大系统办公室",
            "市人大常委会",
            "“三服务”",
        ),
        ("政协办", "市政协办公室", "政协办", "全市政协系统办公室", "市政协", "“三服务”"),
        (
            "部门办公室",
            "市水利局办公室",
            "办公室",
            "全市水利系统办公室",
            "市水利局党组",
            "“三办”",
        ),
    ],
)
def test_words_of_an_organ(organ, office, office_short, system, leadership, services) -> None:
    wanted = {k: v for k, v in locals().items() if k != "organ"}
    words = derive(VOCABULARY, "市", organ, DEPARTMENT)
    assert {name: words[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("level", "organ", "leaders", "speaker_for", "guidance"),
    [
        ("省", "党委办", "省委", "省委", "党中央决策部署和省委要求"),
        ("市", "党委办", "市委", "市委", "党中央决策部署和省委、市委要求"),
        ("省", "政府办", "省委、省政府", "省政府", "党中央、国务院决策部署和省委、省政府要求"),
        (
            "市",
            "政府办",
            "市委、市政府",
            "市政府",
            "党中央、国务院决策部署和省委、省政府、市委、市政府要求",
        ),
        (
            "区",
            "政府办",
            "区委、区政府",
            "区政府",
            "党中央、国务院决策部署和市委、市政府、区委、区政府要求",
        ),
        ("县", "人大办", "县委", "县人大常委会党组", "党中央决策部署和县委工作安排"),
        ("州", "政协办", "州委", "州政协党组", "党中央决策部署和州委工作安排"),
        ("市", "部门办公室", "市委、市政府", "局党组", "市委、市政府和上级主管部门部署"),
    ],
)
def test_who_leads_and_who_orders(level, organ, leaders, speaker_for, guidance) -> None:
    wanted = {k: v for k, v in locals().items() if k not in ("level", "organ")}
    words = derive(VOCABULARY, level, organ, DEPARTMENT)
    assert {name: words[name] for name in wanted} == wanted


@pytest.mark.parametrize(
    ("organ", "office", "system"),
    [
        ("党委办", "省委办公厅", "全省党委办公厅（室）系统"),
        ("政府办", "省政府办公厅", "全省政府系统办公厅（室）"),
        ("人大办", "省人大常委会办公厅", "全省人大系统办公厅（室）"),
        ("政协办", "省政协办公厅", "全省政协系统办公厅（室）"),
    ],
)
def test_the_office_of_a_province(organ: str, office: str, system: str) -> None:
    words = derive(VOCABULARY, "省", organ, {})
    assert (words["office"], words["system"]) == (office, system)


def test_every_level_and_organ_gives_every_word() -> None:
    for level in VOCABULARY.levels:
        for organ in VOCABULARY.organs:
            words = derive(VOCABULARY, level, organ, {})
            assert VOCABULARY.slots - VOCABULARY.supplied <= set(words)
            assert not any("{" in word for word in words.values())


def written(folder: Path, text: str) -> Vocabulary:
    (folder / "vocabulary.yaml").write_text(text, encoding="utf-8")
    return load_vocabulary(folder)


def test_a_level_of_the_users_needs_a_line(tmp_path: Path) -> None:
    vocabulary = written(
        tmp_path,
        'words: {committee: \'{{ level }}委\', higher: \'{{ "自治区党委" if level == "盟" else "" }}\'}\n'
        "levels: {盟: }\norgans: {党委办: }\n",
    )
    assert derive(vocabulary, "盟", "党委办", {})["committee"] == "盟委"
    assert derive(vocabulary, "盟", "党委办", {})["higher"] == "自治区党委"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{a: '{{ b }}', b: '{{ a }}'}", "绕回了自己"),
        ("{office: '{{ ofice }}'}", "没有“ofice”这个空位（是不是 office？）"),
        ("{a: '{{ 1 + }}'}", "模板写法有错"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, words: str, said: str) -> None:
    vocabulary = written(tmp_path, f"levels: {{市: }}\norgans: {{党委办: }}\nwords: {words}\n")
    with pytest.raises(InputError) as caught:
        derive(vocabulary, "市", "党委办", {})
    assert said in str(caught.value)
    assert caught.value.where.endswith("vocabulary.yaml:3")
