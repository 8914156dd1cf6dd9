import pytest

from drafter.model.numerals import numeral, quantity


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "零"),
        (3, "三"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (101, "一百零一"),
        (110, "一百一十"),
        (999, "九百九十九"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1020, "一千零二十"),
        (9999, "九千九百九十九"),
        (10_000, "10000"),
    ],
)
def test_numbers_are_said_in_chinese(number: int, said: str) -> None:
    assert numeral(number) == said


@pytest.mark.parametrize(("number", "said"), [(1, "一"), (2, "两"), (3, "三"), (12, "十二")])
def test_two_things_are_counted_with_a_word_of_its_own(number: int, said: str) -> None:
    assert quantity(number) == said
