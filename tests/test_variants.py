"""Several outlines of one spec, as different as the bank allows."""

from itertools import combinations

import pytest
from building import BANK, TEMPLATE, USUAL, VOCABULARY, completed_of, spec_of

from drafter.drafting.draft import completed
from drafter.drafting.variants import Variant, variants
from drafter.locations import shipped_phrasebank
from drafter.model.spec import Spec
from drafter.storage.bank.phrasebank import load_bank

SHIPPED = load_bank(shipped_phrasebank(), TEMPLATE.plan.kinds, VOCABULARY.slots)


def made(text: str, number: int, bank=SHIPPED) -> list[Variant]:
    def complete(spec: Spec) -> Spec:
        return completed(spec, TEMPLATE, bank, VOCABULARY)

    return variants(spec_of(text), number, complete)


def headings(spec: Spec) -> set[str]:
    return {section.heading.text for section in spec.sections}


def test_the_first_has_the_seed_of_the_spec() -> None:
    (first, *_) = made(USUAL + "seed: 7\n", 3)
    assert first.spec == completed_of(USUAL + "seed: 7\n", bank=SHIPPED)


@pytest.mark.parametrize("number", [2, 5])
def test_the_headings_of_the_variants_differ(number: int) -> None:
    found = [headings(each.spec) for each in made(USUAL, number)]
    assert len(found) == number
    assert all(not one & other for one, other in combinations(found, 2))


def test_a_variant_can_be_had_alone_by_its_seed() -> None:
    for each in made(USUAL, 3):
        assert completed_of(USUAL, f"seed={each.spec.seed}", bank=SHIPPED) == each.spec


@pytest.mark.parametrize("seed", ["春", "007", "123456789012"])
def test_any_seed_has_variants_that_are_repeatable(seed: str) -> None:
    text = f"{USUAL}seed: '{seed}'\n"
    assert [each.spec.seed for each in made(text, 3)] == [each.spec.seed for each in made(text, 3)]
    assert len({each.spec.seed for each in made(text, 3)}) == 3


def test_later_variants_are_no_farther_away_than_earlier_ones() -> None:
    distances = [each.distance for each in made(USUAL, 8)][1:]
    assert distances == sorted(distances, reverse=True)


def test_what_only_repeats_is_left_out() -> None:
    parts = ", ".join(f"{part.name}: 某{part.name}句" for part in TEMPLATE.plan.parts)
    settled = f"outline: [{{heading: 甲事, points: [乙事, 丙事]}}]\nparts: {{{parts}}}\n"
    assert len(made(USUAL + settled, 4, BANK)) == 1
