"""What `drafter generate` works with, read and checked; odd things are told, not refused."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.cli.streams import stdin_bytes, tell
from drafter.cli.targets import STDIN, named
from drafter.drafting.draft import completed, draft
from drafter.drafting.knowledge import NOTHING, Knowledge
from drafter.errors import InputError
from drafter.exporters import EXPORTERS
from drafter.locations import shipped_phrasebank, user_data
from drafter.model.outline import Outline
from drafter.model.phrase import Phrasebank
from drafter.model.slots import nearest
from drafter.model.spec import NO, Spec
from drafter.model.template import Template
from drafter.model.vocabulary import Vocabulary
from drafter.storage.bank.layers import GIVEN, Layer, bank_layers, load_layers
from drafter.storage.bank.phrasebank import known_kinds, strange_files
from drafter.storage.files import decoded_from_any, read_bytes
from drafter.storage.opening_verbs import opening_verbs
from drafter.storage.specs.files import SpecFile
from drafter.storage.templates import load_template, template_called
from drafter.storage.vocabulary import load_vocabulary
from drafter.templating.heads import check_head, unknown_kind

LOG = "speeches.yaml"
"""The log of finished speeches, in the folder of what is the user's own."""


class Order(NamedTuple):
    """A spec and all that it is worked out with."""

    spec: Spec
    template: Template
    bank: Phrasebank
    vocabulary: Vocabulary
    knowledge: Knowledge = NOTHING

    def outline(self) -> Outline:
        """Return the outline."""
        return draft(self.spec, self.template, self.bank, self.vocabulary, self.knowledge)

    def completed(self, spec: Spec) -> Spec:
        """Return `spec` with every choice made."""
        return completed(spec, self.template, self.bank, self.vocabulary, self.knowledge)

    def explicit(self) -> "Order":
        """Return the order with every choice made."""
        return self._replace(spec=self.completed(self.spec))


def read_order(
    path: str,
    changes: Sequence[str],
    own: Sequence[str],
    logged: bool = True,
    data: bytes | None = None,
) -> Order:
    """Return the order that the spec at `path` gives, with `--set` changes and `--bank` folders.

    Unless `logged` is false or the spec says so, what earlier speeches used is known to it.
    `data` is what stands at `path`, where that has been read.
    """
    if data is None:
        data = stdin_bytes() if path == STDIN else read_bytes(Path(path))
    shown = "标准输入" if path == STDIN else path
    file = _changed(data, shown, changes)
    if file.encoding:
        tell(foreign(shown, file.encoding))
    vocabulary = load_vocabulary(shipped_phrasebank())
    name, where = file.template
    template = load_template(template_called(name, where), vocabulary)
    check_head(template, vocabulary)
    told = template, vocabulary.slots, vocabulary.words
    spec = file.spec(*told)
    kinds = template.plan.kinds_for(cues=_draws_on_chains(spec, template))
    bank = load_layers(_layers(own), kinds, vocabulary.slots)
    _check_kinds(template, bank)
    knowledge = Knowledge(opening_verbs(shipped_phrasebank()))
    order = Order(spec, template, bank, vocabulary, knowledge)
    if logged and spec.log:
        order = remembering(order)
    if any(re.match(r"\s*(seed|topics|sections)\s*=", said) for said in changes):
        _tell_if_settled(order)
    if changes and (spec.written or not template.plan.parts):
        from drafter.cli.vain_changes import tell_vain  # few specs hold a whole text

        tell_vain(order, changes, lambda some: _changed(data, shown, some).spec(*told))
    return order


def _changed(data: bytes, shown: str, changes: Sequence[str]) -> SpecFile:
    """Return the spec in `data` with some changes."""
    file = _spec_file(data, shown)
    file.change(changes)
    return file


def _spec_file(data: bytes, shown: str) -> SpecFile:
    """Return the spec in `data`; an outline given in its place is told as such."""
    try:
        text, encoding = decoded_from_any(data, shown)
        return SpecFile(text, shown, encoding)
    except InputError as error:
        if Path(shown).suffix.lower() not in EXPORTERS:
            raise
        remedy = "这像是提纲：要读回说明书，用 drafter import"
        raise InputError("说明书应是 YAML 文件", where=shown, remedy=remedy) from error


def foreign(shown: str, encoding: str) -> str:
    """Return what is told of a spec that is not UTF-8."""
    return f"{shown}：是 {encoding} 编码，已照读；drafter 写出的说明书一律是 UTF-8"


def remembering(order: Order) -> Order:
    """Return `order` with what the speaker's earlier speeches used."""
    log = user_data() / LOG
    if not log.is_file():
        return order
    from drafter.cli.speeches import earlier  # who has finished none has no need of it

    return order._replace(knowledge=order.knowledge._replace(used=earlier(order, log)))


def _draws_on_chains(spec: Spec, template: Template) -> bool:
    """Tell whether cue lines may be wanted, or whatever phrase a choice may name."""
    asked = next((each for each in template.questions if each.name == "cues"), None)
    if spec.parts or spec.sections or (asked and asked.default not in NO):
        return True
    return bool(spec.answers.get("cues"))


def _layers(own: Sequence[str]) -> tuple[Layer, ...]:
    """Return the layers of the phrasebank; what lies in them unused is told."""
    for name in own:
        named("--bank", name)
    shipped, *others = layers = bank_layers([Path(name) for name in own])
    kinds = known_kinds(shipped.folder)
    for layer in others:
        _tell_strange(layer, kinds)
    return layers


def _check_kinds(template: Template, bank: Phrasebank) -> None:
    for part in template.plan.parts:
        for kind in part.kinds:
            if kind not in bank.entries:
                like = nearest(kind, known_kinds(shipped_phrasebank()))
                raise unknown_kind(part, kind, template, like)


def _tell_if_settled(order: Order) -> None:
    """Say so when what was to change the choice meets a spec in which all is chosen."""
    spec = order.spec
    if not (spec.sections and all(each.heading and each.points for each in spec.sections)):
        return
    full = order.explicit().spec
    if len(full.sections) == len(spec.sections) and full.parts.keys() == spec.parts.keys():
        tell("说明书里每一句都已写明，没有留下要选的（要重选，请删去 outline 和 parts）")


def _tell_strange(layer: Layer, kinds: Sequence[str]) -> None:
    """Tell of files in a layer that are not looked at, and of a folder named in vain."""
    strange = strange_files(layer.folder, kinds)
    for name, like in strange:
        remedy = f"是不是 {like}？" if like else "请核对文件名"
        tell(f"{layer.folder / name}：没有用到，不认识这种短语（{remedy}）")
    if layer.name == GIVEN and not (strange or known_kinds(layer.folder)):
        tell(f"{layer.folder}：这里没有短语文件（文件名应当像 closings.yaml 这样）")
