from pathlib import Path

import pytest
from building import VOCABULARY

from drafter.errors import InputError
from drafter.model.vocabulary import Vocabulary
from drafter.storage.vocabulary import load_vocabulary
from drafter.templating.words import derive

LEVELS = ["省", "市", "州", "县", "区"]


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
    assert (words["higher"], words["our"]) == (above, f"我{level}")


@pytest.mark.parametrize(
    ("organ", "office", "office_short", "system", "leadership", "higher", "services"),
    [
        ("党委办", "市委办公室", "党办", "全市党委办公室系统", "市委", "省委", "“三服务”"),
        (
            "政府办",
            "市政府办公室",
            "府办",
            "全市政府系统办公室",
            "市政府",
            "省政府",
            "“三办”“三服务”",
        ),
        (
            "人大办",
            "市人大常委会办公室",
            "人大办",
            "全市人大办公室系统",
            "市人大常委会",
            "省人大常委会",
            "“三服务”",
        ),
        ("政协办", "市政协办公室", "政协办", "全市政协办公室系统", "市政协", "省政协", "“三服务”"),
        (
            "部门办公室",
            "市水利局办公室",
            "办公室",
            "市水利局系统办公室",
            "市水利局党组",
            "上级主管部门",
            "“三办”",
        ),
    ],
)
def test_words_of_an_organ(
    organ, office, office_short, system, leadership, higher, services
) -> None:
    wanted = {k: v for k, v in locals().items() if k != "organ"}
    words = derive(VOCABULARY, "市", organ, {"department": "市水利局"})
    assert {name: words[name] for name in wanted} == wanted


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
