"""Pinyin finds characters: whole syllables, initials, or both, for any stretch of a text."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin
from pypinyin import pinyin as readings
from reading import LEXICON

from drafter.storage.pinyin import pinyin

PINYIN = pinyin(None)
TEXT = "当好参谋助手，全面提升参谋辅政水平。统筹重大活动，长期调研，率先银行绿化"
PHRASES = st.sampled_from(
    [*LEXICON.topics, "统筹重大活动", "长期调研绿化", "率先参与银行会计", "西安、先进"]
)


MIXES = """cmfz canmoufuzheng canmfz cmoufz cmfzheng CMFZ canmoufzheng cmfzh canmoufuz"""


@pytest.mark.parametrize("letters", MIXES.split())
def test_a_mix_of_syllables_and_initials_finds_a_term(letters: str) -> None:
    found = PINYIN.exactly(letters).search(TEXT)
    assert found and TEXT.startswith("参谋辅政", found.start())


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        ("chongda", "重大"),
        ("zhongda", "重大"),
        ("zd", "重大"),
        ("cd", "重大"),
        ("changqi", "长期"),
        ("zhangqi", "长期"),
        ("diaoyan", "调研"),
        ("tiaoyan", "调研"),
        ("yinhang", "银行"),
        ("yinxing", "银行"),
        ("lvhua", "绿化"),
        ("nve", "疟"),
        ("nue", "疟"),
        ("xian", "先"),
        ("xian", "西安"),
        ("office", "{{office}}"),
        ("a", "安"),
    ],
)
def test_every_reading_of_a_character_finds_it(letters: str, text: str) -> None:
    assert PINYIN.exactly(letters).search(f"前\n{text}\n后")


@pytest.mark.parametrize(
    ("letters", "text"),
    [
        ("cmfz", "参谋\n辅政"),
        ("cmfz", "参谋，辅政"),
        ("canmou", "餐饮"),
        ("xi", "安"),
        ("camfz", TEXT),
    ],
)
def test_what_is_not_said_is_not_found(letters: str, text: str) -> None:
    assert not PINYIN.exactly(letters).search(text)


@settings(max_examples=100, deadline=None)
@given(PHRASES, st.data())
def test_any_stretch_in_any_mix_is_found(phrase: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(phrase) - 1))
    end = data.draw(st.integers(start + 1, len(phrase)))
    stretch = [each for each in phrase[start:end] if each.isalpha()]
    joined = "".join(stretch)
    said = lazy_pinyin(joined, style=Style.NORMAL, v_to_u=False)
    letters = "".join(each if data.draw(st.booleans()) else each[0] for each in said)
    assume(letters)
    assert PINYIN.exactly(letters).search(f"甲乙{joined}丙\n")


@settings(deadline=None)
@given(st.sampled_from("重长调行乐朝参会计大率绿女单解"))
def test_every_reading_that_pypinyin_knows_is_known(character: str) -> None:
    known = readings(character, style=Style.NORMAL, heteronym=True)[0]
    spelt = {each.replace("ü", "v") for each in known if each.isascii() or "ü" in each}
    assert all(PINYIN.exactly(each).search(character) for each in spelt)


@pytest.mark.parametrize("letters", ["czfz", "cmfx", "xmfz", "cmzz"])
def test_one_wrong_initial_is_near(letters: str) -> None:
    near = PINYIN.nearly(letters)
    assert near and near.search("当好参谋辅政助手")


@pytest.mark.parametrize("letters", ["czfx", "xxfz", "cmzx"])
def test_two_wrong_initials_are_not_near(letters: str) -> None:
    near = PINYIN.nearly(letters)
    assert near and not near.search("参谋辅政")


@pytest.mark.parametrize("letters", ["cm", "c", "canmou", "canmfz"])
def test_short_words_and_syllables_have_nothing_near(letters: str) -> None:
    assert PINYIN.nearly(letters) is None


@settings(max_examples=25, deadline=None)
@given(st.text("cmfzx", min_size=3, max_size=6))
def test_what_is_near_differs_in_one_initial(letters: str) -> None:
    near = PINYIN.nearly(letters)
    assert near
    for said in map("".join, product(*[[c, "x"] for c in letters][:3])):
        word = (said + letters[3:]).translate(str.maketrans("cmfzx", "参谋辅政新"))
        apart = sum(a != b for a, b in zip(said + letters[3:], letters, strict=True))
        if apart == 1:
            assert near.search(f"\n{word}\n")
        elif apart > 1 and len(set(letters)) == 1:
            assert not near.search(f"\n{word}\n")


def test_all_matches_are_found_one_after_the_other() -> None:
    seeker, places, at = PINYIN.exactly("xian"), [], 0
    text = "先进西安，xian先\n现在西安"
    while found := seeker.search(text, at):
        places.append(found.start())
        at = found.start() + 1
    assert places == [0, 2, 5, 9, 11, 13]


def test_the_table_is_kept_and_made_again_when_it_is_spoilt(tmp_path: Path) -> None:
    first = pinyin(tmp_path)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    for spoilt in (b"", whole[: len(whole) // 2], b"\xff" + whole, b"other\n" + whole):
        kept.write_bytes(spoilt)
        again = pinyin(tmp_path)
        assert again.characters("can") == first.characters("can")
        assert kept.read_bytes() == whole


def test_a_table_that_cannot_be_kept_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert pinyin(tmp_path / "file").characters("can")
