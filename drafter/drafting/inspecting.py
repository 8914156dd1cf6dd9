"""What speeches are looked over with: the rules as the user wants them, and what they know."""

from typing import NamedTuple

from drafter.drafting.looking_over import check_outline, known_words
from drafter.locations import shipped_phrasebank, user_data
from drafter.model.outline import Outline
from drafter.model.spec import Spec
from drafter.model.speech import Found, Known, Rule
from drafter.model.template import Template
from drafter.model.vocabulary import Vocabulary
from drafter.storage.lexicon import load_lexicon
from drafter.storage.speech_rules import load_rules, with_own
from drafter.storage.vocabulary import load_vocabulary


class Inspection(NamedTuple):
    """The rules, and what lexicon and vocabulary tell them."""

    rules: tuple[Rule, ...]
    known: Known

    def outline(
        self, outline: Outline, full: Spec, template: Template, vocabulary: Vocabulary
    ) -> list[Found]:
        """Return what is found in the outline of `full`, a spec with every choice made.

        Line n is node n of the outline.
        """
        return check_outline(outline, full, template, vocabulary, self.rules, self.known)


def load_rules_in_force() -> tuple[Rule, ...]:
    """Return the shipped rules with the user's own settings."""
    return with_own(load_rules(shipped_phrasebank()), user_data())


def load_inspection() -> Inspection:
    """Return what speeches are looked over with; reading it takes a third of a second."""
    bank = shipped_phrasebank()
    known = known_words(load_lexicon(bank, places=True), load_vocabulary(bank))
    return Inspection(load_rules_in_force(), known)
