"""What `drafter import` works with: the earlier spec, templates and phrases, and the check."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from drafter.cli.order import Order, read_order
from drafter.drafting.answers_back import edited_answers
from drafter.drafting.draft import draft
from drafter.drafting.guessing import guessed_answers
from drafter.drafting.offers import Offers
from drafter.drafting.phrases import register
from drafter.drafting.recognising import Recogniser
from drafter.drafting.taking_back import (
    Topics,
    as_written_spec,
    same_template_spec,
    written_spec,
)
from drafter.errors import InputError
from drafter.locations import shipped_phrasebank
from drafter.mining.labels import Labels
from drafter.model.outline import Heading, Node
from drafter.model.spec import Section, Spec
from drafter.model.template import Template
from drafter.storage.bank.layers import bank_layers, load_layers
from drafter.storage.bank.phrasebank import known_kinds
from drafter.storage.specs.files import SpecFile
from drafter.storage.specs.records import spec_to_yaml
from drafter.storage.templates import load_template, template_called
from drafter.storage.vocabulary import load_vocabulary
from drafter.templating.heads import check_head

AS_WRITTEN = "as-written"
"""The template that takes all texts as they are."""


class Given(NamedTuple):
    """What the user says beside the file: a template, the earlier spec, folders with phrases."""

    template: str = ""
    earlier: str = ""
    banks: tuple[str, ...] = ()


class Readmission:
    """Takes outlines back."""

    def __init__(self, given: Given, labels: Labels) -> None:
        self._vocabulary = load_vocabulary(shipped_phrasebank())
        self._labels = labels
        layers = bank_layers([Path(name) for name in given.banks])
        self._bank = load_layers(layers, known_kinds(shipped_phrasebank()), self._vocabulary.slots)
        self._earlier = read_order(given.earlier, [], given.banks) if given.earlier else None
        self._full = self._earlier.explicit().spec if self._earlier else None
        self._wanted = self._template(given.template) if given.template else None

    @property
    def is_guessing(self) -> bool:
        """Tell whether nobody said what the speech is for."""
        return self._earlier is None

    def spec(self, nodes: tuple[Node, ...]) -> Spec:
        """Return a spec that gives just these nodes: the one that leaves most to be chosen."""
        for spec, template in self._candidates(nodes):
            if self._gives(spec, template, nodes):
                return spec
        what, remedy = "读回的提纲写不成说明书", "请把文稿另存为 .docx 再试"
        raise InputError(what, where="drafter import", remedy=remedy)

    def _candidates(self, nodes: tuple[Node, ...]) -> Iterator[tuple[Spec, Template]]:
        earlier, wanted = self._earlier, self._wanted
        own = self._template(AS_WRITTEN)
        if earlier and (wanted is None or wanted.path == earlier.template.path):
            yield from self._as_earlier(earlier, nodes)
        if wanted is None or wanted.path == own.path:
            base = self._base(own, nodes)
            topics = self._topics(own)
            spec = as_written_spec(base, nodes, self._known(base, own, nodes), topics)
            yield from [(spec, own)] if spec else []
        last = wanted or (earlier.template if earlier else own)
        base = self._base(last, nodes)
        yield written_spec(base, nodes, self._known(base, last, nodes)), last

    def _as_earlier(
        self, earlier: Order, nodes: tuple[Node, ...]
    ) -> Iterator[tuple[Spec, Template]]:
        """Yield specs of the earlier template: with answers that were edited, then without."""
        assert self._full is not None
        template, before = earlier.template, earlier.outline().nodes
        found = []
        for answers in edited_answers(self._full.answers, before, nodes):
            spec = self._answered(earlier, self._full._replace(answers=answers), nodes)
            if spec and self._gives(spec, template, nodes):
                found.append(spec)
        if len(found) == 1:  # else nobody knows which was meant
            yield found[0], template
        spec = self._from(self._full, before, nodes, template)
        yield from [(spec, template)] if spec else []

    def _answered(self, earlier: Order, full: Spec, nodes: tuple[Node, ...]) -> Spec | None:
        try:
            before = earlier._replace(spec=full).outline().nodes
            return self._from(full, before, nodes, earlier.template)
        except InputError:  # it cannot be answered so
            return None

    def _from(
        self, full: Spec, before: tuple[Node, ...], nodes: tuple[Node, ...], template: Template
    ) -> Spec | None:
        said = Offers(full, template, self._bank, self._vocabulary).said
        known = Recogniser(register(self._bank, template), said, full)
        return same_template_spec(full, before, nodes, known, self._topics(template), said)

    def _template(self, name: str) -> Template:
        template = load_template(template_called(name, "--template"), self._vocabulary)
        check_head(template, self._vocabulary)
        return template

    def _base(self, template: Template, nodes: tuple[Node, ...]) -> Spec:
        """Return a spec of `template` with all that is known of the occasion."""
        asked = {question.name for question in template.questions}
        if self._earlier is None:
            guessed = guessed_answers(nodes, self._vocabulary)
            return Spec(template.name, {k: v for k, v in guessed.items() if k in asked})
        said, known = self._earlier.spec, asked.union(self._vocabulary.words)
        same = template.path == self._earlier.template.path
        return said._replace(
            template=said.template if same else template.name,
            answers={name: each for name, each in said.answers.items() if name in known},
        )

    def _known(self, base: Spec, template: Template, nodes: tuple[Node, ...]) -> Recogniser:
        headed = sum(isinstance(node, Heading) and node.level == 1 for node in nodes)
        counted = base._replace(sections=(Section(),) * headed)
        said = Offers(counted, template, self._bank, self._vocabulary).said
        return Recogniser(register(self._bank, template), said, self._full)

    def _topics(self, template: Template) -> Topics:
        """Return what tells the topics of a text, as far as `template` has them."""
        names = {topic.name for topic in template.plan.topics}
        return lambda text: [each for each in self._labels.topics(text, 9) if each in names]

    def _gives(self, spec: Spec, template: Template, nodes: tuple[Node, ...]) -> bool:
        """Tell whether the file of `spec` gives just these nodes."""
        try:
            file = SpecFile(spec_to_yaml(spec).decode(), "drafter import")
            again = file.spec(template, self._vocabulary.slots, self._vocabulary.words)
            return draft(again, template, self._bank, self._vocabulary).nodes == nodes
        except InputError:
            return False
