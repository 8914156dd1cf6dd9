"""A prepared phrasebank: what it kept of one speech never shows in another."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_composed import BANK, KNOWLEDGE, TEMPLATES, VOCABULARY, spec_of

from drafter.drafting.draft import composed, proposed_headings
from drafter.drafting.stock import Stock
from drafter.model.spec import Spec

LEVELS, ORGANS = list(VOCABULARY.levels), list(VOCABULARY.organs)
ANSWERS = st.builds(
    "level: {}\norgan: {}\nseed: {}\ndate: {}\nmeeting: {}\ncues: {}\nstale: {}\n"
    "department: 云澜档案馆\nfield: 档案\n".format,
    st.sampled_from(LEVELS),
    st.sampled_from(ORGANS),
    st.integers(1, 3),
    st.sampled_from(["2026-03-12", "2026-11-20", "2025-07-01"]),
    st.sampled_from(["全市年会", "座谈会"]),
    st.sampled_from(["是", "否"]),
    st.sampled_from(["是", "否"]),
)


@cache
def stock(name: str) -> Stock:
    return Stock(BANK, TEMPLATES[name])


@pytest.mark.parametrize("name", ["office-work-meeting", "commendation"])
@settings(max_examples=25, deadline=None)
@given(answers=ANSWERS)
def test_what_is_kept_changes_nothing(name: str, answers: str) -> None:
    spec = spec_of(name, answers)
    assert of(spec, stock(name)) == of(spec, Stock(BANK, TEMPLATES[name]))


@pytest.mark.parametrize("name", ["office-work-meeting", "commendation"])
def test_what_is_settled_stays(name: str) -> None:
    full, outline = composed(
        spec_of(name, "level: 市\norgan: 党委办\ndate: 2026-03-12\n"),
        TEMPLATES[name], stock(name), VOCABULARY, KNOWLEDGE,
    )  # fmt: skip
    again = composed(full, TEMPLATES[name], stock(name), VOCABULARY, KNOWLEDGE)
    assert again.full == full
    assert again.outline.nodes == outline.nodes


def of(spec: Spec, bank: Stock) -> tuple[object, ...]:
    known = TEMPLATES[spec.template], bank, VOCABULARY, KNOWLEDGE
    return composed(spec, *known), proposed_headings(spec, *known)
