"""Texts checked with the shipped rules."""

from functools import cache

from reading import LEXICON, PARSER

from drafter.checking.speech.look import findings
from drafter.checking.speech.reading import speech_of
from drafter.checking.speech.table import FINDERS
from drafter.drafting.looking_over import known_words, on_occasion, planned
from drafter.locations import shipped_phrasebank
from drafter.model.document import Manuscript
from drafter.model.speech import Example, Found, Hit, Known, Rule, Speech
from drafter.storage.speech_rules import load_rules
from drafter.storage.vocabulary import load_vocabulary

VOCABULARY = load_vocabulary(shipped_phrasebank())
RULES = {rule.id: rule for rule in load_rules(shipped_phrasebank())}


@cache
def known() -> Known:
    return known_words(LEXICON, VOCABULARY)


def speech(said: str | Example) -> Speech:
    """Return the speech that an example is, read as a text file is read."""
    example = Example(said) if isinstance(said, str) else said
    read = speech_of(Manuscript("讲话.txt", example.text), PARSER)._replace(known=known())
    home = (example.level, example.organ)
    return planned(on_occasion(read, VOCABULARY, example.date, home), example.minutes)


def hits(rule: str | Rule, said: str | Example) -> list[Hit]:
    """Return what one rule finds."""
    asked = RULES[rule] if isinstance(rule, str) else rule
    return list(FINDERS[asked.id](speech(said), asked))


def found(said: str | Example, *but: str) -> list[Found]:
    """Return what all rules that are on find, leaving out the rules named."""
    return findings(speech(said), [rule for rule in RULES.values() if rule.id not in but])
