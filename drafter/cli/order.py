"""What `drafter generate` works with, read and checked; odd things are told, not refused."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from drafter.cli.streams import stdin_bytes, tell
from drafter.cli.targets import STDIN, named
from drafter.drafting.draft import completed, draft
from drafter.locations import shipped_phrasebank, shipped_templates
from drafter.model.outline import Outline
from drafter.model.phrase import Phrasebank
from drafter.model.slots import nearest
from drafter.model.spec import Spec
from drafter.model.template import Template
from drafter.model.vocabulary import Vocabulary
from drafter.storage.files import decoded, read_bytes
from drafter.storage.layers import GIVEN, Layer, bank_layers, load_layers
from drafter.storage.phrasebank import known_kinds, strange_files
from drafter.storage.specs import SpecFile
from drafter.storage.templates import find_template, load_template
from drafter.storage.vocabulary import load_vocabulary
from drafter.templating.heads import check_head, unknown_kind


class Order(NamedTuple):
    """A spec and all that it is worked out with."""

    spec: Spec
    template: Template
    bank: Phrasebank
    vocabulary: Vocabulary

    def outline(self) -> Outline:
        """Return the outline."""
        return draft(self.spec, self.template, self.bank, self.vocabulary)

    def explicit(self) -> "Order":
        """Return the order with every choice made."""
        spec = completed(self.spec, self.template, self.bank, self.vocabulary)
        return Order(spec, self.template, self.bank, self.vocabulary)


def read_order(path: str, changes: Sequence[str], own: Sequence[str]) -> Order:
    """Return the order that the spec at `path` gives, with `--set` changes and `--bank` folders."""
    data = stdin_bytes() if path == STDIN else read_bytes(Path(path))
    shown = "标准输入" if path == STDIN else path
    file = SpecFile(decoded(data, shown), shown)
    file.change(changes)
    vocabulary = load_vocabulary(shipped_phrasebank())
    name, where = file.template
    template = load_template(find_template(shipped_templates(), name, where), vocabulary)
    check_head(template, vocabulary)
    layers = _layers(own)
    bank = load_layers(layers, template.plan.kinds, vocabulary.slots)
    _check_kinds(template, bank)
    spec = file.spec(template, vocabulary.slots, vocabulary.words)
    order = Order(spec, template, bank, vocabulary)
    if any(re.match(r"\s*(seed|topics|sections)\s*=", said) for said in changes):
        _tell_if_settled(order)
    return order


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
