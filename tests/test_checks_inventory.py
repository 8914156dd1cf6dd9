"""Every rule for speeches is told, has its examples, and keeps what they promise."""

import pytest
from checked import RULES, hits

from drafter.checking.speech.table import FINDERS
from drafter.model.speech import Example

GOOD = [(rule.id, example) for rule in RULES.values() for example in rule.good]
BAD = [(rule.id, example) for rule in RULES.values() for example in rule.bad]


def named(value: object) -> str:
    return value.text[:24] if isinstance(value, Example) else str(value)


def test_every_rule_has_a_finder_and_every_finder_a_rule() -> None:
    assert list(RULES) == list(FINDERS)


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_says_what_it_wants_and_why_and_shows_both(rule) -> None:
    assert rule.what and rule.why
    assert rule.good and rule.bad


@pytest.mark.parametrize(("rule", "example"), GOOD, ids=named)
def test_good_examples_pass(rule: str, example: Example) -> None:
    assert hits(rule, example) == []


@pytest.mark.parametrize(("rule", "example"), BAD, ids=named)
def test_bad_examples_are_found(rule: str, example: Example) -> None:
    found = hits(rule, example)
    assert found
    for hit in found:
        assert 0 <= hit.start <= hit.end <= len(hit.line.text)
        assert hit.what and (hit.remedy or hit.fix is not None)
