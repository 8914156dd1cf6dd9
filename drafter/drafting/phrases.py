"""Choices that the spec makes explicit: literal texts, or phrases by their id."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from drafter.errors import InputError
from drafter.model.phrase import Phrase, Phrasebank, PhraseSet
from drafter.model.slots import nearest
from drafter.model.spec import Choice, Section
from drafter.model.template import Template

_ID = re.compile(r"[a-z]-[0-9a-z]{8}(\.\d+)?\Z")


class Register(NamedTuple):
    """Every phrase by its id: those of the bank, of its sets, and of the template."""

    phrases: Mapping[str, Phrase]
    sets: Mapping[str, PhraseSet]

    def settled(self, choice: Choice) -> Choice:
        """Return `choice` with its text: an id alone is looked up, a literal stands."""
        if choice.id or not (choice.text in self.phrases or _ID.match(choice.text)):
            return choice
        phrase = self.phrases.get(choice.text)
        if phrase is None:
            raise self._unknown(choice)
        return choice._replace(text=phrase.text, id=phrase.id)

    def settled_points(self, choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
        """Return the settled choices; the id of a set stands for all its members."""
        found: list[Choice] = []
        for choice in choices:
            members = self.sets[choice.text].members if choice.text in self.sets else ()
            found += map(chosen, members) if members else [self.settled(choice)]
        return tuple(found)

    def settled_section(self, section: Section) -> Section:
        """Return `section` with its heading and points settled, and the heading's topic."""
        heading = section.heading and self.settled(section.heading)
        points = self.settled_points(section.points)
        phrase = self.phrases.get(heading.id) if heading else None
        topic = section.topic or (phrase.topics[0] if phrase and phrase.topics else "")
        return Section(topic, heading, points)

    def _unknown(self, choice: Choice) -> InputError:
        if choice.text in self.sets:
            remedy = f"这是一组，请写其中一条，例如 {choice.text}.1"
        else:
            like = nearest(choice.text, list(self.phrases))
            remedy = f"是不是 {like}？" if like else "请核对编号，或直接写文字"
        return InputError(f"短语库里没有“{choice.text}”", where=choice.where, remedy=remedy)


def chosen(phrase: Phrase, why: str = "") -> Choice:
    """Return `phrase` as an explicit choice, and why it was made."""
    return Choice(phrase.text, phrase.id, why=why)


def register(bank: Phrasebank, template: Template) -> Register:
    """Return the register of `bank` and `template`."""
    phrases: dict[str, Phrase] = {}
    sets: dict[str, PhraseSet] = {}
    for entry in bank:
        if isinstance(entry, PhraseSet):
            sets[entry.id] = entry
            phrases.update((member.id, member) for member in entry.members)
        else:
            phrases[entry.id] = entry
    for part in template.plan.parts:
        phrases.update((wording.phrase.id, wording.phrase) for wording in part.wordings)
    return Register(phrases, sets)
