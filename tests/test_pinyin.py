"""Pinyin finds characters: whole syllables, initials, or both, for any stretch of a text."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin
from pypinyin import pinyin as readings
from reading import LEXICON

from drafter.storage.sounds.pinyin import pinyin
from drafter.storage.sounds.ways import Seeker

PINYIN = pinyin(None)
TEXT = "当好参谋助手，全面提升参谋辅政水平。统筹重大活动，长期调研，率先银行绿化"
PHRASES = st.sampled_from(
    [*LEXICON.topics, "统筹重大活动", "长期调研绿化", "率先参与银行会计", "西安、先进"]
)


def found(seeker: Seeker | None, text: str) -> list[int]:
    """Return the numbers of the lines in which something is found, fast and plainly alike."""
    assert seeker
    plain, fast = seeker.places(text), seeker.places(text, lambda _, make: make(text))
    numbers = [text.count("\n", 0, place) for place in plain]
    assert numbers == [text.count("\n", 0, place) for place in fast]
    assert numbers == sorted(set(numbers))
    return numbers


MIXES = """cmfz canmoufuzheng canmfz cmoufz cmfzheng CMFZ canmoufzheng cmfzh canmoufuz"""


@pytest.mark.parametrize("letters", MIXES.split())
def test_a_mix_of_syllables_and_initials_finds_a_term(letters: str) -> None:
    lines = "提升\n前面参谋辅政后面\n参谋\n辅政"
    assert found(PINYIN.exactly(letters), lines) == [1]


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
    assert found(PINYIN.exactly(letters), f"前\n{text}\n后") == [1]


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
    assert not found(PINYIN.exactly(letters), text)


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
    assert found(PINYIN.exactly(letters), f"甲乙{joined}丙\n") == [0]


@settings(deadline=None)
@given(st.sampled_from("重长调行乐朝参会计大率绿女单解"))
def test_every_reading_that_pypinyin_knows_is_known(character: str) -> None:
    known = readings(character, style=Style.NORMAL, heteronym=True)[0]
    spelt = {each.replace("ü", "v") for each in known if each.isascii() or "ü" in each}
    assert all(found(PINYIN.exactly(each), character) for each in spelt)


@pytest.mark.parametrize("letters", ["czfz", "cmfx", "xmfz", "cmzz"])
def test_one_wrong_initial_is_near(letters: str) -> None:
    assert found(PINYIN.nearly(letters), "当好参谋辅政助手")


@pytest.mark.parametrize("letters", ["czfx", "xxfz", "cmzx"])
def test_two_wrong_initials_are_not_near(letters: str) -> None:
    assert not found(PINYIN.nearly(letters), "参谋辅政")


@pytest.mark.parametrize("letters", ["cm", "c", "canmou", "canmfz"])
def test_short_words_and_syllables_have_nothing_near(letters: str) -> None:
    assert PINYIN.nearly(letters) is None


@settings(max_examples=25, deadline=None)
@given(st.text("cmfzx", min_size=3, max_size=6))
def test_what_is_near_differs_in_one_initial(letters: str) -> None:
    near = PINYIN.nearly(letters)
    for said in map("".join, product(*[[c, "x"] for c in letters][:3])):
        word = (said + letters[3:]).translate(str.maketrans("cmfzx", "参谋辅政新"))
        apart = sum(a != b for a, b in zip(said + letters[3:], letters, strict=True))
        if apart == 1:
            assert found(near, f"\n{word}\n")
        elif apart > 1 and len(set(letters)) == 1:
            assert not found(near, f"\n{word}\n")


LINES = st.text("先进西安重长行会，甲xian𠀀𠮷龘〇\n\x1f", max_size=40)
WORDS = st.text("xianzchg", min_size=1, max_size=8) | st.text("xjazchg", min_size=3, max_size=9)


@given(WORDS, LINES)
def test_fast_and_plain_find_the_same(letters: str, text: str) -> None:
    found(PINYIN.exactly(letters), text)
    for seeker in (PINYIN.nearly(letters), PINYIN.term(letters)):
        assert seeker is None or found(seeker, text) is not None


def test_every_line_that_holds_a_word_is_found_once() -> None:
    text = "先进西安，xian先\n现在西安\n在西\n安\nxian\n"
    assert found(PINYIN.exactly("xian"), text) == [0, 1, 4]


@pytest.mark.parametrize(
    ("letters", "text", "lines"),
    [
        ("cmfx", "甲\n参谋辅政\x1f服务\n", [1]),
        ("cmfx", "参谋辅政", [0]),
        ("cmfz", "参谋辅政\n参谋服务", [1]),
        ("cmfx", "新参谋辅政\n参谋辅政新\n参谋、辅", []),
    ],
)
def test_a_term_that_is_nearly_the_word(letters: str, text: str, lines: list[int]) -> None:
    assert found(PINYIN.term(letters), text) == lines


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
