"""Specs drafted with the small phrasebank of the tests."""

from pathlib import Path

from drafter.drafting.draft import completed, draft
from drafter.exporters import EXPORTERS
from drafter.locations import shipped_phrasebank, shipped_templates
from drafter.model.outline import Outline
from drafter.model.spec import Spec
from drafter.storage.bank.phrasebank import load_bank
from drafter.storage.specs.files import SpecFile
from drafter.storage.specs.records import spec_to_yaml
from drafter.storage.templates import load_template
from drafter.storage.vocabulary import load_vocabulary

TESTS = Path(__file__).parent
FIXTURES = TESTS / "fixtures"
GOLDEN = TESTS / "golden"

VOCABULARY = load_vocabulary(shipped_phrasebank())
TEMPLATE = load_template(shipped_templates() / "office-work-meeting.md", VOCABULARY)
BANK = load_bank(FIXTURES / "phrasebank", None, VOCABULARY.slots)

USUAL = "template: office-work-meeting\ndate: 2026-03-12\n"


def spec_of(text: str, *changes: str) -> Spec:
    file = SpecFile(text, "spec.yaml")
    file.change(changes)
    return file.spec(TEMPLATE, VOCABULARY.slots, VOCABULARY.words)


def outline_of(text: str = USUAL, *changes: str, bank=BANK) -> Outline:
    return draft(spec_of(text, *changes), TEMPLATE, bank, VOCABULARY)


def completed_of(text: str = USUAL, *changes: str, bank=BANK) -> Spec:
    return completed(spec_of(text, *changes), TEMPLATE, bank, VOCABULARY)


def saved_of(text: str = USUAL, *changes: str, bank=BANK) -> str:
    return spec_to_yaml(completed_of(text, *changes, bank=bank)).decode()


def markdown_of(text: str = USUAL, *changes: str, bank=BANK) -> str:
    return EXPORTERS[".md"](outline_of(text, *changes, bank=bank)).decode()
